"""Clusters of the same mentions against gold clusters: MUC, B-cubed, CEAF-e, and CoNLL, their mean.

In: gold and read clusters over one set of mentions, singletons included. Out: tallies, which add up over sets of
mentions that share no cluster.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from benchmarks.common.tally import Tally, f1, right
from dateline.likeness.assign import assign

H = TypeVar("H", bound=Hashable)
Clusters = Sequence[frozenset[H]]
PARTS = ("MUC", "B-cubed", "CEAF-e")


def clusters(keys: Mapping[H, Hashable]) -> list[frozenset[H]]:
    """Mention -> key of its cluster, as clusters."""
    found: dict[Hashable, set[H]] = {}
    for mention, key in keys.items():
        found.setdefault(key, set()).add(mention)
    return [frozenset(members) for members in found.values()]


def owners(groups: Iterable[frozenset[H]]) -> dict[H, frozenset[H]]:
    """Mention -> its cluster."""
    return {mention: group for group in groups for mention in group}


def muc(gold: Clusters[H], read: Clusters[H]) -> Tally:
    """Links: a cluster of n mentions has n - 1, less one for each further piece that the other side cuts it into."""
    got, wanted = _links(gold, owners(read))
    hit, said = _links(read, owners(gold))
    return Tally(hit, said, got, wanted)


def _links(groups: Clusters[H], other: Mapping[H, frozenset[H]]) -> tuple[int, int]:
    kept = sum(len(group) - len({other.get(m, m) for m in group}) for group in groups)
    return kept, sum(len(group) - 1 for group in groups)


def b_cubed(gold: Clusters[H], read: Clusters[H]) -> Tally:
    """Of each mention's cluster the share that is also in its cluster on the other side."""
    theirs, ours = owners(gold), owners(read)
    hit = sum(len(ours[m] & theirs.get(m, frozenset())) / len(ours[m]) for m in ours)
    got = sum(len(theirs[m] & ours.get(m, frozenset())) / len(theirs[m]) for m in theirs)
    return Tally(hit, len(ours), got, len(theirs))


def ceaf_e(gold: Clusters[H], read: Clusters[H]) -> Tally:
    """Clusters aligned one to one with the greatest total of 2 |shared| / (|one| + |other|)."""
    column = {m: j for j, group in enumerate(read) for m in group}
    gains = [[0.0] * len(read) for _ in gold]
    for i, group in enumerate(gold):
        for j in {column[m] for m in group if m in column}:
            gains[i][j] = 2 * len(group & read[j]) / (len(group) + len(read[j]))
    total = sum(gains[i][j] for i, j in assign(gains))
    return right(total, len(read), len(gold))


def pairwise(gold: Clusters[H], read: Clusters[H]) -> Tally:
    """Pairs of mentions in one cluster."""
    theirs, ours = owners(gold), owners(read)
    mentions = list(theirs)
    hit = said = wanted = 0
    for at, one in enumerate(mentions):
        for two in mentions[at + 1 :]:
            same_gold, same_read = two in theirs[one], two in ours.get(one, ())
            hit, said, wanted = hit + (same_gold and same_read), said + same_read, wanted + same_gold
    return right(hit, said, wanted)


def conll(*sums: float) -> float:
    """The mean of the three F1s out of twelve sums, four for each of MUC, B-cubed, CEAF-e."""
    return (f1(*sums[0:4]) + f1(*sums[4:8]) + f1(*sums[8:12])) / 3
