"""One template for each incident, where a message tells it more than once.

In: templates in text order. Out: those of one type that hit the same person or thing, by the same words, made one; and
those of which one names neither person nor thing, where day, place and doers agree as far as they are told. The type,
day and place of what is joined are the first's, of all other slots it has every fill.
"""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.muc4.syntax import DATE, LOCATION, TYPE, Template

NAMED = ("HUM TGT: NAME", "PHYS TGT: ID")
HIT = (*NAMED, "HUM TGT: DESCRIPTION")
DOERS = ("PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID")
FIRST = (TYPE, DATE, LOCATION)


def one_each(templates: Iterable[Template]) -> list[Template]:
    """The templates, each incident once."""
    found: list[Template] = []
    for template in templates:
        at = next((i for i, known in enumerate(found) if _one(known, template)), None)
        if at is None:
            found.append(template)
        else:
            found[at] = _joined(found[at], template)
    return found


def _one(known: Template, new: Template) -> bool:
    """Are they of one type, and did they hit the same, or does one tell nothing that sets it apart?"""
    if known.types() != new.types():
        return False
    bare = any(not any(template.fills(slot) for slot in NAMED) for template in (known, new))
    return any(_shared(slot, known, new) for slot in HIT) or (bare and _agree(known, new))


def _agree(known: Template, new: Template) -> bool:
    """Do day, place and doers agree, where both tell them? "On or before" tells no day."""
    days = [_value(template, DATE) for template in (known, new)]
    places = sorted(_value(template, LOCATION) for template in (known, new))
    same_day = days[0] == days[1] or any(not day or day.startswith("-") for day in days)
    doers = (_shared(slot, known, new) or not (known.fills(slot) and new.fills(slot)) for slot in DOERS)
    return same_day and places[1].startswith(places[0]) and all(doers)


def _shared(slot: str, known: Template, new: Template) -> bool:
    return bool(set(known.fills(slot)) & set(new.fills(slot)))


def _value(template: Template, slot: str) -> str:
    return next((option.value for fill in template.fills(slot) for option in fill.options), "")


def _joined(known: Template, new: Template) -> Template:
    slots = dict(known.slots)
    for slot, fills in new.slots.items():
        told = slots.get(slot, ())
        slots[slot] = told if told and slot in FIRST else tuple(dict.fromkeys((*told, *fills)))
    return Template(known.message, slots=slots)
