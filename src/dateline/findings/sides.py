"""The two sides of a fight as UCDP has them, and whose dead a figure counts.

In: the participants that the fold found and a figure. Out: `Sides`: the kind of violence (1 state-based, 2 non-state,
3 one-sided, None where the words do not say) with either side's entries; `Sides.of` gives "deaths_a", "deaths_b",
"deaths_civilians" or "deaths_unknown". Source: UCDP GED codebook 25.1; the state is side A, civilians are side B.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.actors import country_of
from dateline.findings.rules import class_of
from dateline.findings.told import Told

Entry = dict[str, Any]
SIDE_A, SIDE_B, CIVILIANS, UNKNOWN = "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"
CATEGORY = {"state": "State forces", "armed": "Rebel group"}
ARMED, UNARMED = ("state", "armed"), ("people", "crowd")


@dataclass(frozen=True)
class Sides:
    """The kind of violence and either side's entries of the participants, the first with its name."""

    kind: int | None = None
    a: tuple[Entry, ...] = ()
    b: tuple[Entry, ...] = ()

    @property
    def names(self) -> tuple[str | None, str | None]:
        """The names of the two sides; the second of one-sided violence is "Civilians"."""
        first, second = (next((who["name"] for who in side), None) for side in (self.a, self.b))
        return first, "Civilians" if self.kind == 3 else second

    def of(self, told: Told) -> str:
        """The part that the figure's dead belong to."""
        if told.group["status"] == "civilian":
            return CIVILIANS
        if told.perpetrators:
            return self._only(lambda entry: entry["role"] == "actor")
        if told.fighters:
            named = told.group["side"]
            own = self._only(lambda entry: _names(named, entry)) if named else UNKNOWN
            of_others = named and country_of(named)  # "American soldiers", where no American takes part
            return own if own != UNKNOWN or of_others else self._only(lambda entry: _class(entry) == told.force)
        return UNKNOWN

    def _only(self, holds: Callable[[Entry], bool]) -> str:
        """The one side of which it holds; unknown where it holds of both or none."""
        a, b = any(map(holds, self.a)), any(map(holds, self.b))
        return UNKNOWN if a == b else SIDE_A if a else SIDE_B


def sides(people: Sequence[Entry], figures: Sequence[Told]) -> Sides:
    """The sides among these participants, as `participants` of the fold lists them; of fighters told only by their dead
    ("five soldiers died") the side has no name."""
    fighters = [who for who in people if _class(who) in ARMED]
    if not fighters:
        return Sides()
    hit = [who for who in people if who["role"] == "recipient"]
    first = tuple(who for who in fighters if _allied(who, fighters[0]))
    second = tuple(who for who in fighters if who not in first) or _fallen(first, figures)
    if not second:
        one_sided = bool(hit) and first[0]["role"] == "actor" and all(_class(who) in UNARMED for who in hit)
        return Sides(3 if one_sided else None, first)
    if _class(second[0]) == "state" and _class(first[0]) != "state":
        first, second = second, first
    return Sides(1 if _class(first[0]) == "state" else 2, first, second)


def _fallen(first: Sequence[Entry], figures: Sequence[Told]) -> tuple[Entry, ...]:
    """The other side where only its dead are told: soldiers against a group, militants against a state."""
    known = {_class(who) for who in first}
    forces = [told.force for told in figures if told.force and told.force not in known]
    return tuple({"role": "party", "name": None, "category": CATEGORY[force]} for force in forces[:1])


def _allied(who: Entry, first: Entry) -> bool:
    """Whether it stands on the first one's side: in the same role, or a party of the same kind and country."""
    if who is first:
        return True
    if who["role"] == "party" or first["role"] == "party":
        kinds = [(other["category"], other.get("country")) for other in (who, first)]
        return kinds[0] == kinds[1] and kinds[0][1] is not None
    return bool(who["role"] == first["role"])


def _class(who: Entry) -> str:
    return class_of(who.get("category"))


def _names(side: str, entry: Entry) -> bool:
    """Whether the name in a toll's words ("Malian", "ELN") is that participant's, or its country's."""
    home = country_of(side)
    if home is not None:
        return home == entry.get("country")
    told = f"{entry.get('text') or ''} {entry.get('name') or ''}".casefold()
    return re.search(rf"\b{re.escape(side.casefold())}\b", told) is not None
