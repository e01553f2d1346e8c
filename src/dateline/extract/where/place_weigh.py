"""How surely each name found is a place name here, and whether it is part of another name.

In: spots and the words around them. Out: those that weigh enough, with relation, lead and `why_not`.
"""

from __future__ import annotations

import re

from dateline.extract.where.place_context import Context
from dateline.extract.where.place_cues import wider
from dateline.extract.where.place_ground import GREAT
from dateline.extract.where.place_relation import way
from dateline.extract.where.place_resolve import known_everywhere
from dateline.extract.where.place_spot import Spot
from dateline.extract.where.place_unknown import LISTING, SPOKEN

ENOUGH = 2.0
SPEAKS = 5  # words within which a name stands by the verb that makes it speak: a dateline does not
AGED = re.compile(r", (?:who\b|(?:aged )?\d\d,|an? \d\d-year-old)")
BY_HOUSES = ("near", "edge")  # relations that are to a house of the town, not to the town
PUBLIC = "names a public body"
SIZES = ((1_000_000, "million"), (100_000, "city"), (20_000, "town"))


def size(population: int) -> str:
    """The class of a town by its people."""
    return next((name for least, name in SIZES if population >= least), "village")


class Scales:
    """Weighs the spots of one text against each other."""

    def __init__(self, spots: list[Spot], context: Context) -> None:
        self.spots, self.context = spots, context
        self.scan, self.known, self.weights = context.scan, context.known, context.known.weights
        self.persons: set[str] = set()

    def settle(self) -> list[Spot]:
        """The spots that are names of places; one that is surely a place once is one wherever it can be."""
        taken = {spot.first: spot for spot in self.spots} | {spot.last: spot for spot in self.spots}
        self.persons = {spot.key for spot in self.spots if self.person(spot, taken)}
        for spot in self.spots:
            if spot.found:
                self.context.surroundings(spot)
            spot.relation_kind, spot.relation, spot.phrase_start = self.context.relation(spot)
            spot.phrase_end = spot.end
            if spot.relation_kind in BY_HOUSES and self.known.house_after.match(self.scan.text, spot.end):
                spot.relation_kind, spot.relation = None, None
            if spot.relation is None and (led := way(self.scan.text, spot.start, spot.end)):
                spot.relation_kind, spot.relation = "road", led
            spot.weight = self.weigh(spot, taken)
        open_spots = [spot for spot in self.spots if spot.found and not spot.why_not]
        home = self.home()
        at_home = [spot for spot in open_spots if any(c.country in home for c in spot.found)]
        for spot in at_home:
            spot.weight += self.weights["home"]
            spot.weight += self.weights["seized"] if spot.lead in self.known.seized else 0.0
        listing = self.listing()
        for spot in (spot for spot in open_spots if listing and spot.heads):
            belongs = any(c.country in home or c.feature == "C" for c in spot.found)
            spot.weight += self.weights["listing"] if belongs else 0.0
        for spot in open_spots:
            spot.weight += self.weights["only_home"] if self.only_home(spot, home) else 0.0
        sure = {spot.key for spot in open_spots if spot.weight >= ENOUGH + 0.5}
        for spot in open_spots:
            spot.weight += self.weights["again"] if spot.key in sure else 0.0
        return [spot for spot in self.spots if spot.weight >= ENOUGH]

    def listing(self) -> bool:
        """Whether the report is a list by places: most of the names that open its items are surely places."""
        heads = [spot.weight >= ENOUGH and not spot.why_not for spot in self.spots if spot.found and spot.heads]
        return sum(heads) >= LISTING and sum(heads) * 2 >= len(heads)

    def home(self) -> set[str]:
        """The countries that the report names, by name or people, or holds a sure place of."""
        named = {code for spot in self.spots for code in spot.people}
        for spot in self.spots:
            if spot.weight >= ENOUGH and spot.found and not spot.people:
                sure = spot.found[:1] if len(spot.found) < 3 or len({c.country for c in spot.found}) == 1 else ()
                nations = [c for c in spot.found if c.feature == "C"] or sure
                named |= {c.country for c in nations if c.country}
        return named

    def only_home(self, spot: Spot, home: set[str]) -> bool:
        """Whether the name, told as the gazetteer writes it, is found in countries of the report alone."""
        exact = {c.country for c in spot.found if c.score > 0.9}
        return bool(exact) and exact <= home and len(spot.text) > 3

    def weigh(self, spot: Spot, taken: dict[int, Spot]) -> float:
        """How surely a spot is a place name; sets why_not where it is part of another name."""
        if spot.people and not any(c.feature == "C" for c in spot.found):
            spot.why_not = "nationality"
            return ENOUGH
        if not spot.found:
            return ENOUGH
        self.part_of_name(spot, taken)
        capitals = self.context.opens_story(spot.first, spot.last)
        cues = {
            "kind": spot.kind is not None or self.unit_named(spot),
            "strong": spot.lead in self.known.strong or spot.lead in self.known.taken,
            "weak": spot.lead in self.known.weak,
            "no_name": not capitals
            and not any(t.pos_ == "PROPN" for t in map(self.scan.token, self.scan.words[spot.first : spot.last + 1])),
            "common": spot.first == spot.last
            and (spot.text.lower() in self.scan.lowered or spot.text in self.scan.surnames),
            "person": spot.key in self.persons,
            "listed": self.listed(spot, taken),
            "relation": spot.relation is not None or self.context.road_end(spot.last),
            "body": self.body(spot),
            "in_capitals": capitals,
            "heads": spot.heads,
            "part": self.part(spot),
            "likely": self.scan.likely(spot.start, spot.end),
        }
        told = sum(self.weights[cue] for cue, holds in cues.items() if holds)
        return self.importance(spot) + self.label_weight(spot) + told

    def part(self, spot: Spot) -> bool:
        """Whether people or parts of the place are told: "residents of X"."""
        token = self.scan.token(self.scan.words[spot.last])
        of = token.dep_ == "pobj" and token.head.lower_ == "of" and not self.scan.words[spot.last].possessive
        return of and token.head.head.lemma_.lower() in self.known.parts

    def person(self, spot: Spot, taken: dict[int, Spot]) -> bool:
        """Whether the words make a person of the name: "Salem said", "Salem, 45,", "Savannah Salem"."""
        if not self.namelike(spot):
            return False
        token = self.scan.token(self.scan.words[spot.last])
        near = abs(token.head.i - token.i) < SPEAKS
        says = near and token.dep_ == "nsubj" and token.head.lemma_.lower() in SPOKEN
        told = token.dep_ == "pobj" and token.head.head.lower_ == "according"
        if says or told or AGED.match(self.scan.text, spot.end):
            return True
        return any(self.paired(spot, taken.get(i)) for i in (spot.first - 1, spot.last + 1))

    def namelike(self, spot: Spot) -> bool:
        """Whether a name is one word and of no great place, so that somebody may bear it."""
        if spot.first < spot.last or not spot.found or spot.people:
            return False
        named = [c for c in spot.found if c.score > 0.9]
        limit = {"C": 0, "R": 0, "A1": GREAT}
        return not any(c.population >= limit.get(c.feature, SIZES[0][0]) or known_everywhere(c) for c in named)

    def paired(self, spot: Spot, other: Spot | None) -> bool:
        """Whether two names side by side are those of one person, as neither place lies in the other."""
        if other is None or not self.namelike(other) or wider(spot, other) or wider(other, spot):
            return False
        first, second = sorted((spot.first, other.first))
        return self.scan.words[second].gap == " " and not self.scan.words[first].possessive

    def importance(self, spot: Spot) -> float:
        """How likely a name of this renown is meant, before any context."""
        weights, best = self.weights, 0.0
        for c in spot.found:
            kind = c.feature if c.feature != "P" else size(c.population)
            best = max(best, weights[kind] - (0.5 if c.score < 0.8 else 0.0))
        return best + (0.4 if spot.last > spot.first else 0.0)

    def label_weight(self, spot: Spot) -> float:
        """What the statistical names say of the spot."""
        entity = self.scan.entity(self.scan.words[spot.first])
        if entity is None:
            return 0.0
        longer = entity.start_char < spot.start - 4 or entity.end_char > spot.end + 2
        cued = longer and (self.context.after(spot) in self.known.kinds or self.body(spot))
        if spot.kind and entity.label_ not in ("PERSON", "ORG"):
            return max(0.0, self.known.labels.get(entity.label_, 0.0))
        table = self.known.longer_labels if longer and not cued else self.known.labels
        return table.get(entity.label_, 0.0 if cued else table["other"])

    def unit_named(self, spot: Spot) -> bool:
        """Whether the name ends with the word for its kind: "Clarke County", "Rapides Parish"."""
        last = self.scan.words[spot.last].text.lower()
        unit = self.known.kinds.get(last) in ("A1", "A2") and spot.last > spot.first
        return unit and any(c.feature in ("A1", "A2") and c.score > 0.9 for c in spot.found)

    def university(self, spot: Spot) -> bool:
        """Whether a university or a college bears the name: "Ohio State University"."""
        rest = self.scan.words[spot.last + 2 : spot.last + 3]
        return bool(rest) and rest[0].text in ("University", "College")

    def body(self, spot: Spot) -> bool:
        """Whether a public body, an office or people of the place follow: "Fargo Mayor", "Danbury police"."""
        return spot.why_not == PUBLIC or self.context.after(spot) in self.known.actors

    def listed(self, spot: Spot, taken: dict[int, Spot]) -> bool:
        """Whether another place name follows or precedes across a comma."""
        after, own = self.scan.words[spot.last + 1 : spot.last + 2], self.scan.words[spot.first]
        follows = after and after[0].gap == ", " and spot.last + 1 in taken and not taken[spot.last + 1].people
        return bool(follows or (own.gap == ", " and spot.first - 1 in taken and not taken[spot.first - 1].people))

    def part_of_name(self, spot: Spot, taken: dict[int, Spot]) -> None:
        """Say why_not where the words around make the name part of a longer one."""
        span, scan = self.scan.words, self.scan
        ends = self.context.before(spot) in self.known.organisation_ends
        if ends and self.known.organisation_before.search(scan.text[max(0, spot.start - 40) : spot.start]):
            spot.why_not = "part of an organisation's name"
        after = self.context.after(spot)
        rest = span[spot.last + 1 : spot.last + 2]
        own = not (self.context.cap_before(spot) and self.context.foreign(spot.first - 1, taken))
        if spot.why_not is None and own and after in self.known.public and rest[0].cap and not self.university(spot):
            spot.why_not = PUBLIC
            return
        if after in self.known.news_after and not rest[0].cap:
            spot.why_not = spot.why_not or "names a news firm"
        elif after in self.known.organisation_after and rest[0].cap:
            spot.why_not = "part of an organisation's name"
        elif self.context.capital_after(spot) and spot.last + 1 not in taken and not self.context.road_end(spot.last):
            spot.why_not = "part of a longer name"
        left = span[spot.first - 1] if spot.first else None
        if self.context.cap_before(spot) and self.context.foreign(spot.first - 1, taken):
            spot.why_not = spot.why_not or "part of a longer name"
        glued = left and not left.cap and left.inner and span[spot.first].gap == "-" and spot.first > 1
        if glued and span[spot.first - 2].cap and span[spot.first - 1].gap == "-":
            spot.why_not = spot.why_not or "part of a longer name"
