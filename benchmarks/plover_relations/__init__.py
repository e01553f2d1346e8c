"""PLV: the PLOVER root of what one marked actor did to another. See docs/benchmarks.md, section plover_relations.

In: a tab-separated file with the columns sentence, marked_sentence, source, target, gold_penta, gold_root (or a folder
of such). Out: macro F1 over the four classes and over the 15 roots, and accuracies beside.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.common.inputs import InputError, files, read_text, some
from benchmarks.common.judged import Benchmark, Judged, Loaded, Metric, Slip
from benchmarks.common.metrics import accuracy, macro, over_classes, weighted
from benchmarks.common.spans import Span, shared
from dateline.encoder import interactions
from dateline.extract.interactions import nearest
from dateline.model.reading import InteractionGuess, RoleGuess

COLUMNS = {"sentence", "marked_sentence", "source", "target", "gold_penta", "gold_root"}
MARK = re.compile(r"</?[st]>")
ROOT, CLASS, NONE = "root", "class", "none"


@dataclass(frozen=True)
class Sentence:
    """A sentence, where its two actors stand, and what gold says."""

    name: str
    text: str
    source: Span
    target: Span
    root: str
    quad: str


@cache
def table() -> dict[str, Any]:
    """roots.toml."""
    return tomllib.loads(Path(__file__).with_name("roots.toml").read_text("utf-8"))


def load(path: Path) -> Loaded[Sentence]:
    """Every sentence of the file or folder."""
    found = some(files(path, lambda p: p.suffix == ".tsv"), path, ".tsv file")
    return Loaded([sentence for file in found for sentence in _rows(file)], found)


def _rows(path: Path) -> list[Sentence]:
    rows = csv.DictReader(read_text(path).splitlines(), delimiter="\t")
    if not set(rows.fieldnames or ()) >= COLUMNS:
        raise InputError(f"{path}: lacks one of the columns {', '.join(sorted(COLUMNS))}")
    return [_sentence(f"{path.stem}:{number}", row) for number, row in enumerate(rows, 1)]


def _sentence(name: str, row: dict[str, str]) -> Sentence:
    marked = row["marked_sentence"]
    spans = {}
    for letter, words in (("s", row["source"]), ("t", row["target"])):
        match = re.search(f"<{letter}>(.*?)</{letter}>", marked, re.S)
        start = len(MARK.sub("", marked[: match.start()])) if match else max(0, row["sentence"].find(words))
        spans[letter] = (start, start + len(MARK.sub("", match[1]) if match else words))
    text = MARK.sub("", marked) if spans and "<s>" in marked else row["sentence"]
    return Sentence(name, text, spans["s"], spans["t"], row["gold_root"].strip(), row["gold_penta"].strip())


def fit(guess: InteractionGuess, sides: Sequence[RoleGuess], sentence: Sentence) -> float:
    """How well words that name an interaction are the marked pair's: its ends that are their nearest sides, and how
    likely they are; words within an end are the pair's less often."""
    ends = {"source": sentence.source, "target": sentence.target}
    met = 0.0
    for role, span in ends.items():
        near = nearest(guess, [side for side in sides if side.role == role])
        met += near is not None and shared(span, (near.start, near.end)) > 0
    within = any(shared(span, (guess.start, guess.end)) for span in ends.values())
    return met + guess.score - within / 2


def read_root(sentence: Sentence) -> str:
    """The root of the words that fit the pair best, in the corpus's names; "none" where none are read."""
    found, sides = interactions(sentence.text)
    if not found:
        return NONE
    root = max(found, key=lambda guess: (fit(guess, sides, sentence), -guess.start)).roots[0][0]
    return str(table()["renamed"].get(root, root))


def judge(sentence: Sentence) -> Judged:
    """One sentence."""
    root = read_root(sentence)
    quad = table()["classes"].get(root, NONE)
    kind = f"{sentence.root} read as {root}"
    slips = [Slip(kind, sentence.name, sentence.text[:160], root)] if root != sentence.root else []
    return Judged(sentence.name, labels={ROOT: [(sentence.root, root)], CLASS: [(sentence.quad, quad)]}, slips=slips)


def metrics(judged: Sequence[Judged]) -> list[Metric]:
    """Macro F1 of classes and roots; where no event is read the pair counts as missed."""
    return [
        over_classes(judged, CLASS, "4 classes", macro),
        over_classes(judged, ROOT, "15 roots", macro),
        over_classes(judged, ROOT, "15 roots", weighted),
        accuracy(judged, CLASS),
        accuracy(judged, ROOT),
    ]


BENCHMARK = Benchmark("plover_relations", "sentences", 1050, load, judge, metrics)
