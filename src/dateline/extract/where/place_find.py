"""Finding names that may be places: longest matches of the gazetteer, and unknown names with a cue.

In: a `Scan` and the gazetteer. Out: `Spot`s in text order, not yet weighed.
"""

from __future__ import annotations

from dateline.extract.where.place_context import Context
from dateline.extract.where.place_feature import Features
from dateline.extract.where.place_scan import Scan
from dateline.extract.where.place_spot import Spot
from dateline.extract.where.place_unknown import Unknowns, unknown
from dateline.extract.where.place_weigh import Scales
from dateline.extract.where.place_words import words
from dateline.gazetteer import Gazetteer, country_code, of_quarter
from dateline.gazetteer.countries import peoples
from dateline.gazetteer.names import key

LONGEST = 6
LITTLE = 50_000  # people; a smaller place gives its name up to a longer one


class Spotter:
    """Finds the spots of one text."""

    def __init__(self, scan: Scan, gazetteer: Gazetteer) -> None:
        self.scan, self.gazetteer, self.known, self.context = scan, gazetteer, words(), Context(scan)
        self.features, self.unknowns = Features(scan), Unknowns(scan, self.context)
        self.spots: list[Spot] = []

    def spots_in_text(self) -> list[Spot]:
        """All spots that weigh enough, in text order; those that are no location have their reason."""
        for first, last in self.scan.runs():
            self.read_run(max(first, self.spots[-1].last + 1) if self.spots else first, last)
        self.spots = self.unknowns.sift(self.spots)
        self.recall()
        return Scales(self.spots, self.context).settle()

    def recall(self) -> None:
        """Find again, anywhere in the text, the unknown names that the words called a place once."""
        names = {s.text: s for s in self.spots if unknown(s)}
        held = {i for spot in self.spots for i in range(spot.first, spot.last + 1)}
        for name, spot in names.items():
            size = spot.last - spot.first
            for i in self.scan.starting(name, size):
                if i not in held:
                    word, last = self.scan.words[i], self.scan.words[i + size]
                    self.spots.append(Spot(i, i + size, word.start, last.end, name))
        self.spots.sort(key=lambda spot: spot.start)

    def read_run(self, first: int, stop: int) -> None:
        """Longest matches from left to right; what is left may still be an unknown place."""
        i, featured = first, self.features.among(first, stop)
        while i < stop:
            past = self.context.past_phrase(i, stop)
            if past > i:
                i = past
                continue
            spot = self.longest(i, stop)
            feature = self.features.at(i, stop) if featured else None
            if feature and (spot is None or feature.last > spot.last + self.known_site(spot, feature)):
                spot = feature
            elif (spot is None or self.partial(spot, stop)) and not (featured and self.opens_feature(i, stop)):
                spot = self.unknowns.at(i, stop) or spot
            if spot:
                self.spots.append(spot)
            i = spot.last + 1 if spot else i + 1

    def opens_feature(self, i: int, stop: int) -> bool:
        """Whether word `i` is no more than the article of a venue's name: "Al-Khuseif camp"."""
        article = self.scan.words[i].text.lower() in self.known.opening
        return article and i + 1 < stop and self.features.at(i + 1, stop) is not None

    def known_site(self, spot: Spot, feature: Spot) -> bool:
        """Whether a venue is called by the place or quarter before it: "the Kiwirok crossing", no "Nur mosque"."""
        last = self.scan.words[feature.last].text
        street = last.islower() and last.capitalize() in self.known.streets  # "in a Yapacaní street"
        listed = street or last in self.known.posts or any(map(of_quarter, spot.found))
        return feature.last == spot.last + 1 and listed

    def longest(self, i: int, stop: int) -> Spot | None:
        """The longest name from word `i` on that the gazetteer or the list of peoples knows."""
        span = self.scan.words
        if not (span[i].cap or self.scan.article(i)) or (span[i].text == "The" and not self.hague(i)):
            return None
        for j in range(min(i + LONGEST, stop) - 1, i - 1, -1):
            if not span[j].cap or (j == i and self.barred(i)):
                continue
            name = self.scan.text[span[i].start : span[j].end]
            folded = key(name)
            found, nations = self.gazetteer.find(folded), peoples().get(folded, ())
            if span[j].text == "City" and j + 1 < stop and span[j + 1].cap and not any(c.score > 0.94 for c in found):
                continue  # "Alexandria City Public Schools" are those of Alexandria
            if found or nations:
                return Spot(i, j, span[i].start, span[j].end, name, found, people=nations)
        return None

    def partial(self, spot: Spot, stop: int) -> bool:
        """Whether a little known name goes on with capitals: in a list, or where the reader takes both for one place.

        "9. Hasakah, Ash Shaddadi. ...", "a bomb in Tal Halaf": lists know places called Ash and Tal.
        """
        after = self.scan.words[spot.last + 1] if spot.last + 1 < stop else None
        goes_on = after is not None and after.cap and after.gap in (" ", "-") and self.unknowns.name_word(spot.last + 1)
        linked = after is not None and self.linked(spot.last + 1, stop)
        if after is None or not (goes_on or linked) or spot.people:
            return False
        if any(c.feature in ("C", "R", "A1") or c.population > LITTLE for c in spot.found if c.score > 0.9):
            return False
        alone = spot.first == spot.last and after.text.lower() not in self.known.organisation_after
        sure = linked or self.scan.likely(spot.start, after.end)
        return self.context.numbered(spot.first) or (alone and sure)

    def linked(self, i: int, stop: int) -> bool:
        """Whether word `i` ties two words into one name with a hyphen: "Pul-e Khushk", "Borj al-Shemali"."""
        if i + 1 >= stop or self.scan.words[i].cap or not self.unknowns.name_word(i):
            return False
        return self.scan.words[i + 1].cap and "-" in (self.scan.words[i].gap, self.scan.words[i + 1].gap)

    def hague(self, i: int) -> bool:
        """Whether "The" at word `i` belongs to the name itself."""
        rest = self.scan.words[i + 1 : i + 2]
        found = self.gazetteer.find("the " + key(rest[0].text)) if rest and rest[0].cap else ()
        return any(key(c.name).startswith("the ") for c in found)

    def barred(self, i: int) -> bool:
        """Whether a single word can never be a place name."""
        word = self.scan.words[i]
        if word.text in self.known.abbreviations:
            return False
        if (
            self.context.common(i)
            or key(word.text) in self.known.kinds
            or self.scan.text[word.end : word.end + 1] == "$"
        ):
            return True
        if word.text.lower() in self.known.opening and self.scan.words[i + 1 :] and self.scan.joins(i + 1):
            return True  # "Las Cruzetas" is not in a place called Las
        short = len(word.text) < 5 and word.text.isupper() and not self.scan.shouting and not self.context.heads_line(i)
        return (short or len(word.text) < 3) and country_code(word.text) is None
