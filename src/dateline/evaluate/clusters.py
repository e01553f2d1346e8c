"""How well accounts of one happening are brought together: against gold's keys and near misses.

In: gold reports, what was read of each, and sets of accounts that are held to be one event. Out:
figures: pairs of tellings in different reports, B-cubed over the aligned accounts, near misses merged.
Each gold event is taken for the account aligned to it. Pairs of gold events of which one was missed
count as not found in "end to end" alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from dateline.evaluate.align import align
from dateline.evaluate.counts import Count, Figure, figure
from dateline.evaluate.gold import GoldReport
from dateline.evaluate.told import ReadingLike, told_events

Named = tuple[str, str]  # report, event
METRICS = {
    "same event, end to end": "pairs of gold events of one happening in two reports that stand in one event",
    "same event, given both": "the same over pairs of which both events were found",
    "same event, B-cubed precision": "over aligned accounts: share of an account's event that is of its happening",
    "same event, B-cubed recall": "over aligned accounts: share of an account's happening that stands in its event",
    "near miss kept apart": "share of near misses, both found, that stand in two events",
    "near miss of two reports kept apart": "the same over those of two reports: merging alone can take them for one",
}


def found_in(gold: Sequence[GoldReport], read: Mapping[str, ReadingLike]) -> dict[Named, str]:
    """(report, gold event) -> the id of the account aligned to it."""
    found = {}
    for report in gold:
        told = told_events(read[report.name])
        for g, r in align(report, told):
            found[report.name, report.events[g].id] = told[r].id
    return found


def _keys(gold: Iterable[GoldReport]) -> dict[Named, str]:
    """(report, event) -> its happening; one that no other report tells is a happening of its own."""
    return {(r.name, e.id): e.happening or f"{r.name}#{e.id}" for r in gold for e in r.events}


def _by_report(gold: Sequence[GoldReport], rows: Iterable[tuple[str, Count]]) -> list[Count]:
    sums = {report.name: Count() for report in gold}
    for name, count in rows:
        sums[name] += count
    return list(sums.values())


def _pairs(keys: Mapping[Named, str], home: Mapping[Named, int | None]) -> Iterable[tuple[str, Count, bool]]:
    """For each pair of events of two reports that gold or the reading holds to be one: report, count, both found."""
    for one, two in combinations(sorted(keys), 2):
        if one[0] == two[0]:
            continue
        both = home.get(one) is not None and home.get(two) is not None
        said, wanted = both and home[one] == home[two], keys[one] == keys[two]
        if said or wanted:
            yield one[0], Count(int(said and wanted), int(said), int(wanted)), both


def _b_cubed(keys: Mapping[Named, str], home: Mapping[Named, int | None]) -> Iterable[tuple[str, float, float]]:
    """(report, precision, recall) of each aligned account."""
    aligned = [name for name in keys if home.get(name) is not None]
    for name in aligned:
        event = [other for other in aligned if home[other] == home[name]]
        same = [other for other in aligned if keys[other] == keys[name]]
        both = len(set(event) & set(same))
        yield name[0], both / len(event), both / len(same)


def cluster_figures(
    gold: Sequence[GoldReport], read: Mapping[str, ReadingLike], clusters: Sequence[Iterable[str]]
) -> dict[str, Figure]:
    """Metric -> figure; `clusters` are sets of account ids. Of a B-cubed figure precision, recall and F1 are one."""
    events = {account: number for number, cluster in enumerate(clusters) for account in cluster}
    home = {name: events.get(account) for name, account in found_in(gold, read).items()}
    keys = _keys(gold)
    pairs, cubed = list(_pairs(keys, home)), list(_b_cubed(keys, home))
    near = [n for report in gold for n in report.near_misses if {n.one, n.two} <= set(home)]
    apart = [(n.one[0] != n.two[0], n.one[0], Count(int(home[n.one] != home[n.two]), 1, 1)) for n in near]
    rows = {
        "same event, end to end": [(name, count) for name, count, _ in pairs],
        "same event, given both": [(name, count) for name, count, both in pairs if both],
        "near miss kept apart": [(name, count) for _, name, count in apart],
        "near miss of two reports kept apart": [(name, count) for across, name, count in apart if across],
    }
    found = {metric: figure(metric, _by_report(gold, counts)) for metric, counts in rows.items()}
    shares = {
        "same event, B-cubed precision": [(name, Count(share, 1, 1)) for name, share, _ in cubed],
        "same event, B-cubed recall": [(name, Count(share, 1, 1)) for name, _, share in cubed],
    }
    found |= {metric: figure(metric, _by_report(gold, counts)) for metric, counts in shares.items()}
    return {metric: found[metric] for metric in METRICS}
