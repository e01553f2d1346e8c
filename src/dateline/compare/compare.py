"""Matching two datasets: the best one-to-one pairs, rows that are several for one event, and what each has alone.

In: the entries of both, what could not be read, and, where our reports are at hand, whether one names a place. Out:
`Comparison`. The same input gives the same result, whatever its order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dateline.compare.alone import Alone, Beside, alone
from dateline.compare.candidates import Nearby
from dateline.compare.entry import Entry, Unread
from dateline.compare.tables import settings
from dateline.compare.weigh import Weighed, weigh
from dateline.likeness import best_pairs

ONE = "one to one"
Named = Callable[[Entry], bool]  # whether a report of ours names the place of that entry


@dataclass(frozen=True)
class Match:
    """Two entries that tell of one event; `how` says whether one to one, or one of several rows."""

    ours: Entry
    theirs: Entry
    pair: Weighed
    how: str


@dataclass(frozen=True)
class Comparison:
    """Two datasets side by side. `counts` are (ours, theirs): entries compared; `dataset` is theirs by name."""

    dataset: str
    title: str
    ours: tuple[Entry, ...]
    theirs: tuple[Entry, ...]
    withheld: tuple[Entry, ...]
    matches: tuple[Match, ...]
    only_ours: tuple[Alone, ...]
    only_theirs: tuple[Alone, ...]

    @property
    def one_to_one(self) -> tuple[Match, ...]:
        """The matches of one with one."""
        return tuple(match for match in self.matches if match.how == ONE)


def compare_entries(
    ours: Sequence[Entry], theirs: Sequence[Entry], dataset: str, title: str, unread: Sequence[Unread] = (),
    unread_ours: Sequence[Unread] = (), named: Named | None = None,
) -> Comparison:  # fmt: skip
    """The comparison of ours with theirs."""
    withheld = _ordered(entry for entry in ours if entry.withheld)
    mine, yours = _ordered(entry for entry in ours if not entry.withheld), _ordered(theirs)
    index = Nearby(yours)
    pairs = [weigh(mine[i], yours[j], (i, j)) for i in range(len(mine)) for j in index.near(mine[i].facts)]
    likely = {(pair.ours, pair.theirs): pair for pair in pairs if pair.score >= settings()["least"]}
    single = {at: pair.bits + 1e-6 for at, pair in likely.items() if _one_to_one(mine[at[0]], yours[at[1]])}
    chosen = best_pairs({at: gain for at, gain in single.items() if gain > 0})
    matches = [Match(mine[i], yours[j], likely[i, j], ONE) for i, j in chosen]
    matches += _several(mine, yours, likely, chosen)
    met = {id(entry) for match in matches for entry in (match.ours, match.theirs)}
    homes = {id(e): other.name for m in matches for e, other in ((m.ours, m.theirs), (m.theirs, m.ours))}
    here = Beside(mine, Nearby(mine), yours, index, withheld, Nearby(withheld), homes, dataset, named)
    return Comparison(
        dataset, title, mine, yours, withheld,
        tuple(sorted(matches, key=lambda m: (m.ours.facts.start or 0, m.ours.name, m.theirs.name))),
        alone(here, [e for e in mine if id(e) not in met], True, unread_ours),
        alone(here, [e for e in yours if id(e) not in met], False, unread),
    )  # fmt: skip


def _ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda e: (e.name, e.row)))


def _one_to_one(ours: Entry, theirs: Entry) -> bool:
    """A summary is no single event; two summaries may be one."""
    return (ours.facts.clarity == "single") == (theirs.facts.clarity == "single")


def _several(
    mine: Sequence[Entry], yours: Sequence[Entry], likely: dict[tuple[int, int], Weighed], chosen: list[tuple[int, int]]
) -> list[Match]:
    """Entries left over that lie within the days of one of the other side: its single days, or parts of a summary."""
    taken = ({i for i, _ in chosen}, {j for _, j in chosen})
    best: dict[tuple[int, int], Weighed] = {}
    for (i, j), pair in sorted(likely.items()):
        for side, at in ((0, i), (1, j)):
            key = side, at
            if at not in taken[side] and _covers((yours[j], mine[i])[side], (mine[i], yours[j])[side]):
                best[key] = max(best.get(key, pair), pair, key=lambda p: p.score)
    found = []
    for (side, _), pair in sorted(best.items()):
        i, j = pair.ours, pair.theirs
        how = ("ours is a part of theirs", "theirs is a part of ours")[side]
        found.append(Match(mine[i], yours[j], pair, how))
    return found


def _covers(wide: Entry, narrow: Entry) -> bool:
    """Whether the days of the one hold those of the other, and are more."""
    one, two = wide.facts, narrow.facts
    if one.start is None or one.end is None or two.start is None or two.end is None:
        return False
    return one.start <= two.start and two.end <= one.end and one.end - one.start > two.end - two.start
