"""Tolls that only the learned reader finds: words that likely count the killed, the injured, the taken.

In: a Reading with its numbers and `fillers`, and the harms that rules found. Out: `proposals(...)`, harms with the
figure that the words give; nothing where they count nobody, or where a rule has read them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from dateline.codebook import load_codebook
from dateline.extract.harm.toll_figures import exactly
from dateline.extract.harm.toll_groups import Counted, Numbers, count, counted_span
from dateline.extract.harm.toll_who import who
from dateline.model.reading import HarmMention, Reading, RoleGuess
from dateline.model.values import Group
from dateline.text import span_at

HARMS = ("killed", "injured", "missing", "captured", "released", "displaced", "arrested")
HEADS = ("NOUN", "PROPN", "NUM", "PRON", "ADJ")
EVEN = 0.5  # from here on words rather name an event than not
NONE = ("no", "none", "nobody")


def proposals(reading: Reading, numbers: Numbers, found: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """The likely ones that no harm found meets, in text order."""
    least = load_codebook().learned.count
    for filler in reading.fillers:
        met = any(h.start < filler.end and filler.start < h.end for h in found)
        if filler.role not in HARMS or filler.score < least or met:
            continue
        span = span_at(reading.words, filler.start, filler.end)
        counted = _counted(span, numbers) if _told_of(reading, filler, span.root.sent) else None
        if counted is not None:
            head = _told_by(reading, span.root)
            yield HarmMention(
                counted.start, counted.end, "", filler.role, counted.estimate, counted.group, head.idx,
                group_start=counted.group_start, group_end=counted.group_end, score=filler.score,
            )  # fmt: skip


def _told_of(reading: Reading, filler: RoleGuess, sentence: Span) -> bool:
    """Does its sentence likely name an event, or is it a list without a verb? Behind such a one only what is surest."""
    if _names_event(reading, sentence) or not any(token.pos_ == "VERB" for token in sentence):
        return True
    behind = sentence.start and _names_event(reading, sentence.doc[sentence.start - 1].sent)
    return bool(behind) and filler.score >= load_codebook().learned.sure


def _names_event(reading: Reading, sentence: Span) -> bool:
    start, end = sentence.start_char, sentence.end_char
    return any(g.start < end and start < g.end and g.score >= EVEN for g in reading.guesses)


def _counted(span: Span, numbers: Numbers) -> Counted | None:
    """Whom the words count: the first number among them with its noun, else their head."""
    if span[0].lower_ in NONE:
        return counted_span(span.doc, span.start, span.end, exactly(0), Group(), numbered=True)
    first = next((token for token in span if numbers.at(token)), None)
    tries = [span.root] if first is None or first.i > span.root.i else [span.root, first]
    for head in tries:
        counted = count(head, numbers) if head.pos_ in HEADS else None
        if counted is not None:
            return counted
    return _one(span)


def _one(span: Span) -> Counted | None:
    """One person told by a noun that no list has: "a surveyor"."""
    head = span.root
    if head.pos_ not in ("NOUN", "PROPN") or head.tag_ in ("NNS", "NNPS"):
        return None
    return counted_span(span.doc, span.start, span.end, exactly(1), who(head)[0], span.start)


def _told_by(reading: Reading, head: Token) -> Token:
    """The word that tells the harm: the first at or above the counted that may name an event, else the next above."""
    least = load_codebook().learned.keep
    named = [(guess.start, guess.end) for guess in reading.guesses if guess.score >= least]
    for token in (head, *head.ancestors):
        if any(start <= token.idx < end for start, end in named):
            return token
    return head.head
