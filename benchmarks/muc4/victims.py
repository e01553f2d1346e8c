"""The human targets of an incident: names, descriptions, numbers, and what became of them.

In: an event and the names of people in its report. Out: fills of the HUM TGT slots. "COUNCILLOR ANA PRUEBA" is the
name ANA PRUEBA, in the fullest form that the report has, with the description COUNCILLOR that refers to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.muc4.syntax import Fill, Option
from benchmarks.muc4.wording import in_full, one, strings, table, upper, without_number
from dateline.evaluate.told import Told, ToldEvent


@dataclass
class Victim:
    """Who was hit, under a name or a description, with the tolls that count them."""

    words: str
    named: bool
    titles: list[str] = field(default_factory=list)
    tolls: list[Told] = field(default_factory=list)


def victims(event: ToldEvent, names: Sequence[str]) -> dict[str, tuple[Fill, ...]]:
    """The fills of all HUM TGT slots."""
    hit: dict[str, Victim] = {}
    for told in event.tolls:
        if not (told.value.get("group") or {}).get("perpetrators") and not _none(told):
            _take(hit, told, names, counted=True)
    for told in event.participants:
        civilian = told.value.get("category") == "Civilians"
        if told.value["role"] == "recipient" and (civilian or _inside(_noun(told.quote), names)):
            _take(hit, told, names, counted=False)
    titles = (Fill((Option(title, (v.words,)),)) for v in hit.values() for title in dict.fromkeys(v.titles))
    number = (Fill((Option(_number(v.tolls[0]), (v.words,)),)) for v in hit.values() if v.tolls)
    return {
        "HUM TGT: NAME": strings(v.words for v in hit.values() if v.named),
        "HUM TGT: DESCRIPTION": (*titles, *strings(v.words for v in hit.values() if not v.named)),
        "HUM TGT: NUMBER": tuple(number),
        "HUM TGT: EFFECT OF INCIDENT": tuple(_effects(hit.values())) or _unhurt(event),
    }


def _none(told: Told) -> bool:
    return (told.value.get("estimate") or {}).get("high") == 0


def _unhurt(event: ToldEvent) -> tuple[Fill, ...]:
    """Nobody came to harm, where the words say so."""
    spared = {told.value["harm"] for told in event.tolls if _none(told)}
    effects = (word for harm, word in table()["slots"]["unhurt"].items() if harm in spared)
    return one("NO " + " OR ".join(effects)) if spared else ()


def _take(hit: dict[str, Victim], told: Told, names: Sequence[str], counted: bool) -> None:
    words = _noun(told.quote)
    inside = _inside(words, names)
    for shown in inside or [words] if words else []:
        name = in_full(shown, names)
        victim = hit.setdefault(name or words, Victim(name or words, bool(name)))
        title = words[: words.find(shown)].strip(" ,") if shown in inside[:1] else ""
        victim.titles += [title] if title else []
        victim.tolls += [told] if counted else []


def _inside(words: str, names: Sequence[str]) -> list[str]:
    """The names in the words, in their order, each as long as it is there."""
    parted = f" {words} ".replace(",", " ,")
    found = [name for name in names if f" {name} " in parted]
    longest = [name for name in found if not any(f" {name} " in f" {other} " for other in found if other != name)]
    return sorted(dict.fromkeys(longest), key=parted.find)


def _noun(words: str) -> str:
    found = without_number(upper(words))
    return "" if found.replace(",", "").isdigit() else found


def _number(told: Told) -> str:
    estimate = told.value.get("estimate") or {}
    low, best, high = (estimate.get(bound) for bound in ("low", "best", "high"))
    if best is not None:
        return str(best)
    if low is not None and high is not None:
        return f"{low}-{high}"
    return "PLURAL" if low in (None, 2) and high is None else f"{low}-" if low is not None else f"-{high}"


def _effects(hit: Iterable[Victim]) -> Iterator[Fill]:
    for victim in hit:
        for harm in dict.fromkeys(told.value.get("harm", "") for told in victim.tolls):
            if harm in table()["slots"]["effect"]:
                yield Fill((Option(table()["slots"]["effect"][harm], (victim.words,)),))
