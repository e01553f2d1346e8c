"""Merging, measured apart from reading: on accounts made from gold's own codings, and on accounts as read.

    python -m benchmarks.merging tests/gold/develop [--read]

In: a folder of gold. Out: for each way of merging (ours; fixed windows, as MELTT does) and each kind of account the
pairs of one happening that are brought together, B-cubed, near misses kept apart, with 95 % intervals over reports;
and how often pairs of each score are one event. It shows figures alone, no words of a report.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.windows import by_windows
from dateline.evaluate import Count, Figure, GoldReport, ReadingLike, cluster_figures, found_in, load_gold, taken
from dateline.ingest.normalise import normalise
from dateline.likeness import compare, facts, score
from dateline.merge import merge
from dateline.merge.blocking import pairs
from dateline.model.report import Report
from dateline.project.reading import read_one
from dateline.project.scoring import Told

BINS = (0.0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 1.01)
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


def measured(gold: Sequence[GoldReport], read: Mapping[str, ReadingLike], title: str) -> Iterable[str]:
    """The rows of ours and of fixed windows, then the calibration of ours."""
    reports = {report.id: report for report in map(report_of, gold)}
    accounts = [account for told in read.values() for account in told.accounts]
    claims = {claim.id: claim for told in read.values() for claim in told.claims}
    rows = [facts(account, claims, reports[account.report]) for account in accounts]
    yield line(f"{title}: ours", cluster_figures(gold, read, merge(accounts, claims, reports, ()).clusters))
    yield line(f"{title}: fixed windows", cluster_figures(gold, read, by_windows(rows)))
    home = {account: key for key, account in found_in(gold, read).items()}
    happening = {(row.name, event.id): event.happening for row in gold for event in row.events}
    bins = [Count() for _ in BINS[1:]]
    for i, j in pairs(rows):
        one, two = home.get(rows[i].account), home.get(rows[j].account)
        if one and two:
            value = score(compare(rows[i], rows[j]))
            bins[sum(value >= bound for bound in BINS[1:])] += Count(
                int(bool(happening[one]) and happening[one] == happening[two]), 1, 1
            )
    shares = (f"{low:.2f}: {b.right:.0f} of {b.said}" for low, b in zip(BINS, bins, strict=False))
    yield f"  one event, of the pairs compared with a score from ... on: {'; '.join(shares)}"


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("gold", type=Path)
    words.add_argument("--read", action="store_true", help="accounts as read now, too (minutes)")
    given = words.parse_args()
    gold = [replace(row, text=normalise(row.text)) for row in load_gold(given.gold)]
    print(HEAD)
    print(*measured(gold, {row.name: taken(row, report_of(row)) for row in gold}, "coded"), sep="\n")
    if given.read:
        found = {row.name: read_one(report_of(row)) for row in gold}
        read = {name: Told(accounts, claims) for name, (claims, accounts, _) in found.items()}
        print(*measured(gold, read, "read"), sep="\n")


if __name__ == "__main__":
    main()
