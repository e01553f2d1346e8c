"""Merging: accounts of different reports, compared where it is worth it, linked, and clustered.

In: accounts, claims by id, reports by id, decisions, in any order. Out: `MergeResult`: "same" links
that make the clusters, "unsure" links for near misses, what people decided, and which reports are
reprints. The same input gives the same result, whatever its order.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass

from dateline.findings import standing
from dateline.likeness import Facts, claimed, compare, likeness, looks, reprints, span, worded
from dateline.merge.blocking import comparable, pairs
from dateline.merge.cluster import Clusters
from dateline.merge.decided import Decided, decided
from dateline.merge.settings import settings
from dateline.model.claims import Account, Claim, Decision, Link, Reason
from dateline.model.report import Report
from dateline.processes import crew

FEW = 20_000  # below this many accounts other processes cost more than they save
Triggers = list[tuple[int, int]]


@dataclass(frozen=True)
class MergeResult:
    """What merging found: see the fields; account ids and report ids throughout.

    `clusters` hold every account once; `near_misses` are (left, right, score); `reprints` maps a
    report to the older one whose text it carries.
    """

    links: tuple[Link, ...]
    clusters: tuple[tuple[str, ...], ...]
    near_misses: tuple[tuple[str, str, float], ...]
    reprints: Mapping[str, str]


def merge(
    accounts: Sequence[Account],
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    decisions: Sequence[Decision],
    threshold: float | None = None,
) -> MergeResult:
    """Which accounts tell of one event; `threshold` (0 to 1) in place of the one in merge.toml."""
    least = settings().threshold if threshold is None else threshold
    with _no_collecting():
        try:
            with crew(1 if len(accounts) < FEW else os.cpu_count() or 1) as several:
                return _merge(accounts, claims, reports, decisions, least, several)
        except BrokenProcessPool:  # another process was ended, most likely for want of memory
            with crew(1) as one:
                return _merge(accounts, claims, reports, decisions, least, one)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Python's search for cycles put off: merging makes none, and a fifth of its time went into looking for them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _merge(
    accounts: Sequence[Account],
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    decisions: Sequence[Decision],
    least: float,
    several: Executor,
) -> MergeResult:
    known = dict(sorted({account.id: account for account in accounts}.items()))
    looking = looks(_asked(known.values(), reports), several)
    partly = {name: claimed(account, claims, reports.get(account.report)) for name, account in known.items()}
    seen = looking()
    copies = several.submit(reprints, reports, {name: look.sketch for name, look in seen.items()})
    told = {name: worded(partly.pop(name), a, seen.get(a.report)) for name, a in known.items()}
    said = decided(standing(decisions), tuple(known.values()))
    scored = _scored(told, min(least, settings().near_miss))
    clusters = _cluster(told, scored, said, least)
    links = _links(told, scored, clusters, said, least)
    misses = tuple((k.left, k.right, k.score) for k in links if k.judgement == "unsure")
    return MergeResult(links, clusters.sets(), misses, copies.result())


def _asked(accounts: Iterable[Account], reports: Mapping[str, Report]) -> Iterator[tuple[str, str, Triggers]]:
    """Every report with its text and the triggers of its accounts."""
    triggers: dict[str, Triggers] = {}
    for account in accounts:
        triggers.setdefault(account.report, []).append(span(account))
    yield from ((name, report.text, triggers.get(name, [])) for name, report in reports.items())


def _scored(told: Mapping[str, Facts], least: float) -> dict[tuple[str, str], float]:
    """Pairs of ids, in sorted order, with their score, from `least` on."""
    rows = list(told.values())
    found = {}
    for i, j in pairs(rows):
        value = likeness(rows[i], rows[j])
        if value >= least:
            found[rows[i].account, rows[j].account] = value
    return found


def _cluster(
    told: Mapping[str, Facts], scored: Mapping[tuple[str, str], float], said: Decided, least: float
) -> Clusters:
    known = dict(scored)

    def alike(left: str, right: str) -> float:
        pair = (left, right) if left < right else (right, left)
        if pair not in known:
            one, two = told[pair[0]], told[pair[1]]
            known[pair] = likeness(one, two) if comparable(one, two) else float(bool(one.by or two.by))
        return known[pair]

    clusters = Clusters({name: f.report for name, f in told.items()}, said, alike)
    clusters.grow((value, *pair) for pair, value in scored.items() if value >= least)
    return clusters


def _links(
    told: Mapping[str, Facts],
    scored: Mapping[tuple[str, str], float],
    clusters: Clusters,
    said: Decided,
    least: float,
) -> tuple[Link, ...]:
    """Links by machine within clusters, near misses between them, and every decided pair."""
    found = [_by_person(pair, decision, "different") for pair, decision in said.apart.items()]
    joined = {pair: decision for pair, decision in said.joined if pair in clusters.forced}
    found += [_by_person(pair, decision, "same") for pair, decision in joined.items()]
    for pair, value in scored.items():
        if pair in said.apart or pair in joined:
            continue
        together = clusters.parent[pair[0]] == clusters.parent[pair[1]]
        if (together and value >= least) or (not together and value >= settings().near_miss):
            reasons = compare(told[pair[0]], told[pair[1]])
            found.append(Link(*pair, "same" if together else "unsure", value, reasons))
    return tuple(sorted(found, key=lambda k: (k.left, k.right)))


def _by_person(pair: tuple[str, str], decision: Decision, judgement: str) -> Link:
    word = "joined" if judgement == "same" else "set apart"
    seen = f"{word} by {decision.by}" + (f": {decision.reason}" if decision.reason else "")
    reason = Reason("decision", seen, 0.0)
    return Link(*pair, judgement, 1.0 if judgement == "same" else 0.0, (reason,), decision.by)
