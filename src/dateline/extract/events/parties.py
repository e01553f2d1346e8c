"""Participants: the actor mentions of a draft in their roles, named after the place and the day.

In: a settled draft and its type. Out: participants with their mention and origin, each name once a role.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dateline.actors import country_name, country_of, generic
from dateline.extract.events.as_shown import (
    CROWD,
    FORCE,
    PROTEST,
    RIOT,
    called,
    crowdlike,
    in_battle,
    in_office,
    stands_for_more,
    turned,
    words,
)  # fmt: skip
from dateline.extract.events.bystanders import likely, many, spoken, without_role
from dateline.extract.events.draft import Draft
from dateline.extract.events.naming import names
from dateline.extract.events.pronouns import meant
from dateline.extract.what.evidence import NONSTATE, STATE
from dateline.extract.what.learned import BOTH, proposed
from dateline.extract.what.syntax import arguments
from dateline.extract.who.actor_phrase import noun_list
from dateline.model.reading import ActorMention, HarmMention, Mention, Reading
from dateline.model.values import EventType, Participant
from dateline.text import span_at, token_at

UNDERGONE = ("abduct", "arrest", "release", "rescue", "sentence")  # without an object, their subject is the one
APART = noun_list("apart")
NONE = ("no", "nobody", "not", "none", "neither")
SUICIDE = "Suicide bomb"
Row = tuple[Participant, Mention | None, dict[str, Any]]  # with its origin, as fields of a claim
SURELY = 0.8  # likelihood from which a doer is one, though the parse has it otherwise
ACTED_ON = ("dobj", "obj", "pobj", "dative", "nsubjpass")
GROUND = {"self-claimed": "self-claimed", "accused": "accused"}


def _told(reading: Reading, draft: Draft) -> dict[int, str]:
    """Mention -> role, as the parse tells it, pronouns understood."""
    rows = (("actor", "actors"), ("recipient", "recipients"), ("party", "parties"))
    found: dict[int, str] = {}
    for role, layer in rows:
        for index in draft.every(layer):
            found.setdefault(index, role)
    for role, start, end in meant(reading, draft.every("triggers")):
        for index, mention in enumerate(reading.actors):
            if (mention.start, mention.end) == (start, end):
                found.setdefault(index, role)
    return found


def _is_there(reading: Reading, mention: ActorMention) -> bool:
    """Neither "no pupils" nor what others are made or taken for ("recruited as bombers")."""
    head = token_at(reading.words, mention.head)
    taken_for = head.dep_ == "pobj" and head.head.lower_ == "as"
    return mention.text.split()[0].lower() not in NONE and not taken_for


def _righted(reading: Reading, draft: Draft, type_: EventType, roles: Mapping[int, str]) -> dict[int, str]:
    """The roles with those set right that the event shows to be the wrong way round."""
    out = {i: role for i, role in roles.items() if _is_there(reading, reading.actors[i])}
    out = {i: role for i, role in out.items() if not _only_speaks(reading, draft, i)}
    out |= {i: "actor" for i, role in out.items() if role == "recipient" and _mistaken(reading, reading.actors[i])}
    if type_.acled_sub_event != SUICIDE:  # who blew himself up is counted among the dead, and did it
        harmed = (i for i in _harmed(reading, draft) if out.get(i) == "actor")
        out |= {i: "recipient" for i in harmed if not _acts(reading.actors[i])}
    if draft.families[0] in UNDERGONE and "recipient" not in roles.values():
        out |= dict.fromkeys(_subjects(reading, draft, out), "recipient")
    elif type_.acled_event != "Battles" and "actor" not in roles.values():
        doers = noun_list("doers")
        out |= {i: "actor" for i, role in out.items() if role == "recipient" and words(reading.actors[i]) & doers}
    return out


def _acts(mention: ActorMention, least: float = 0) -> bool:
    """Does the learned reader take the words for a doer, that surely?"""
    return mention.guess is not None and mention.guess.role == "actor" and mention.guess.score >= least


def _mistaken(reading: Reading, mention: ActorMention) -> bool:
    """A doer for the reader, where no object and no passive says otherwise: "infantry dug in", read as a participle."""
    clear = token_at(reading.words, mention.head).dep_ in ACTED_ON
    return not clear and _acts(mention, SURELY)


def _only_speaks(reading: Reading, draft: Draft, index: int) -> bool:
    """A relative or an official who says what befell another: "he was freed, said his sister"."""
    mention = reading.actors[index]
    if mention.category != "Civilians" or index in _harmed(reading, draft) or index not in spoken(reading):
        return False
    possessed = mention.text.split()[0].lower() in ("his", "her", "their")
    return possessed or mention.occupation in APART


def _subjects(reading: Reading, draft: Draft, roles: Mapping[int, str]) -> list[int]:
    """Unarmed doers who stand before the trigger: "the priest kidnapped with two others"."""
    head = reading.triggers[draft.frames[0].triggers[0]].head
    rows = ((i, reading.actors[i]) for i, role in roles.items() if role == "actor")
    unarmed = ((i, m) for i, m in rows if m.category == "Civilians" and m.start < head)
    return [i for i, mention in unarmed if not _acts(mention)]


def _harmed(reading: Reading, draft: Draft) -> dict[int, HarmMention]:
    """Groups that a toll counts, with it, unless they are the attackers' own or part of a whole."""
    out: dict[int, HarmMention] = {}
    for index in draft.every("harms"):
        harm = reading.harms[index]
        own = harm.group.perpetrators or harm.part_of is not None
        if own or harm.group_start < 0 or harm.estimate.high == 0:
            continue
        out |= {n: harm for n, m in enumerate(reading.actors) if m.start < harm.group_end and harm.group_start < m.end}
    return out


def _crowd(reading: Reading, roles: Mapping[int, str]) -> int | None:
    """The one mention that stands for the protesters: so called, else those who act, else those whom forces meet."""
    found = [(i, role, reading.actors[i]) for i, role in roles.items() if crowdlike(reading.actors[i])]
    ranked = sorted(found, key=lambda row: (row[2].category not in CROWD, row[1] != "actor"))
    forces = any(role == "actor" and reading.actors[i].category in STATE for i, role in roles.items())
    met = ("actor", "recipient", "party") if forces else ("actor", "party")
    return next(
        (i for i, role, m in ranked if m.category in CROWD or many(m) or (role in met and m.occupation not in APART)),
        None,
    )


def _rows(reading: Reading, draft: Draft, type_: EventType) -> Iterator[tuple[str, int]]:
    roles = _righted(reading, draft, type_, _told(reading, draft))
    roles |= likely(reading, draft, roles)
    roles |= {index: role for role, index in without_role(reading, draft, type_, roles)}
    behind = list(dict.fromkeys(actor for _, actor, _ in draft.grounds if actor is not None))
    rows = [*((role, i) for i, role in roles.items()), *(("recipient", i) for i in _harmed(reading, draft))]
    rows = [(role, i) for role, i in rows if i not in behind]  # "blamed the attack on X" is no attack on X
    rows += [("actor", actor) for actor in behind]
    if type_.acled_sub_event not in (*PROTEST, FORCE):
        yield from rows
        return
    crowd = _crowd(reading, {i: role for role, i in reversed(rows)})
    for role, index in rows:
        mention = reading.actors[index]
        state = mention.name.startswith("Government")  # "a protest against the government"
        aim = role == "recipient" and (type_.acled_sub_event == PROTEST[0] or state)
        if index == crowd or not (crowdlike(mention) or aim):
            yield role, index


def _in_this_event(reading: Reading, draft: Draft, index: int, role: str, type_: EventType) -> tuple[str, ActorMention]:
    """(role, mention) as this event shows them; those harmed are somebody, though they only speak elsewhere."""
    mention = in_office(reading.actors[index], role, type_)
    if not mention.category and index in _harmed(reading, draft):
        mention = called(mention, "Civilians")
    if type_.acled_event == "Strategic developments" and country_of(mention.text) and mention.told:
        mention = replace(mention, name=generic("government"), actor=None, generic=True)  # "Turkey and Libya agreed"
    if type_.acled_sub_event in (*PROTEST, FORCE, *RIOT):
        return turned(mention, role, type_.acled_sub_event)
    return in_battle(mention, role, type_)


def _named_harmed(reading: Reading, draft: Draft, country: str | None) -> Iterator[tuple[Participant, Mention]]:
    """People harmed or acted upon under their own name, where no noun tells what they are."""
    known = [(m.start, m.end) for m in reading.actors]
    label = generic("Civilians", country_name(country))
    for start, end in (*_tolled(reading, draft), *_acted_upon(reading, draft)):
        person = next((entity for entity in span_at(reading.words, start, end).ents if entity.label_ == "PERSON"), None)
        if person is not None and not any(a < person.end_char and person.start_char < b for a, b in known):
            mention = Mention(person.start_char, person.end_char, person.text)
            yield Participant("recipient", person.text, label, None, "Civilians", country), mention


def _tolled(reading: Reading, draft: Draft) -> Iterator[tuple[int, int]]:
    for harm in (reading.harms[i] for i in draft.every("harms")):
        if not harm.group.perpetrators and harm.group_start >= 0 and harm.part_of is None:
            yield harm.group_start, harm.group_end


def _acted_upon(reading: Reading, draft: Draft) -> Iterator[tuple[int, int]]:
    for index in draft.every("triggers"):
        for role, token in arguments(token_at(reading.words, reading.triggers[index].head)):
            if role == "recipient":
                yield token.idx, token.idx + len(token)
    yield from ((start, end) for role, start, end in meant(reading, draft.every("triggers")) if role == "recipient")


def participants(reading: Reading, draft: Draft, type_: EventType) -> list[Row]:
    """Each actor once a role; then those whom statements hold responsible, and those harmed by name."""
    country = draft.place.country if draft.place else None
    out: dict[tuple[str, str], Row] = {}
    for index, side, mention in _shown(reading, draft, type_, out):
        for value in _named(reading, draft, mention, side, index):
            if not _there(out, side, value.name):
                out[side, value.name] = value, mention, _origin(reading, draft, index)
    for value, person in _named_harmed(reading, draft, country):
        if not _there(out, "recipient", value.name):
            out["recipient", value.name] = value, person, {}
    return list(_without_stand_ins(out.values()))


def _shown(
    reading: Reading, draft: Draft, type_: EventType, found: Mapping[tuple[str, str], Row]
) -> Iterator[tuple[int, str, ActorMention]]:
    """(index, role, mention as the event shows it); of a battle's sides those that stand for more than is `found`."""
    tolled, told = _harmed(reading, draft), draft.every("actors") + draft.every("parties")
    for role, index in _rows(reading, draft, type_):
        side, mention = _in_this_event(reading, draft, index, role, type_)
        counted = tolled.get(index) if index not in told else None
        known = (value for value, _, _ in found.values())
        if mention.category and (type_.acled_event != "Battles" or stands_for_more(mention, side, counted, known)):
            yield index, side, mention


def _named(reading: Reading, draft: Draft, mention: ActorMention, side: str, index: int) -> Iterator[Participant]:
    """The mention under each name that it stands for, with the ground on which it is named."""
    country = draft.place.country if draft.place else None
    day = (draft.period and draft.period.start) or reading.report.published
    grounds = {actor: ground for ground, actor, _ in draft.grounds}
    ground = GROUND.get(grounds.get(index, ""), "suspected" if "suspected" in mention.text.lower() else "stated")
    for name, actor, own in names(reading, mention, country, day):
        yield Participant(side, mention.text, name, actor, mention.category, own, ground)


def _origin(reading: Reading, draft: Draft, index: int) -> dict[str, Any]:
    """Who gives the mention a role here, as fields of a claim: the rules, the learned reader, or both."""
    guess = reading.actors[index].guess
    ruled = index in _told(reading, draft) or index in _harmed(reading, draft)
    if guess is None:
        return {}
    return {"origins": BOTH} if ruled else proposed(guess.score)


def _without_stand_ins(found: Iterable[Row]) -> Iterator[Row]:
    """Those found, less nameless attackers where a group is named as the doer: "gunmen", whom witnesses name as X."""
    rows = list(found)
    named = any(value.role == "actor" and value.category in NONSTATE and value.actor for value, _, _ in rows)
    for row in rows:
        if not (named and row[0].role == "actor" and row[0].category in NONSTATE and _nameless(row[1])):
            yield row


def _nameless(mention: Mention | None) -> bool:
    return isinstance(mention, ActorMention) and mention.generic


def _there(out: Mapping[tuple[str, str], object], side: str, name: str) -> bool:
    """Is the name there in that role, or as a doer or a party?"""
    return any((other, name) in out for other in ("actor", "party", side))
