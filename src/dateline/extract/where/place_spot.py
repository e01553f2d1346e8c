"""A name in the text that may be a place, with all that the steps of the reading find out about it.

In: nothing. Out: `Spot`, filled step by step: found (place_find), weighed (place_weigh), read in its
context (place_cues), resolved (place_resolve), and made into a mention (places).
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.gazetteer.names import key
from dateline.model.values import Candidate


@dataclass(slots=True)
class Spot:
    """A name in the text that may be a place; `first`/`last` are word indexes, both inclusive."""

    first: int
    last: int
    start: int
    end: int
    text: str
    found: tuple[Candidate, ...] = ()
    kind: str | None = None
    lead: str = ""
    heads: bool = False  # opens an item of a list
    why_not: str | None = None
    weight: float = 0.0
    people: tuple[str, ...] = ()
    inside: Spot | None = None  # the place that the words put it in
    relation: str | None = None
    relation_kind: str | None = None
    phrase_start: int = -1
    phrase_end: int = -1
    role: str = "location"
    direction: str | None = None
    other_end: Spot | None = None  # "between X and Y", "the road from X to Y": Y
    mark: Spot | None = None  # the place that says where this one lies
    feature: str | None = None  # road, nature, site: inside the place that holds it
    holder: Spot | None = None  # the place that holds a feature
    ranked: tuple[Candidate, ...] = ()

    @property
    def key(self) -> str:
        """The folded name."""
        return key(self.text)

    @property
    def best(self) -> Candidate | None:
        """The candidate chosen, if any."""
        return self.ranked[0] if self.ranked else None
