"""What the kind of event makes of those who take part: their roles, and what they are called.

In: a mention, its role as told, the event's type. Out: role and mention as the event shows them: those who march are
protesters whatever their noun, those who lynch rioters, both sides of a battle parties, a president a government.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.actors import generic
from dateline.extract.events.bystanders import many
from dateline.extract.what.evidence import NONSTATE, STATE
from dateline.extract.who.actor_phrase import noun_list
from dateline.model.reading import ActorMention, HarmMention
from dateline.model.values import EventType, Participant

CROWD = ("Protesters", "Rioters")
UNARMED = (*CROWD, "Civilians", "Identity militia")
PROTEST = ("Peaceful protest", "Protest with intervention")
FORCE = "Excessive force against protesters"
MET = ("Protest with intervention", FORCE)  # forces act, demonstrators receive
RIOT = ("Violent demonstration", "Mob violence", "Looting/property destruction")
VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")
SHARED = ("Agreement", "Other")


def words(mention: ActorMention) -> set[str]:
    """The mention's words, plurals also without their s, "men" as "man"."""
    told = set(mention.text.lower().split())
    return told | {word.removesuffix("s") for word in told} | ({"man"} if "men" in told else set())


def _faceless(mention: ActorMention) -> bool:
    return bool(words(mention) & noun_list("faceless"))


def called(mention: ActorMention, category: str) -> ActorMention:
    """The mention as one of those of a category, without a name of its own."""
    return replace(mention, category=category, name=generic(category), actor=None, generic=True)


def crowdlike(mention: ActorMention) -> bool:
    """Is it of those who may march or run riot, and no group with a name?"""
    return mention.generic and mention.category in UNARMED


def turned(mention: ActorMention, role: str, sub_event: str) -> tuple[str, ActorMention]:
    """(role, mention) of people in a protest or a riot."""
    unarmed = crowdlike(mention)
    if sub_event in MET:
        return ("recipient", called(mention, "Protesters")) if unarmed else ("actor", mention)
    if sub_event in PROTEST:
        return ("actor", called(mention, "Protesters")) if unarmed else ("recipient", mention)
    if sub_event == "Looting/property destruction" and mention.category == "Civilians" and _faceless(mention):
        return role, called(mention, "Political militia") if role == "actor" else mention
    masked = sub_event == "Mob violence" and mention.generic and mention.category in NONSTATE
    if role == "actor" and (unarmed or masked):
        return role, called(mention, "Rioters")
    if mention.category in CROWD:
        return (
            ("actor", called(mention, "Rioters"))
            if sub_event == "Violent demonstration"
            else (role, called(mention, "Civilians"))
        )
    crowd_acts = sub_event == "Violent demonstration" and mention.category in STATE
    return "recipient" if crowd_acts else role, mention


def in_battle(mention: ActorMention, role: str, type_: EventType) -> tuple[str, ActorMention]:
    """(role, mention) in a clash, a deal, or where one side does violence to another."""
    if type_.acled_sub_event == "Agreement" or type_.acled_event == "Battles":
        role = "recipient" if role == "recipient" and mention.category == "Civilians" else "party"
        if mention.category == "Civilians" and words(mention) & noun_list("statesmen"):
            mention = replace(mention, category="State forces", name=generic("government"), actor=None, generic=True)
    elif role == "party" and type_.acled_sub_event not in SHARED:
        role = "recipient"
    if mention.category != "Civilians" or type_.acled_event not in VIOLENT:
        return role, mention
    if role == "party":
        local = bool(words(mention) & noun_list("locals"))
        side = (
            "Identity militia"
            if local
            else "Political militia"
            if _faceless(mention) or words(mention) & noun_list("armed_in_battle")
            else None
        )
        return ("party", called(mention, side)) if side else ("recipient", mention)
    if role == "actor" and words(mention) & noun_list("locals"):
        return role, called(mention, "Identity militia")
    if role == "actor" and not mention.occupation:
        return role, called(mention, "Political militia")
    return role, mention


def in_office(mention: ActorMention, role: str, type_: EventType) -> ActorMention:
    """The head of a state is its government, and so are judges where they act; those out of office are not."""
    told = words(mention)
    if mention.category != "Civilians" or told & noun_list("former") or many(mention):
        return mention
    acts = role == "actor" and type_.acled_event == "Strategic developments" and told & noun_list("bench")
    if not acts and not told & noun_list("heads"):
        return mention
    return replace(mention, category="State forces", name=generic("government"), actor=None, generic=True)


def stands_for_more(mention: ActorMention, role: str, counted: HarmMention | None, told: Iterable[Participant]) -> bool:
    """Is it a side of a battle that none told so far stands for? `counted`: the toll that is all that names it."""
    if role == "recipient":
        return counted is None or counted.group.status == "civilian"  # whose "37 men" fell is not told
    armed = STATE if mention.category in STATE else NONSTATE
    parties = [party.category for party in told if party.role == "party"]
    if counted is not None:
        return not armed & set(parties)
    return not (mention.generic and mention.category in NONSTATE and armed & set(parties) and len(parties) > 1)
