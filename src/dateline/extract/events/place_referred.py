"""Words that point to a place told before: "the capital", "the town", "across the country".

In: a draft whose own words name no place. Out: the same draft placed where the words point to, marked inferred, with
the mention that names it; left alone where nothing told before fits. The words are in relations.toml.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from dateline.codebook import load_toml
from dateline.extract.events.draft import Draft
from dateline.extract.events.headings import in_dateline
from dateline.extract.events.homeland import country_spoken_of, homeland, is_capital, nearest
from dateline.extract.events.place_own import TOWN, located
from dateline.extract.what.learned import fills
from dateline.extract.what.units import units
from dateline.gazetteer import country_facts, open_gazetteer
from dateline.gazetteer.names import key
from dateline.model.reading import Mention, Reading
from dateline.model.values import Candidate, Place
from dateline.text import span_at, token_at

WORDS = load_toml("relations.toml")["pointing"]
KINDS = {word: kind for kind in ("capital", "town", "province", "district") for word in WORDS[kind]}
EVERYWHERE = re.compile(WORDS["everywhere"], re.I)
RIM = re.compile(load_toml("relations.toml")["rim"], re.I)
RULE = "the {} that the words point to"
BESIDE = ("det", "prep", "relcl", "punct", "appos")  # what may hang on the noun without changing which one is meant
NATION = ("amod", "poss", "compound", "prep", "pobj")  # how the words that say whose capital it is hang on it


def refer(reading: Reading, draft: Draft) -> bool:
    """Place the draft where its words point to; False where they do not, or to nothing that is known."""
    at = reading.triggers[draft.frames[0].triggers[0]].head
    sentence = units(reading)[draft.frames[0].sentence]
    if EVERYWHERE.search(sentence.text):
        return _country(reading, draft, at)
    if RIM.search(sentence.text):
        return _town(reading, draft, at)
    token = token_at(reading.words, at)
    told = [token_at(reading.words, reading.triggers[i].head) for i in draft.frames[0].triggers]
    nouns = [n for n in sentence if n.lower_ in KINDS and any(_says_where(reading, n, trigger) for trigger in told)]
    nouns = [noun for noun in nouns if not _named(reading, noun)]
    return any(_meant(reading, draft, noun) for noun in sorted(nouns, key=lambda noun: abs(noun.i - token.i)))


def refer_back(reading: Reading, draft: Draft, start: int, stop: int) -> bool:
    """Place the draft in the capital, if words between the two offsets say last that the story is there."""
    nouns = [noun for noun in span_at(reading.words, start, stop) if noun.lower_ in WORDS["capital"]]
    there = [noun for noun in nouns if _by(noun) and _the(noun) and not _named(reading, noun)]
    return bool(there) and _capital(reading, draft, there[-1])


def _named(reading: Reading, noun: Token) -> bool:
    """Does the name follow: "the village of Tell Shawk"?"""
    end = noun.right_edge.idx + len(noun.right_edge)
    return any(noun.idx < m.start and m.end <= end for m in reading.places if m.usable)


def _meant(reading: Reading, draft: Draft, noun: Token) -> bool:
    """Place the draft at what the noun means."""
    kind = KINDS[noun.lower_]
    if kind == "capital":
        return _capital(reading, draft, noun)
    if kind != "town":
        return _unit(reading, draft, noun.idx, kind)
    here = any(child.lower_ == "this" for child in noun.children)
    itself = noun.i + 1 < len(reading.words) and noun.nbor().lower_ == "itself"
    return (here and _filed(reading, draft)) or _town(reading, draft, noun.idx, itself) or _filed(reading, draft)


def at_rim(reading: Reading, draft: Draft, place: Place) -> Place:
    """The place, "on the edge of" where the sentence puts it at the rim of that town."""
    rim = place.precision == "town" and RIM.search(units(reading)[draft.frames[0].sentence].text)
    return replace(place, relation="on the edge of") if rim else place


def _says_where(reading: Reading, noun: Token, trigger: Token) -> bool:
    """Does it hang on the trigger's clause by a word such as "in", or does the learned reader take it to say where?

    It is "the capital", and no "state capital", "largest city" or "capital Bamako".
    """
    if not _the(noun):
        return False
    place = _by(noun)
    hangs = any(above in noun.ancestors for above in _told_in(trigger)) or (
        noun.lower_ in WORDS["capital"] and not _of_who_acts(noun)
    )
    if not (place and hangs) and not fills(reading, "place", Mention(noun.idx, noun.idx + len(noun), noun.text)):
        return False
    return all(child.dep_ in BESIDE or _beside(reading, child) for child in noun.children)


def _of_who_acts(noun: Token) -> bool:
    """Does it only say where somebody is who does or says something ("the ministry in the capital said")?"""
    below = takewhile(lambda word: word.pos_ not in ("VERB", "AUX"), noun.ancestors)
    return any(word.dep_ in ("nsubj", "nsubjpass") for word in below)


def _the(noun: Token) -> bool:
    """Is it "the capital", and no part of a name?"""
    return not noun.ent_type_ and any(child.lower_ in WORDS["the"] for child in noun.children)


def _by(noun: Token) -> bool:
    """Does a word such as "in" govern it?"""
    return noun.dep_ == "pobj" and noun.head.lower_ in WORDS["by"]


def _told_in(trigger: Token) -> list[Token]:
    """The trigger and the words above it, as far as the verb of its clause: "was hit by a grenade"."""
    up = [trigger, *trigger.ancestors]
    first = next((n for n, word in enumerate(up) if n and word.pos_ in ("VERB", "AUX")), 1)
    return up[: first + 1]


def _beside(reading: Reading, child: Token) -> bool:
    """Does it leave open which one is meant ("the besieged town"), or say whose it is ("the Moldovan capital")?"""
    return child.lower_ in WORDS["beside"] or _nation(reading, child) is not None


def _nation(reading: Reading, word: Token) -> int | None:
    """The mention that names a country or its people by the word."""
    told = ((i, m) for i, m in enumerate(reading.places) if m.start <= word.idx < m.end)
    return next((i for i, m in told if m.place.country and m.place.precision == "country"), None)


def _country(reading: Reading, draft: Draft, at: int) -> bool:
    code = country_spoken_of(reading, at)
    index = nearest(reading, code, at) if code else None
    entry = open_gazetteer().country(code) if code else None
    if entry is None or index is None:
        return False
    return _give(draft, homeland(entry, reading.places[index]), index, "country")


def _capital(reading: Reading, draft: Draft, noun: Token) -> bool:
    """The capital of the country whose name hangs on the noun, else of the one spoken of around it."""
    named = (_nation(reading, token) for token in noun.subtree if token.dep_ in NATION)
    index = next((i for i in named if i is not None), None)
    told = country_spoken_of(reading, noun.idx)
    if index is None and told is None:
        index, told = _seat_of_story(reading), country_spoken_of(reading, noun.idx, back=True)
    code = told if index is None else reading.places[index].place.country
    facts = country_facts(code) if code else None
    index = nearest(reading, code, noun.idx) if code and index is None else index
    if facts is None or index is None:
        return False
    found = [c for c in open_gazetteer().find(key(facts.capital)) if c.feature == "P" and c.country == code]
    best = max(found, key=lambda c: c.population, default=None)
    return best is not None and _give(draft, placed(best, reading.places[index].text, "town"), index, "capital")


def _seat_of_story(reading: Reading) -> int | None:
    """The mention of a capital that the dateline names."""
    filed = (i for i, m in enumerate(reading.places) if in_dateline(reading, m.start) and m.place.geonameid)
    index = next(filed, None)
    return index if index is not None and is_capital(reading.places[index].place) else None


def placed(entry: Candidate, text: str, precision: str) -> Place:
    """An entry of the gazetteer as a place, under the words that speak of it."""
    where = (entry.geonameid, entry.lat, entry.lon, entry.admin1, entry.admin2, entry.country)
    return Place(text, entry.name, *where, precision)


def _town(reading: Reading, draft: Draft, at: int, itself: bool = False) -> bool:
    """The last town told before; `itself`: no matter how near it something else was."""
    before = [i for i, m in enumerate(reading.places) if m.start < at and m.place.precision in TOWN]
    found = located(reading, before)[-1:]
    place = reading.places[found[0]].place if found else None
    entry = next((c for c in place.candidates if c.geonameid == place.geonameid), None) if place and itself else None
    if entry and place:
        return _give(draft, placed(entry, place.text, "town"), found[0], "town")
    return place is not None and _give(draft, at_rim(reading, draft, place), found[0], "town")


def _filed(reading: Reading, draft: Draft) -> bool:
    """The town of the dateline, of which a reporter says "this town"."""
    filed = (i for i, m in enumerate(reading.places) if m.place.role == "filed-from" and m.place.precision == "town")
    index = next(filed, None)
    return index is not None and _give(draft, replace(reading.places[index].place, role="location"), index, "town")


def _unit(reading: Reading, draft: Draft, at: int, kind: str) -> bool:
    """The last such unit told before; else the one in which the last place lies."""
    before = located(reading, (i for i, m in enumerate(reading.places) if m.start < at))
    same = [i for i in before if reading.places[i].place.precision == kind][-1:]
    if same:
        return _give(draft, reading.places[same[0]].place, same[0], kind)
    last = reading.places[before[-1]].place if before and kind == "province" else None
    entry = open_gazetteer().admin1(last.country or "", last.admin1 or "") if last else None
    return entry is not None and _give(draft, placed(entry, reading.places[before[-1]].text, kind), before[-1], kind)


def _give(draft: Draft, place: Place, index: int, what: str) -> bool:
    draft.place, draft.place_mention = replace(place, inferred=True, rule=RULE.format(what)), index
    draft.place_basis = ("the words that point back",)
    return True
