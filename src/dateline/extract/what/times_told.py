"""To which event of its sentence a day or an hour belongs, beyond what the parse says.

In: the token of a time, the heads of the triggers. Out: the group whose time it must be, or that it is nobody's: the
day of saying, of the beginning of what goes on, of remembering what happened long before.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Span, Token

from dateline.codebook import load_toml
from dateline.model.reading import Reading
from dateline.text import span_at

WORDS = load_toml("relations.toml")["days"]
BEGINS, REMEMBERS = frozenset(WORDS["begins"]), frozenset(WORDS["remembers"])
Heads = Mapping[int, int]  # token of a trigger -> its group


def saying_words(reading: Reading, span: Span) -> frozenset[int]:
    """The tokens of a sentence that say: of "was also reported" the last; no "said" of "is said to have fired"."""
    cues = [(s.cue_start, s.cue_end) for s in reading.sayings if span.start_char <= s.cue_start < span.end_char]
    roots = [span_at(reading.words, *cue).root for cue in cues]
    return frozenset(word.i for word in roots if not {"auxpass", "xcomp"} <= {child.dep_ for child in word.children})


def in_when_clause(token: Token, heads: Heads) -> int | None:
    """The group told in a clause of that day: "since Aug. 5, when a gunman opened fire"."""
    for clause in token.children:
        if clause.dep_ in ("relcl", "advcl", "acl") and any(word.lower_ == "when" for word in clause.children):
            return next((heads[word.i] for word in (clause, *clause.subtree) if word.i in heads), None)
    return None


def of_no_event(token: Token, heads: Heads, cues: frozenset[int]) -> bool:
    """Does the time belong to a verb of saying ("admitted on Saturday that ..."), or of beginning?"""
    above = [token, *token.ancestors]
    first = next((t for t in above if t.i in heads or t.i in cues or _tells(t, heads)), None)
    saying = first is not None and first.i in cues and first.i not in heads and not _told_between(first, token, heads)
    return saying or _of_beginning(token, heads)


def _told_between(cue: Token, token: Token, heads: Heads) -> bool:
    """Is something told between a verb of saying and the day after it: "denied that drones bombed the camp, on Monday"?

    Or does the verb of saying stand beyond a semicolon?
    """
    if cue.i < token.i:
        return any(cue.i < at < token.i for at in heads)
    return any(word.text == ";" for word in token.doc[token.i : cue.i])


def of_another_clause(token: Token, heads: Heads) -> bool:
    """Is it told of another matter: "they left the camp, which they had held since 1983"?

    It stands in a relative clause of a time before, which tells no event, and what it speaks of is none either.
    """
    for above in (token, *token.ancestors):
        if above.i in heads:
            return False
        if above.dep_ == "relcl" and above.head.i not in heads and _had(above):
            return True
    return False


def _had(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children)


def _of_beginning(token: Token, heads: Heads) -> bool:
    """ "The protests, which began in June, ...": what goes on is not told of that month."""
    verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
    return (
        verb is not None
        and verb.i not in heads
        and verb.lemma_.lower() in BEGINS
        and verb.dep_ in ("relcl", "acl")
        and verb.head.i in heads
    )


def recalled(token: Token) -> bool:
    """Is it what is remembered: "the tenth anniversary of the massacre", "the massacre's anniversary"?"""
    if token.dep_ == "pobj" and token.head.lower_ in ("of", "for"):
        return token.head.head.lemma_.lower() in REMEMBERS
    return token.dep_ in ("compound", "poss") and token.head.lemma_.lower() in REMEMBERS


def recalled_apart(token: Token, owner: int, heads: Heads) -> bool:
    """Is the group only remembered, and the time not told of it: "Sunday marks the anniversary of the massacre"?"""
    told = [token.doc[at] for at, group in heads.items() if group == owner]
    return bool(told) and all(recalled(head) and token not in head.subtree for head in told)


def _tells(token: Token, heads: Heads) -> bool:
    """Is it a verb that a trigger hangs on ("landed there on Monday without causing any loss, he said")?"""
    return token.pos_ == "VERB" and any(word.i in heads for word in token.subtree)
