"""Merging, measured apart from reading: on accounts made from gold's own codings, and on accounts as read.

    python -m benchmarks.merging tests/gold/develop [--read] [--curve FILE]

In: a folder of gold. Out: for each way of merging (ours; fixed windows, as MELTT does) and each kind of account the
pairs of one happening that are brought together, B-cubed, near misses kept apart, with 95 % intervals over reports;
and how often pairs of each score are one event, with --curve as a picture too (coded accounts). It shows figures
alone, no words of a report.
"""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.curve import Part, curve
from benchmarks.windows import by_windows
from dateline.evaluate import Figure, GoldReport, ReadingLike, cluster_figures, found_in, load_gold, taken
from dateline.ingest.normalise import normalise
from dateline.likeness import Facts, compare, facts, score
from dateline.merge import merge
from dateline.merge.blocking import pairs
from dateline.model.report import Report
from dateline.project.reading import read_one
from dateline.project.scoring import Told

BINS = (0.0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98)  # where each part of the scores begins
HEAD = """\
| accounts: way | pairs: precision | recall | F1 | pairs | B-cubed P / R / F1 | near misses merged | of two reports |
|---|--:|--:|--:|--:|--:|--:|--:|"""


def report_of(row: GoldReport) -> Report:
    """The report that the gold codes."""
    return Report(row.text, published=row.published, publisher=row.publisher, language="en")


def line(title: str, found: Mapping[str, Figure]) -> str:
    """One row of the table."""
    pair, near = found["same event, given both"], found["near miss kept apart"].count
    across = found["near miss of two reports kept apart"].count
    precise, recalled = (found[f"same event, B-cubed {side}"].count.f1 for side in ("precision", "recall"))
    cubed = 2 * precise * recalled / (precise + recalled) if precise + recalled else 0.0
    cells = [
        title, f"{100 * pair.count.precision:.1f}", f"{100 * pair.count.recall:.1f}",
        f"{100 * pair.count.f1:.1f} ({100 * pair.low:.0f}-{100 * pair.high:.0f})", f"{pair.count.wanted}",
        f"{100 * precise:.1f} / {100 * recalled:.1f} / {100 * cubed:.1f}",
        f"{near.wanted - near.right:.0f} of {near.wanted}", f"{across.wanted - across.right:.0f} of {across.wanted}",
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def rows_of(gold: Sequence[GoldReport], read: Mapping[str, ReadingLike]) -> list[Facts]:
    """The facts of every account, report by report."""
    reports = {report.id: report for report in map(report_of, gold)}
    claims = {claim.id: claim for told in read.values() for claim in told.claims}
    return [facts(account, claims, reports[account.report]) for told in read.values() for account in told.accounts]


def measured(gold: Sequence[GoldReport], read: Mapping[str, ReadingLike], title: str) -> Iterable[str]:
    """The rows of ours and of fixed windows, then the calibration of ours."""
    reports = {report.id: report for report in map(report_of, gold)}
    accounts = [account for told in read.values() for account in told.accounts]
    claims = {claim.id: claim for told in read.values() for claim in told.claims}
    rows = rows_of(gold, read)
    yield line(f"{title}: ours", cluster_figures(gold, read, merge(accounts, claims, reports, ()).clusters))
    yield line(f"{title}: fixed windows", cluster_figures(gold, read, by_windows(rows)))
    shares = (f"{part.low:.2f}: {part.same} of {part.pairs}" for part in calibration(gold, read, rows))
    yield f"  one event, of the pairs compared with a score from ... on: {'; '.join(shares)}"


def calibration(gold: Sequence[GoldReport], read: Mapping[str, ReadingLike], rows: Sequence[Facts]) -> list[Part]:
    """How many of the pairs compared are one event, by their score."""
    home = {account: key for key, account in found_in(gold, read).items()}
    happening = {(row.name, event.id): event.happening for row in gold for event in row.events}
    parts = [Part(low) for low in BINS]
    for i, j in pairs(rows):
        one, two = home.get(rows[i].account), home.get(rows[j].account)
        if one and two:
            value = score(compare(rows[i], rows[j]))
            parts[bisect_right(BINS, value) - 1].add(value, bool(happening[one]) and happening[one] == happening[two])
    return parts


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("gold", type=Path)
    words.add_argument("--curve", type=Path, help="an SVG file to write the calibration to")
    words.add_argument("--read", action="store_true", help="accounts as read now, too (minutes)")
    given = words.parse_args()
    gold = [replace(row, text=normalise(row.text)) for row in load_gold(given.gold)]
    coded: dict[str, ReadingLike] = {row.name: taken(row, report_of(row)) for row in gold}
    print(HEAD)
    print(*measured(gold, coded, "coded"), sep="\n")
    if given.curve:
        given.curve.write_text(curve(calibration(gold, coded, rows_of(gold, coded))), "utf-8")
    if given.read:
        found = {row.name: read_one(report_of(row)) for row in gold}
        read = {name: Told(accounts, claims) for name, (claims, accounts, _) in found.items()}
        print(*measured(gold, read, "read"), sep="\n")


if __name__ == "__main__":
    main()
