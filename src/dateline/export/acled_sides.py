"""Who stands as actor1 and who as actor2 in an ACLED row, with ACLED's words for the two.

In: an event's participants, type and target. Out: two `Side`s (the second may be empty), the
`interaction` and `civilian_targeting` columns. Order means nothing but for violence against
civilians, where the victim is always the second.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dateline.export import told
from dateline.export.files import table
from dateline.model.claims import Event

Plain = dict[str, Any]
DEMONSTRATORS = ("Protesters", "Rioters")


@dataclass(frozen=True, slots=True)
class Side:
    """A main actor with those beside it; `text` are the report's words ("" where nobody is told)."""

    name: str = ""
    inter: str = ""
    text: str = ""
    beside: tuple[str, ...] = ()


def sides(event: Event, country: str) -> tuple[Side, Side]:
    """Both sides of the event; `country` is the country's name."""
    rule, unarmed = _rule(event), table("acled.toml")["never_civilians"]
    first, second = _split(event, rule)
    one, two = _side(first, event), _side(second, event)
    if not one.name or (one.inter == "Civilians" and event.type.acled_event in unarmed["first"]):
        one = replace(unnamed(rule["first"], country), text=one.text)
    if not two.name and (rule["second"] or hits_civilians(event)):
        two = unnamed(rule["second"] or "civilians", country)
    if two.inter == "Civilians" and event.type.acled_event in unarmed["second"]:
        two = replace(unnamed("armed", country), text=two.text)
    return one, two


def unnamed(kind: str, country: str) -> Side:
    """Who stands in where nobody is told."""
    name, inter = table("acled.toml")["unnamed"][kind]
    return Side(name.format(country=country), inter)


def hits_civilians(event: Event) -> bool:
    """Whether, with nobody named as hit, civilians were: by the toll's group or the kind of target."""
    rules = table("acled.toml")["civilian"]
    if event.type.acled_event not in rules["when_target"]:
        return False
    hurt = [toll for toll in told.tolls(event) if toll["harm"] in ("killed", "injured")]
    status = {(toll.get("group") or {}).get("status") for toll in hurt}
    return "civilian" in status or told.value(event, "target") in rules["targets"]


def _rule(event: Event) -> Plain:
    rules, kind = table("acled.toml"), event.type
    found: Plain = rules["sides_of_sub"].get(kind.acled_sub_event) or rules["sides"][kind.acled_event]
    return found


def _split(event: Event, rule: Plain) -> tuple[list[Plain], list[Plain]]:
    people = [who for who in told.participants(event) if who.get("category") and who.get("name")]
    must = rule.get("must")
    if must:
        crowd = [who for who in people if who["category"] in DEMONSTRATORS]
        return [_as(who, must) for who in crowd], [who for who in people if who not in crowd]
    doers = [who for who in people if who["role"] == "actor"]
    hit = [who for who in people if who["role"] == "recipient"]
    for party in (who for who in people if who["role"] == "party"):
        (doers if not doers or _allied(party, doers) else hit).append(party)
    if rule["second"] == "civilians":
        hit.sort(key=lambda who: who["category"] != "Civilians")
    return doers, hit


def _allied(party: Plain, doers: list[Plain]) -> bool:
    return bool(party["category"] == doers[0]["category"] and party.get("country") == doers[0].get("country"))


def _as(who: Plain, word: str) -> Plain:
    name = str(who["name"])
    for other in DEMONSTRATORS:
        name = word + name[len(other) :] if name.startswith(other) else name
    return {**who, "category": word, "name": name}


def _side(group: list[Plain], event: Event) -> Side:
    if not group:
        return Side()
    lead, names = group[0], list(dict.fromkeys(who["name"] for who in group))
    beside = [n for n in names[1:] if not (event.type.acled_event == "Battles" and n.startswith("Civilians"))]
    return Side(lead["name"], _inter(lead, event), lead.get("text") or "", tuple(beside))


def _inter(who: Plain, event: Event) -> str:
    home, here = who.get("country"), (told.place(event) or {}).get("country")
    abroad = who["category"] == "State forces" and home and here and home != here
    return "External/Other forces" if abroad else str(who["category"])


def interaction(one: Side, two: Side) -> str:
    """ "State forces-Rebel group", the lower code first; "Protesters only" where one side is alone."""
    order: list[str] = table("acled.toml")["inter"]
    if not two.inter:
        return f"{one.inter} only"
    return "-".join(sorted((one.inter, two.inter), key=lambda word: order.index(word) if word in order else 9))


def civilian_targeting(event: Event, two: Side) -> str:
    """ "Civilians targeted" where civilians are the main or only target."""
    rules, kind = table("acled.toml")["civilian"], event.type
    hit = two.inter == "Civilians" and kind.acled_event in rules["when_target"]
    always = kind.acled_event in rules["always"] or kind.acled_sub_event in rules["when_target_sub"]
    return "Civilians targeted" if hit or always else ""
