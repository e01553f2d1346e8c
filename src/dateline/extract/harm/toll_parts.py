"""Parts and wholes, tolls told as a figure of their own, and figures that exceed one event.

In: the parsed text, its numbers and the harms found so far. Out: `parts` ("17 people, including
three children"), `figures` ("the death toll rose to 23"), `cumulative` ("since January").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dateline.extract.harm.toll_figures import exactly
from dateline.extract.harm.toll_groups import Counted, Numbers, count
from dateline.extract.harm.toll_heads import joined
from dateline.extract.harm.toll_victims import NOMINAL
from dateline.extract.harm.toll_who import who
from dateline.extract.harm.toll_words import harm_words
from dateline.model.reading import HarmMention
from dateline.model.values import Estimate, Group
from dateline.text import token_at

FAR = 14  # words between a toll's word and its figure
NEAR = 12  # words after a figure that may say "since January"
BACK = 3  # sentences back to the whole that "the dead" takes up
ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|deadliest|worst|latest)\b")
THEM = frozenset({"them", "whom", "those"})


@dataclass(frozen=True, slots=True)
class Part:
    """A counted part, the mention whose harm it shares, and the whole (None: not told)."""

    counted: Counted
    like: HarmMention
    whole: HarmMention | None


def figures(doc: Doc, numbers: Numbers) -> Iterator[HarmMention]:
    """ "the death toll rose from 12 to 23", "the number of dead stands at 12"."""
    words = harm_words()
    firsts = {phrase[0] for phrase, _ in words.figures}
    for token in doc:
        if token.lemma_.lower() not in firsts:
            continue
        for phrase, harm in words.figures:
            if tuple(t.lemma_.lower() for t in doc[token.i : token.i + len(phrase)]) == phrase:
                for mention in _figure(doc, numbers, token.i, token.i + len(phrase), harm):
                    yield replace(mention, cumulative=" ".join(phrase) in words.sets["figure.exceeding"])
                break


def _figure(doc: Doc, numbers: Numbers, start: int, end: int, harm: str) -> Iterator[HarmMention]:
    lead = harm_words().sets["figure.lead"]
    for at in range(end, min(end + FAR, doc[start].sent.end)):
        found = numbers.at(doc[at])
        if found is None or (doc[found[0] - 1].lower_ not in lead and doc[found[0]].lower_ != "from"):
            continue
        first, last, told = found
        if doc[first].lower_ == "from" and told.high is not None:
            told = exactly(told.high)
            first = last - 1
        counted = _elongated(doc, first, last)
        harm_end = doc[end - 1].idx + len(doc[end - 1].text)
        group, _ = who(counted) if counted is not None else (Group(), False)
        right = counted if counted is not None else doc[last - 1]
        yield HarmMention(
            doc[first].idx,
            right.idx + len(right.text),
            "",
            harm,
            told,
            group,
            doc[end - 1].idx,
            doc[start].idx,
            harm_end,
        )
        return


def _elongated(doc: Doc, first: int, last: int) -> Token | None:
    """The noun that the figure counts, where one follows."""
    head = doc[last - 1].head
    return head if last <= head.i < last + 3 and head.pos_ in ("NOUN", "PROPN") and who(head)[1] else None


def parts(doc: Doc, numbers: Numbers, harms: Sequence[HarmMention]) -> Iterator[Part]:
    """Every part of a whole, with the whole."""
    for token in doc:
        if token.lower_ in ("including", "incl", "incl.", "include", "includes", "included"):
            whole = (
                _before(doc, token, harms)
                if token.lower_ in ("including", "incl", "incl.")
                else _included(doc, token, harms)
            )
            yield from _list(doc, numbers, token.i + 1 + (doc[token.i + 1 : token.i + 2].text == "."), whole)
        elif token.lower_ == "among" and token.i + 1 < len(doc):
            yield from _among(doc, numbers, token, harms)
        elif token.lower_ == "of" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ in THEM:
            yield from _of_them(doc, numbers, token, harms)
        elif token.lower_ == "of" and token.i + 2 < len(doc):
            yield from _of_counted(doc, numbers, token, harms)


def _before(doc: Doc, cue: Token, harms: Sequence[HarmMention]) -> HarmMention | None:
    """The last harm told before the cue in its sentence, after its last semicolon."""
    left = next((t.idx for t in reversed(doc[cue.sent.start : cue.i]) if t.text == ";"), doc[cue.sent.start].idx)
    here = [h for h in harms if left <= h.start and h.end <= cue.idx and h.estimate != exactly(0)]
    return here[-1] if here else None


def _included(doc: Doc, verb: Token, harms: Sequence[HarmMention]) -> HarmMention | None:
    """The whole that is the subject of "included": those told of before, or "the dead"."""
    whole = _before(doc, verb, harms)
    if whole is not None and verb.dep_ == "relcl" and whole.start <= verb.head.idx < whole.end:
        return whole
    return taken_up(doc, verb.left_edge.i, verb.i, harms)


def taken_up(doc: Doc, start: int, end: int, harms: Sequence[HarmMention]) -> HarmMention | None:
    """The whole that "the dead", "those killed", "the victims" between the tokens take up."""
    takers = harm_words().takers
    named = [(t, found) for t in doc[start:end] if (found := takers.get(t.lower_) or takers.get(t.lemma_.lower()))]
    if not named:
        return None
    word, harm = named[-1]
    reach = [s.start_char for s in doc.sents if s.start <= word.i][-BACK:][0]
    wholes = [h for h in harms if h.harm == harm and reach <= h.start < word.idx and h.estimate != exactly(0)]
    if wholes:
        return wholes[-1]
    right = word.idx + len(word.text)
    return HarmMention(-1, -1, "", harm, head=word.idx, harm_start=word.idx, harm_end=right)


def _nominal(doc: Doc, at: int, numbers: Numbers) -> Token | None:
    """The head of the noun phrase that begins at the token `at`."""
    for token in doc[at : min(at + 8, len(doc))]:
        if token.pos_ in ("NOUN", "PROPN") and not (
            token.dep_ in ("compound", "nmod", "poss", "punct") and token.head.i > token.i  # nor a hyphen in a name
        ):
            return token
        if numbers.at(token) and (token.head.pos_ not in ("NOUN", "PROPN") or token.head.i < token.i):
            return token
        if (
            token.pos_ in ("VERB", "AUX", "PUNCT", "ADP", "SCONJ")
            and not numbers.at(token)
            and token.text not in ('"', "-", ",")
        ):
            if token.pos_ == "AUX" and token.i == at:
                continue
            return None
    return None


def _list(doc: Doc, numbers: Numbers, at: int, whole: HarmMention | None) -> Iterator[Part]:
    """The parts in "three children and two women" from the token `at` on."""
    first = _nominal(doc, at, numbers)
    if whole is None or first is None:
        return
    for noun in [first, *joined(first)]:
        counted = count(noun, numbers)
        if counted is not None and counted.people and counted.start >= whole.end:
            yield _part(counted, whole)


def _part(counted: Counted, whole: HarmMention) -> Part:
    """The part of that whole; of one person, or of fewer, there are no parts."""
    most, least = whole.estimate.high, counted.estimate.low
    fits = whole.estimate != exactly(1) and (most is None or least is None or least <= most)
    return Part(counted, whole, whole if whole.start >= 0 and fits else None)


def _among(doc: Doc, numbers: Numbers, cue: Token, harms: Sequence[HarmMention]) -> Iterator[Part]:
    """ "among them four soldiers", "three children among them", "among the dead were ...", "were among the dead"."""
    after = cue.i + 1
    if doc[after].lower_ in THEM and not (doc[after].lower_ == "those" and doc[after + 1 : after + 2].text != ","):
        whole = _before(doc, cue, harms)
        listed = list(_list(doc, numbers, after + 1, whole))
        if not listed and whole is not None and cue.i:
            counted = count(doc[cue.i - 1], numbers)
            if counted is not None and counted.people and counted.start >= whole.end:
                listed = [_part(counted, whole)]
        yield from listed
        return
    end = min(after + 4, cue.sent.end)
    whole = taken_up(doc, after, end, harms)
    if whole is None:
        return
    if cue.head.lemma_ == "be" and cue.i > cue.sent.start and cue.head.i < cue.i:
        for subject in [c for c in cue.head.lefts if c.dep_ == "nsubj"]:
            for noun in [subject, *joined(subject)]:
                counted = count(noun, numbers)
                if counted is not None and (counted.people or counted.numbered):
                    yield _part(counted, whole)
        return
    for token in doc[after:end]:
        if token.lemma_ == "be":
            yield from _list(doc, numbers, token.i + 1, replace(whole, end=min(whole.end, token.idx)))
            return


def _of_them(doc: Doc, numbers: Numbers, cue: Token, harms: Sequence[HarmMention]) -> Iterator[Part]:
    """ "two of them soldiers", "of whom five were women"."""
    whole = _before(doc, cue, harms)
    figure = numbers.at(doc[cue.i - 1]) if cue.i else None
    behind = figure is None
    if figure is None and cue.i + 2 < len(doc):
        figure = numbers.at(doc[cue.i + 2])
    if figure is None or doc[figure[0]].idx < (whole.end if whole else 0):
        whole = _earlier(doc, figure, harms) if figure else None
    if figure is None or whole is None:
        return
    at = figure[1] if behind else cue.i + 2
    noun = _nominal(doc, at, numbers)
    if noun is None or noun.pos_ not in NOMINAL or any(token.text == "," for token in doc[at : noun.i]):
        return
    group, people = who(noun)
    if people:
        yield _part(_said(doc, figure, noun, group), whole)


def _of_counted(doc: Doc, numbers: Numbers, cue: Token, harms: Sequence[HarmMention]) -> Iterator[Part]:
    """ "nine of the 12 killed were women", "of the 12 killed, nine were women"."""
    starts = {doc[cue.i + 1].idx, doc[cue.i + 2].idx}
    whole = next((h for h in harms if h.start in starts and h.estimate != exactly(0)), None)
    if whole is None or whole.harm_start < whole.end:
        return
    behind = token_at(doc, whole.harm_end - 1).i + 1
    figure = numbers.at(doc[cue.i - 1]) if cue.i > cue.sent.start else None
    place = behind
    if figure is None:
        figure = next((f for t in doc[behind : behind + 3] if (f := numbers.at(t))), None)
        place = figure[1] if figure else behind
    if figure is None or place >= len(doc) or doc[place].lemma_ != "be":
        return
    noun = _nominal(doc, place + 1, numbers)
    group, people = who(noun) if noun is not None else (Group(), False)
    if noun is not None and people:
        first, last = doc[figure[0]].idx, doc[figure[1] - 1]
        yield _part(Counted(figure[2], group, first, last.idx + len(last.text), numbered=True), whole)


def _earlier(doc: Doc, figure: tuple[int, int, Estimate], harms: Sequence[HarmMention]) -> HarmMention | None:
    return _before(doc, doc[figure[0]], harms)


def _said(doc: Doc, figure: tuple[int, int, Estimate], noun: Token, group: Group) -> Counted:
    right = noun.idx + len(noun.text)
    return Counted(figure[2], group, doc[figure[0]].idx, right, noun.idx, right, numbered=True)


def cumulative(doc: Doc, mention: HarmMention) -> bool:
    """Do the words beside the figure say that it counts more than one event?"""
    if mention.estimate == exactly(1):
        return False
    figure, harm = token_at(doc, mention.start), token_at(doc, mention.head)
    sent = figure.sent
    last = max(figure.i, harm.i)
    after = " ".join(t.lower_ for t in doc[last : min(last + NEAR, sent.end)]).replace(" - ", " ")
    before = " ".join(t.lower_ for t in doc[sent.start : min(min(figure.i, harm.i), sent.start + NEAR)])
    near = after.split(" , ")[0] + " | " + (before if "," in before else "")
    words = harm_words()
    if ORDINAL.search(after.split(" , ")[0]):
        return False
    if any(f" {phrase} " in f" {near} " for phrase in words.sets["cumulative.phrases"]) or words.cumulative.search(
        near
    ):
        return True
    has = any(c.lemma_ == "have" for verb in (harm, harm.head) for c in verb.lefts)
    if has and words.perfect.search(near):
        return True
    subjects = {c.lemma_.lower() for verb in (harm, harm.head) for c in verb.lefts if c.dep_ == "nsubj"}
    enough = words.sets["cumulative.subjects"] | (words.sets["cumulative.with_have"] if has else frozenset())
    return bool(subjects & enough)
