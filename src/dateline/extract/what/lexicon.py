"""Finding the codebook's words in a parsed text: verbs with their companions, nouns in a row.

In: phrases as tuples of lemmas, the lemmas and the lower-cased forms of a text. Out: token spans. Lemmas, not forms,
are compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Generic, TypeVar

from spacy.tokens import Doc, Token

from dateline.codebook import load_codebook

T = TypeVar("T")
LEMMAS, FORMS = "dateline_lemmas", "dateline_forms"  # under which a parsed document keeps them
REACH = 5  # words after a verb within which its companions stand


def lemma(token: Token) -> str:
    """The lower-cased lemma; nouns that the tagger takes for names lose their plural s too."""
    irregular = load_codebook().lemmas.get(token.lower_)
    if irregular and token.pos_ in ("VERB", "AUX", "ADJ"):
        return irregular
    word = token.lemma_.lower()
    if token.pos_ == "PROPN" and len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


class Phrases(Generic[T]):
    """Phrases of lemmas with a value each, indexed by first word, longest first."""

    def __init__(self, pairs: Iterable[tuple[tuple[str, ...], T]]) -> None:
        self.index: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for words, value in pairs:
            self.index.setdefault(words[0], []).append((words, value))
        for rows in self.index.values():
            rows.sort(key=lambda row: -len(row[0]))

    def adjacent(self, forms: list[str], lemmas: list[str], at: int) -> tuple[int, T] | None:
        """The longest phrase that stands in a row from token `at`: (end token, value)."""
        first = dict.fromkeys((lemmas[at], forms[at]))
        for words, value in (row for word in first for row in self.index.get(word, ())):
            end = _row(forms, lemmas, at, words)
            if end:
                return end, value
        return None

    def spread(self, doc: Doc, lemmas: list[str], at: int) -> tuple[int, T] | None:
        """The longest phrase whose first word is token `at` and whose others follow nearby in order."""
        for words, value in self.index.get(lemmas[at], ()):
            end = _near(doc, lemmas, at, words)
            if end:
                return end, value
        return None


def _row(forms: list[str], lemmas: list[str], at: int, words: tuple[str, ...]) -> int:
    place = at
    for word in words:
        while place > at and place < len(forms) and forms[place] in ("-", "–"):
            place += 1
        if place >= len(forms) or word not in (lemmas[place], forms[place]):
            return 0
        place += 1
    return place


def _near(doc: Doc, lemmas: list[str], at: int, words: tuple[str, ...]) -> int:
    place, limit = at + 1, min(len(doc), at + 1 + REACH + len(words))
    for word in words[1:]:
        while place < limit and word not in (lemmas[place], doc[place].lower_):
            if doc[place].is_sent_start or doc[place].text in ",;:.":
                return 0
            place += 1
        if place >= limit:
            return 0
        place += 1
    return place


def lemmas(doc: Doc) -> list[str]:
    """The compared lemma of every token, found once a document."""
    return _kept(doc, LEMMAS, lemma)


def forms(doc: Doc) -> list[str]:
    """The lower-cased form of every token, found once a document."""
    return _kept(doc, FORMS, attrgetter("lower_"))


def _kept(doc: Doc, name: str, of: Callable[[Token], str]) -> list[str]:
    if name not in doc.user_data:
        doc.user_data[name] = [of(token) for token in doc]
    found: list[str] = doc.user_data[name]
    return found


def flat(table: Mapping[str, Iterable[str]]) -> list[tuple[tuple[str, ...], str]]:
    """(phrase, key) pairs of a table key -> phrases."""
    return [(tuple(words.replace("-", " ").split()), key) for key, row in table.items() for words in row]
