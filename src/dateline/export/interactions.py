"""interactions.csv: what one actor says or does to another in each report, in PLOVER's roots.

In: the dataset, and the interactions of its reports. Out: a table, a line each, with the words that it rests on;
private people are masked as in every file that leaves a project.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.export.files import write_csv
from dateline.export.mask import Masker, sentence
from dateline.export.options import ExportOptions
from dateline.model.dataset import Dataset
from dateline.model.reading import Interaction, Side
from dateline.model.report import Report

COLUMNS = (
    "report", "published", "publisher", "root", "quad", "words", "source", "source_name", "source_country", "target",
    "target_name", "target_country", "sentence", "start", "end", "score",
)  # fmt: skip


def write_interactions(
    dataset: Dataset, told: Mapping[str, Sequence[Interaction]], path: Path, options: ExportOptions
) -> Path:
    """Write the interactions of each report (by its id), in text order; StoreError where that fails."""
    masker = Masker(dataset, options)
    return write_csv(path, COLUMNS, _rows(dataset, told, masker))


def _rows(dataset: Dataset, told: Mapping[str, Sequence[Interaction]], masker: Masker) -> Iterable[dict[str, Any]]:
    for name, report in dataset.reports.items():
        for one in told.get(name, ()):
            yield _row(report, one, masker)


def _row(report: Report, one: Interaction, masker: Masker) -> dict[str, Any]:
    return {
        "report": report.id,
        "published": report.published or "",
        "publisher": masker.publisher(report),
        "root": one.root,
        "quad": one.quad,
        "words": masker.cut(report, one.start, one.end),
        **_side("source", report, one.source, masker),
        **_side("target", report, one.target, masker),
        "sentence": " ".join(masker.cut(report, *sentence(report.text, one.start, one.end)).split()),
        "start": one.start,
        "end": one.end,
        "score": one.score,
    }


def _side(name: str, report: Report, side: Side | None, masker: Masker) -> dict[str, Any]:
    words = masker.cut(report, side.start, side.end) if side else ""
    known = (masker.words(side.name), side.country or "") if side else ("", "")
    return {name: words, f"{name}_name": known[0], f"{name}_country": known[1]}
