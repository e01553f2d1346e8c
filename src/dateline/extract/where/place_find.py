"""Finding names that may be places: longest matches of the gazetteer, and unknown names with a cue.

In: a `Scan` and the gazetteer. Out: `Spot`s in text order, not yet weighed.
"""

from __future__ import annotations

from itertools import islice

from dateline.extract.where.place_context import Context
from dateline.extract.where.place_feature import Features
from dateline.extract.where.place_relation import relation_before
from dateline.extract.where.place_scan import Scan
from dateline.extract.where.place_spot import Spot
from dateline.extract.where.place_weigh import Scales
from dateline.extract.where.place_words import words
from dateline.gazetteer import Gazetteer, country_code, people
from dateline.gazetteer.names import key

LONGEST = 6
TELLING = ("direction", "road")  # relations that only places have
PLACE_LABELS = ("GPE", "LOC", "FAC")
GOVERNORS = 5  # words up the parse from a name within which one may say that it is a scene
LITTLE = 50_000  # people; a smaller place gives its name up to a longer one


class Spotter:
    """Finds the spots of one text."""

    def __init__(self, scan: Scan, gazetteer: Gazetteer) -> None:
        self.scan, self.gazetteer, self.known, self.context = scan, gazetteer, words(), Context(scan)
        self.surnames, self.features = scan.surnames(), Features(scan)
        self.spots: list[Spot] = []

    def spots_in_text(self) -> list[Spot]:
        """All spots that weigh enough, in text order; those that are no location have their reason."""
        for first, last in self.scan.runs():
            self.read_run(max(first, self.spots[-1].last + 1) if self.spots else first, last)
        self.recall()
        return Scales(self.spots, self.context, self.surnames).settle()

    def recall(self) -> None:
        """Find again, anywhere in the text, the unknown names that the words called a place once."""
        names = {s.text: s for s in self.spots if not s.found and not s.people and not s.feature}
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
        i = first
        while i < stop:
            spot = self.longest(i, stop)
            feature = self.features.at(i, stop)
            if feature and (spot is None or feature.last > spot.last + self.known_site(spot, feature)):
                spot = feature
            elif spot is None or self.partial(spot, stop):
                spot = self.unknown(i, stop) or spot
            if spot:
                self.spots.append(spot)
            i = spot.last + 1 if spot else i + 1

    def known_site(self, spot: Spot, feature: Spot) -> bool:
        """Whether the name before a venue in small letters is itself a place: "the Kiwirok crossing"."""
        return feature.last == spot.last + 1 and self.scan.words[feature.last].text in self.known.venues

    def longest(self, i: int, stop: int) -> Spot | None:
        """The longest name from word `i` on that the gazetteer or the list of peoples knows."""
        span = self.scan.words
        if not (span[i].cap or self.scan.article(i)) or (span[i].text == "The" and not self.hague(i)):
            return None
        for j in range(min(i + LONGEST, stop) - 1, i - 1, -1):
            if not span[j].cap or (j == i and self.barred(i)):
                continue
            name = self.scan.text[span[i].start : span[j].end]
            found, nations = self.gazetteer.find(key(name)), people(name)
            if span[j].text == "City" and j + 1 < stop and span[j + 1].cap and not any(c.score > 0.94 for c in found):
                continue  # "Alexandria City Public Schools" are those of Alexandria
            if found or nations:
                return Spot(i, j, span[i].start, span[j].end, name, found, people=nations)
        return None

    def partial(self, spot: Spot, stop: int) -> bool:
        """Whether a little known name goes on with capitals in a list: "9. Hasakah, Ash Shaddadi. ..."."""
        after = self.scan.words[spot.last + 1] if spot.last + 1 < stop else None
        renown = any(c.feature in ("C", "R", "A1") or c.population > LITTLE for c in spot.found if c.score > 0.9)
        goes_on = after is not None and after.cap and after.gap in (" ", "-") and self.name_word(spot.last + 1)
        return goes_on and not renown and not spot.people and self.context.numbered(spot.first)

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
        short = len(word.text) < 5 and word.text.isupper() and not self.scan.shouting and not self.context.heads_line(i)
        return (short or len(word.text) < 3) and country_code(word.text) is None

    def unknown(self, i: int, stop: int) -> Spot | None:
        """A name that no list has, where the words around it say that it is a place."""
        span = self.scan.words
        j = i
        while j < stop and j < i + 4 and self.name_word(j):
            j += 1
        while j > i and not span[j - 1].cap:
            j -= 1
        if j == i or (not span[i].cap and not self.scan.article(i)):
            return None
        spot = Spot(i, j - 1, span[i].start, span[j - 1].end, self.scan.text[span[i].start : span[j - 1].end])
        self.context.surroundings(spot)
        return spot if self.placed(spot) else None

    def name_word(self, j: int) -> bool:
        """Whether word `j` can be part of an unknown name."""
        word = self.scan.words[j]
        if not word.cap:
            return word.inner and word.text not in ("and", "of", "the", "on", "as", "an", "at")
        lower = word.text.isupper() and not self.scan.shouting
        return not (lower or self.context.common(j) or word.text.lower() in self.known.kinds or people(word.text))

    def placed(self, spot: Spot) -> bool:
        """Whether the words before or after an unknown name say that it is a place."""
        entity = self.scan.entity(self.scan.words[spot.first])
        label = entity.label_ if entity else ""
        if self.hindered(spot) or (self.scan.shouting and label not in PLACE_LABELS) or label in ("DATE", "NORP"):
            return False
        if spot.kind in ("P", "A1", "A2"):
            return label in PLACE_LABELS or not (self.vague_kind(spot) or self.named_on(spot))
        if self.follows_place(spot) or spot.lead in self.known.taken:
            return True
        related = relation_before(self.scan.text, spot.start)[0]
        if related == "distance" or (label != "ORG" and related in TELLING):
            return True
        if label in PLACE_LABELS and (spot.lead == "in" or spot.lead in self.known.unknown_after):
            return True
        return (spot.lead in self.known.close and label == "PERSON") or self.at_scene(spot, label)

    def vague_kind(self, spot: Spot) -> bool:
        """Whether the word that makes the name a unit may as well be of an office or a mere expanse."""
        words = self.scan.words[max(0, spot.first - 3) : spot.first] + self.scan.words[spot.last + 1 : spot.last + 2]
        return any(w.text.lower() in self.known.offices and (w.cap or w.text == "department") for w in words)

    def named_on(self, spot: Spot) -> bool:
        """Whether a longer name goes on after the word for the kind: "Buryat State University"."""
        rest = self.scan.words[spot.last + 1 : spot.last + 3]
        return len(rest) == 2 and rest[0].cap and rest[1].cap and rest[1].gap == " "

    def at_scene(self, spot: Spot, label: str) -> bool:
        """Whether a word of violence or of an outpost governs the name: "murdered at X", "the police post at X"."""
        if spot.lead not in self.known.scene_after or label in ("LANGUAGE", "EVENT", "LAW", "WORK_OF_ART"):
            return False
        if spot.text.lower() in self.scan.lowered or not all(w.istitle() for w in spot.text.split()[:1]):
            return False
        direct = self.scan.words[spot.first - 1].text.lower() == spot.lead  # not "at a Walmart"
        if label not in PLACE_LABELS and (not direct or spot.lead in ("on", "over", "from", "to")):
            return False
        chain = list(islice(self.scan.token(self.scan.words[spot.first]).ancestors, GOVERNORS))
        return any(token.lemma_.lower() in self.known.scenes for token in chain)

    def follows_place(self, spot: Spot) -> bool:
        """Whether a unit's name stands right before, across a comma: "4. Quneitra, Jubata al-Khashab, 02:30"."""
        left = self.spots[-1] if self.spots else None
        if left is None or left.last != spot.first - 1 or self.scan.words[spot.first].gap != ", ":
            return False
        numbered = self.context.heads_item(spot.first, spot.last) and self.context.numbered(spot.first)
        return numbered and any(c.feature in ("A1", "A2", "P") for c in left.found)

    def hindered(self, spot: Spot) -> bool:
        """Whether the name is part of a longer one, of an organisation or a person, or no name at all."""
        context = self.context
        if self.scan.token(self.scan.words[spot.first]).pos_ not in ("PROPN", "NOUN", "ADJ"):
            return True
        if context.cap_before(spot) and context.foreign(spot.first - 1, {}):
            return True
        organised = context.after(spot) in self.known.organisation_after
        return organised or context.capital_after(spot) or spot.text in self.surnames
