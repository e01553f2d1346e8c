"""Features inside a place: streets, numbered roads, rivers, parks, hotels, camps, found by the word for them.

In: a `Scan` and the words of place_words.toml. Out: `Spot`s whose name is the whole ("Main Street",
"Highway 108", "Radisson hotel"); which place holds them is told by the words or by what stands near.
"""

from __future__ import annotations

from dateline.extract.where.place_located import BY_MARK, located
from dateline.extract.where.place_scan import Scan
from dateline.extract.where.place_split import Word
from dateline.extract.where.place_spot import Spot
from dateline.extract.where.place_words import words
from dateline.gazetteer import people
from dateline.gazetteer.names import key
from dateline.model.values import Candidate, Place

LONGEST = 5  # words of a name before the word for the feature
UNITS = {"A2": "district", "A1": "province", "R": "region", "C": "country"}
HOLDERS = ("P", "A2", "A1")
HELD = {"P": "town", "F": "town"} | UNITS  # feature of the holder -> how precise its features are
HELD_LOOSELY = {"P": "near", "F": "near"} | UNITS  # where no word says that it lies inside
KINDS = {"road": "F", "site": "F", "nature": "R"}
COMPASS = frozenset(("North", "South", "East", "West", "Northeast", "Northwest", "Southeast", "Southwest"))
BARS = frozenset(("and", "of", "the", "on", "as", "an", "at", "in", "for", "to", "from"))
PREPOSITIONS = frozenset(
    ("on", "at", "in", "of", "near", "to", "from", "along", "off", "and", "between", "by", "around")
)


def held_place(spot: Spot, holder: Spot, at: Candidate, role: str) -> Place:
    """A feature as the place that holds it, under the feature's own words."""
    within = spot.inside or spot.feature == "site" or spot.text.split()[-1].rstrip(".") in words().streets
    precision = (HELD if within and holder is not spot.mark else HELD_LOOSELY)[at.feature]
    rule = "the place that holds it" if spot.inside else "the place told before it"
    lat, lon, radius, relation = at.lat, at.lon, None, spot.relation
    if holder is spot.mark:
        lat, lon, radius, _ = located(holder, at)
        rule, relation = BY_MARK, holder.relation
    where = (at.geonameid, lat, lon, at.admin1, at.admin2, at.country)
    return Place(
        spot.text, at.name, *where, precision, relation, radius, role=role, rule=rule, candidates=holder.ranked
    )


def hold(spots: list[Spot], text: str) -> None:
    """Give every feature the place that holds it: where the words put it, here or before, else the nearest told."""
    holders = [s for s in spots if s.best and s.best.feature in HOLDERS and s.role == "location" and not s.feature]
    known: list[Spot] = []
    for spot in (spot for spot in spots if spot.feature and not spot.best):
        if spot.mark and spot.mark.best:
            spot.holder = spot.mark
        elif spot.inside and spot.inside.best:
            spot.holder = named_after(spot, spot.inside.best, holders) or spot.inside
            known.append(spot)
        else:
            again = next((one.holder for one in reversed(known) if told_again(spot.text, one.text)), None)
            spot.holder = again or named_after(spot, None, holders) or nearest(spot, holders, text)


def named_after(spot: Spot, within: Candidate | None, holders: list[Spot]) -> Spot | None:
    """The listed town by which a site is called, where it is told to lie in nothing finer: "the Jolo Cathedral"."""
    if spot.feature != "site" or (within and within.feature in ("P", "A2")):
        return None
    towns = ((one, one.best) for one in holders if one.best and spot.text.startswith(f"{one.text} "))
    return next((one for one, at in towns if at.feature == "P" and (not within or at.country == within.country)), None)


def told_again(name: str, full: str) -> bool:
    """Whether a name may be a shorter form of one told before: "Bradley Airport" of "Bradley International Airport"."""
    short, whole = name.split(), full.split()
    return (short[0], short[-1]) == (whole[0], whole[-1]) and set(short) <= set(whole)


def nearest(spot: Spot, holders: list[Spot], text: str) -> Spot | None:
    """The last place told before in the paragraph, else the first after it, else the last of all before."""
    begin = text.rfind("\n\n", 0, spot.start) + 1
    stop = text.find("\n", spot.end)
    before = [h for h in holders if h.end <= spot.start and h.why_not is None]
    after = [h for h in holders if spot.end <= h.start and (stop < 0 or h.start < stop) and h.why_not is None]
    here = [h for h in before if h.start >= begin]
    found = here[-1:] or after[:1] or before[-1:]
    return found[0] if found else None


class Features:
    """Finds the features of one text."""

    def __init__(self, scan: Scan) -> None:
        self.scan, self.known = scan, words()

    def among(self, first: int, stop: int) -> bool:
        """Whether a run, or the word after it, holds a word for a feature; no feature is named in it without one."""
        return not self.known.feature_words.isdisjoint([word.text for word in self.scan.words[first : stop + 1]])

    def at(self, i: int, stop: int) -> Spot | None:
        """The feature whose name begins at word `i` of a run that ends before `stop`."""
        span = self.scan.words
        if not span[i].cap or span[i].text.lower() in self.known.no_feature:
            return None
        last, kind = i, ""
        for j in range(i, min(i + LONGEST, stop + self.owned(i, stop))):
            if span[j].text in BARS:
                stop = j
                break
            found = self.ends(i, j)
            last, kind = (j, found) if found else (last, kind)
        last, kind = (last, kind) if kind else self.named_after(i, stop)
        last, kind = (last, kind) if kind else self.small(i, stop)
        if not kind or self.goes_on(last, kind) or self.person(i, last):
            return None
        last = self.with_number(last) if kind == "road" else last
        return self.spot(self.ordinal(i) if kind == "road" else i, last, kind)

    def owned(self, i: int, stop: int) -> bool:
        """Whether a run ends with an owner whose name the feature bears: "Governors' Parkway", "St. Mary's Church"."""
        rest = self.scan.words[stop : stop + 1]
        if not rest or not self.scan.words[stop - 1].possessive or rest[0].gap not in (" ", "' ", "’ "):
            return False
        return self.names(rest[0]) or self.hallowed(i, rest[0])

    def hallowed(self, i: int, last: Word) -> bool:
        """Whether a house is called after a saint or a ruler, and no town: "Saint Francis Hospital"."""
        return last.text in self.known.houses and self.scan.words[i].text in self.known.styles

    def names(self, word: Word) -> bool:
        """Whether a word makes a street or a water of the name before it."""
        return word.cap and self.known.features.get(word.text) in ("road", "nature")

    def ends(self, i: int, j: int) -> str:
        """The kind of feature that a name of the words `i` to `j` is, by its last word; "" for none."""
        word = self.scan.words[j]
        if j > i and self.hallowed(i, word):
            return "site"
        kind = self.known.features.get(word.text, "")
        if kind == "road" and self.number(j + 1) and word.text in self.known.numbered:
            return kind
        if word.text in self.known.abbreviations and self.number(j + 1) and self.scan.words[j + 1].gap == " ":
            return "road"  # "W.Va. 61"
        if kind == "road" and i == j and self.ordinal(i) < i:
            return kind
        return kind if j > i and word.gap != "-" and not self.known.features.get(self.scan.words[i].text) else ""

    def named_after(self, i: int, stop: int) -> tuple[int, str]:
        """Last word and kind where the word for the feature stands first: "Lake Vermont", "Camp Ashraf"."""
        kind, rest = self.known.feature_first.get(self.scan.words[i].text, ""), self.scan.words[i + 1 : i + 2]
        named = kind and i + 1 < stop and rest[0].cap and rest[0].gap == " " and not rest[0].text.isupper()
        return (i + 1, kind) if named and rest[0].text.lower() not in self.known.public else (i, "")

    def small(self, i: int, stop: int) -> tuple[int, str]:
        """Last word and kind where the word for a venue follows in small letters: "the Radisson hotel"."""
        rest = self.scan.words[stop : stop + 1]
        small = rest and rest[0].gap == " " and rest[0].text in self.known.venues and stop - i < LONGEST
        if not small or self.scan.words[stop - 1].possessive:
            return i, ""
        return (i, "") if any(self.common(word) for word in self.scan.words[i:stop]) else (stop, "site")

    def common(self, word: Word) -> bool:
        """Whether a word names no place: an office, a feast, a people."""
        return key(word.text) in self.known.never or bool(people(word.text))

    def number(self, j: int) -> bool:
        """Whether word `j` is the number of a road."""
        word = self.scan.words[j] if j < len(self.scan.words) else None
        return word is not None and word.gap in (" ", "-") and word.text.isdigit() and len(word.text) < 5

    def with_number(self, last: int) -> int:
        """The last word of a road with its number and its point of the compass."""
        last += self.number(last + 1)
        rest = self.scan.words[last + 1 : last + 2]
        return last + (bool(rest) and rest[0].gap == " " and rest[0].text in COMPASS)

    def ordinal(self, i: int) -> int:
        """The first word of a street, its number taken in: "40th Avenue"."""
        left = self.scan.words[i - 1 : i] if i and self.scan.words[i].gap == " " else []
        return i - 1 if left and left[0].text[0].isdigit() and left[0].text[-2:] in ("st", "nd", "rd", "th") else i

    def goes_on(self, last: int, kind: str) -> bool:
        """Whether the name goes on past the word for the feature, so that the whole is something else."""
        rest: list[Word] = self.scan.words[last + 1 : last + 2]
        if not rest or rest[0].gap != " " or not rest[0].cap or self.scan.words[last].possessive:
            return False
        return kind != "road" or rest[0].text.lower() in self.known.organisation_after

    def person(self, i: int, last: int) -> bool:
        """Whether the words may as well be somebody's name: "Diane Lane", but not "on Ruth Lane"."""
        entity = self.scan.entity(self.scan.words[i])
        if entity is None or entity.label_ != "PERSON" or self.scan.words[last].text not in self.known.surname_like:
            return False
        left = self.scan.words[i - 1 : i] if i else []
        return not (left and left[0].text.lower() in PREPOSITIONS)

    def spot(self, first: int, last: int, kind: str) -> Spot:
        """The feature as a spot; a point that belongs to the word is taken in ("Main St.")."""
        start, end = self.scan.words[first].start, self.scan.words[last].end
        shortened = self.scan.words[last].text in self.known.shortened
        end += shortened and self.scan.text[end : end + 1] == "."
        return Spot(first, last, start, end, self.scan.text[start:end], kind=KINDS[kind], feature=kind)
