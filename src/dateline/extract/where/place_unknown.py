"""Names that no list has: which of them are places, by all that the report says around them.

In: a `Scan` and the candidates found in it. Out: the candidates whose names weigh enough to be places. Each name is
weighed once for the whole report: every kind of cue counts once, wherever it stands (weights in place_words.toml).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from dateline.actors import load_actors
from dateline.extract.where.place_context import Context
from dateline.extract.where.place_scan import Scan
from dateline.extract.where.place_spot import Spot
from dateline.extract.where.place_words import words
from dateline.gazetteer import people

PLACE_LABELS = ("GPE", "LOC", "FAC")
LONGEST = 4  # words of a name
LISTING = 2  # known places that open items, for the report to be a list by places
GOVERNORS = 5  # words up the parse from a name within which one may say that it is a scene
AGE = re.compile(r", (?:\d\d[,.;]|whose?\b)")
SPOKEN = frozenset(("say", "tell", "add", "ask", "write", "recall", "think"))


class Unknowns:
    """Weighs the unknown names of one text."""

    def __init__(self, scan: Scan, context: Context) -> None:
        self.scan, self.context, self.known, self.weights = scan, context, words(), words().unknown
        self.listing = False
        self.family: set[str] = set()  # words that end longer names

    def at(self, i: int, stop: int) -> Spot | None:
        """The longest run of words from `i` on that may be a name, unless its neighbours make it part of another."""
        span, j = self.scan.words, i
        while j < stop and j < i + LONGEST and self.name_word(j):
            j += 1
        while j > i and not span[j - 1].cap:
            j -= 1
        if j == i or not (span[i].cap or self.scan.article(i)):
            return None
        spot = Spot(i, j - 1, span[i].start, span[j - 1].end, self.scan.text[span[i].start : span[j - 1].end])
        return None if self.hindered(spot) else spot

    def name_word(self, j: int) -> bool:
        """Whether word `j` can be part of an unknown name."""
        word = self.scan.words[j]
        if not word.cap:
            return word.inner and word.text not in ("and", "of", "the", "on", "as", "an", "at")
        if word.text.lower() in self.known.opening and word.gap not in ("-", "–") and j + 1 < len(self.scan.words):
            after = self.scan.words[j + 1]
            return after.cap and after.gap in (" ", "-") and after.text.lower() not in self.known.opening
        lower = word.text.isupper() and not self.scan.shouting and not self.context.heads_line(j)
        return not (lower or self.context.common(j) or word.text.lower() in self.known.kinds or people(word.text))

    def hindered(self, spot: Spot) -> bool:
        """Whether the name is part of a longer one, of an organisation or a person, or no name at all."""
        context = self.context
        named = self.scan.token(self.scan.words[spot.first]).pos_ in ("PROPN", "NOUN", "ADJ")
        if not named and not self.scan.likely(spot.start, spot.end):
            return True
        if context.cap_before(spot) and context.foreign(spot.first - 1, {}):
            return True
        organised = context.after(spot) in self.known.organisation_after
        return organised or context.capital_after(spot) or spot.text in self.scan.surnames

    def sift(self, spots: Sequence[Spot]) -> list[Spot]:
        """The spots without those unknown names that do not weigh enough."""
        taken = {i: spot for spot in spots for i in (spot.first, spot.last)}
        for spot in spots:
            spot.heads = self.context.heads_item(spot)
        self.listing = lists(spots)
        told: dict[str, list[set[str]]] = defaultdict(list)
        for spot in spots:
            if unknown(spot):
                self.context.surroundings(spot)
                told[spot.text].append(set(self.cues(spot, taken)))
        self.family = {word for name in told for word in name.split()[1:]}
        enough = {name for name, rows in told.items() if self.weigh(name, rows) >= self.weights["enough"]}
        return [spot for spot in spots if not unknown(spot) or spot.text in enough]

    def weigh(self, name: str, rows: Sequence[set[str]]) -> float:
        """How surely a name is a place: the best of its tellings, less what speaks against it anywhere."""
        ever = set().union(*rows) & self.known.against | set(self.borne(name))
        best = max(sum(self.weights[cue] for cue in row - self.known.against) for row in rows)
        return best + sum(self.weights[cue] for cue in ever)

    def borne(self, name: str) -> Iterator[str]:
        """What the name is elsewhere: a group's, a word in small letters, the end of somebody's longer name."""
        if load_actors().named(name):
            yield "actor"
        if name.lower() in self.scan.lowered:
            yield "common"
        if name in self.family:
            yield "surname"

    def cues(self, spot: Spot, taken: dict[int, Spot]) -> Iterator[str]:
        """What the words around one telling of the name say."""
        yield self.label(spot)
        yield from self.told_before(spot)
        yield from self.told_after(spot, taken)
        yield from self.parsed(spot)
        if self.scan.likely(spot.start, spot.end) and not self.scan.words[spot.last].possessive:
            yield "likely"
        if spot.heads:
            yield "heads"
            if self.listing:
                yield "listing"
            if self.context.numbered(spot.first):
                yield "numbered"

    def label(self, spot: Spot) -> str:
        """What the statistical names call it: a place, a person, an organisation, something else, nothing."""
        entity = self.scan.entity(self.scan.words[spot.first])
        if entity is None:
            return "unlabelled"
        return "place" if entity.label_ in PLACE_LABELS else entity.label_ if entity.label_ in self.weights else "other"

    def told_before(self, spot: Spot) -> Iterator[str]:
        """Cues of the words before: what governs the name, how near it is said to be, an office."""
        span = self.scan.words
        left = span[spot.first - 1] if spot.first and span[spot.first].gap == " " else None
        if left is None:
            return
        if span[spot.last].possessive:
            return
        if spot.lead in self.weights and (left.text.lower() == spot.lead or spot.kind or spot.direction):
            yield spot.lead
        if spot.direction and spot.lead in self.known.strong:
            yield "compass"
        if spot.lead in self.known.taken:
            yield "taken"
        elif left.text.lower() in self.known.seized:
            yield "seized"
        if left.text.lower() in self.known.titles:
            yield "title"
        own = spot.kind or self.context.after(spot) in self.known.posts
        if left.text.lower() in ("the", "a", "an") and not own:
            yield "article"
        if left.text.lower() in ("a", "an") and self.context.after(spot) in self.known.firm_after:
            yield "firm"
        related = self.context.relation(spot)[0]
        if related in self.weights:
            yield related

    def told_after(self, spot: Spot, taken: dict[int, Spot]) -> Iterator[str]:
        """Cues of the words after: the kind of place, a place that holds it or stands beside it, an age."""
        span = self.scan.words
        if spot.kind in ("P", "A1", "A2") and not (self.vague_kind(spot) or self.named_on(spot)):
            yield "kind"
        elif spot.kind == "R":
            yield "land"
        elif self.context.after(spot) in self.known.posts:
            yield "post"
        if self.context.road_end(spot.last):
            yield "road"
        right, outer = span[spot.last + 1 : spot.last + 2], taken.get(spot.last + 1)
        if right and outer and outer.found and right[0].gap in (", ", " ("):
            yield "listed"
        if AGE.match(self.scan.text, spot.end):
            yield "somebody"
        if any(other and other.found for other in self.beside(spot, taken)):
            yield "joined"

    def beside(self, spot: Spot, taken: dict[int, Spot]) -> Iterator[Spot | None]:
        """The places on either side that "and", "or", "to" or a hyphen joins to the name."""
        span = self.scan.words
        for at, step in ((spot.first, -1), (spot.last, 1)):
            word = span[at + step] if 0 <= at + step < len(span) else None
            if word is None:
                continue
            gap = span[max(at, at + step)].gap
            if gap in ("-", "–"):
                yield taken.get(at + step)
            elif gap == " " and word.text in ("and", "or", "to"):
                yield taken.get(at + 2 * step)

    def parsed(self, spot: Spot) -> Iterator[str]:
        """Cues of the parse: a scene that governs the name, people or parts of it ("residents of X"), what it does."""
        token = self.scan.token(self.scan.words[spot.last])
        head = token.head
        if token.pos_ != "PROPN":
            yield "adjective" if token.pos_ == "ADJ" and token.ent_type_ == "NORP" else "no_name"
        if token.dep_ in ("nsubj", "nsubjpass") and head.pos_ in ("VERB", "AUX"):
            yield "speaks" if head.lemma_.lower() in SPOKEN else "acts" if token.dep_ == "nsubj" else "unlabelled"
        if token.dep_ != "pobj":
            return
        if head.lower_ in ("from", "to", "into") and head.head.lemma_.lower() in self.known.origin_verbs:
            yield "moves"
        if head.lower_ == "of" and head.head.lemma_.lower() in self.known.parts:
            yield "part"
        if head.lower_ in self.known.scene_after:
            chain = islice(token.ancestors, GOVERNORS)
            if any(above.lemma_.lower() in self.known.scenes for above in chain):
                yield "scene"
            if head.head.pos_ == "VERB":
                yield "happens"

    def vague_kind(self, spot: Spot) -> bool:
        """Whether the word that makes the name a unit may as well be of an office or a mere expanse."""
        span = self.scan.words[max(0, spot.first - 3) : spot.first] + self.scan.words[spot.last + 1 : spot.last + 2]
        return any(w.text.lower() in self.known.offices and (w.cap or w.text == "department") for w in span)

    def named_on(self, spot: Spot) -> bool:
        """Whether a longer name goes on after the word for the kind: "Buryat State University"."""
        rest = self.scan.words[spot.last + 1 : spot.last + 3]
        return len(rest) == 2 and rest[0].cap and rest[1].cap and rest[1].gap == " "


def lists(spots: Sequence[Spot]) -> bool:
    """Whether the report is a list by places: items are opened by known places, and not mostly by other names."""
    heads = [unknown(spot) for spot in spots if spot.heads]
    known = len(heads) - sum(heads)
    return known >= LISTING and known * 2 >= sum(heads)


def unknown(spot: Spot) -> bool:
    """Whether no list has the name."""
    return not (spot.found or spot.people or spot.feature)
