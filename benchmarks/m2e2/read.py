"""Triggers and arguments of the four types, out of a reading.

In: a `Reading` and the sentences of its text. Out: `Trigger`s and `Argument`s. Every trigger of an event counts; a word
of harm (killed, arrested) is a trigger of its own type and of no other. An argument counts in the sentence in which it
stands, where the event has a trigger there. Words of other harms (wounded) are no triggers.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.common.spans import Span
from benchmarks.m2e2.load import Argument, Trigger
from dateline.evaluate.told import ToldEvent, told_events
from dateline.model.reading import Reading


@cache
def table() -> dict[str, Any]:
    """types.toml."""
    return tomllib.loads(Path(__file__).with_name("types.toml").read_text("utf-8"))


def kind(event: ToldEvent) -> str:
    """The event's ACE type; "" where it has none."""
    return str(table()["sub_events"].get(event.sub_event, table()["events"].get(event.event, "")))


def harm_words(reading: Reading) -> list[Trigger]:
    """The words that tell of a harm that is an event of its own."""
    kinds = table()["harms"]
    return [Trigger(_word(reading, harm.head), kinds[harm.harm]) for harm in reading.harms if harm.harm in kinds]


def _word(reading: Reading, at: int) -> Span:
    text = reading.report.text
    return at, next((i for i in range(at, len(text)) if text[i].isspace()), len(text))


def _events(reading: Reading) -> list[tuple[ToldEvent, list[Trigger]]]:
    """Every event with its triggers by type, the harm words among them included."""
    harms, heads = harm_words(reading), [_word(reading, harm.head) for harm in reading.harms]
    found = []
    for event in told_events(reading):
        inside = [h for h in harms if any(_touch(h.span, span) for t in event.tolls for span in t.spans)]
        spans = [span for span in event.triggers if not any(_touch(span, head) for head in heads)]
        own = [Trigger(span, kind(event)) for span in spans if kind(event)]
        found.append((event, list(dict.fromkeys([*own, *inside]))))
    return found


def _touch(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def triggers(reading: Reading) -> list[Trigger]:
    """Every trigger once, in order of the text."""
    found = {trigger for _, own in _events(reading) for trigger in own} | set(harm_words(reading))
    return sorted(found, key=lambda trigger: (trigger.span, trigger.kind))


def arguments(reading: Reading, sentences: Sequence[Span]) -> list[Argument]:
    """Every argument once."""
    found = {
        argument
        for event, own in _events(reading)
        for trigger in own
        for argument in _of(event, trigger, next((s for s in sentences if s[0] <= trigger.span[0] < s[1]), (0, 0)))
    }
    return sorted(found, key=lambda argument: (argument.span, argument.kind, argument.role))


def _of(event: ToldEvent, trigger: Trigger, sentence: Span) -> Iterator[Argument]:
    roles = table()["roles"][trigger.kind]
    for what, span in _spans(event):
        if what in roles and sentence[0] <= span[0] < sentence[1]:
            yield Argument(span, trigger.kind, roles[what])


def _spans(event: ToldEvent) -> Iterator[tuple[str, Span]]:
    for told in event.participants:
        yield from ((told.value["role"], span) for span in told.spans[:1])
    for told in event.tolls:
        yield from ((told.value.get("harm", ""), span) for span in told.spans[:1])
    for name, values in (("place", event.places), ("weapon", event.weapons), ("target", event.targets)):
        yield from ((name, span) for told in values for span in told.spans[:1])
