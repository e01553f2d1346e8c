"""Words that point to a place told before: "the capital", "the town", "across the country".

In: a draft whose own words name no place. Out: the same draft placed where the words point to, marked inferred, with
the mention that names it; left alone where nothing told before fits. The words are in relations.toml.
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from dateline.codebook import load_toml
from dateline.extract.events.draft import Draft
from dateline.extract.events.homeland import country_spoken_of, homeland, nearest
from dateline.extract.events.place_own import located
from dateline.extract.what.units import units
from dateline.gazetteer import country_facts, open_gazetteer
from dateline.gazetteer.names import key
from dateline.model.reading import Reading
from dateline.model.values import Candidate, Place
from dateline.text import token_at

WORDS = load_toml("relations.toml")["pointing"]
EVERYWHERE = re.compile(WORDS["everywhere"], re.I)
RIM = re.compile(load_toml("relations.toml")["rim"], re.I)
RULE = "the {} that the words point to"
BESIDE = ("det", "prep", "relcl", "punct", "appos")  # what may hang on the noun without changing which one is meant


def refer(reading: Reading, draft: Draft) -> bool:
    """Place the draft where its words point to; False where they do not, or to nothing that is known."""
    at = reading.triggers[draft.frames[0].triggers[0]].head
    sentence = units(reading)[draft.frames[0].sentence]
    if EVERYWHERE.search(sentence.text):
        return _country(reading, draft, at)
    if RIM.search(sentence.text):
        return _town(reading, draft, at)
    token = token_at(reading.words, at)
    for noun in sentence:
        what = next((name for name in ("capital", "town") if noun.lower_ in WORDS[name]), None)
        if what and _points(noun) and _says_where(noun, token):
            return _capital(reading, draft, at) if what == "capital" else _town(reading, draft, noun.idx)
    return False


def at_rim(reading: Reading, draft: Draft, place: Place) -> Place:
    """The place, "on the edge of" where the sentence puts it at the rim of that town."""
    rim = place.precision == "town" and RIM.search(units(reading)[draft.frames[0].sentence].text)
    return replace(place, relation="on the edge of") if rim else place


def _points(noun: Token) -> bool:
    """Is it "the capital", and no "state capital", "largest city" or "capital Bamako"?"""
    the = any(child.lower_ == "the" for child in noun.children)
    return the and noun.ent_type_ == "" and all(child.dep_ in BESIDE for child in noun.children)


def _says_where(noun: Token, trigger: Token) -> bool:
    """Does it hang on the trigger's clause by a word such as "in"?"""
    place = noun.dep_ == "pobj" and noun.head.lower_ in WORDS["by"]
    return place and (trigger in noun.ancestors or trigger.head in noun.ancestors)


def _country(reading: Reading, draft: Draft, at: int) -> bool:
    code = country_spoken_of(reading, at)
    index = nearest(reading, code, at) if code else None
    entry = open_gazetteer().country(code) if code else None
    if entry is None or index is None:
        return False
    return _give(draft, homeland(entry, reading.places[index]), index, "country")


def _capital(reading: Reading, draft: Draft, at: int) -> bool:
    code = country_spoken_of(reading, at)
    facts = country_facts(code) if code else None
    index = nearest(reading, code, at) if code else None
    if facts is None or index is None:
        return False
    found = [c for c in open_gazetteer().find(key(facts.capital)) if c.feature == "P" and c.country == code]
    best = max(found, key=lambda c: c.population, default=None)
    return best is not None and _give(draft, placed(best, reading.places[index].text, "town"), index, "capital")


def placed(entry: Candidate, text: str, precision: str) -> Place:
    """An entry of the gazetteer as a place, under the words that speak of it."""
    where = (entry.geonameid, entry.lat, entry.lon, entry.admin1, entry.admin2, entry.country)
    return Place(text, entry.name, *where, precision)


def _town(reading: Reading, draft: Draft, at: int) -> bool:
    """The last town told before."""
    before = [i for i, m in enumerate(reading.places) if m.start < at and m.place.precision in ("town", "near")]
    found = located(reading, before)[-1:]
    return bool(found) and _give(draft, at_rim(reading, draft, reading.places[found[0]].place), found[0], "town")


def _give(draft: Draft, place: Place, index: int, what: str) -> bool:
    draft.place, draft.place_mention = replace(place, inferred=True, rule=RULE.format(what)), index
    draft.place_basis = ("the words that point back",)
    return True
