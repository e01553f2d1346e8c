"""The capitalised words of a text, in runs, and what the parse says of them.

In: a parsed text. Out: `Scan`: words with offsets (split at hyphens), runs of words that may make a
name, and for each word its token, label and whether it begins a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from dateline.extract.where.place_words import words

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’ʼ‘]\w+)*")
POSSESSIVE = re.compile(r"['’][sS]$")
ELIDED = re.compile(r"[dl]['’][A-Z]")
ABBREVIATED = frozenset(("st", "ste", "mt", "ft"))


@dataclass(slots=True)
class Word:
    """A word of the text; `gap` is what stands before it, `cap` whether it can be part of a name."""

    start: int
    end: int
    text: str
    gap: str
    cap: bool
    inner: bool
    possessive: bool


class Scan:
    """The words of a text and their surroundings."""

    def __init__(self, doc: Doc) -> None:
        self.doc, self.text = doc, doc.text
        self.words = list(split(doc.text))
        self.lowered = frozenset(word.text for word in self.words if word.text.islower())
        letters = [word for word in self.words if len(word.text) > 3]
        self.shouting = sum(word.text.isupper() for word in letters) > 0.7 * len(letters)
        self._starts = [token.idx for token in doc]
        self._ents: dict[int, Span] = {token.i: ent for ent in doc.ents for token in ent}

    def token(self, word: Word) -> Token:
        """The token in which a word begins."""
        return self.doc[bisect_right(self._starts, word.start) - 1]

    def entity(self, word: Word) -> Span | None:
        """The named entity in which a word begins."""
        return self._ents.get(self.token(word).i)

    def surnames(self) -> frozenset[str]:
        """The last words of the persons named by two words or more."""
        people = (ent.text.split() for ent in self.doc.ents if ent.label_ == "PERSON")
        return frozenset(POSSESSIVE.sub("", name[-1]) for name in people if len(name) > 1)

    def runs(self) -> list[tuple[int, int]]:
        """Stretches of words (first, one past the last) that may hold names."""
        found, first = [], None
        for i, word in enumerate(self.words):
            joined = first is not None and self.joins(i)
            if first is not None and not joined:
                found.append((first, i))
                first = None
            if first is None and (word.cap or self.article(i)):
                first = i
        return found + ([(first, len(self.words))] if first is not None else [])

    def joins(self, i: int) -> bool:
        """Whether word `i` goes on with the run before it."""
        word, last = self.words[i], self.words[i - 1]
        close = word.gap in (" ", "-", "–", "\n") or (word.gap == ". " and last.text.lower() in ABBREVIATED)
        if not close or last.possessive:
            return False
        within = word.gap == "-" and len(word.text) > 1  # "Su-ngai Kolok"
        return word.cap or ((word.inner or within) and any(w.cap for w in self.words[i + 1 : i + 3]))

    def article(self, i: int) -> bool:
        """Whether word `i` is the article of a name, as in "al-Bab"."""
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        return bool(self.words[i].inner and after and after.cap and after.gap == "-")


def split(text: str) -> list[Word]:
    """The words of a text."""
    found, last, inner = [], 0, words().inner
    for match in WORD.finditer(text):
        raw = match.group()
        own = POSSESSIVE.search(raw)
        bare = raw[: own.start()] if own else raw
        end = match.start() + len(bare)
        plural = bare[-1] in "sS" and text[end : end + 2] in ("' ", "’ ")
        cap = bare[0].isupper() or bool(ELIDED.match(bare))
        found.append(
            Word(match.start(), end, bare, text[last : match.start()], cap, bare in inner, bool(own) or plural)
        )
        last = match.end()
    return found
