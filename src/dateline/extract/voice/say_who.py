"""Speakers: what kind of source a name or noun phrase is, and whom a pronoun stands for.

In: the head token of a speaker's noun phrase. Out: its stretch, its kind (official, party, medic,
witness, monitor, media, other) by the words of cues.toml, and the earlier speaker it points back to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.actors import people_noun
from dateline.codebook.cues import Cues
from dateline.extract.voice.say_page import line_heads
from dateline.extract.voice.say_tree import SUBJECTS, Stretch, children, handed_on, subtree, trim, verb_words

LONGEST = 5  # words in the longest name of a kind
CLOCK = re.compile(r"\d{1,2}[.:h]\d{2}|\d{4}")
PLURAL = ("they", "we", "them", "their")
PERSONAL = ("he", "she", "him", "her", "his", "i", "who")
BACKWARD = ("the", "that", "this", "these", "those", "same")


@dataclass(frozen=True)
class Who:
    """A speaker as found: head token, stretch of the noun phrase, kind."""

    head: Token
    stretch: Stretch
    kind: str


def noun_phrase(head: Token) -> Stretch:
    """The noun phrase of `head` with its apposition, cut before a relative clause set off by a comma."""
    doc = head.doc
    start, end = subtree(head)
    if head.dep_ in SUBJECTS and head.i < head.head.i:
        end = min(end, verb_words(head.head)[0])  # the parse may hang the next clause on it
    spoken = next((t for t in doc[end : end + 3] if t.pos_ in ("VERB", "AUX")), None)
    if spoken is not None and (other := handed_on(head, spoken)) is not None:
        end = other.left_edge.i
    for node in doc[start : head.i]:
        if (
            node.text in ("—", "–", "--", ":", ";")
            or (node.text == "-" and doc[node.i - 1].whitespace_)
            or "\n" in node.text
        ):
            start = node.i + 1
    for node in doc[head.i + 1 : end]:
        if node.text in ";:" or (node.is_space and "\n" in node.text) or node.tag_ == "``":
            end = node.i
            break
        if node.dep_ in ("relcl", "acl", "advcl", "parataxis", "ccomp") and node.head.i < node.i:
            edge = node.left_edge.i
            if edge > head.i and doc[edge - 1].text in (",", "(", "-", "–", "—"):
                end = min(end, edge - 1)
                break
    end = max(end, head.i + 1)
    owns = doc[end - 1].tag_ in ("POS", "WDT", "WP")  # "villagers' accounts"; "a pilot who", cut off by the parse
    return trim(doc, (start, end - owns), quotes=True) or (head.i, head.i + 1)


def _before_clause(head: Token) -> Stretch:
    """The noun phrase of `head` as far as its relative clause."""
    start, end = noun_phrase(head)
    edges = [c.left_edge.i for c in head.rights if c.dep_ == "relcl"]
    return trim(head.doc, (start, min([end, *edges]))) or (head.i, head.i + 1)


def speaker_kind(head: Token, cues: Cues) -> str:
    """The kind of source by head noun, then apposition and title, then the other words."""
    for words in _looks(head, cues):
        kind = _by_words(words, cues)
        if kind:
            return kind
    return "other"


def _looks(head: Token, cues: Cues) -> Iterator[list[Token]]:
    near = [t for t in head.subtree if abs(t.i - head.i) < 8 and not _beyond(t, head)]
    borne = head.lemma_.lower() in cues.borne
    titles = [t for t in head.lefts if t.dep_ in ("compound", "amod", "nmod", "poss")]
    if borne:
        yield [t for t in near if t != head]
    yield [t for t in near if t.i <= head.i and (t == head or t.dep_ in ("compound", "amod", "nmod", "poss"))][-2:]
    yield [head]
    for apposed in children(head, "appos"):
        yield from _looks(apposed, cues)
    yield [t for title in titles for t in title.subtree]
    yield near


def _beyond(token: Token, head: Token) -> bool:
    node = token
    while node != head and node.head != node:
        if node.dep_ in ("relcl", "acl", "appos", "conj", "advcl"):
            return True
        node = node.head
    return False


def _by_words(tokens: Sequence[Token], cues: Cues) -> str | None:
    """The kind that the longest run of the words names; of equals, one that is no plain official."""
    best: tuple[int, bool] = (0, False)
    found = None
    for first in range(len(tokens)):
        for size in range(min(LONGEST, len(tokens) - first), 0, -1):
            run = tokens[first : first + size]
            kind = _name(run, cues)
            if kind is None or (size == 1 and _only_before(run[0], cues)):
                continue
            if (size, kind != "official") > best:
                best, found = (size, kind != "official"), kind
            break
    return found


def _only_before(token: Token, cues: Cues) -> bool:
    """Whether a word that decides nothing before another noun stands before one."""
    return token.dep_ in ("amod", "compound", "nmod") and token.lemma_.lower() in cues.never_before


def _name(run: Sequence[Token], cues: Cues) -> str | None:
    """The kind of those words as written, else with the last one's lemma."""
    words = [t.lower_ for t in run]
    for last in (words[-1], run[-1].lemma_.lower(), words[-1].rstrip(".")):
        kind = cues.kinds.get(" ".join([*words[:-1], last]).replace(" - ", "-"))
        if kind:
            return kind
    return None


def words_kind(tokens: Sequence[Token], cues: Cues) -> str:
    """The kind that the words of a name say, by themselves."""
    return _by_words(tokens, cues) or "other"


class Memory:
    """The speakers met so far in a text, to resolve "he", "the ministry" and bare surnames."""

    def __init__(self, doc: Doc, cues: Cues) -> None:
        self.doc = doc
        self.cues = cues
        self.met: list[Who] = []
        self.named: dict[str, str] = {}
        self.heads = line_heads(doc)

    def meet(self, head: Token) -> Who:
        """The speaker of that head, resolved where the words point back, and remembered."""
        who = self._clear(self._resolve(self._past_dateline(head)))
        self.met.append(who)
        if who.head.pos_ == "PROPN" and who.kind != "other":
            for token in self.doc[slice(*who.stretch)]:
                if token.pos_ == "PROPN":
                    self.named.setdefault(token.lower_, who.kind)
        return who

    def _past_dateline(self, head: Token) -> Token:
        """The noun behind a dateline that the parse takes for the speaker: "KYIV, Oct 19 - Ukraine said"."""
        end = next((end for begin, end in self.heads if begin <= head.i < end), 0)
        after = self.doc[end : end + LONGEST] if end else ()
        nouns = (t for t in after if t.pos_ in ("NOUN", "PROPN", "PRON") and t.ent_type_ != "DATE")
        return next((t for t in nouns if t.i + 1 == len(self.doc) or t.nbor().pos_ not in ("NOUN", "PROPN")), head)

    def _clear(self, who: Who) -> Who:
        """The speaker without the dateline or the hour before the name."""
        start, end = who.stretch
        start = max([start, *(last for first, last in self.heads if first <= start < last <= who.head.i)])
        while start < who.head.i and CLOCK.fullmatch(self.doc[start].text):
            start += 1
        return Who(who.head, (start, end), who.kind)

    def _resolve(self, head: Token) -> Who:
        if head.lower_ in ("who", "which", "that") and head.head.dep_ == "relcl":
            head = head.head.head
            return Who(head, _before_clause(head), speaker_kind(head, self.cues))
        if head.lower_ in self.cues.words["anaphors"]:
            earlier = self._by_pronoun(head)
            return earlier or Who(head, (head.i, head.i + 1), "other")
        own = Who(head, noun_phrase(head), speaker_kind(head, self.cues))
        if head.pos_ == "PROPN":
            if own.kind == "other":
                return Who(head, own.stretch, self._named_kind(head))
            return own
        if any(c.lower_ in BACKWARD for c in head.lefts if c.dep_ == "det"):
            return self._by_noun(head, own) or own
        return own

    def _named_kind(self, head: Token) -> str:
        if head.lower_ in self.named:
            return self.named[head.lower_]
        for token in self.doc[: head.i]:
            if token.lower == head.lower and token.pos_ == "PROPN":
                kind = speaker_kind(token, self.cues)
                if kind != "other":
                    return kind
                if token.dep_ == "appos" and (kind := speaker_kind(token.head, self.cues)) != "other":
                    return kind
        return "official" if head.ent_type_ == "GPE" else "other"

    def _by_pronoun(self, head: Token) -> Who | None:
        nearer = self._subject_before(head)
        known = nearer is not None and self._speaks(nearer, head)
        for who in reversed(self.met[-6:]):
            if head.i - who.head.i > 250:
                return None
            if who.head.lower_ not in self.cues.words["anaphors"] and _agrees(head, who, self.cues):
                if nearer is not None and head.lower_ in PLURAL and _several(nearer) and not _several(who):
                    return nearer if nearer.head.i > who.head.i else who
                return nearer if known and nearer is not None and nearer.head.i > who.head.i else who
        return nearer

    def _speaks(self, who: Who, pronoun: Token) -> bool:
        """Whether it is one who may speak, told of in the sentence before: "A nurse gave a higher toll. She said"."""
        head, lefts = who.head, [t.lower_ for t in who.head.lefts]
        named = head.lemma_.lower() in self.cues.kinds or head.lemma_.lower() in self.cues.borne
        counted = any(t.like_num for t in head.lefts) or "dozen" in lefts
        main = head.head.dep_ == "ROOT" and head.sent.end >= pronoun.sent.start - 1
        one = pronoun.lower_ not in PLURAL and not counted and "whose" not in lefts
        return named and main and one and who.kind != "other"

    def _subject_before(self, head: Token) -> Who | None:
        for token in reversed(self.doc[max(0, head.i - 60) : head.i]):
            if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("NOUN", "PROPN"):
                who = Who(token, noun_phrase(token), speaker_kind(token, self.cues))
                if _agrees(head, who, self.cues) and _alive(token, self.cues):
                    return who
        return None

    def _by_noun(self, head: Token, own: Who) -> Who | None:
        lemma = head.lemma_.lower()
        plain = own.stretch[1] - own.stretch[0] <= 2
        if not plain:
            return None
        for who in reversed(self.met):
            if who.stretch == own.stretch or who.stretch[1] - who.stretch[0] <= 2:
                continue
            if any(t.lemma_.lower() == lemma for t in (who.head, *children(who.head, "appos"))):
                return who
        return None


def _alive(head: Token, cues: Cues) -> bool:
    """Whether it may speak: a name or a word for people, not "forty lorries" or "a piano"."""
    known = head.lemma_.lower() in cues.kinds or head.lemma_.lower() in cues.borne
    return known or head.pos_ == "PROPN" or people_noun([head.lower_]) is not None


def _several(who: Who) -> bool:
    """Whether the words are a plural, not a body of many."""
    return who.head.tag_ in ("NNS", "NNPS")


COLLECTIVE = ("ORG", "NORP", "GPE")


def _agrees(pronoun: Token, who: Who, cues: Cues) -> bool:
    word, head = pronoun.lower_, who.head
    plural = head.tag_ in ("NNS", "NNPS") or head.lower_ == "police" or bool(children(head, "conj"))
    body = who.kind in ("media",) or head.ent_type_ in COLLECTIVE or head.lemma_.lower() in cues.words["bodies"]
    if word in PLURAL:
        return plural or body
    if word in PERSONAL:
        return not plural and not body
    return body and not plural if word == "it" else False
