"""A toll told again by another, put right, or put as a figure: "their union says nineteen".

In: the parsed text, its numbers and the tolls found so far. Out: `echoes(...)`, tolls of the same harm
whose own words are only a figure ("three, by that of the bishop's office", "up from four"), and
`puts(...)`, figures of a named harm ("put the number of the slain at five").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from dateline.codebook import load_toml
from dateline.extract.harm.toll_figures import exactly
from dateline.extract.harm.toll_groups import Counted, Numbers
from dateline.extract.harm.toll_near import phrase_at, told
from dateline.extract.harm.toll_words import harm_words
from dateline.model.reading import HarmMention
from dateline.text import token_at

NEXT = 1  # sentences after a toll in which another may give his own figure
REACH = 12  # words between a figure and the one it is put right from
PUT = 9  # words between "put" and "the dead"
AT = 4  # words between "the dead" and "at"


@dataclass(frozen=True, slots=True)
class EchoWords:
    """The section `echo` of harms.toml: single words, and phrases as tuples of tokens."""

    say: frozenset[str]
    put: frozenset[str]
    admit: tuple[tuple[str, ...], ...]
    before: tuple[tuple[str, ...], ...]
    after: tuple[tuple[str, ...], ...]
    states: frozenset[str]


@cache
def echo_words() -> EchoWords:
    """The words of the package."""
    table: dict[str, Any] = load_toml("harms.toml")["echo"]
    return EchoWords(
        frozenset(table["say"]),
        frozenset(table["put"]),
        _phrases(table["admit"]),
        _phrases(table["before"]),
        _phrases(table["after"]),
        frozenset(table["states"]),
    )


def _phrases(rows: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(words.split()) for words in rows), key=lambda phrase: (-len(phrase), phrase)))


def echoes(doc: Doc, numbers: Numbers, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """For each toll the figures that others set against it; the last toll told before a figure counts."""
    ends = [token_at(doc, max(one.end, one.harm_end) - 1).i for one in harms]
    for one, end in zip(harms, ends, strict=True):
        if one.estimate in (exactly(0), exactly(1)) and one.harm != "killed":
            continue
        stop = min((other for other in ends if other > end), default=len(doc))
        limit = min(_reach(doc, end), stop)
        for at in range(end + 1, limit):
            counted = _figure_after(doc, at, numbers, doc[end].sent.end)
            if counted is not None and counted.start > one.end:
                yield _again(counted, one, doc[at])


def _reach(doc: Doc, end: int) -> int:
    """The token where the sentence after that of `end` ends, not past a blank line."""
    last = doc[end].sent.end
    for _ in range(NEXT):
        if last < len(doc) and not doc[last - 1].is_space:
            last = doc[last].sent.end
    return last


def _again(counted: Counted, one: HarmMention, cue: Token) -> HarmMention:
    mention = told(counted, one.harm, cue, cue)
    return mention if counted.group_start >= 0 else _like(mention, one)


def _like(mention: HarmMention, one: HarmMention) -> HarmMention:
    """The bare figure counts the same people."""
    return replace(mention, group=one.group)


def _figure_after(doc: Doc, at: int, numbers: Numbers, sentence: int) -> Counted | None:
    """The figure that the words at `at` set against an earlier one."""
    words = echo_words()
    token = doc[at]
    if token.lower_ in words.say and token.pos_ in ("VERB", "NOUN"):
        return _bare(doc, at + 1, numbers)
    for phrase in words.admit:
        if _starts(doc, at, phrase):
            return _bare(doc, at + len(phrase), numbers)
    if at >= sentence:
        return None
    for phrase in words.before:
        if _starts(doc, at, phrase):
            return _bare(doc, at + len(phrase), numbers)
    return _gap(doc, at, numbers) if token.text in (",", ";") else None


def _starts(doc: Doc, at: int, phrase: tuple[str, ...]) -> bool:
    if at >= len(doc) or doc[at].lower_ != phrase[0]:
        return False
    return tuple(t.lower_ for t in doc[at : at + len(phrase)]) == phrase


def _bare(doc: Doc, at: int, numbers: Numbers) -> Counted | None:
    """The figure at `at` where nothing that it counts or does follows."""
    counted = phrase_at(doc, at, numbers)
    while counted is None and at < len(doc) and doc[at].lower_ in ("only", "just", "it", "at"):
        at += 1
        counted = phrase_at(doc, at, numbers)
    if counted is None or counted.group_start >= 0:
        return None
    last = token_at(doc, counted.end - 1).i + 1
    ends = last >= len(doc) or not doc[last].is_alpha or doc[last].lower_ in ("and", "by")
    clock = (
        last + 1 < len(doc)
        and doc[last].text in (":", "-", "%", ".")
        and not doc[last].whitespace_
        and doc[last + 1].is_digit
    )
    return counted if ends and not clock and doc[min(last, len(doc) - 1)].text not in ("-", "%") else None


def _gap(doc: Doc, at: int, numbers: Numbers) -> Counted | None:
    """ ", the police 31." and ", three by that of the bishop": the verb or the noun is left out."""
    place = at + 1
    if place < len(doc) and doc[place].lower_ == "the":
        while (
            place < min(at + 5, len(doc))
            and not numbers.at(doc[place])
            and doc[place].pos_ in ("DET", "ADJ", "NOUN", "PROPN")
        ):
            place += 1
        return _bare(doc, place, numbers) if place > at + 2 else None
    counted = phrase_at(doc, place, numbers) if place < len(doc) else None
    if counted is None or counted.group_start >= 0:
        return None
    last = token_at(doc, counted.end - 1).i + 1
    return counted if any(_starts(doc, last, phrase) for phrase in echo_words().after) else None


def puts(doc: Doc, numbers: Numbers) -> Iterator[HarmMention]:
    """ "put the injured at six", "puts the corpses counted so far at eighteen"."""
    words = harm_words()
    for token in doc:
        if token.lower_ not in echo_words().put:
            continue
        for named in doc[token.i + 1 : min(token.i + PUT, token.sent.end)]:
            harm = words.takers.get(named.lower_) or words.takers.get(named.lemma_.lower())
            if {named.lower_, named.lemma_.lower()} & words.sets["bodies.nouns"]:
                harm = "killed"
            at = next((t.i for t in doc[named.i + 1 : named.i + 1 + AT] if t.lower_ == "at"), None)
            counted = phrase_at(doc, at + 1, numbers) if harm and at and at + 1 < len(doc) else None
            if harm and counted is not None:
                yield told(counted, harm, named, named)
                break
