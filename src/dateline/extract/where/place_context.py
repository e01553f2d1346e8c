"""The words around a name: what governs it, what kind of place they make of it, what goes on with it.

In: a `Scan` and spots. Out: answers about their neighbours; `surroundings` fills lead, kind, direction.
"""

from __future__ import annotations

import re

from dateline.extract.where.place_relation import relation_before
from dateline.extract.where.place_scan import Scan
from dateline.extract.where.place_spot import Spot
from dateline.extract.where.place_words import words
from dateline.gazetteer import people
from dateline.gazetteer.names import key

STORY = re.compile(r"(?:, (?:[A-Z][\w.]*\.?|[A-Z]\w+ [A-Z]\w+))? ?(?:\([A-Z][\w ]+\) ?)?(?:--|[—–]| - )")
HEAD_BEFORE = re.compile(r"[A-Z][A-Z '’-]{2,40}\. ")
NUMBERED = re.compile(r"\s*[\d*•–—-]")
LONGEST_HEAD = 60
ITEM_HEAD = re.compile(r"(?:(?:late|new) entry[.,:|]? ?|[\s\d.,:;()*•|/–—-]|[A-Z]\w+(?:[ -][A-Za-z]\w*){0,2}, )*", re.I)
ITEM_TAIL = re.compile(
    r"(?: (?:region|district|province|territory|county|governorate|oblast|city|town))?"
    r"(?:[.:] |,? \(|, [A-Z\d]| [|–—-] |\n)",
    re.I,
)
ROAD = re.compile(
    r"[-–](?:[A-Z][\w'’]+|al-)(?:[ -][A-Z][\w'’]+)?(?: (?:main|ring))? (?:road|highway|route|track|axis|expressway)\b"
)
SKIPPED = frozenset(("the", "its", "a"))


class Context:
    """Questions about the words around the names of one text."""

    def __init__(self, scan: Scan) -> None:
        self.scan, self.known = scan, words()

    def surroundings(self, spot: Spot) -> None:
        """Set the lead (the word that governs the name), its kind by cue, its direction."""
        span, i = self.scan.words, spot.first - 1
        gap = span[spot.first].gap
        while i >= 0 and gap == " " and spot.first - i < 8 and self.steps_over(spot, i):
            gap, i = span[i].gap, i - 1
        spot.lead = span[i].text.lower() if i >= 0 and gap == " " else ""
        after = self.after(spot)
        if after in self.known.kinds and self.fits_kind(spot, after):
            spot.kind = self.known.kinds[after]

    def relation(self, spot: Spot) -> tuple[str | None, str | None, int]:
        """Kind, words and beginning of what relates to the name, as `relation_before`."""
        ends = self.before(spot) in self.known.relation_ends
        return relation_before(self.scan.text, spot.start) if ends else (None, None, spot.start)

    def steps_over(self, spot: Spot, i: int) -> bool:
        """Whether word `i` stands between the name and what governs it; notes what it says."""
        span, low = self.scan.words, self.scan.words[i].text.lower()
        if self.kind_before(i, spot.first):
            spot.kind = spot.kind or self.known.kinds[low]
            return True
        if low in self.known.directions:
            spot.direction = spot.direction or low
            return True
        if low == "of" or low in self.known.called:
            return i > 0 and span[i - 1].text.lower() in self.known.kinds
        return low in SKIPPED or bool(people(span[i].text)) or span[i].possessive

    def before(self, spot: Spot) -> str:
        """The word before the name in lower case, whatever parts them."""
        return self.scan.words[spot.first - 1].text.lower() if spot.first else ""

    def after(self, spot: Spot) -> str:
        """The next word in lower case, where only a space or hyphen parts it from the name."""
        rest = self.scan.words[spot.last + 1 : spot.last + 2]
        return (
            rest[0].text.lower()
            if rest and rest[0].gap in (" ", "-") and not self.scan.words[spot.last].possessive
            else ""
        )

    def capital_after(self, spot: Spot) -> bool:
        """Whether the name goes on with a capitalised word that is no cue."""
        rest = self.scan.words[spot.last + 1 : spot.last + 2]
        if not (rest and rest[0].cap and self.after(spot)) or rest[0].text.lower() in self.known.kinds:
            return False
        return self.scan.token(rest[0]).pos_ == "PROPN"

    def cap_before(self, spot: Spot) -> bool:
        """Whether a capitalised word stands right before the name."""
        left = self.scan.words[spot.first - 1] if spot.first else None
        return bool(left and left.cap and self.scan.words[spot.first].gap in (" ", "-") and not left.possessive)

    def foreign(self, i: int, taken: dict[int, Spot]) -> bool:
        """Whether the capitalised word `i` makes what follows it part of another name."""
        low = self.scan.words[i].text.lower()
        if low in self.known.directions or low in self.known.kinds or i in taken or people(low):
            return False
        if low in self.known.strong or low in self.known.weak or low == "the":
            return False
        return self.scan.token(self.scan.words[i]).pos_ == "PROPN"

    def common(self, i: int) -> bool:
        """Whether word `i` is one that names no place: an office, a month, a preposition."""
        return key(self.scan.words[i].text) in self.known.nameless

    def past_phrase(self, i: int, stop: int) -> int:
        """The word after a phrase that names no place ("White House") where one begins at word `i`, else `i`."""
        if key(self.scan.words[i].text) not in self.known.begin_phrase:
            return i
        ends = range(i + 1, min(i + 3, stop))
        found = (
            j + 1
            for j in reversed(ends)
            if key(self.scan.text[self.scan.words[i].start : self.scan.words[j].end]) in self.known.phrases
        )
        return next(found, i)

    def opens_line(self, i: int) -> bool:
        """Whether word `i` is the first of its line."""
        return self.scan.words[i].start == 0 or "\n" in self.scan.words[i].gap

    def heads_line(self, i: int) -> bool:
        """Whether word `i` opens a line as the place of a dateline or an item: "ADEN, Yemen", "KIEV (AFP)", "JOS."."""
        end = self.scan.words[i].end
        return self.opens_line(i) and self.scan.text[end : end + 2].strip()[:1] in tuple(",(-–—:/.")

    def opens_story(self, first: int, last: int) -> bool:
        """Whether a name in capitals opens a story after its headline or a line: "MANSFIELD -- The", "KIDAL. Shots"."""
        start, end = self.scan.words[first].start, self.scan.words[last].end
        if not self.scan.text[start:end].isupper() or end - start < 4:
            return False
        item = self.scan.text.startswith(". ", end) and (self.opens_line(first) or self.follows_head(first))
        return item or bool(STORY.match(self.scan.text, end))

    def follows_head(self, first: int) -> bool:
        """Whether word `first` stands behind a head in capitals that opens the line: "SYRIA. DARAA. Tanks"."""
        start = self.scan.words[first].start
        return bool(HEAD_BEFORE.fullmatch(self.scan.text, self.scan.text.rfind("\n", 0, start) + 1, start))

    def heads_item(self, spot: Spot) -> bool:
        """Whether a name stands at the head of an item: "3. Deir ez-Zor, Hajin. ...", "14:00 Izium: ..."."""
        if not ITEM_TAIL.match(self.scan.text, self.scan.words[spot.last].end):
            return False
        start = self.scan.words[spot.first].start
        before = self.scan.text[self.scan.text.rfind("\n", 0, start) + 1 : start]
        return len(before) < LONGEST_HEAD and bool(ITEM_HEAD.fullmatch(before))

    def numbered(self, i: int) -> bool:
        """Whether the line of word `i` begins as an item of a list does, with a number or a bullet."""
        start = self.scan.text.rfind("\n", 0, self.scan.words[i].start) + 1
        return bool(NUMBERED.match(self.scan.text, start))

    def road_end(self, last: int) -> bool:
        """Whether a name is the first end of a road: "along the Pankshin-Langtang road"."""
        return bool(ROAD.match(self.scan.text, self.scan.words[last].end))

    def kind_before(self, i: int, first: int) -> bool:
        """Whether word `i` says what the name after it is: "province of X", "the town X"."""
        word, low = self.scan.words[i], self.scan.words[i].text.lower()
        if low not in self.known.kinds or (word.cap and low in self.known.offices):
            return False
        if i + 1 == first:
            return self.known.kinds[low] == "P" and not word.cap
        left = self.scan.words[i - 1] if i and word.gap == " " else None
        named = left and left.cap and left.text.lower() not in (*SKIPPED, "this")  # "X area of Y": the area is X
        return self.scan.words[i + 1].text in ("of", *self.known.called) and not named

    def fits_kind(self, spot: Spot, after: str) -> bool:
        """Whether "X province" is meant, and not "in X state media"."""
        rest = self.scan.words[spot.last + 2 : spot.last + 3]
        if after in ("military", "air", "naval"):  # "X air base", but not "with X air support"
            return bool(rest) and rest[0].gap == " " and rest[0].text.lower() in self.known.kinds
        return not (after in ("state", "air", "border") and rest and rest[0].gap == " " and rest[0].text.islower()
                    and rest[0].text in self.known.actors)  # fmt: skip
