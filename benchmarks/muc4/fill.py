"""MUC-4 templates out of a reading: one for each event that is an incident in the task's sense.

In: a `Reading` of a message. Out: `Template`s in the keys' syntax, filled only with words of the text, figures
and set values. Which events count and how values are written is in fill.toml, as the task's description has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from spacy.tokens import Span as Words

from benchmarks.common.reading import happened
from benchmarks.common.spans import Span
from benchmarks.muc4.names import persons
from benchmarks.muc4.one_each import NAMED, one_each
from benchmarks.muc4.perpetrators import perpetrators
from benchmarks.muc4.phrases import thing
from benchmarks.muc4.syntax import DATE, LOCATION, TYPE, Template
from benchmarks.muc4.victims import victims
from benchmarks.muc4.wording import one, strings, table, uncounted, upper
from dateline.actors import people_noun
from dateline.evaluate.told import ToldEvent
from dateline.gazetteer.countries import country_facts
from dateline.model.reading import Reading
from dateline.spelling import fold
from dateline.text import span_at


def templates(reading: Reading, message: str) -> list[Template]:
    """One template for each incident."""
    incidents = [event for event in happened(reading) if _is_incident(event, reading.story_day)]
    filled = [(event, _template(event, reading, message)) for event in incidents if _is_specific(event, reading)]
    return one_each(template for event, template in filled if event.clarity == "single" or _names(template))


def _names(template: Template) -> bool:
    """Does it name a person or a thing that was hit?"""
    return any(template.fills(slot) for slot in NAMED)


def _is_incident(event: ToldEvent, story: date | None) -> bool:
    choice = table()["choice"]
    if event.sub_event not in table()["types"] or not _hits(event):
        return False
    if event.sub_event in choice["against_civilians"] and not _hits_civilians(event):
        return False
    country = (event.place or {}).get("country")
    if country and country not in choice["countries"]:
        return False
    period = event.period
    if not (story and period and period.end):
        return True
    return period.end >= story - timedelta(days=choice["recent_days"])


def _is_specific(event: ToldEvent, reading: Reading) -> bool:
    """Is it told which people it hit, or what: not only "peasants", "many journalists"?"""
    hit = [t for t in (*event.tolls, *event.participants) if t.rests and t.value.get("role") in (None, "recipient")]
    heads = [span_at(reading.words, *told.spans[0]) for told in hit]
    return bool(event.targets or not heads or not all(_at_large(words) for words in heads))


def _at_large(words: Words) -> bool:
    """Is it a bare plural, without a number or an article?"""
    told = any(token.like_num or token.pos_ == "NUM" or token.lower_ in ("the", "these", "those") for token in words)
    return words.root.tag_ in ("NNS", "NNPS") and not told


def _hits(event: ToldEvent) -> bool:
    """Is it told what or whom it hit?"""
    hurt = any(told.value["role"] == "recipient" for told in event.participants)
    return bool(event.targets or event.tolls or hurt)


def _hits_civilians(event: ToldEvent) -> bool:
    harmed = [t for t in event.tolls if (t.value.get("group") or {}).get("status") == "civilian"]
    hit = [p for p in event.participants if p.value["role"] != "actor" and p.value.get("category") == "Civilians"]
    return bool(harmed or hit)


def _template(event: ToldEvent, reading: Reading, message: str) -> Template:
    slots = {
        TYPE: one(_type(event)),
        DATE: one(_date(event, reading.story_day)),
        LOCATION: one(_location(event)),
        "INCIDENT: INSTRUMENT ID": strings(_instruments(event, reading)),
        **perpetrators(event, reading),
        "PHYS TGT: ID": strings(uncounted(thing(reading, span)) for span in _targets(event, reading)),
        **victims(event, persons(reading)),
    }
    return Template(message, slots={slot: fills for slot, fills in slots.items() if fills})


def _type(event: ToldEvent) -> str:
    kind: str = table()["types"][event.sub_event]
    if event.sub_event == "Looting/property destruction":
        trigger = fold(event.quote)
        for name in ("arson", "robbery"):
            if any(word in trigger for word in table()["choice"][name]):
                return name.upper()
    return kind


def _date(event: ToldEvent, story: date | None) -> str | None:
    told = next((told.value for told in event.periods if told.value.get("start") and told.value.get("end")), None)
    if told is None:
        return f"- {_day(story)}" if story else None
    if story and any((told.get("rule") or "").startswith(rule) for rule in table()["slots"]["on_or_before"]):
        return f"- {_day(story)}"
    start, end = date.fromisoformat(told["start"]), date.fromisoformat(told["end"])
    return _day(start) if start == end else f"{_day(start)} - {_day(end)}"


def _day(day: date) -> str:
    return day.strftime("%d %b %y").upper()


def _location(event: ToldEvent) -> str | None:
    place = event.place
    facts = country_facts(place["country"]) if place and place.get("country") else None
    if place is None or facts is None:
        return None
    name = place.get("name") or place.get("text") or ""
    inner = "" if place.get("precision") == "country" else name
    return ": ".join(part.upper() for part in (facts.name, inner) if part)


def _targets(event: ToldEvent, reading: Reading) -> list[Span]:
    """What was hit, no street or town; where a sentence lists several ("a bank, the state bank"), each.

    A list goes on with things of the same kind, and with what the learned reader takes for hit in the sentence.
    """
    found: list[Span] = []
    sentences = []
    for told in (told for told in event.targets if told.rests):
        sentence = span_at(reading.words, *told.spans[0]).sent
        alike = (f for f in reading.features if f.field == "target" and f.value == told.value["value"])
        found += [(f.start, f.end) for f in alike if sentence.start_char <= f.start < sentence.end_char]
        sentences.append(sentence)
    found = [span for span in found if span_at(reading.words, *span).root.lemma_.lower() not in _no_target()]
    for sentence in sentences:
        for span in _taken_for_hit(sentence, reading) if found else ():
            if not any(start < span[1] and span[0] < end for start, end in found):
                found.append(span)
    return found


def _taken_for_hit(sentence: Words, reading: Reading) -> Iterator[Span]:
    """The heads of the words that the learned reader takes for targets, each of a list; no people."""
    for guess in reading.fillers:
        if guess.role == "target" and sentence.start_char <= guess.start < sentence.end_char:
            root = span_at(reading.words, guess.start, guess.end).root
            for head in (root, *(token for token in root.conjuncts if guess.start <= token.idx < guess.end)):
                lemma = head.lemma_.lower()
                people = head.ent_type_ == "PERSON" or people_noun([lemma]) or people_noun([head.lower_])
                if head.pos_ in ("NOUN", "PROPN") and lemma not in _no_target() and not people:
                    yield head.idx, head.idx + len(head)


def _no_target() -> list[str]:
    listed: list[str] = table()["slots"]["no_target"]
    return listed


def _instruments(event: ToldEvent, reading: Reading) -> Iterator[str]:
    """The weapons that are named as things: "blew up" and "the bombings" tell none."""
    for told in event.weapons:
        head = span_at(reading.words, *told.spans[0]).root
        if head.pos_ != "VERB" and fold(head.lemma_) not in table()["slots"]["no_instrument"]:
            yield upper(told.quote)
