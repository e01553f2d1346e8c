"""A gold coding as accounts and claims: merging can then be measured apart from reading.

In: a gold report and the report it codes. Out: one account for each gold event, with the claims that a faultless reader
would make of the coding. Places are looked up in the gazetteer by name and country, groups in the actor file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.actors import load_actors
from dateline.codebook import load_codebook
from dateline.evaluate.gold import GoldEvent, GoldParticipant, GoldPlace, GoldReport, GoldToll
from dateline.evaluate.same import BRACKET, YEARS, occurrences
from dateline.gazetteer import open_gazetteer
from dateline.model.claims import Account, Claim
from dateline.model.report import Passage, Report
from dateline.model.values import Candidate, Group, Participant, Place, Toll, plain
from dateline.spelling import fold

FEATURES = {"province": "A1", "district": "A2", "country": "C", "region": "R"}


@dataclass(frozen=True, slots=True)
class Taken:
    """The coding of one report: laid out as a reading is, and the account of each gold event by its id."""

    accounts: tuple[Account, ...]
    claims: tuple[Claim, ...]
    by_event: dict[str, str]
    unread: tuple[()] = ()


def taken(gold: GoldReport, report: Report) -> Taken:
    """The accounts and claims that the coding comes to."""
    accounts: dict[str, Account] = {}
    claims: list[Claim] = []
    for event in gold.events:
        own = list(_claims(report, event))
        kind = load_codebook().event_type(event.sub_event)
        anchor = next(p for p in _anchors(report, event) if p not in {a.anchor for a in accounts.values()})
        ids = tuple(claim.id for claim in own)
        accounts[event.id] = Account(report.id, anchor, kind, ids, event.salience, event.stance, event.clarity)
        claims += own
    return Taken(tuple(accounts.values()), tuple(claims), {name: a.id for name, a in accounts.items()})


def _anchors(report: Report, event: GoldEvent) -> Iterator[Passage]:
    """Where its triggers stand; then, lest two events have one anchor, any character."""
    for trigger in event.triggers:
        yield from (report.passage(*span) for span in occurrences(report.text, trigger))
    yield from (report.passage(at, at + 1) for at in range(len(report.text)))


def _claims(report: Report, event: GoldEvent) -> Iterator[Claim]:
    def claim(field: str, value: object, quote: str, stance: str = event.stance) -> Claim:
        passages = tuple(report.passage(*span) for span in occurrences(report.text, quote)[:1])
        return Claim(report.id, field, plain(value), quote, passages, stance=stance)

    yield claim("type", load_codebook().event_type(event.sub_event), event.triggers[0])
    if event.period:
        yield claim("period", event.period, event.period.text, "asserted")
    if event.place:
        yield claim("place", _place(event.place), event.place.quote, "asserted")
    for person in event.participants:
        yield claim("participant", _participant(person, event), person.quote, "asserted")
    for toll in event.tolls:
        yield claim(toll.harm, _toll(toll), toll.quote, toll.stance)
    for field, kinds in (("weapon", _weapons(event.weapon)), ("target", filter(None, [event.target.kind]))):
        yield from (claim(field, {"value": kind}, "", "asserted") for kind in kinds)


def _toll(toll: GoldToll) -> Toll:
    group = Group(toll.status, None, toll.age or None, toll.sex or None, toll.occupation or None, toll.perpetrators)
    return Toll(toll.harm, toll.estimate, group)


def _weapons(words: str) -> Iterable[str]:
    """The codebook's word for a weapon as told; the longest that names it."""
    said = f" {fold(words)} "
    forms = ((form, kind) for kind, forms in load_codebook().weapons.items() for form in forms)
    found = [(len(form), kind) for form, kind in forms if f" {form} " in said or f" {form}s " in said]
    return [max(found)[1]] if found else []


def _participant(person: GoldParticipant, event: GoldEvent) -> Participant:
    """Group or force by its name in the gold; its category, for people who are no known actor by the first word."""
    day, country = (event.period.start if event.period else None), (event.place.country if event.place else None)
    found = load_actors().resolve(YEARS.sub("", person.name).strip(), country, day)
    if found is None:
        found = load_actors().resolve(BRACKET.sub("", YEARS.sub("", person.name)).strip(), country, day)
    return Participant(
        person.role, person.quote, found.name if found else person.name, found.id if found else None,
        found.category if found else _category(person.name), responsibility=person.responsibility,
    )  # fmt: skip


def _category(name: str) -> str | None:
    """ACLED's word for people without a name of their own."""
    heads = {"Civilians": "Civilians", "Protesters": "Protesters", "Rioters": "Rioters",
             "Unidentified": "Political militia"}  # fmt: skip
    return next((kind for head, kind in heads.items() if name.startswith(head)), None)


def _place(place: GoldPlace) -> Place:
    found = _entry(place.name, place.country, FEATURES.get(place.precision, "P"))
    where = (found.geonameid, found.lat, found.lon, found.admin1, found.admin2) if found else (None,) * 5
    return Place(
        place.quote or place.name, place.name, *where, place.country, place.precision,
        place.relation or None, inferred=place.inferred, candidates=(found,) if found else (),
    )  # fmt: skip


@lru_cache(maxsize=2000)
def _entry(name: str, country: str, feature: str) -> Candidate | None:
    """The gazetteer's entry of that kind, the most populous first; no town where the words give a unit."""
    found = [c for c in open_gazetteer().lookup(name) if c.country == country and c.feature == feature]
    return max(found, key=lambda c: (c.score, c.population, -(c.geonameid or 0)), default=None)
