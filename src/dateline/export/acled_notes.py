"""ACLED's `notes`: "On 15 March 2025, gunmen ... in Djibo (Djibo, Sahel)." with who gives which figure.

In: an event with its claims and sides. Out: a few factual sentences, masked where published.
"""

from __future__ import annotations

import re
from typing import Any

from dateline.export import phrases, told
from dateline.export.acled_sides import Side
from dateline.export.files import table
from dateline.export.mask import Masker
from dateline.gazetteer.countries import people
from dateline.model.claims import Claim, Event

OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{(\w+)\}")


def filled(template: str, **values: str) -> str:
    """The template with its slots filled; a bracket whose slots are empty falls away."""

    def bracket(match: re.Match[str]) -> str:
        return match[1] if all(values[name] for name in SLOT.findall(match[1])) else ""

    return OPTIONAL.sub(bracket, template).format(**values)


def mid_sentence(text: str, masker: Masker) -> str:
    """Words that stood at the head of a sentence as they stand within one; names keep their capital."""
    first, _, rest = text.partition(" ")
    if first in table("notes.toml")["generic"]["words"]:
        return text[:1].lower() + text[1:]
    if not rest[:1].islower() or not first[1:].islower() or people(first):
        return text
    return text if first in masker.capitals else text[:1].lower() + text[1:]


def who(side: Side, masker: Masker) -> str:
    """A side as the report calls it, else by its name."""
    return mid_sentence(side.text, masker) if side.text else table("notes.toml")["unnamed"].get(side.inter, side.name)


def when(period: dict[str, Any] | None) -> str:
    """ "On 15 March 2025", "In February 2025", "Between 10–16 March 2025"."""
    words, period = phrases.period_words(period), period or {}
    if period.get("start") == period.get("end"):
        return f"On {words}"
    return f"In {words}" if period.get("precision") == "month" else f"Around {words}"


def where(place: dict[str, Any], country: str) -> str:
    """ "in Djibo (Djibo, Sahel)", "near Arbinda (Sahel)"."""
    name = place.get("name") or place.get("text") or country
    units = ", ".join(unit for unit in dict.fromkeys((place.get("admin2"), place.get("admin1"))) if unit)
    relation = place.get("relation") or ("near" if place.get("precision") == "near" else "")
    alone = not set(relation.split()).isdisjoint(table("notes.toml")["relation"]["before"])
    before = relation if alone else f"in {relation}".strip()
    return f"{before} {name}" + (f" ({units})" if units else "")


def lead(event: Event, one: Side, two: Side, country: str, masker: Masker) -> str:
    """The first sentence: when, who, what, where."""
    notes, kind = table("notes.toml"), event.type.acled_sub_event
    weapon, target = told.value(event, "weapon"), told.value(event, "target")
    act = filled(
        notes["act"][kind],
        one=who(one, masker),
        two=who(two, masker) if two.text or two.inter == "Civilians" else "",
        weapon=notes["weapon"].get(weapon, weapon or ""),
        target=notes["target"].get(target, f"a {target}" if target else ""),
    )
    hedge = "reportedly " if event.stance != "asserted" else ""
    return f"{when(told.period(event))}, {hedge}{act} {where(told.place(event) or {}, country)}."


def harms(event: Event, masker: Masker) -> list[str]:
    """One sentence for each speaker, with every figure he gives."""
    spoken: dict[str, list[Claim]] = {}
    for claim in event.claims:
        if claim.field in told.HARMS and isinstance(claim.value, dict) and "estimate" in claim.value:
            spoken.setdefault(mid_sentence(phrases.sayers(claim, masker), masker), []).append(claim)
    return [_said(speaker, claims) for speaker, claims in spoken.items()]


def _said(speaker: str, claims: list[Claim]) -> str:
    voice = f"According to {speaker}, " if speaker else "Reportedly, "
    held = [claim for claim in claims if claim.stance != "denied"]
    denied = [f"it is not true that {part}" for part in _harmed([c for c in claims if c.stance == "denied"])]
    doubts = dict.fromkeys(table("notes.toml")["doubt"].get(claim.verification or "", "") for claim in claims)
    text = phrases.listed(_harmed(held) + denied)
    return voice + (text if speaker else text.replace("allegedly ", "")) + "".join(doubts) + "."


def _harmed(claims: list[Claim]) -> list[str]:
    """ "17 people were killed" for each harm; rival figures of one group are joined with "or"."""
    parts: list[str] = []
    for harm in told.HARMS:
        figures, groups = [claim for claim in claims if claim.field == harm], dict[str, list[str]]()
        for claim in figures:
            if not _is_part(claim, figures):
                groups.setdefault(str(claim.value.get("group")), []).append(_figure(claim, figures))
        words = [" or ".join(dict.fromkeys(rivals)) for rivals in groups.values()]
        verb = "was" if len(words) == 1 and words[0].startswith("1 ") else "were"
        parts += [f"{phrases.listed(words)} {verb} {table('words.toml')['harm'][harm]}"] if words else []
    return parts


def _is_part(claim: Claim, figures: list[Claim]) -> bool:
    return claim.part_of in {other.id for other in figures}


def _figure(claim: Claim, figures: list[Claim]) -> str:
    parts = [_hedged(part) for part in figures if part.part_of == claim.id]
    return _hedged(claim) + (f" (among them {phrases.listed(parts)})" if parts else "")


def _hedged(claim: Claim) -> str:
    hedge = table("notes.toml")["hedge"].get(claim.stance, "")
    return f"{hedge}{phrases.claim_toll(claim)}"


def dispute(event: Event) -> list[str]:
    """That the dead are disputed, and which figure stands in the row."""
    disputed = any(toll["disputed"] and toll["harm"] == "killed" for toll in told.tolls(event))
    lowest = told.value(event, "killed", "acled: lowest reliable")
    return [f"The number of dead is disputed; coded {lowest}, the lowest reliable figure."] if disputed else []


def blame(event: Event, masker: Masker) -> list[str]:
    """Who is named as the doer, by whom, on what ground."""
    lines: list[str] = []
    for item in told.value(event, "responsibility") or []:
        template = table("notes.toml")["blame"].get(item.get("ground"), "")
        values = {"actor": item.get("actor") or "", "by": phrases.lower_article(item.get("by") or "")}
        if template and all(values[name] for name in SLOT.findall(OPTIONAL.sub("", template))):
            lines.append(filled(template, **values))
    return [masker.words(line[:1].upper() + line[1:]) for line in dict.fromkeys(lines)]


def notes(event: Event, one: Side, two: Side, country: str, masker: Masker) -> str:
    """The whole note."""
    first = masker.words(lead(event, one, two, country, masker))
    return " ".join([first, *harms(event, masker), *dispute(event), *blame(event, masker)])
