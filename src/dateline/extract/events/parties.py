"""Participants: the actor mentions of a draft in their roles, named after the place and the day.

In: a settled draft and its type. Out: (Participant, mention) pairs. Who has no country of his own
takes the event's; both sides of a clash are parties; at a protest the protesters act.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dateline.actors import country_name, country_of, generic, state_force
from dateline.extract.events.drafts import Draft
from dateline.model.reading import ActorMention, Reading
from dateline.model.values import EventType, Participant

CROWD = ("Protesters", "Rioters")
PROTEST = ("Peaceful protest", "Protest with intervention", "Violent demonstration")
VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")
GROUND = {"self-claimed": "self-claimed", "accused": "accused"}


def _tells_country(mention: ActorMention) -> bool:
    """Does the phrase itself name its country ("Malian soldiers"), or a group that needs none?"""
    named = any(country_of(word.strip(",.;'\"")) for word in mention.text.split())
    return named or (not mention.generic and mention.category not in ("State forces", "External/Other forces"))


def _named(mention: ActorMention, country: str | None, day: date | None) -> tuple[str, str | None, str | None]:
    """(name, actor id, country): state forces by regime, the nameless by the event's country."""
    own = mention.country if _tells_country(mention) or mention.actor else (country or mention.country)
    if mention.actor or not own:
        return mention.name, mention.actor, own
    if mention.category == "State forces":
        kind = (
            "police"
            if mention.name.lower().startswith("police")
            else "government"
            if "government" in mention.name.lower()
            else "military"
        )
        try:
            force = state_force(own, kind, day)
        except KeyError:
            return mention.name, None, own
        return force.name, force.id, own
    bare = mention.name.split(" (")[0] or mention.category
    label = country_name(own)
    return (f"{bare} ({label})" if label and bare else bare), None, own


def _role(role: str, mention: ActorMention, type_: EventType, deciding: str) -> str:
    if type_.acled_sub_event == "Armed clash" and deciding == "clash":
        return "party"
    if type_.acled_sub_event in PROTEST:
        return "actor" if mention.category in CROWD else "recipient"
    return role


def _in_this_event(reading: Reading, draft: Draft, mention: ActorMention, role: str, type_: EventType) -> ActorMention:
    """The mention as this event shows it: nameless people who attack are an armed group; those harmed are somebody."""
    if role == "actor" and mention.category == "Civilians" and type_.acled_event in VIOLENT and not mention.occupation:
        return replace(mention, category="Political militia", name=generic("Political militia"), actor=None)
    harmed = (reading.harms[i] for i in draft.every("harms"))
    if not mention.category and any(h.group_start < mention.end and mention.start < h.group_end for h in harmed):
        return replace(mention, category="Civilians", name=generic("Civilians"))
    return mention


def _told(draft: Draft) -> Iterator[tuple[str, int]]:
    for role, layer in (("actor", "actors"), ("recipient", "recipients"), ("party", "parties")):
        yield from ((role, index) for index in draft.every(layer))


def _harmed(reading: Reading, draft: Draft) -> Iterator[tuple[str, int]]:
    """Groups that a toll counts are recipients, unless they are the attackers' own."""
    for index in draft.every("harms"):
        harm = reading.harms[index]
        if harm.group.perpetrators or harm.group_start < 0 or harm.part_of is not None:
            continue
        for number, mention in enumerate(reading.actors):
            if mention.start < harm.group_end and harm.group_start < mention.end:
                yield "recipient", number


def participants(reading: Reading, draft: Draft, type_: EventType) -> list[tuple[Participant, ActorMention | None]]:
    """Each actor once a role; then those whom statements hold responsible."""
    country = draft.place.country if draft.place else None
    day = draft.period.start if draft.period else reading.report.published
    out: dict[tuple[str, str], tuple[Participant, ActorMention | None]] = {}
    grounds = {actor: ground for ground, actor, _ in draft.grounds if actor is not None}
    rows = [*_told(draft), *_harmed(reading, draft), *(("actor", actor) for actor in grounds)]
    for role, index in rows:
        mention = reading.actors[index]
        mention = _in_this_event(reading, draft, mention, role, type_)
        if not mention.category:
            continue
        name, actor, own = _named(mention, country, day)
        side = _role(role, mention, type_, draft.families[0])
        ground = GROUND.get(grounds.get(index, ""), "suspected" if "suspected" in mention.text.lower() else "stated")
        if not any(
            (other, name) in out
            for other in ("actor", "recipient", "party")
            if other != "recipient" or side == "recipient"
        ):
            out[side, name] = (
                Participant(side, mention.text, name, actor, mention.category, own, ground), mention
            )  # fmt: skip
    return list(out.values())
