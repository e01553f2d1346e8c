"""Component "actors": the groups, forces and people that a report names, phrase by phrase.

In: a Reading with its parse. Out: `actors`, one mention a noun phrase: known names by the actor
file, state forces by country and regime of the day, gunmen, protesters and civilians by people.toml.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from spacy.tokens import Doc

from dateline.actors import Actor, country_name, generic, load_actors, state_force
from dateline.actors.countries import table
from dateline.actors.groups import choose
from dateline.extract.component import component
from dateline.extract.who.actor_country import country_around, main_country, ranked
from dateline.extract.who.actor_find import phrases
from dateline.extract.who.actor_phrase import Phrase
from dateline.extract.who.actor_same import meant, owner, same_state
from dateline.extract.who.proposed import proposed
from dateline.model.reading import ActorMention, PlaceMention, Reading
from dateline.text import text_of

LEAD = 400  # characters at the head of a report whose country words count twice
SHORT, LOUD = 3, 5  # letters of an acronym that many bear; the same in a text all in capitals
FORCES = ("military", "police", "government")


@dataclass
class _Context:
    """What the report as a whole tells: its day, its main country, its text, mentions so far."""

    doc: Doc
    text: str
    day: date | None
    country: str | None
    countries: list[str]  # most often named first
    earlier: list[tuple[str, ActorMention]] = field(default_factory=list)
    places: tuple[PlaceMention, ...] = ()
    named: frozenset[str] = frozenset()  # ids of all that names in the report may mean


@component(requires=("doc", "places", "fillers"), provides=("actors",))
def actors(reading: Reading) -> Reading:
    """The reading with `actors` in place, in the order of the text."""
    doc = reading.words
    day = reading.report.published or (reading.dateline.day if reading.dateline else None)
    text = text_of(doc)
    title = reading.report.title or ""
    counts = _with_places(ranked(f"{title} {title} {text[:LEAD]} {text}"), reading)
    found = phrases(doc)
    named = frozenset(actor.id for phrase in found for actor in phrase.named)
    context = _Context(doc, text, day, main_country(counts), [code for code, _ in counts], [], reading.places, named)
    for phrase in found:
        if (phrase.named and _out_of_place(phrase, context)) or _in_dateline(phrase, reading):
            continue
        mention = _mention(phrase, context)
        context.earlier.append((phrase.noun.noun if phrase.noun else "", mention))
    return reading.add(actors=proposed(reading, [mention for _, mention in context.earlier], context.country))


def _in_dateline(phrase: Phrase, reading: Reading) -> bool:
    """A country at the head of the story tells where, whatever the parser makes of it."""
    head = reading.dateline
    return bool(phrase.country and head and head.start <= reading.words[phrase.first].idx < head.end)


def _with_places(counts: list[tuple[str, int]], reading: Reading) -> list[tuple[str, int]]:
    """The counts with a vote for the country of each place found in the gazetteer."""
    votes = dict(counts)
    for mention in reading.places:
        country = mention.place.country
        if country and mention.usable and mention.place.geonameid and country_name(country):
            votes[country] = votes.get(country, 0) + 1
    return sorted(votes.items(), key=lambda row: (-row[1], row[0]))


def _out_of_place(phrase: Phrase, context: _Context) -> bool:
    """A short acronym where no country of its bearers is named: RSF the press group, not the militia."""
    named = set(context.countries)
    known = [a for a in phrase.named if a.lived(context.day) and (not a.countries or named.intersection(a.countries))]
    only = context.doc[phrase.last]
    lone = phrase.noun is None and len(only) <= (LOUD if context.text.isupper() else SHORT) and only.is_upper
    return lone and not known and bool(context.countries)


def _mention(phrase: Phrase, context: _Context) -> ActorMention:
    doc = context.doc
    start, end = doc[phrase.first].idx, doc[phrase.last].idx + len(doc[phrase.last])
    said = country_around(doc, phrase.first, phrase.last) or _country_before(phrase, context)
    mine = None if said or phrase.named else owner(doc, phrase, [m for _, m in context.earlier], context.places)
    if mine is not None:
        return replace(mine, start=start, end=end, text=context.text[start:end], head=doc[phrase.head].idx, told=True)
    actor = _actor(phrase, said, context)
    noun, category = phrase.noun, _category(phrase, actor)
    country = said or (actor.country if actor else None) or (context.country if category else None)
    name = actor.name if actor else _name(phrase, category, country)
    return ActorMention(
        start, end, context.text[start:end], head=doc[phrase.head].idx, name=name,
        actor=actor.id if actor else None, category=category, country=country,
        generic=actor is None, occupation=noun.occupation if noun and not actor else None,
        told=bool(said or phrase.country),
    )  # fmt: skip


def _country_before(phrase: Phrase, context: _Context) -> str | None:
    """The country told of the same force shortly before, for "the soldiers"."""
    noun = phrase.noun
    if noun is None or noun.kind not in ("state", "asset") or not phrase.definite or noun.force not in FORCES:
        return None
    return same_state(noun.force, context.doc[phrase.first].idx, [m for _, m in context.earlier])


def _actor(phrase: Phrase, said: str | None, context: _Context) -> Actor | None:
    noun = phrase.noun
    if phrase.named:
        tries = (choose(phrase.named, code, context.day) for code in (said or context.country, *context.countries))
        return next(filter(None, tries), None)
    if phrase.country:
        return _state(phrase.country, "military", context.day)
    if noun is None:
        return None
    if noun.kind in ("state", "asset") and noun.force in FORCES:
        country = said or context.country
        return _state(country, noun.force, context.day)
    if noun.kind == "collective" or noun.force == "international":
        allies = _coalition(phrase, context)
        if allies is not None:
            return allies
    if phrase.definite and not said:
        same = meant(noun.noun, context.doc[phrase.first].idx, context.earlier)
        return load_actors().get(same.actor) if same and same.actor else None
    return None


def _coalition(phrase: Phrase, context: _Context) -> Actor | None:
    """The coalition at war in the countries of the report, for "the coalition" where its enemy is named too."""
    words = {token.lower_ for token in context.doc[phrase.first : phrase.last + 1]}
    if not words & {"coalition", "coalition's"}:
        return None
    for country in context.countries:
        row = table("generic.toml")["coalitions"].get(country)
        if row and context.named & set(row["against"]):
            known = load_actors().get(row["actor"])
            return known if known and known.lived(context.day) else None
    return None


def _state(country: str | None, force: str, day: date | None) -> Actor | None:
    """The force of the state; None for a territory that the list of countries does not hold."""
    return state_force(country, force, day) if country and country_name(country) else None


def _category(phrase: Phrase, actor: Actor | None) -> str:
    noun = phrase.noun
    if noun is not None and noun.kind == "speaker":
        return ""
    if phrase.turned:
        return phrase.turned
    if actor is not None:
        return actor.category
    if phrase.named:
        return phrase.named[0].category
    return noun.category if noun else "Civilians"


def _name(phrase: Phrase, category: str, country: str | None) -> str:
    if phrase.named:
        return phrase.named[0].name
    noun, where = phrase.noun, country_name(country)
    if not category:
        return context_free(phrase)
    if noun is not None and noun.force in FORCES:
        return generic(noun.force, where)
    return generic(category, where, noun.identity if noun else None)


def context_free(phrase: Phrase) -> str:
    """The name of one who takes no part: the noun itself."""
    return phrase.noun.noun if phrase.noun else ""
