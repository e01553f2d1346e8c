"""One template for each incident, where a message tells it more than once.

In: templates in text order. Out: those of one type that hit the same person or thing, by the same words, made one: its
type, day and place are the first's, of all other slots it has every fill.
"""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.muc4.syntax import DATE, LOCATION, TYPE, Template

HIT = ("HUM TGT: NAME", "HUM TGT: DESCRIPTION", "PHYS TGT: ID")
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
    """Are they of one type, and did they hit the same?"""
    return known.types() == new.types() and any(set(known.fills(slot)) & set(new.fills(slot)) for slot in HIT)


def _joined(known: Template, new: Template) -> Template:
    slots = dict(known.slots)
    for slot, fills in new.slots.items():
        told = slots.get(slot, ())
        slots[slot] = told if told and slot in FIRST else tuple(dict.fromkeys((*told, *fills)))
    return Template(known.message, slots=slots)
