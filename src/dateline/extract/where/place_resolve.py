"""Which of its namesakes each name means: weighed by the whole report.

In: spots with candidates. Out: the same spots with `ranked` filled: at most three candidates, their
scores summing to at most 1. A name whose namesakes all lie in countries of which the report says
nothing stays without one, unless the namesake is known the world over.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import exp, log10

from dateline.extract.where.place_calibrate import calibrated
from dateline.extract.where.place_countries import Support, part_of_name, spoken_of
from dateline.extract.where.place_geometry import Point, least_kilometres, points, within
from dateline.extract.where.place_ground import GREAT, Ground
from dateline.extract.where.place_spot import Spot
from dateline.extract.where.place_words import words
from dateline.gazetteer import Gazetteer, country_facts, of_quarter
from dateline.gazetteer.names import key
from dateline.model.report import Dateline
from dateline.model.values import Candidate

RENOWN = {"C": 3.0, "R": 2.5, "A1": 1.0, "A2": 0.0, "P": 0.3}
KNOWN_EVERYWHERE = 400_000
UNIT_KNOWN = 50_000  # people of a first-level unit that is known where the report says nothing of its country
CITY = 100_000  # people; with a name that no other country has
HOLDS = 1.5  # what a unit gains where the words put a town in it that it has
UNIT = 1.0  # what a place gains where the report names its first-level unit
CITY_TOLD = 1.5  # what a quarter gains where the report names its city
SURE = 0.5
NAMESAKE = 3  # how many times as populous a first-level unit is than a town elsewhere that it outweighs
VOTE = 0.5  # what a place chosen before says for its country, beside the country's own name
BESIDE = 0.1  # within some 350 km of another place of the report
NAMED_ALONE = 0.3  # what a country's name says at most for a small town whose name a city of the world bears
Name = tuple[str, str]  # folded name and kind told
Scored = tuple[float, Candidate]
Chosen = dict[Name, Scored]  # what each name means so far, with its share


@dataclass(slots=True)
class Company:
    """What stands around a name in one round: other places, those it lies in, the marks beside it, what it holds."""

    others: list[Point]
    outer: list[Candidate]
    marks: list[Point]
    held: list[Spot]  # names that the words put in this one: "Portland, Oregon"

    def holds(self, c: Candidate) -> float:
        """What a unit gains because a town of a name that the words put in it lies there."""
        unit = c.feature in ("A1", "A2") and any(
            within(i, c) for spot in self.held for i in spot.found if i.score > 0.9
        )
        return HOLDS if unit else 0.0

    def draws(self, c: Candidate) -> float:
        """What a candidate gains by what stands around it."""
        if not (self.others or self.marks or self.held):
            return 0.0
        return 1.2 * nearness(c, self.others) + 2.0 * nearness(c, self.marks) + self.holds(c)

    def beside(self, c: Candidate) -> bool:
        """Whether some other place of the report is near a candidate, or holds it."""
        return any(within(c, one) for one in self.outer) or nearness(c, [*self.others, *self.marks]) > BESIDE


@dataclass(slots=True)
class Ties:
    """The names to which the words tie one name."""

    inside: list[Spot]
    marks: list[Spot]

    @classmethod
    def of(cls, group: list[Spot]) -> Ties:
        """The ties of all spots of one name."""
        return cls([s.inside for s in group if s.inside], [s.mark for s in group if s.mark])

    def now(self, before: Chosen) -> tuple[list[Candidate], list[Candidate]]:
        """The places tied to, as far as they are known by now: those it lies in, those it lies beside."""
        outer = [spot.best for spot in self.inside if spot.best]
        return outer + chosen_of(self.inside, before), chosen_of(self.marks, before)


class Resolver:
    """Resolves the spots of one report."""

    def __init__(self, spots: list[Spot], gazetteer: Gazetteer, filed: Dateline | None = None) -> None:
        self.spots, self.gazetteer = spots, gazetteer
        self.groups: dict[Name, list[Spot]] = defaultdict(list)
        for spot in spots:
            if spot.people and (not spot.found or spot.why_not == "nationality"):
                spot.ranked = self.nation(spot.people)
            else:
                self.groups[spot.key, spot.kind or ""].append(spot)
        self.support = spoken_of(spots, list(self.groups.values()), filed)
        self.chosen: Chosen = {}
        self.units: set[tuple[str | None, str | None]] = set()  # first-level units that the report names
        named = (group[0].found for group in self.groups.values() if grounded(group))
        self.ground = Ground(named, gazetteer.shares)
        self.own = {name: self.ground.own(group[0].found) for name, group in self.groups.items()}
        self.cities = {c.geonameid for name in self.groups.values() for c in name[0].found if c.score > 0.9}
        self.bases: dict[int, tuple[float, Candidate]] = {}  # by identity of the candidate, which is kept alive

    def nation(self, codes: tuple[str, ...]) -> tuple[Candidate, ...]:
        """The country of a people; nothing where several share the name."""
        country = self.gazetteer.country(codes[0]) if len(codes) == 1 else None
        return (country,) if country else ()

    def resolve(self) -> None:
        """Fill `ranked` of every spot: three rounds, each leaning on what the one before chose."""
        held: dict[Name, list[Spot]] = defaultdict(list)
        for spot in self.spots:
            if spot.inside:
                held[spot.inside.key, spot.inside.kind or ""].append(spot)
        tied = {name: Ties.of(group) for name, group in self.groups.items()}
        borne = {name for name, group in self.groups.items() if all(part_of_name(spot) for spot in group)}
        for number in range(3):
            before, self.chosen = self.chosen, {}
            votes = self.votes(before)
            support = supported(votes)
            told = sorted((*name, c) for name, (share, c) in before.items() if share > SURE and name not in borne)
            self.units = {(c.country, c.admin1) for *_, c in told if c.feature == "A1"}
            company = [(name, c) for name, _, c in told if c.feature != "C"]
            placed = [(name, point) for name, c in company for point in points([c])]
            for name, group in self.groups.items():
                others = [point for other, point in placed if other != name[0]]
                alone = without(before.get(name), votes, support)
                outer, marks = tied[name].now(before)
                self.settle(
                    name, group, (support, alone), Company(others, outer, points(marks), held[name]), last=number == 2
                )

    def votes(self, before: Chosen) -> Support:
        """What speaks for each country: its names, and the places already chosen with some certainty."""
        counts = {code: s / (1 - s) if s < 1 else 9.0 for code, s in self.support.items()}
        for share, c in before.values():
            if c.country and c.feature != "C":
                counts[c.country] = counts.get(c.country, 0.0) + VOTE * share
        return counts

    def settle(
        self, name: Name, group: list[Spot], supports: tuple[Support, Support], company: Company, *, last: bool
    ) -> None:
        """Choose for one name; on the last round, write the ranking into its spots.

        `supports`: what speaks for each country, and the same without the name's own choice of the round before.
        """
        (support, alone), pool = supports, self.pool(group[0], supports[0])
        scored = self.scored(name, pool, support, company) if len(pool) > 1 else [(0.0, c) for c in pool]
        ranked = shares(scored, 3 if last else 1)
        if ranked:
            best, vague = scored[0][1], only_direction(group[0].text)
            sole = best.population >= CITY and {c.country for c in group[0].found} == {best.country}
            believed = self.believable(best, alone, company.outer, vague=vague) or (sole and best.feature == "P")
            if believed or nearness(best, company.others) > BESIDE:
                self.chosen[name] = ranked[0]
            else:
                ranked = []
        if last:
            likely = calibrated(ranked)
            for spot in group:
                spot.ranked = likely

    def scored(self, name: Name, pool: list[Candidate], support: Support, company: Company) -> list[Scored]:
        """How well each candidate of a name fits, the best first."""
        kind = name[1]
        towns = largest_towns(pool) if kind not in ("A1", "A2", "R") else {}
        world = world_cities(pool)
        if any(outshines(c, kind) for c in pool):
            pool = [c for c in pool if c.feature != "P" or c.score > 0.9 or c.population > CITY or self.city_told(c)]
        spoken = [(self.speaks(c, support, world, company), c) for c in pool]
        rough = [(self.score(c, kind, s, company.outer) - hidden(c, towns), c) for s, c in spoken]
        rough = sorted(rough, key=order)[:25] if len(rough) > 25 else rough
        return sorted([(s + company.draws(c) + self.ground.draw(c, self.own[name]), c) for s, c in rough], key=order)

    def pool(self, spot: Spot, support: Support) -> list[Candidate]:
        """The candidates; other transliterations too, where none lies in a country of the report.

        A quarter of the name of a town of its country is meant only where the report names its city.
        """
        home = {code for code, s in support.items() if s >= 0.3}
        towns = {c.country for c in spot.found if not of_quarter(c)}
        found = [c for c in spot.found if not of_quarter(c) or c.country not in towns or self.city_told(c)]
        known = any(c.country in home or c.feature in "CR" or (c.population > 100_000 and c.score > 0.9) for c in found)
        if home and not known:
            found += [c for c in self.gazetteer.loosely(key(spot.text)) if c.country in home]
        return found

    def city_told(self, c: Candidate) -> bool:
        """Whether a candidate is a quarter of a city that the report names."""
        return of_quarter(c) and c.geonameid in self.cities

    def score(self, c: Candidate, kind: str, spoken: float, outer: list[Candidate]) -> float:
        """How well one candidate fits the report, which speaks so much of its country; in no particular unit."""
        score = self.base(c) + (UNIT if self.fits_units(c) else 0.0) + 4.0 * spoken
        score += CITY_TOLD if self.city_told(c) else 0.0
        if kind:
            score += (
                1.5 if kind == c.feature or (kind in ("A1", "A2", "R") and c.feature in ("A1", "A2", "R")) else -0.5
            )
            score -= 3.0 if kind in ("P", "F") and c.feature == "C" else 0.0
        for container in outer[:1]:
            score += 4.0 if within(c, container) else -3.0
        return score

    def fits_units(self, c: Candidate) -> bool:
        """Whether the report names the unit that a place lies in, or two other units of a unit's own rank."""
        if c.feature == "A1":
            return sum(country == c.country and unit != c.admin1 for country, unit in self.units) > 1
        return c.feature in ("P", "A2") and (c.country, c.admin1) in self.units

    def speaks(self, c: Candidate, support: Support, world: set[str | None], company: Company) -> float:
        """How much the report speaks of a candidate's country, between 0 and 1.

        For a small town that bears the name of a city known the world over a country's name alone says little: a report
        on London and the United States is not on London, Ohio, unless it names Ohio or another place near it.
        """
        if not c.country:
            return 0.8
        told = support.get(c.country, 0.0)
        small = bool(world) and c.country not in world and c.feature == "P" and c.population < CITY
        near = not small or (c.country, c.admin1) in self.units or company.beside(c)
        return told if near else min(told, NAMED_ALONE)

    def base(self, c: Candidate) -> float:
        """How well a candidate fits by name, size and rank, whatever the report says; kept for the next round."""
        kept = self.bases.get(id(c))
        if kept is None:
            score = 2.0 * c.score + 0.4 * log10(c.population + 10) + RENOWN.get(c.feature, 0.0)
            if c.feature == "P" and c.score > 0.7:
                score += 1.5 if known_everywhere(c) else 0.7 if c.population >= 1_000_000 else 0.0
            kept = self.bases[id(c)] = (score, c)
        return kept[0]

    def believable(self, c: Candidate, support: Support, outer: list[Candidate], *, vague: bool) -> bool:
        """Whether a candidate may be taken: in a country of the report, or known everywhere if not `vague`."""
        if outer and (within(c, outer[0]) or (c.feature == "P" and c.population < KNOWN_EVERYWHERE)):
            return within(c, outer[0])
        home = support.get(c.country or "", 0.0) >= 0.25
        if c.feature in "CR" or vague:
            return home or not vague
        if c.feature == "A1" and c.score > 0.7 and c.population > UNIT_KNOWN:
            return True
        if home or known_everywhere(c) or self.without_rival(c):
            return True
        return (c.population >= KNOWN_EVERYWHERE and c.score > 0.7) or not any(s >= 0.3 for s in support.values())

    def without_rival(self, c: Candidate) -> bool:
        """Whether a city's name is found in no other country."""
        namesakes = self.gazetteer.find(key(c.name))
        return (
            c.feature == "P"
            and c.score > 0.9
            and c.population >= CITY
            and {other.country for other in namesakes} == {c.country}
        )


def world_cities(pool: list[Candidate]) -> set[str | None]:
    """The countries of those candidates that are capitals or cities of a million people."""
    cities = (c for c in pool if c.feature == "P" and c.score > 0.9)
    return {c.country for c in cities if c.population >= 1_000_000 or known_everywhere(c)}


def supported(votes: Support) -> Support:
    """How much the report speaks of each country, between 0 and 1."""
    return {code: n / (n + 1.0) for code, n in votes.items()}


def without(own: Scored | None, votes: Support, support: Support) -> Support:
    """How much the report speaks of each country, less what one name's own choice says."""
    share, c = own or (0.0, None)
    if c is None or c.feature == "C" or c.country not in votes:
        return support
    return support | supported({c.country: max(0.0, votes[c.country] - VOTE * share)})


def outshines(c: Candidate, kind: str) -> bool:
    """Whether a candidate bears the name so well that no small town is meant by another of its names: Rome."""
    great = c.population > GREAT and (c.feature == "P" or (c.feature == "A1" and kind != "P"))
    return c.score > 0.9 and (great or known_everywhere(c))


def grounded(group: list[Spot]) -> bool:
    """Whether a name says by its bearers where the report is: no country or great place, nor but part of others."""
    great = any(c.feature in "CR" or outshines(c, "") for c in group[0].found)
    return not great and not all(part_of_name(spot) for spot in group)


def chosen_of(spots: list[Spot], before: Chosen) -> list[Candidate]:
    """What was chosen for the names of spots, where anything was."""
    return [before[k][1] for spot in spots for k in [(spot.key, spot.kind or "")] if k in before]


def only_direction(name: str) -> bool:
    """Whether a unit's name is but a point of the compass and a word for it: "North East", "Western District"."""
    parts = name.lower().replace("-", " ").split()
    return parts[0] in words().directions and all(
        word in words().directions or words().kinds.get(word) in ("A1", "A2") for word in parts
    )


def known_everywhere(c: Candidate) -> bool:
    """Whether a candidate is the capital of its country, or a town that news means wherever it names it."""
    if c.feature != "P":
        return False
    if (c.country, key(c.name)) in words().renowned:
        return True
    facts = country_facts(c.country or "") if c.population > 20_000 else None
    return facts is not None and key(facts.capital) == key(c.name)


def largest_towns(pool: list[Candidate]) -> dict[str | None, Candidate]:
    """Country -> the largest town there of those that bear the name best."""
    towns: dict[str | None, Candidate] = {}
    for c in pool:
        if c.feature == "P":
            other = towns.setdefault(c.country, c)
            towns[c.country] = max(c, other, key=lambda town: (town.score, town.population))
    return towns


def hidden(c: Candidate, towns: dict[str | None, Candidate]) -> float:
    """What a unit loses to a town of its name, where no word says that the unit is meant.

    A first-level unit loses little to a town that lies in another one: Nevada to Nevada, Iowa.
    """
    town = towns.get(c.country) if c.feature in ("A1", "A2") else None
    if town is None or town.score < c.score or (c.score < 0.9 and c.feature == "A2"):
        return 0.0
    if c.feature == "A1" and not within(town, c) and not known_everywhere(town):
        return 2.5 if town.population * NAMESAKE > c.population else 0.0
    return 2.5 if town.population > 20_000 or c.feature == "A2" or town.population * 30 > c.population else 0.0


def order(pair: Scored) -> tuple[float, int, str]:
    """Highest score first; ties by id."""
    return -pair[0], pair[1].geonameid or 0, pair[1].name


def nearness(c: Candidate, others: list[Point]) -> float:
    """How near a candidate is to the nearest of other places: 1 beside it, 0 far away."""
    return exp(-least_kilometres(c, others) / 150) if others else 0.0


def shares(scored: list[Scored], most: int) -> list[Scored]:
    """The best with their share of all."""
    if not scored:
        return []
    weights = [exp(score - scored[0][0]) for score, _ in scored]
    total = sum(weights)
    best = zip(weights[:most], scored[:most], strict=True)
    return [(round(w / total, 4), c) for w, (_, c) in best]
