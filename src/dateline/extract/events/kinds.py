"""What kind of event a draft is: the codebook's rules over weapon, target, doers, harmed and context.

In: a draft. Out: its `EventType`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.codebook import load_codebook
from dateline.extract.events.draft import Draft
from dateline.extract.what.evidence import NONSTATE, STATE, categories, territory
from dateline.model.reading import Reading
from dateline.model.values import EventType

GENERAL_WEAPONS = ("explosive", "shelling")  # "a bombing" may be a suicide bombing, "shelling" by drone
CHEMICAL = "chemical"  # however it is delivered
CLASSES: Mapping[str, frozenset[str]] = {
    "state": STATE,
    "nonstate": NONSTATE,
    "forces": STATE | NONSTATE,
    "armed": STATE | NONSTATE,
    "protesters": frozenset(("Protesters",)),
    "rioters": frozenset(("Rioters",)),
    "crowd": frozenset(("Protesters", "Rioters")),
    "civilians": frozenset(("Civilians",)),
    "unarmed": frozenset(("Civilians", "Protesters")),
}


def weapons(reading: Reading, draft: Draft) -> tuple[str, ...]:
    """The codebook's words for the weapons that decide: what the main trigger implies, else what is told."""
    book = load_codebook()
    implied = [book.triggers[reading.triggers[i].entry].weapon for i in draft.every("triggers")]
    told = [reading.features[i].value for i in draft.every("features") if reading.features[i].field == "weapon"]
    if implied[0] and implied[0] not in GENERAL_WEAPONS and CHEMICAL not in told:
        return (implied[0],)
    return tuple(dict.fromkeys([*told, *(w for w in implied if w)]))


def _harmed(reading: Reading, draft: Draft) -> set[str]:
    """Classes of those harmed, from recipients; else from the groups that the tolls count."""
    named = categories(reading, draft.every("recipients"))
    if named:
        return named
    harms = [reading.harms[i] for i in draft.every("harms") if reading.harms[i].harm in ("killed", "injured")]
    if harms and all(harm.group.perpetrators for harm in harms) and categories(reading, draft.every("actors")) & STATE:
        return {"Political militia"}
    status = {harm.group.status for harm in harms if not harm.group.perpetrators}
    if status == {"combatant"}:
        return {"State forces"}
    return {"Civilians"} if "civilian" in status else set()


def _is(wanted: str, kinds: set[str]) -> bool:
    if wanted == "none":
        return not kinds
    if wanted == "armed":
        return bool(kinds & CLASSES["armed"]) and not kinds & CLASSES["unarmed"]
    return bool(kinds & CLASSES[wanted])


def _taken(reading: Reading, draft: Draft) -> bool:
    return any(territory(reading, frame) for frame in draft.frames)


def _doers(reading: Reading, draft: Draft) -> set[str]:
    """Classes of those who do what decides: "clashes with the army, in which militants took the town" """
    deciding = [frame for frame in draft.frames if draft.families[0] in frame.families]
    own = categories(reading, [i for frame in deciding for i in frame.actors + frame.parties])
    return own or categories(reading, draft.every("actors") + draft.every("parties"))


def facts(reading: Reading, draft: Draft) -> dict[str, Any]:
    """What the rules of families.toml look at."""
    both = categories(reading, draft.every("parties"))
    people = any(reading.harms[i].harm in ("captured", "arrested") for i in draft.every("harms"))
    taken = _taken(reading, draft)
    people |= bool(categories(reading, draft.every("recipients"))) and not taken
    hit = [reading.features[i].value for i in draft.every("features") if reading.features[i].field == "target"]
    protest = any((value,) in load_codebook().triggers["protest"].nouns for value in hit)  # "attacked a march"
    return {
        "weapon": weapons(reading, draft),
        "target": tuple(hit),
        "actor": _doers(reading, draft),
        "recipient": _harmed(reading, draft) | both,
        "harm": {reading.harms[i].harm for i in draft.every("harms") if reading.harms[i].estimate.high != 0},
        "context": {
            *draft.families,
            *(("person",) if people else ()),
            *(("territory",) if taken else ()),
            *(("protest",) if protest else ()),
        },
    }


def _holds(rule: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    for name in ("weapon", "target", "harm", "context"):
        wanted = rule.get(name)
        if wanted and not set([wanted] if isinstance(wanted, str) else wanted) & set(told[name]):
            return False
    return all(_is(rule[name], told[name]) for name in ("actor", "recipient") if name in rule)


def _shares(reading: Reading, draft: Draft) -> dict[str, float]:
    """How likely the learned reader finds each type over the draft's triggers.

    Words of harm alone ("killing two") say little of the kind: they count where no other words are guessed on.
    """
    told = [reading.triggers[i] for i in draft.every("triggers") if reading.triggers[i].guess is not None]
    telling = [trigger for trigger in told if not load_codebook().triggers[trigger.entry].weak]
    found = [trigger.guess for trigger in telling or told if trigger.guess is not None]
    total = max(1.0, sum(guess.score for guess in found))
    shares: dict[str, float] = {}
    for guess in found:
        for name, share in guess.types:
            shares[name] = shares.get(name, 0.0) + guess.score * share / total
    return shares


def _guessed(reading: Reading, draft: Draft, ruled: str) -> str:
    """The type that the reader finds likeliest, where that is likely enough and well ahead of the rule's; else that."""
    learned, shares = load_codebook().learned, _shares(reading, draft)
    best = max(shares, key=lambda name: (shares[name], name), default=ruled)
    enough = max(learned.type, shares.get(ruled, 0.0) + learned.ahead)
    return best if shares.get(best, 0.0) >= enough else ruled


def kind(reading: Reading, draft: Draft) -> EventType:
    """That of the first rule that holds for the deciding family, unless the reader is sure and the rule lets it."""
    book, told = load_codebook(), facts(reading, draft)
    rule = next(r for r in book.families[draft.families[0]] if _holds(r, told))
    guessed = rule["type"] if rule.get("firm") else _guessed(reading, draft, rule["type"])
    if guessed != rule["type"] and book.types[guessed].event != rule.get("never"):
        return book.event_type(guessed)
    plover = rule.get("plover")
    return book.event_type(rule["type"], (plover[0], plover[1]) if plover else None)
