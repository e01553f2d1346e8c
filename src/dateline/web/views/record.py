"""The record of an event: field by field the value, whose it is, the rival values and the claims behind them.

In: an event, its numbered claims, the decisions on it. Out: `FieldView`s. A machine's value and a person's are told
apart in words; no score is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.model.claims import Claim, Decision, Event, Finding
from dateline.project import shared
from dateline.web.views.article import lettered

SHOWN = ("type", "period", "place", "participant", "killed")  # fields that stand in every record
PLURAL = {"participant": "participants"}
ONE_VALUE = ("type", "period", "place", "weapon", "target", *shared.HARMS)


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim; `set_aside` and `new` since the event was decided."""

    number: int
    id: str
    value: str
    said: str
    doubt: str
    quote: str
    basis: str
    report: str
    source: str
    person: str
    part: bool
    set_aside: bool
    new: bool


@dataclass(frozen=True, slots=True)
class Rival:
    """One value that claims give the field; `choice` is its number (a key up to 9), 0 where nothing is to choose."""

    choice: int
    value: str
    chosen: bool
    claims: tuple[ClaimView, ...]

    @property
    def claim(self) -> str:
        """The claim that a choice names: the first that counts."""
        return next((c.id for c in self.claims if not c.set_aside), self.claims[0].id)


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of the record."""

    field: str
    heading: str
    kind: str
    value: str
    more: str
    whose: str
    disputed: bool
    rivals: tuple[Rival, ...]

    @property
    def values(self) -> list[str]:
        """The value, a line for each part."""
        return self.value.split("; ")

    @property
    def repeated(self) -> bool:
        """Whether the value says no more than the list of what claims give."""
        return len(self.rivals) > 1 and sorted(self.values) == sorted(rival.value for rival in self.rivals)

    @property
    def open(self) -> bool:
        """Whether rival values wait for a choice."""
        return len(self.rivals) > 1 and self.rivals[0].choice > 0 and self.whose == "machine"


def record(
    event: Event, numbered: Sequence[tuple[int, Claim]], stand: Sequence[Decision], new: Sequence[str] = ()
) -> list[FieldView]:
    """The fields in the order of the codebook; those that nobody tells of are left out, but for the main ones."""
    by_field: dict[str, list[ClaimView]] = {}
    aside = _set_aside(stand)
    sources = lettered(event)
    for number, claim in numbered:
        by_field.setdefault(claim.field, []).append(_claim(number, claim, aside, new, sources.get(claim.report, "")))
    table = shared.words()["field"]
    table = {name: table[name] for name in (*SHOWN, *table)}  # the main fields first
    made = {d.id: d for d in stand}
    return [
        _field(event, name, (table[name][0], table[name][1]), by_field.get(name, []), made)
        for name in table
        if name in by_field or name in SHOWN
    ]


def _set_aside(stand: Sequence[Decision]) -> set[str]:
    aside: set[str] = set()
    for decision in stand:
        if decision.act in ("reject", "accept") and not decision.field:
            change = aside.update if decision.act == "reject" else aside.difference_update
            change(target for target in decision.target if target.startswith("c"))
    return aside


def _claim(number: int, claim: Claim, aside: set[str], new: Sequence[str], source: str) -> ClaimView:
    person = next((o.removeprefix("person: ") for o in claim.origins if o.startswith("person: ")), "")
    basis = " ".join(part for part in (claim.basis or "", *claim.inputs) if part) if claim.basis else ""
    name = claim.id
    return ClaimView(
        number, name, shared.claim_words(claim), shared.said_words(claim), shared.doubt_words(claim),
        " … ".join(" ".join(p.quote.split()) for p in claim.passages), basis, claim.report, source, person,
        claim.part_of is not None, name in aside, name in new,
    )  # fmt: skip


def _field(
    event: Event, name: str, told_as: tuple[str, str], claims: list[ClaimView], made: dict[str, Decision]
) -> FieldView:
    found = event.finding(PLURAL.get(name, name))
    told = _tolls(event, name)
    made_by = next((t["decision"] for t in told if "decision" in t), found.decision if found else None)
    decision = made.get(made_by or "")
    value, more = _value(event, name, found)
    supporting = {c for t in told if "decision" in t for c in t["claims"]} or set(found.supporting if found else ())
    if name == "participant":
        supporting = {claim.id for claim in claims if claim.value in value.split("; ")}
    return FieldView(
        name, *told_as, value, more,
        f"chosen by {decision.by}" if decision else "machine",
        any(t["disputed"] for t in told),
        _rivals(name, claims, supporting if decision else set()),
    )  # fmt: skip


def _rivals(name: str, claims: list[ClaimView], supporting: set[str]) -> tuple[Rival, ...]:
    groups: dict[tuple[str, bool], list[ClaimView]] = {}
    for claim in claims:
        groups.setdefault((claim.value, claim.part), []).append(claim)
    several = name in ONE_VALUE and len(groups) > 1
    return tuple(
        Rival(number if several else 0, value, any(c.id in supporting for c in group), tuple(group))
        for number, ((value, _), group) in enumerate(groups.items(), 1)
    )


def _value(event: Event, name: str, found: Finding | None) -> tuple[str, str]:
    """The value in words, and what stands small beside it."""
    if name == "killed":
        return _killed(event)
    if name in shared.HARMS:
        return _span(event, name) or "not told", ""
    if found is None or found.value in (None, [], ""):
        return "not told", ""
    if name == "place":
        return shared.place_words(found.value), shared.words()["precision"].get(found.value.get("precision"), "")
    if name == "period":
        return shared.period_words(found.value), "" if found.value.get("precision") == "day" else "not exact"
    if name == "participant":
        people = found.value if isinstance(found.value, list) else [found.value]
        return "; ".join(f"{who['name']} ({who['role']})" for who in people), ""
    if name == "type":
        return event.type.acled_sub_event, event.type.acled_event
    return shared.value_words(PLURAL.get(name, name), found.value), ""


def _tolls(event: Event, harm: str) -> list[dict[str, Any]]:
    """The entries of the tolls on that harm."""
    found = event.finding("tolls")
    return [t for t in (found.value if found else None) or [] if isinstance(t, dict) and t["harm"] == harm]


def _span(event: Event, harm: str) -> str:
    """What all claims on those harmed span: "11 to 17 people"; groups that are told apart one after the other."""
    rows = _tolls(event, harm)
    whole = [t for t in rows if not t.get("subset_of") and not t.get("cumulative")] or rows
    return "; ".join(shared.value_words("tolls", [t]).removeprefix(f"{harm}: ") for t in whole)


def _killed(event: Event) -> tuple[str, str]:
    """The range claimed, or what was chosen; and what each data set's rule makes of it."""
    rules = [f for f in event.findings if f.field == "killed"]
    chosen = next((f for f in rules if f.decision), None)
    settled = chosen is not None and not any("decision" in t for t in _tolls(event, "killed"))
    span = str(_number(chosen.value)) if chosen and settled else _span(event, "killed") or "not told"
    return span, " · ".join(f"{f.rule.split(':')[0].upper()} {_number(f.value)}" for f in rules)


def _number(value: Any) -> str:
    if isinstance(value, list):
        return "–".join("?" if end is None else str(end) for end in value) if any(value) else "none told"
    return "none told" if value is None else str(value)
