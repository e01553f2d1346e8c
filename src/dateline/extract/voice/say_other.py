"""Speakers without a speaking verb: "according to", "reportedly", "a report that", and headlines.

In: a `Page`. Out: `Said` records in tokens, as for verbs.
"""

from __future__ import annotations

from spacy.tokens import Token

from dateline.extract.voice.say_content import host
from dateline.extract.voice.say_page import Page, Said
from dateline.extract.voice.say_tree import Stretch, child, following, subject, subtree, trim
from dateline.extract.voice.say_who import noun_phrase, speaker_kind

HEADLINE_SPEAKER = 6  # words in the longest speaker of a headline
LONGEST_HEADLINE = 25
POINTING = ("be", "come")  # verbs of "that is from", "this comes from"


def others(page: Page) -> list[Said]:
    """Everything that is said without a speaking verb, cue by cue, headlines last."""
    words = page.cues.words
    found: list[Said | None] = []
    for token in page.doc:
        word = token.lower_
        if word in ("according", "per"):
            found.append(_preposition(page, token))
        elif word == "from" and token.head.lemma_ in POINTING:
            found.append(_from(page, token))
        elif word == "it" and token.head.lemma_ == "have":
            found.append(_has_it(page, token.head, token))
        elif word in words["adverbs"] and token.dep_ == "advmod":
            found.append(_adverb(page, token))
        elif (token.lemma_ in words["accounts"] or word == "that") and token.dep_ == "pobj":
            found.append(_account(page, token) or _noun(page, token))
        elif token.pos_ == "NOUN":
            found.append(_noun(page, token) or _count(page, token))
        elif word in words["quoting_forms"]:
            found.append(_citing(page, token))
    return [said for said in found if said is not None and said.contents] + _headlines(page)


def _preposition(page: Page, token: Token) -> Said | None:
    """ "According to police", "as per the ministry", "per police"; not "per cent", "per day"."""
    first = token.i
    last = token
    if token.lower_ == "according":
        if token.i + 1 == len(page.doc) or token.nbor().lower_ != "to":
            return None
        last = token.nbor()
    elif token.i > 0 and token.nbor(-1).lower_ == "as":
        first = token.i - 1
    source = child(last, "pobj") or child(token, "pobj") or following(last)
    if source is None or source.lower_ == "which":
        return None
    if token.lower_ == "per" and speaker_kind(source, page.cues) == "other":
        return None
    phrase = (first, noun_phrase(source)[1])
    what = _pointed_at(page, token, phrase) or host(page, token, phrase)
    return Said(token, (first, last.i + 1), source, what, phrase)


def _has_it(page: Page, have: Token, it: Token) -> Said | None:
    """ "..., as the doctors have it", "the boy who died, as a station had it on Monday, is alive"."""
    lead = next((c for c in have.lefts if c.lower_ == "as"), None)
    source = next((c for c in have.lefts if c.dep_ == "nsubj" and lead is not None and c.i > lead.i), None)
    if source is None or lead is None:
        return None
    when = [c.right_edge.i for c in have.rights if c.dep_ in ("prep", "npadvmod", "advmod")]
    phrase = (lead.i, max([it.i, *when]) + 1)
    return Said(have, (have.i, have.i + 1), source, host(page, have, phrase), phrase)


def _from(page: Page, token: Token) -> Said | None:
    """ "That is from the mayor": the sentence before is the mayor's."""
    source = child(token, "pobj")
    if source is None or speaker_kind(source, page.cues) == "other":
        return None
    phrase = (token.i, noun_phrase(source)[1])
    return Said(token, (token.i, token.i + 1), source, _pointed_at(page, token, phrase), phrase)


def _pointed_at(page: Page, token: Token, phrase: Stretch) -> list[Stretch]:
    """The sentence before, where no more than a pronoun is said: "That is according to the hospital"."""
    start = token.sent.start
    said = [t for t in page.doc[start : token.sent.end] if t.is_alpha and not phrase[0] <= t.i < phrase[1]]
    points = all(t.lower_ in page.cues.words["anaphors"] or t.lemma_ in (*POINTING, "all") for t in said)
    if start == 0 or not points or "\n" in page.doc[start - 1].text:
        return []
    return page.cut((page.doc[start - 1].sent.start, start), (token.i, token.i + 1))


def _account(page: Page, noun: Token) -> Said | None:
    """ "By the police account", "by the bishop's count", "in the words of the police", "by that of the police"."""
    lead, of = noun.head, next((c for c in noun.rights if c.lower_ == "of"), None)
    if lead.lower_ not in ("by", "in"):
        return None
    source = child(of, "pobj") if of is not None else child(noun, "poss", "compound")
    if source is None or source.lower_ in page.cues.words["first_person"]:
        return None
    whose = of is not None or source.dep_ == "poss"
    counted = whose and (lead.lower_ == "by") == (noun.lemma_ not in ("word", "version"))  # whoever it is, they count
    if not counted and speaker_kind(source, page.cues) == "other":
        return None
    phrase = (lead.i, max(noun.i + 1, source.i + 1))
    return Said(noun, (lead.i, noun.i + 1), source, host(page, lead, phrase), phrase, name=noun_phrase(source))


def _count(page: Page, noun: Token) -> Said | None:
    """ "The union's count is nine", "the army's list has 14": what is told of the count."""
    owner, verb = child(noun, "poss"), noun.head
    if owner is None or noun.dep_ != "nsubj" or noun.lemma_ not in page.cues.words["list_accounts"]:
        return None
    figure = child(verb, "attr", "dobj", "prep")
    own = owner.lower_ in page.cues.words["first_person"]
    numbered = figure is not None and any(t.like_num for t in figure.subtree)
    if own or figure is None or not numbered or verb.lemma_ not in page.cues.words["count_verbs"]:
        return None
    return Said(noun, (noun.i, noun.i + 1), owner, page.cut(subtree(figure), subtree(noun)), subtree(noun))


def _adverb(page: Page, token: Token) -> Said:
    cue = (token.i, token.i + 1)
    return Said(token, cue, None, page.cut(subtree(token.head), cue), cue)


def _noun(page: Page, noun: Token) -> Said | None:
    """ "The army's statement that ...", "a claim of the army that ...", "reports of shelling"; not "denied reports"."""
    words = page.cues.words
    if noun.lemma_ not in words["nouns"]:
        return None
    owner, by = child(noun, "poss"), _by(noun, ("by", "from")) or (_by(noun, ("of",)) if _clause(noun) else None)
    source = owner if owner is not None else child(by, "pobj") if by is not None else None
    if source is None and noun.dep_ == "dobj":
        if noun.head.lemma_ in words["denials"]:
            return None
        source = subject(noun.head) if noun.head.lemma_ in words["claiming"] else None
    what = _clause(noun)
    if what is None and noun.lemma_ in words["nouns_of"]:
        what = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    if what is None:
        return None
    cue = (noun.i, noun.i + 1)
    return Said(noun, cue, source, page.cut(subtree(what), cue), cue)


def _clause(noun: Token) -> Token | None:
    """What the noun says in a clause of its own: "the claim that ..."."""
    return next((c for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl") and child(c, "mark") is not None), None)


def _by(noun: Token, words: tuple[str, ...]) -> Token | None:
    return next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in words), None)


def _citing(page: Page, token: Token) -> Said | None:
    """ "..., citing police": only where no speaking verb governs it (else it is that verb's chain)."""
    over = (token.head, token.head.head) if token.dep_ in ("advcl", "acl") else (token.head,)
    if token.dep_ not in ("advcl", "prep", "acl") or any(head.lemma_ in page.cues.say for head in over):
        return None
    source = child(token, "dobj", "pobj")
    if source is None:
        return None
    phrase = (token.i, noun_phrase(source)[1])
    return Said(token, (token.i, token.i + 1), source, host(page, token, phrase), phrase)


def _headlines(page: Page) -> list[Said]:
    """ "Nine dead in blast: police" and "Police: nine dead in blast", in lines without a full stop."""
    doc, start = page.doc, 0
    found: list[Said | None] = []
    breaks = [t.i for t in doc if t.is_space and "\n" in t.text]
    for end in [*breaks, len(doc)]:
        line = trim(doc, (start, end))
        start = end + 1
        if line and line[1] - line[0] <= LONGEST_HEADLINE and doc[end - 1].text[-1] not in ".?!":
            found.append(_headline(page, line))
    return [said for said in found if said is not None]


def _headline(page: Page, line: Stretch) -> Said | None:
    doc = page.doc
    marks = [t for t in doc[line[0] : line[1]] if t.text in (":", "-", "–", "—")]
    for mark, left, right in ((m, (line[0], m.i), (m.i + 1, line[1])) for m in marks):
        for who, what in ((right, left), (left, right)):
            if who == left and mark.text != ":":
                continue
            source = _speaker(page, who)
            if source is not None and what[1] - what[0] >= 3:
                return Said(mark, (mark.i, mark.i + 1), source, [what], who)
    return None


def _speaker(page: Page, stretch: Stretch) -> Token | None:
    words = [t for t in page.doc[stretch[0] : stretch[1]] if not t.is_space]
    if not 0 < len(words) <= HEADLINE_SPEAKER or any(t.pos_ in ("VERB", "AUX") for t in words):
        return None
    last = words[-1]
    names = last.pos_ == "PROPN" or last.lemma_.lower() in page.cues.borne or last.lemma_.lower() in page.cues.kinds
    return last if names and speaker_kind(last, page.cues) != "other" else None
