"""Denials by a verdict or by a short answer: "the claim that X is false", "We wrote that X. It was not."

In: a parsed `Doc` and the cues. Out: `Scope` records, denied, over what the claim tells, or over what the sentence
before told.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from dateline.codebook.cues import Cues
from dateline.extract.voice.say_tree import Stretch, child, trim, verb_words
from dateline.extract.voice.stance_scope import Scope


def refuted(doc: Doc, cues: Cues) -> Iterator[Scope]:
    """Every such denial of the text, in its order."""
    for sent in doc.sents:
        for token in sent:
            if token.lower_ in cues.stance_words["false"]:
                yield from _verdict(token, cues)
            elif token.lemma_ in cues.stance_words["agreeing"] and (no := child(token, "neg")) is not None:
                yield from _contents(token, (no.i, token.i + 1), cues)
            elif token.lower_ == "none" and token.nbor(-1).lemma_ == "be" and token.i - sent.start > 2:
                yield from _there_was_none(token, sent)
        answer = _answer(sent, cues) or _flat(sent, cues)
        before = _before(sent) if answer else None
        if answer and before:
            yield Scope("denied", answer, (before,))


def _verdict(word: Token, cues: Cues) -> Iterator[Scope]:
    """What a claim tells that is called false; the parse often loses the claim, so the words between decide."""
    verb = word.head if word.dep_ in ("acomp", "attr", "oprd") else word
    passive = verb == word and child(word, "auxpass") is not None
    if not passive and (verb == word or verb.lemma_ != "be"):
        return
    if child(verb, "neg") is not None:
        return
    yield from _contents(verb, (word.i, word.i + 1), cues)


def _contents(verb: Token, cue: Stretch, cues: Cues) -> Iterator[Scope]:
    """What stands between a thing that is told and the verb of the verdict."""
    end = verb_words(verb)[0]
    told = verb.doc[verb.sent.start : end]
    claim = next((t for t in told if t.lemma_.lower() in cues.stance_words["told"]), None)
    lead = next(
        (t for t in told if claim is not None and t.i > claim.i and t.lower_ in cues.stance_words["lead"]), None
    )
    piece = trim(verb.doc, (lead.i + 1, end)) if lead is not None else None
    if piece:
        yield Scope("denied", cue, (piece,))


def _there_was_none(none: Token, sent: Span) -> Iterator[Scope]:
    """ "Rumour of shooting at the junction: there was none."."""
    start = none.i - 2
    piece = trim(sent.doc, (sent.start, start))
    if piece and sent.doc[start].lower_ == "there" and sent.doc[start - 1].text in (":", ";", ","):
        yield Scope("denied", (start, none.i + 1), (piece,))


def _flat(sent: Span, cues: Cues) -> Stretch | None:
    """ "Nope.": a sentence of one word."""
    words = [t for t in sent if not t.is_space and not t.is_punct]
    return (words[0].i, words[0].i + 1) if len(words) == 1 and words[0].lower_ in cues.stance_words["answers"] else None


def _answer(sent: Span, cues: Cues) -> Stretch | None:
    """ "He was not.", "They did not, the army says.": a pronoun, a verb that only helps, and a denial."""
    words = [t for t in sent if not t.is_space]
    if len(words) < 3 or words[0].lower_ not in cues.words["anaphors"] or words[1].pos_ not in ("AUX", "VERB"):
        return None
    helps = words[1].lemma_ in ("be", "have", "do")
    no = words[2].lower_ in ("not", "n't")
    ends = len(words) == 3 or words[3].text in (".", ",", ";", ":", "!")
    return (words[1].i, words[2].i + 1) if helps and no and ends else None


def _before(sent: Span) -> Stretch | None:
    """What the sentence before told: the last clause that somebody says in it, else all of it."""
    doc = sent.doc
    last = next((t for t in reversed(doc[: sent.start]) if not t.is_space), None)
    if last is None:
        return None
    told = [t for t in last.sent if t.dep_ in ("ccomp", "acl") and child(t, "mark") is not None]
    start = told[-1].left_edge.i if told else last.sent.start
    return trim(doc, (start, sent.start))
