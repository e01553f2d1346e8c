"""How far two coders agree, field by field.

In: for each of two coders, the events that they decided, as they stand under that coder's decisions alone. Out:
`Agreement`: for each field how many events both coded, the share on which they agree, and Krippendorff's alpha.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.likeness import alpha
from dateline.model.claims import Event
from dateline.review.coded import FIELDS, coded


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """One field: events that both coded, on how many they agree, alpha (None: nothing varies)."""

    field: str
    units: int
    same: int
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two coders; `both` are the ids of events that both decided."""

    coders: tuple[str, str]
    both: tuple[str, ...]
    fields: tuple[FieldAgreement, ...]

    def __str__(self) -> str:
        head = f"{' and '.join(self.coders)}: {len(self.both)} events decided by both"
        lines = [f"  {'field':<12}{'events':>8}{'agree':>8}{'alpha':>8}"] if self.fields else []
        for row in self.fields:
            value = "-" if row.alpha is None else f"{row.alpha:.2f}"
            lines.append(f"  {row.field:<12}{row.units:>8}{row.same:>8}{value:>8}")
        return "\n".join([head, *lines])


def agreement(one: str, two: str, left: Mapping[str, Event], right: Mapping[str, Event]) -> Agreement:
    """The agreement of the coders `one` and `two` on the events that stand in both mappings."""
    both = tuple(sorted(set(left) & set(right)))
    codings = [(coded(left[name]), coded(right[name])) for name in both]
    rows = []
    for field in FIELDS:
        units = [(a[field] or "none", b[field] or "none") for a, b in codings if field in a and field in b]
        if units:
            same = sum(a == b for a, b in units)
            rows.append(FieldAgreement(field, len(units), same, alpha(units)))
    return Agreement((one, two), both, tuple(rows))
