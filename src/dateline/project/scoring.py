"""How good reading and merging are against gold; and how far two coders of it agree.

In: a folder of gold, and what was read of it: nothing (then dateline reads it now), a project, or an
events.jsonl. Out: `Scored`, `Agreement`. DatelineError where the gold or the prediction cannot be used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError
from dateline.evaluate import (
    Agreement,
    Figure,
    GoldReport,
    ReadingLike,
    Scores,
    agree,
    as_dict,
    cluster_figures,
    error_text,
    figures_dict,
    legend,
    load_gold,
    predicted,
    score,
    text_table,
)
from dateline.ingest.normalise import normalise
from dateline.merge import merge
from dateline.model.claims import Account, Claim
from dateline.model.dataset import Outcome
from dateline.model.reading import Unread
from dateline.model.report import Report
from dateline.project.opening import open_project
from dateline.project.reading import read_all
from dateline.project.steps import NAME


@dataclass(frozen=True)
class Told:
    """What was read of one report."""

    accounts: Sequence[Account] = ()
    claims: Sequence[Claim] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True)
class Scored:
    """The scores of reading, and those of bringing tellings of one happening together."""

    scores: Scores
    clusters: Mapping[str, Figure] = field(default_factory=dict)

    def text(self, errors: int = 0, explained: bool = False) -> str:
        """Tables; the worst `errors` with the words on both sides; what each metric says."""
        gold = self.scores.gold
        events = sum(len(report.events) for report in gold)
        rows = [f"{len(gold)} reports, {events} gold events", "", text_table(self.scores, self.clusters)]
        rows += ["", legend()] if explained else []
        return "\n".join([*rows, *("\n" + error_text(wrong) for wrong in self.scores.errors()[:errors])])

    def json(self) -> dict[str, Any]:
        """Everything, JSON-ready."""
        return {**as_dict(self.scores), "merging": figures_dict(self.clusters)}


def _report(gold: GoldReport) -> Report:
    return Report(gold.text, published=gold.published, publisher=gold.publisher, language="en")


def score_gold(folder: Path, prediction: Path | None = None, workers: int = 0) -> Scored:
    """The score of a prediction (None: read now, on `workers` processes) against the gold in the folder."""
    gold = [replace(row, text=normalise(row.text)) for row in load_gold(folder)]
    read, clusters = _read_now(gold, workers) if prediction is None else _read_before(gold, prediction)
    return Scored(score(gold, read), cluster_figures(gold, read, clusters))


def agree_on(one: Path, two: Path) -> Agreement:
    """How far two codings agree; the texts may lie in either folder."""
    texts = one if any(one.glob("*.txt")) else two
    found = agree(load_gold(one, texts), load_gold(two, texts))
    if not found.reports:
        raise DatelineError(f"{one} and {two} have no report in common; the names of the files must be the same")
    return found


Read = tuple[Mapping[str, ReadingLike], Sequence[Iterable[str]]]


def _read_now(gold: Sequence[GoldReport], workers: int) -> Read:
    reports = [_report(row) for row in gold]
    found = list(read_all(reports, workers))
    return _laid_out(gold, found), _merged(reports, found)


def _laid_out(
    gold: Sequence[GoldReport], found: Sequence[tuple[tuple[Claim, ...], tuple[Account, ...], Outcome]]
) -> dict[str, ReadingLike]:
    return {
        row.name: Told(accounts, claims, outcome.unread)
        for row, (claims, accounts, outcome) in zip(gold, found, strict=True)
    }


def _merged(
    reports: Sequence[Report], found: Sequence[tuple[tuple[Claim, ...], tuple[Account, ...], Outcome]]
) -> Sequence[Iterable[str]]:
    accounts = [account for _, rows, _ in found for account in rows]
    claims = {claim.id: claim for rows, _, _ in found for claim in rows}
    return merge(accounts, claims, {report.id: report for report in reports}, ()).clusters


def _read_before(gold: Sequence[GoldReport], prediction: Path) -> Read:
    by_text, clusters = _from_file(prediction)
    read: dict[str, ReadingLike] = {row.name: by_text.get(_report(row).text_hash, Told()) for row in gold}
    if not any(told.accounts for told in read.values()):
        raise DatelineError(f"{prediction}: tells of none of these reports; were their texts changed?")
    return read, clusters


def _from_file(path: Path) -> tuple[Mapping[str, ReadingLike], Sequence[Iterable[str]]]:
    if path.is_dir() or path.suffix == Path(NAME).suffix:
        return _from_project(path)
    try:
        return predicted(path.read_text("utf-8").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        raise DatelineError(f"{path}: cannot be read: {error}") from None
    except DatelineError as error:
        raise DatelineError(f"{path}: {error}") from None


def _from_project(path: Path) -> tuple[dict[str, ReadingLike], Sequence[Iterable[str]]]:
    project = open_project(path)
    events, reports = project.events(), project.reports()
    told: dict[str, Told] = {report.text_hash: Told() for report in reports.values()}
    for event in events:
        for account in event.accounts:
            text = reports[account.report].text_hash
            own = [claim for claim in event.claims if claim.report == account.report]
            told[text] = Told([*told[text].accounts, account], [*told[text].claims, *own])
    return dict(told), [[account.id for account in event.accounts] for event in events]
