"""Speakers without a speaking verb: "according to", "reportedly", "a report that", and headlines.

In: a parsed `Doc` by way of its `Finder`. Out: `Said` records in tokens, as for verbs.
"""

from __future__ import annotations

from spacy.tokens import Token

from dateline.extract.say_find import Finder, Said, host
from dateline.extract.say_tree import Stretch, child, subtree, trim
from dateline.extract.say_who import noun_phrase, speaker_kind

HEADLINE_SPEAKER = 6  # words in the longest speaker of a headline


def others(finder: Finder) -> list[Said]:
    """Everything that is said without a speaking verb, in the order of the text."""
    found: list[Said] = []
    for token in finder.doc:
        word = token.lower_
        if word in ("according", "per") or (
            word == "as" and token.i + 1 < len(finder.doc) and finder.doc[token.i + 1].lower_ == "per"
        ):
            said = _preposition(finder, token)
        elif word in finder.cues.words["adverbs"] and token.dep_ == "advmod":
            said = _adverb(finder, token)
        elif token.pos_ == "NOUN" and token.lemma_ in finder.cues.words["nouns"]:
            said = _noun(finder, token)
        elif word in finder.cues.words["quoting_forms"]:
            said = _citing(finder, token)
        else:
            continue
        if said and said.contents:
            found.append(said)
    return found + _headlines(finder)


def _preposition(finder: Finder, token: Token) -> Said | None:
    doc = finder.doc
    link = doc[token.i + 1] if token.i + 1 < len(doc) else token
    last = link if link.lower_ in ("to", "per") else token
    if token.lower_ == "according" and last == token:
        return None
    source = child(last, "pobj") or child(token, "pobj")
    if source is None or (
        token.lower_ == "per"
        and source.pos_ not in ("PROPN",)
        and speaker_kind(source, finder.cues) == "other"
    ):
        return None
    phrase = (token.i, noun_phrase(source)[1])
    return Said(token, (token.i, last.i + 1), source, host(finder, token, phrase), phrase)


def _quoted(finder: Finder, contents: list[Stretch]) -> list[Stretch]:
    return finder._with_quotes(contents, (0, 0)) if contents else contents


def _adverb(finder: Finder, token: Token) -> Said | None:
    head = token.head
    if head.pos_ not in ("VERB", "AUX"):
        stretch = trim(finder.doc, subtree(head))
        return Said(token, (token.i, token.i + 1), None, [stretch] if stretch else [], (token.i, token.i + 1))
    start, end = subtree(head)
    cut = finder._cut((start, min(end, token.sent.end)), (token.i, token.i + 1))
    return Said(token, (token.i, token.i + 1), None, cut, (token.i, token.i + 1))


def _noun(finder: Finder, noun: Token) -> Said | None:
    content = next(
        (c for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl") and child(c, "mark") is not None), None
    )
    about = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    if content is None and (
        about is None or noun.lemma_ not in ("report", "allegation", "accusation", "claim", "rumor", "rumour")
    ):
        return None
    what = content if content is not None else about
    assert what is not None
    owner = child(noun, "poss")
    by = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("by", "from")), None)
    source = owner if owner is not None else child(by, "pobj") if by is not None else None
    start, end = subtree(what)
    return Said(
        noun,
        (noun.i, noun.i + 1),
        source,
        finder._cut((start, end), (noun.i, noun.i + 1)),
        (noun.i, noun.i + 1),
    )


def _citing(finder: Finder, token: Token) -> Said | None:
    """ "..., citing police": only where no speaking verb governs it (else it is that verb's chain)."""
    over = (token.head, token.head.head) if token.dep_ in ("advcl", "acl") else (token.head,)
    if token.dep_ not in ("advcl", "prep", "acl") or any(head.lemma_ in finder.cues.say for head in over):
        return None
    source = child(token, "dobj", "pobj")
    if source is None:
        return None
    phrase = (token.i, noun_phrase(source)[1])
    return Said(token, (token.i, token.i + 1), source, host(finder, token, phrase), phrase)


def _headlines(finder: Finder) -> list[Said]:
    """ "Nine dead in blast: police" and "Police: nine dead in blast", in lines without a full stop."""
    doc, found = finder.doc, []
    start = 0
    for token in [*doc, None]:
        if token is not None and not (token.is_space and "\n" in token.text):
            continue
        end = token.i if token is not None else len(doc)
        line = trim(doc, (start, end))
        start = end + 1
        if (
            line
            and line[1] - line[0] <= 25
            and doc[min(line[1], len(doc) - 1)].text != "."
            and doc[line[1] - 1].text not in ".?!"
        ):
            said = _headline(finder, line)
            if said:
                found.append(said)
    return found


def _headline(finder: Finder, line: Stretch) -> Said | None:
    doc = finder.doc
    marks = [t for t in doc[line[0] : line[1]] if t.text in (":", "-", "–", "—")]
    for mark, left, right in ((m, (line[0], m.i), (m.i + 1, line[1])) for m in marks):
        for who, what in ((right, left), (left, right)):
            if who is left and mark.text != ":":
                continue
            source = _speaker(finder, who)
            if source is not None and what[1] - what[0] >= 3:
                return Said(mark, (mark.i, mark.i + 1), source, [what], who)
    return None


def _speaker(finder: Finder, stretch: Stretch) -> Token | None:
    words = [t for t in finder.doc[stretch[0] : stretch[1]] if not t.is_space]
    if not 0 < len(words) <= HEADLINE_SPEAKER or any(t.pos_ in ("VERB", "AUX") for t in words):
        return None
    last = words[-1]
    return last if speaker_kind(last, finder.cues) != "other" else None
