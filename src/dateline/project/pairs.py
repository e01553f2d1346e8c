"""The pairs of accounts nearest to the line between one event and two: where a person should look first.

In: the state of a project. Out: `PairStatus`, one a pair that nobody has judged, with both reports and the reasons.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.export import told
from dateline.model.claims import Reason
from dateline.project.folding import State
from dateline.review import pairs


@dataclass(frozen=True, slots=True)
class PairStatus:
    """Two accounts, the event and the report of each; `merged`: taken for one event, on thin grounds."""

    accounts: tuple[str, str]
    events: tuple[str, str]
    reports: tuple[str, str]  # day and publisher
    merged: bool
    score: float
    reasons: tuple[Reason, ...]

    def lines(self) -> list[str]:
        """The pair with the comparisons behind it."""
        one, two = self.events
        how = f"{one}: merged on thin grounds" if self.merged else f"{one} and {two}: a near miss, kept apart"
        sides = zip(self.accounts, self.reports, strict=True)
        return [
            f"{how}, score {self.score:.2f}",
            *(f"    {account}  {report}" for account, report in sides),
            *(f"    {r.weight:+5.1f} bits  {r.field}: {r.seen}" for r in self.reasons),
        ]


def closest(state: State) -> tuple[PairStatus, ...]:
    """The pairs, those nearest to the line first."""
    return tuple(
        PairStatus(
            (pair.left, pair.right), (state.names[pair.left], state.names[pair.right]),
            (_report(state, pair.left), _report(state, pair.right)), pair.merged, pair.score, pair.reasons,
        )
        for pair in pairs(state.merged[0], state.counting)
        if pair.left in state.names and pair.right in state.names
    )  # fmt: skip


def _report(state: State, account: str) -> str:
    report = state.reports[state.accounts[account].report]
    return f"{report.published or 'no date'} {told.publisher(report)}"
