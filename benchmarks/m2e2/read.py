"""Triggers and arguments of the four types, out of a reading.

In: a `Reading` and the sentences of its text. Out: `Trigger`s and `Argument`s. A verb of an event counts where its
clause tells who, whom or what with; a noun where it tells two of these and where; what is denied or only supposed does
not. Its type is the word's own ("killed in an attack" are two), and the event's only where the word has none
(types.toml); words of other harms (wounded) are no triggers, nor is what the learned reader all but rules out; what it
alone finds counts where it is all but certain. An argument counts in the sentence in which it stands, where the event
has a trigger there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.common.spans import Span
from benchmarks.m2e2.load import Argument, Trigger
from dateline.codebook import Learned, load_codebook
from dateline.evaluate.told import ToldEvent, told_events
from dateline.model.reading import Frame, Reading
from dateline.model.reading import Trigger as Word

ARGUMENTS = ("actors", "recipients", "parties", "places", "harms", "features")  # of a frame


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
    found = [Trigger(_word(reading, harm.head), kinds[harm.harm]) for harm in reading.harms if harm.harm in kinds]
    return [trigger for trigger in found if _thought_of(reading, trigger.span)]


def _word(reading: Reading, at: int) -> Span:
    """The phrase of the lists that begins there ("taken into custody"), else the word."""
    text = reading.report.text
    phrase = next((t.end for t in reading.triggers if t.start == at and not _alone(t)), 0)
    return at, max(phrase, next((i for i in range(at, len(text)) if text[i].isspace()), len(text)))


def _alone(word: Word) -> bool:
    """Does only the learned reader find it?"""
    return word.entry.startswith(Learned.PREFIX)


def _thought_of(reading: Reading, span: Span) -> bool:
    """Does the learned reader not all but rule it out ("carried the bodies of two")?"""
    least = load_codebook().learned.keep
    return any(_touch((g.start, g.end), span) for g in reading.guesses if g.score >= least)


def _words(reading: Reading, event: ToldEvent) -> Iterator[Trigger]:
    """The words of the event whose clause tells enough, each with its type."""
    for frame in reading.frames:
        words = [reading.triggers[i] for i in frame.triggers]
        main = (words[0].start, words[0].end)
        if any(_touch(main, span) for span in event.triggers) and event.stance not in table()["not_told"]:
            yield from (Trigger((w.start, w.end), _kind(w, event)) for w in words if _filled(frame, w) and _sure(w))


def _filled(frame: Frame, word: Word) -> bool:
    """Does its clause tell as much as the gold's triggers have: more than where, of a noun two things?"""
    own = {name for name in ARGUMENTS if getattr(frame, name)}
    return len(own) > 1 if word.pos == "NOUN" else bool(own - {"places"})


def _sure(word: Word) -> bool:
    """Does the learned reader not all but rule it out, and is it all but certain of what no list has?"""
    least = table()["alone"] if _alone(word) else load_codebook().learned.keep
    return word.guess is not None and word.guess.score >= least


def _kind(word: Word, event: ToldEvent) -> str:
    """The type that a word has of its own, else its event's."""
    family = load_codebook().triggers[word.entry].family
    own = table()["words"] | (table()["verbs"] if word.pos == "VERB" else {})
    return str(own.get(word.entry, own.get(family, kind(event))))


def _events(reading: Reading) -> list[tuple[ToldEvent, list[Trigger]]]:
    """Every event with its triggers, the harm words of its tolls among them."""
    harms, found = harm_words(reading), []
    for event in told_events(reading):
        inside = [h for h in harms if any(_touch(h.span, span) for t in event.tolls for span in t.spans)]
        found.append((event, _once([*(word for word in _words(reading, event) if word.kind), *inside])))
    return found


def _touch(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _once(found: Iterable[Trigger]) -> list[Trigger]:
    """Each word once for a type, in order of the text."""
    kept: list[Trigger] = []
    for trigger in sorted(found, key=lambda trigger: (trigger.span, trigger.kind)):
        if not any(other.kind == trigger.kind and _touch(other.span, trigger.span) for other in kept):
            kept.append(trigger)
    return kept


def triggers(reading: Reading) -> list[Trigger]:
    """Every trigger once, in order of the text."""
    return _once([*(trigger for _, own in _events(reading) for trigger in own), *harm_words(reading)])


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
