"""Clusters: pairs joined from the most alike down, as far as nothing forbids it.

In: ids, each one's report, scored pairs, what people decided, a likeness for other pairs. Out: sets of
accounts. No set holds two accounts of one report or a pair that a person set apart, and none takes an
account that is quite unlike one of its members.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dateline.merge.decided import Decided
from dateline.merge.settings import settings


class Clusters:
    """Growing sets of accounts; `parent` gives for each account the id of its set."""

    def __init__(self, reports: Mapping[str, str], decisions: Decided, likeness: Callable[[str, str], float]) -> None:
        self.reports = reports
        self.likeness = likeness
        self.parent = {name: name for name in reports}
        self.members = {name: [name] for name in reports}
        self.apart: dict[str, set[str]] = {}
        for left, right in decisions.apart:
            self.apart.setdefault(left, set()).add(right)
            self.apart.setdefault(right, set()).add(left)
        self.forced = {pair for pair, _ in decisions.joined if self._force(*pair)}

    def grow(self, scored: Iterable[tuple[float, str, str]]) -> None:
        """Join pairs, best first; equals in the order of their ids."""
        for _, left, right in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
            one, two = self.parent[left], self.parent[right]
            if one != two and self._may_join(one, two):
                self._unite(one, two)

    def sets(self) -> tuple[tuple[str, ...], ...]:
        """The clusters, members and sets in the order of their ids."""
        return tuple(sorted(tuple(sorted(group)) for group in self.members.values()))

    def _force(self, left: str, right: str) -> bool:
        """A person joined them; done unless that would join a pair set apart."""
        one, two = self.parent[left], self.parent[right]
        if one == two:
            return True
        if self._set_apart(one, two):
            return False
        self._unite(one, two)
        return True

    def _set_apart(self, one: str, two: str) -> bool:
        others = set(self.members[two])
        return any(not others.isdisjoint(self.apart.get(name, ())) for name in self.members[one])

    def _may_join(self, one: str, two: str) -> bool:
        told = {self.reports[name] for name in self.members[one]}
        if any(self.reports[name] in told for name in self.members[two]) or self._set_apart(one, two):
            return False
        some = settings().veto_members
        first, second = sorted(self.members[one])[:some], sorted(self.members[two])[:some]
        return all(self.likeness(a, b) >= settings().veto for a in first for b in second)

    def _unite(self, one: str, two: str) -> None:
        keep, gone = sorted((one, two))
        for name in self.members[gone]:
            self.parent[name] = keep
        self.members[keep] += self.members.pop(gone)
