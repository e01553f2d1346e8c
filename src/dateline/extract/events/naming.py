"""What participants are called: state forces by country and regime of the day, the nameless by country.

In: a mention, the country of the event and its day. Out: (name, actor id, country), more than one where a
phrase tells of two countries' forces ("Kyrgyz and Tajik border guards").
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dateline.actors import Actor, country_name, country_of, load_actors, state_force
from dateline.actors.countries import table
from dateline.model.reading import ActorMention, Reading

FORCES = ("military", "police", "government")
ADJECTIVE = r"[A-Z][\w-]+"
PAIR = re.compile(rf"({ADJECTIVE})(?:,? and| or) ({ADJECTIVE})(?: |$)")
LEFT = 40  # characters before a mention in which the other adjective stands
Name = tuple[str, str | None, str | None]


def names(reading: Reading, mention: ActorMention, country: str | None, day: date | None) -> list[Name]:
    """Every name that the mention stands for, its own first."""
    pair = _pair(reading, mention) if mention.category in ("State forces", "Civilians") else ()
    told = [replace(mention, actor=None, told=False, generic=True) if _force(mention) else mention] * len(pair)
    if pair:
        return [_name(one, code, day) for one, code in zip(told, pair, strict=True)]
    return [_name(mention, _own_country(mention, country), day)]


def _own_country(mention: ActorMention, country: str | None) -> str | None:
    """The country that the words tell or that a known group has; else the event's, else the report's."""
    if mention.told or mention.actor in table("generic.toml")["regular"] or (mention.actor and not _force(mention)):
        return mention.country
    return country or mention.country


def _force(mention: ActorMention) -> str | None:
    """Which of a state's forces a mention without a name of its own is: military, police, government."""
    part = (mention.actor or "").split("-")[1:2]
    regular = table("generic.toml")["regular"].get(mention.actor)
    if regular:
        return str(regular[0])
    if mention.actor:
        return part[0] if part and part[0] in FORCES else None
    if mention.category != "State forces":
        return None
    lower = mention.name.lower()
    return next((force for force in FORCES if lower.startswith(force)), "military")


def _unit(mention: ActorMention) -> str:
    """What the datasets add for a part of a force (" National Guard"), or ""."""
    lower, rows = mention.text.lower(), table("generic.toml")
    if mention.actor in rows["regular"]:
        return "".join(f" {added}" for added in rows["regular"][mention.actor][1:])
    return next((f" {added}" for words, added in rows["units"].items() if words in lower), "")


def _mission(mention: ActorMention, own: str, day: date | None) -> Actor | None:
    """The peacekeepers of the country on that day, where there is one mission only."""
    if mention.category != "External/Other forces" or "peacekeep" not in mention.text.lower():
        return None
    found = [a for a in load_actors().actors if a.category == mention.category and own in a.countries and a.lived(day)]
    ours = [a for a in found if "United Nations" in a.name] or found
    return ours[0] if len(ours) == 1 else None


def _epithet(mention: ActorMention, own: str) -> Actor | None:
    """The rebels that a word of their own names in that country ("Maoists" in India)."""
    words = table("generic.toml")["epithets"].get(own, {})
    known = next((ident for word in mention.text.lower().split() if (ident := words.get(word))), None)
    armed = mention.category in ("Rebel group", "Political militia", "Identity militia")
    return load_actors().get(known) if known and armed else None


def _name(mention: ActorMention, own: str | None, day: date | None) -> Name:
    force = _force(mention)
    named = (bool(mention.actor) and not force) or (mention.actor is None and not mention.generic)
    if named or not own:
        return mention.name, mention.actor, own
    if force:
        try:
            known = state_force(own, force, day)
        except KeyError:
            return mention.name, None, own
        return known.name + _unit(mention), known.id, own
    actor = _mission(mention, own, day) or _epithet(mention, own)
    if actor is not None:
        return actor.name, actor.id, actor.country
    bare = mention.name.split(" (")[0] or mention.category
    label = country_name(own)
    return (f"{bare} ({label})" if label and bare else bare), None, own


def _pair(reading: Reading, mention: ActorMention) -> tuple[str, ...]:
    """The codes of two countries whose forces one noun tells of: "Kyrgyz and Tajik border guards", else none."""
    before = reading.report.text[max(0, mention.start - LEFT) : mention.start]
    hit = PAIR.search(" ".join((before + mention.text).split()))
    codes = [code for word in hit.groups() if (code := _adjective(word))] if hit else []
    return tuple(codes) if len(set(codes)) == 2 and _close(before, mention, hit) else ()


def _close(before: str, mention: ActorMention, hit: re.Match[str] | None) -> bool:
    """Does nothing stand between the two adjectives and the mention?"""
    return hit is not None and len(" ".join((before + mention.text).split())) - hit.end() <= len(mention.text)


def _adjective(word: str) -> str | None:
    """The code where the word is an adjective of a country, not its name ("in Mali, Nigerien troops")."""
    code = country_of(word)
    return code if code and country_name(code) != word else None
