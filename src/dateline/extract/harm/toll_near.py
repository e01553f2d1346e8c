"""Tolls read from the words beside a figure, where the parse has told nothing or there is none to parse.

In: the parsed text, its numbers and the harm words already taken. Out: `near(...)`, harms of people
counted next to a harm word ("14 assailants killed when"), next to a condition ("Eleven are in
custody"), under a label ("Dead: 6") or beside a short form that the report explains ("K 3, W 11").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from dateline.actors.people import people_noun
from dateline.codebook import load_toml
from dateline.extract.harm.toll_figures import exactly, figure, modifier_before
from dateline.extract.harm.toll_groups import Counted, Numbers, counted_span, end_of
from dateline.extract.harm.toll_who import age_of, who
from dateline.extract.harm.toll_words import harm_words
from dateline.model.reading import HarmMention
from dateline.model.values import Group
from dateline.text import text_of, token_at

FAR = 7  # words between a figure and the word that ends its phrase
ASIDE = 8  # words in ", aged 34,"
ASIDES = 3  # of them in a row: ", 33 and 41, of Post Falls, Idaho,"
ONE = 6  # words in "a 22-year-old student"
COLON = 4  # words between a label and its colon
ARTICLES = frozenset({"a", "an"})
OWNERS = frozenset({"a", "an", "the", "its", "their", "his", "her"})
NONE = frozenset({"none", "nil", "nobody"})
QUOTES = frozenset("\"“”'’")
LEGEND = re.compile(r"(?<![\w=])([A-Za-z]{1,4})\s*=\s*([a-z]+)\b")


Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word -> phrases with their harm


@dataclass(frozen=True, slots=True)
class NearWords:
    """The section `near` of harms.toml: phrases by first word, word sets, labels."""

    conditions: Phrases
    leads: Phrases
    sets: dict[str, frozenset[str]]
    labels: dict[str, str]
    short: dict[str, str]


def _phrases(table: dict[str, list[str]]) -> Phrases:
    rows = [(tuple(words.split()), harm) for harm, group in table.items() for words in group]
    rows.sort(key=lambda row: (-len(row[0]), row[0]))
    return {row[0][0]: tuple(other for other in rows if other[0][0] == row[0][0]) for row in rows}


@cache
def near_words() -> NearWords:
    """The words of the package."""
    table: dict[str, Any] = load_toml("harms.toml")["near"]
    sets = {name: frozenset(words) for name, words in table["words"].items()}
    return NearWords(_phrases(table["condition"]), _phrases(table["lead"]), sets, table["label"], table["short"])


def near(doc: Doc, numbers: Numbers, taken: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Harms beside the words of the text; never of a harm word in `taken`."""
    low = [token.lower_ for token in doc]
    codes = legend(doc)
    held = {at for one in taken for at in range(one.harm_start, one.harm_end)}
    for token in doc:
        if token.idx in held:
            continue
        yield from _labelled(doc, low, token, numbers)
        yield from _coded(doc, low, token, numbers, codes)
        yield from _participle(doc, token, numbers)
        yield from _condition(doc, low, token, numbers)
        yield from _led(doc, low, token, numbers)
    for one in taken:
        yield from _chained(doc, one, numbers, taken)


def _chained(doc: Doc, one: HarmMention, numbers: Numbers, taken: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """The first of "12 members of the forces and as many as 40 rebels died", where the parse lost it."""
    first = token_at(doc, one.start)
    if (
        one.group_start < 0
        or one.harm_start < one.end
        or first.i - 1 <= first.sent.start
        or first.nbor(-1).lower_ != "and"
    ):
        return
    if numbers.at(first) is None or any(
        t.pos_ in ("VERB", "AUX") for t in doc[first.i : token_at(doc, one.end - 1).i + 1]
    ):
        return
    counted = phrase_before(doc, first.i - 1, numbers)
    free = counted is not None and not any(t.start < counted.end and counted.start < t.end for t in taken)
    if counted is not None and free and counted.group_start >= 0 and counted.end >= doc[first.i - 2].idx:
        yield replace(
            one,
            start=counted.start,
            end=counted.end,
            estimate=counted.estimate,
            group=counted.group,
            group_start=counted.group_start,
            group_end=counted.group_end,
            text="",
        )


def legend(doc: Doc) -> dict[str, str]:
    """The report's own short forms and their harms: "K = killed, W = wounded"."""
    labels = near_words().labels
    return {m.group(1): labels[m.group(2)] for m in LEGEND.finditer(text_of(doc)) if m.group(2) in labels}


def legend_spans(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Where the legend's words stand: they tell no toll."""
    return tuple(m.span() for m in LEGEND.finditer(text_of(doc)) if m.group(2) in near_words().labels)


def told(counted: Counted, harm: str, first: Token, last: Token) -> HarmMention:
    """The mention of that count, with the harm told by the tokens `first` to `last`."""
    right = last.idx + len(last.text)
    group = counted.group_start, counted.group_end
    return HarmMention(
        counted.start, counted.end, "", harm, counted.estimate, counted.group, first.idx, first.idx, right, *group
    )


def phrase_at(doc: Doc, at: int, numbers: Numbers) -> Counted | None:
    """The count that begins at the token `at`: a figure, with the people it counts where they follow."""
    while at < len(doc) and doc[at].text in QUOTES:
        at += 1
    found = numbers.at(doc[at]) if at < len(doc) else None
    if found is None:
        plain = figure([t.lower_ for t in doc[at : at + 6]], 0)
        found = (at, at + plain[0], plain[1]) if plain else None
    if found is None or found[0] < at:
        return None
    first, last, estimate = found
    noun = _people_after(doc, last)
    if noun is None:
        return counted_span(doc, first, last, estimate, Group(), people=False, numbered=True)
    group, _ = who(noun)
    return counted_span(doc, first, end_of(noun), estimate, group, last, numbered=True)


def _people_after(doc: Doc, at: int) -> Token | None:
    """The noun for people that the figure before `at` counts: "police officers", "of its soldiers"."""
    for token in doc[at : at + 4]:
        if token.pos_ in ("NOUN", "PROPN") and _means_people(token):
            after = token.nbor() if token.i + 1 < len(doc) else token
            return after if token.dep_ == "compound" and after.pos_ == "NOUN" and who(after)[1] else token
        if token.pos_ not in ("ADJ", "NOUN", "PROPN") and token.lower_ not in ("of", "its", "their", "the", "-"):
            return None
    return None


def _means_people(noun: Token) -> bool:
    """Is this a noun for people, or the plural name of a people?"""
    if people_noun([noun.lower_]) is not None:
        return True
    return noun.ent_type_ == "NORP" and noun.lower_.endswith(("s", "ns")) and who(noun)[1]


def single_at(doc: Doc, at: int, articles: frozenset[str] = ARTICLES) -> Counted | None:
    """One person at the token `at`: "a man", "a 22-year-old student", "its Polish driver"."""
    if at >= len(doc) or doc[at].lower_ not in articles:
        return None
    if at + 4 < len(doc) and doc[at + 4 : at + 5].text == "old" and doc[at + 2].text == "-":
        return counted_span(
            doc,
            at,
            at + 5 + (doc[at + 5 : at + 6].text == "old"),
            exactly(1),
            Group(age=age_of(doc[at : at + 6].text)),
            at,
        )
    noun = next(
        (
            t
            for t in doc[at + 1 : at + ONE]
            if t.dep_ not in ("compound", "amod", "nummod", "npadvmod") and not t.is_punct
        ),
        None,
    )
    if noun is None or noun.tag_ not in ("NN", "NNP") or any(t.pos_ in ("VERB", "ADP") for t in doc[at : noun.i]):
        return None
    group, _ = who(noun)
    known = people_noun([noun.lower_])
    if known is None or known.kind in ("collective", "asset", "speaker") or noun.lower_ in ("police", "people"):
        return None
    return counted_span(doc, at, end_of(noun), exactly(1), group, at)


def phrase_before(doc: Doc, at: int, numbers: Numbers) -> Counted | None:
    """The count that ends right before the token `at`, past "were", "lightly" and ", aged 34,"."""
    words, start = near_words().sets, doc[at].sent.start
    at -= 1
    while at > start and doc[at].lower_ in words["between"] and not numbers.at(doc[at]):
        at -= 1
    past = _past_asides(doc, at, start, numbers)
    if past is None:
        return None
    at = past
    for place in range(at, max(at - FAR, start - 1), -1):
        found = numbers.at(doc[place])
        if found is not None:
            return _reaching(doc, found[0], at, numbers)
        if doc[place].lower_ in ("a", "an") and (one := single_at(doc, place)) is not None:
            return one if one.end == doc[at].idx + len(doc[at].text) else None
        if doc[place].pos_ in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ") and doc[place].text not in QUOTES | {"-"}:
            return None
    return None


def _past_asides(doc: Doc, at: int, start: int, numbers: Numbers) -> int | None:
    """The token before ", 33 and 41, of Post Falls, Idaho," where `at` is its last comma; None: a verb inside."""
    if doc[at].text != ",":
        return at
    for turn in range(ASIDES):
        opened = next((i for i in range(at - 1, max(at - ASIDE, start), -1) if doc[i].text == ","), None)
        inside = doc[opened:at] if opened is not None else ()
        verb = any(t.pos_ in ("VERB", "AUX") and t.lower_ != "aged" for t in inside)
        if opened is None or verb or (turn and any(numbers.at(t) for t in inside)):
            return at - 1 if turn else None
        at = opened
    return at - 1


def _reaching(doc: Doc, first: int, last: int, numbers: Numbers) -> Counted | None:
    """The count from the figure at `first`, where it is of people up to the token `last`, or bare."""
    counted = phrase_at(doc, first, numbers)
    right = doc[last].idx + len(doc[last].text)
    if counted is None or (counted.group_start < 0 and counted.end < right):
        return None
    age = counted.group_start < 0 and first > 0 and doc[first - 1].text in (",", "(")
    return counted if counted.end <= right and not age else None


def _participle(doc: Doc, token: Token, numbers: Numbers) -> Iterator[HarmMention]:
    """ "14 assailants killed in", "two women, 30 and 31, were arrested"."""
    harm = _harm_of(token)
    words = near_words().sets
    behind = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if harm is None or token.i == token.sent.start:
        return
    if behind is not None and not (not behind.is_alpha or behind.lower_ in words["behind"]):
        return
    if any(t.lower_ in words["bar"] for t in doc[max(token.i - 4, token.sent.start) : token.i]):
        return
    counted = phrase_before(doc, token.i, numbers)
    if counted is not None:
        yield told(counted, harm, token, token)


def _harm_of(token: Token) -> str | None:
    """The harm of a participle or state that stands alone."""
    words = harm_words()
    lemma = token.lemma_.lower()
    entry = words.states.get(token.lower_)
    if entry is not None:
        return entry.harm
    if token.tag_ not in ("VBN", "VBD", "JJ") or not token.lower_.endswith(("ed", "n", "ped")):
        return None
    found = [e for e in words.verbs.get(lemma, ()) if e.role == "object" and not (e.rest or e.lead or e.upper)]
    return found[0].harm if found and not found[0].numbered else None


def _condition(doc: Doc, low: list[str], token: Token, numbers: Numbers) -> Iterator[HarmMention]:
    for phrase, harm in near_words().conditions.get(low[token.i], ()):
        if tuple(low[token.i : token.i + len(phrase)]) == phrase:
            counted = phrase_before(doc, token.i, numbers) if token.i > token.sent.start else None
            if counted is not None:
                yield told(counted, harm, token, doc[token.i + len(phrase) - 1])
            return


def _led(doc: Doc, low: list[str], token: Token, numbers: Numbers) -> Iterator[HarmMention]:
    for phrase, harm in near_words().leads.get(low[token.i], ()):
        if tuple(low[token.i : token.i + len(phrase)]) == phrase:
            counted = phrase_at(doc, token.i + len(phrase), numbers)
            if counted is None and harm == "missing":
                counted = single_at(doc, token.i + len(phrase), OWNERS)
            if counted is not None and counted.group_start >= 0:
                yield told(counted, harm, token, doc[token.i + len(phrase) - 1])
            return


def _labelled(doc: Doc, low: list[str], token: Token, numbers: Numbers) -> Iterator[HarmMention]:
    """ "Dead: 6", "Injured: two soldiers", "dead now 4", "Casualties: none"."""
    harm = near_words().labels.get(token.lower_)
    empty = token.lower_ in ("casualties", "victims")
    if harm is None and not empty:
        return
    colon = next((i for i in range(token.i + 1, min(token.i + COLON, len(doc) - 1)) if low[i] in (":", "now")), None)
    if colon is None or (low[colon] == "now" and colon > token.i + 1):
        return
    counted = phrase_at(doc, colon + 1, numbers) or single_at(doc, colon + 1)
    if low[colon + 1] in NONE:
        counted = counted_span(doc, token.i, colon + 2, exactly(0), Group(), numbered=True)
    if counted is None or (empty and counted.estimate != exactly(0)):
        return
    for one in (harm,) if harm else ("killed", "injured"):
        yield told(counted, one, token, token)


def _coded(doc: Doc, low: list[str], token: Token, numbers: Numbers, codes: dict[str, str]) -> Iterator[HarmMention]:
    """ "K 3", "6 k", "4 guards inj", by the report's legend or the usual short forms."""
    text = token.text.rstrip(".")
    harm = codes.get(text) or near_words().short.get(text.lower())
    if harm is None or (token.i + 1 < len(doc) and low[token.i + 1] == "="):
        return
    counted = phrase_at(doc, token.i + 1, numbers) if token.i + 1 < len(doc) else None
    if counted is None:
        counted = _coded_before(doc, low, token.i, numbers)
    if counted is not None:
        yield told(counted, harm, token, token)


def _coded_before(doc: Doc, low: list[str], at: int, numbers: Numbers) -> Counted | None:
    """The count that ends before a short form: "6", "at least six soldiers", "23 RSF"."""
    for place in range(at - 1, max(at - 5, -1), -1):
        if doc[place].pos_ == "PUNCT" and doc[place].text not in QUOTES:
            break
        if figure(low, place) is not None:
            lead = modifier_before(low, place)
            return phrase_at(doc, lead[0] if lead and numbers.at(doc[lead[0]]) else place, numbers)
    return None
