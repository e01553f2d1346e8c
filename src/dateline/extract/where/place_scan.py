"""The capitalised words of a text, in runs, and what the parse says of them.

In: a parsed text, and the stretches that the learned reader takes to say where. Out: `Scan`: words with
offsets (split at hyphens), runs of words that may make a name, and for each word its token, label and whether it
begins a sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress
from operator import attrgetter, itemgetter

from spacy.tokens import Doc, Span, Token

from dateline.extract.where.place_split import Word, split
from dateline.text import text_of
from dateline.text.persons import surnames

ABBREVIATED = frozenset(("st", "ste", "mt", "ft"))


class Scan:
    """The words of a text and their surroundings."""

    def __init__(self, doc: Doc, likely: Sequence[tuple[int, int]] = ()) -> None:
        self.doc, self.text = doc, text_of(doc)
        self._likely = sorted(likely)
        self._reach = list(accumulate((end for _, end in self._likely), max))  # of each stretch and those before
        self.words = split(self.text)
        bare = list(map(itemgetter(2), self.words))
        self.caps = list(compress(range(len(bare)), map(itemgetter(4), self.words)))
        self.lowered = frozenset(filter(str.islower, bare))
        self._starts: list[int] = doc.to_array("IDX").tolist()
        self._entities = doc.ents  # built anew each time it is asked for
        self._entity_ends = [entity.end for entity in self._entities]
        self.surnames = surnames(self._entities)

    @cached_property
    def shouting(self) -> bool:
        """Whether most of the longer words stand in capitals."""
        letters = [word.text for word in self.words if len(word.text) > 3]
        return sum(map(str.isupper, letters)) > 0.7 * len(letters)

    def token(self, word: Word) -> Token:
        """The token in which a word begins."""
        return self.doc[bisect_right(self._starts, word.start) - 1]

    def entity(self, word: Word) -> Span | None:
        """The named entity in which a word begins."""
        token = self.token(word)
        at = bisect_right(self._entity_ends, token.i)
        inside = at < len(self._entities) and self._entities[at].start <= token.i
        return self._entities[at] if inside else None

    def likely(self, start: int, end: int) -> bool:
        """Whether the learned reader takes the characters to say where something happened."""
        before = bisect_right(self._likely, start, key=itemgetter(0))
        return before > 0 and end <= self._reach[before - 1]

    def runs(self) -> list[tuple[int, int]]:
        """Stretches of words (first, one past the last) that may hold names."""
        found: list[tuple[int, int]] = []
        stop = 0
        for i in self.caps:
            if i < stop:
                continue
            first = i - 1 if i > stop and self.article(i - 1) else i
            stop = i + 1
            while stop < len(self.words) and self.joins(stop):
                stop += 1
            found.append((first, stop))
        return found

    def starting(self, name: str, size: int) -> Iterator[int]:
        """The words at which a name of `size` + 1 words begins, each with a capital."""
        at = self.text.find(name)
        while at >= 0:
            i = bisect_left(self.words, at, key=attrgetter("start"))
            last = self.words[i + size : i + size + 1]
            if last and last[0].end == at + len(name) and self.words[i].start == at and self.words[i].cap:
                yield i
            at = self.text.find(name, at + 1)

    def joins(self, i: int) -> bool:
        """Whether word `i` goes on with the run before it."""
        word, last = self.words[i], self.words[i - 1]
        close = word.gap in (" ", "-", "–", "\n") or (word.gap == ". " and last.text.lower() in ABBREVIATED)
        if word.gap == "\n" and word.text.isupper() and not last.text.isupper():
            return False  # a headline, and the dateline below it
        if not close or last.possessive:
            return False
        within = word.gap == "-" and len(word.text) > 1  # "Su-ngai Kolok"
        return word.cap or ((word.inner or within) and any(w.cap for w in self.words[i + 1 : i + 3]))

    def article(self, i: int) -> bool:
        """Whether word `i` is the article of a name, as in "al-Bab"."""
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        return after is not None and after.gap == "-" and after.cap and self.words[i].inner
