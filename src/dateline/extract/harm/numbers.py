"""Numbers: every quantity of people or things that the text tells, with low, best and high.

In: the parsed text. Out: the layer `numbers`. Left out: dates, ages, money, distances, times,
percentages, and numbers that are names ("AK-47", "Route 66"). Ordinals are marked as such.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from dateline.actors.people import people_noun
from dateline.extract.component import component
from dateline.extract.harm.toll_figures import (
    DASHES,
    DIGITS,
    NumberWords,
    apply,
    exactly,
    figure,
    modifier_after,
    modifier_before,
    number_words,
)
from dateline.extract.harm.toll_words import harm_words
from dateline.model.reading import NumberMention, Reading
from dateline.model.values import Estimate

AGES = range(0, 106)
YEARS = range(1800, 2100)


@component(requires=("doc",), provides=("numbers",))
def numbers(reading: Reading) -> Reading:
    """The reading with its quantities in place, in text order."""
    doc = reading.words
    text = reading.report.text
    found = []
    for start, end, told, ordinal in _scan(doc):
        left, right = doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text)
        found.append(NumberMention(left, right, text[left:right], told, ordinal))
    return reading.add(numbers=tuple(found))


def _scan(doc: Doc) -> Iterator[tuple[int, int, Estimate, bool]]:
    """Token start, token end, estimate and whether it is an ordinal, for each number in turn."""
    low = [token.lower_ for token in doc]
    words = number_words()
    starts = words.starts
    place = 0
    while place < len(low):
        here = low[place]
        if here not in starts and not here[0].isdigit():
            place += 1
            continue
        if here in words.ordinals:
            if _ordinal(doc, place):
                yield place, place + 1, exactly(words.ordinals[here]), True
            place += 1
            continue
        found = figure(low, place)
        if found is None:
            place += 1
            continue
        end, told = found
        if not _is_name(doc, low, place, end, told, words):
            yield (*_around(low, place, end, told), False)
        place = end


def _ordinal(doc: Doc, at: int) -> bool:
    token = doc[at]
    return token.pos_ == "ADJ" and token.head.i > at and token.head.pos_ in ("NOUN", "PROPN")


def _around(low: list[str], start: int, end: int, told: Estimate) -> tuple[int, int, Estimate]:
    """The number with the modifiers before and after it, read into the estimate."""
    if start > 0 and low[start - 1] == "between" and told.best is None:
        return start - 1, end, told
    if start > 0 and low[start - 1] == "from" and told.best is None and told.high is not None:
        return start - 1, end, told
    for _ in range(2):
        before = modifier_before(low, start)
        if before is None or (before[1] == "about" and low[before[0]] == "around" and before[0] == 0):
            break
        if low[before[0]] == "over" and before[0] and low[before[0] - 1] in number_words().sets["particle"]:
            break
        start, told = before[0], apply(before[1], told)
    after = modifier_after(low, end)
    if after is not None:
        end, told = after[0], apply(after[1], told)
    return start, end, told


def _is_name(doc: Doc, low: list[str], at: int, end: int, told: Estimate, words: NumberWords) -> bool:
    """Is this no quantity of people or things: a date, age, price, distance, clock time, name?"""
    before = low[at - 1] if at else ""
    after = low[end] if end < len(low) else ""
    if tuple(low[at:end]) in words.weak or low[at:end] == ["one"]:
        return figure(low, end) is not None or not _counts_people(doc, low, end)
    if before in words.sets["money"] or before in words.sets["months"] or after in words.sets["months"]:
        return True
    if after in words.sets["units"] or doc[end - 1].head.lemma_.lower() in words.sets["units"]:
        return True
    if after in DASHES and end + 1 < len(low) and _touches(doc, end) and low[end + 1].isalpha():
        return low[end + 1] not in ("strong", "plus")
    if not DIGITS.fullmatch(low[at]):
        return before in DASHES and _touches(doc, at - 1)
    return _digit_name(doc, low, at, end, told, words)


def _digit_name(doc: Doc, low: list[str], at: int, end: int, told: Estimate, words: NumberWords) -> bool:
    """The same for numbers in digits alone: years, ages, model names, scores."""
    before = low[at - 1] if at else ""
    after = low[end] if end < len(low) else ""
    number = told.best if told.best is not None else (told.high or 0)
    counted = _counts_people(doc, low, end)
    if (low[at].startswith("0") and low[at] != "0" and not (counted or _padded(doc, low, at, end))) or (
        before in words.sets["names"] and not counted
    ):
        return True
    if (before in ("/", ":", ".") and _touches(doc, at - 1)) or (after in ("/", ":") and _touches(doc, end - 1)):
        return True
    if before in DASHES and _touches(doc, at - 1) and doc[at - 2].is_alpha:
        return True
    plain_year = number in YEARS and "," not in low[at] and len(low[at]) in (4, 9)
    plural = any(t.tag_ in ("NNS", "NNPS") or t.lower_ == "people" for t in doc[end : end + 3])
    if plain_year and not (counted and plural) and modifier_before(low, at) is None:
        return True
    age = number in AGES and before in (",", "(") and after in (",", ")", ".", ";") and at > 1
    if number in AGES and _ages(doc, low, at):
        return True
    if age and not counted and (doc[at - 2].pos_ == "PROPN" or people_noun([low[at - 2]]) is not None):
        return True
    return at > 0 and doc[at - 1].pos_ == "PROPN" and doc[at].head.i <= at and not counted


def _ages(doc: Doc, low: list[str], at: int) -> bool:
    """Is this one of the ages in "two men, 33 and 41," (aged below 106)?"""
    first = at if low[at + 1 : at + 2] == ["and"] else at - 2
    pair = low[first : first + 4]
    if first < 2 or len(pair) < 4 or pair[1] != "and" or pair[3] not in (",", ")") or low[first - 1] not in (",", "("):
        return False
    return (
        pair[0].isdigit()
        and pair[2].isdigit()
        and (doc[first - 2].pos_ == "PROPN" or people_noun([low[first - 2]]) is not None)
    )


def _padded(doc: Doc, low: list[str], at: int, end: int) -> bool:
    """Is this a count written with a leading nought: "02 jawans"?"""
    return len(low[at]) == 2 and end < len(doc) and doc[end].tag_ == "NNS" and doc[at].whitespace_ != ""


def _touches(doc: Doc, at: int) -> bool:
    """Does the token at `at` stand against the next with no space between?"""
    return at >= 0 and not doc[at].whitespace_


def _counts_people(doc: Doc, low: list[str], end: int) -> bool:
    """Does a noun for people or a harm follow within four words, or "of" at once?"""
    if end < len(low) and low[end] == "of":
        return True
    states = harm_words().counted
    for at in range(end, min(end + 4, len(low))):
        token = doc[at]
        if (
            token.pos_ in ("DET", "AUX", "PRON")
            or (token.is_punct and low[at] not in DASHES)
            or (token.pos_ in ("VERB", "ADP") and low[at] not in states)
        ):
            return False
        if (
            low[at] in states
            or low[at] in ("others", "other")
            or (token.pos_ in ("NOUN", "PROPN", "ADJ") and people_noun([low[at]]) is not None)
        ):
            return True
    return False
