"""To which event of its sentence a day or an hour belongs, beyond what the parse says.

In: the token of a time, the heads of the triggers. Out: the group whose time it must be, or that it is nobody's: the
day of saying, of the beginning of what goes on, of remembering what happened long before.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from dateline.codebook import load_toml

WORDS = load_toml("relations.toml")["days"]
OF_PAST = frozenset(WORDS["of_past"])  # verbs whose day is not that of the event which they speak of
MADE = frozenset(WORDS["made"])  # verbs of saying that bring about: "a pact concluded on Sunday"
STOPS = frozenset(",;:–—")
BEGINS, REMEMBERS = frozenset(WORDS["begins"]), frozenset(WORDS["remembers"])
Heads = Mapping[int, int]  # token of a trigger -> its group


def in_when_clause(token: Token, heads: Heads) -> int | None:
    """The group told in a clause of that day: "since Aug. 5, when a gunman opened fire", "it is a week since ..."."""
    since = token.dep_ == "attr" and token.head.lemma_ == "be"
    for clause in (*token.children, *(token.head.children if since else ())):
        marks = {word.lower_ for word in clause.children} if clause.dep_ in ("relcl", "advcl", "acl") else set()
        if "when" in marks or (since and "since" in marks):
            return next((heads[word.i] for word in (clause, *clause.subtree) if word.i in heads), None)
    return None


def clause_ended(token: Token) -> Token | None:
    """The verb of the clause that the time ends, right before the verb to which the parse gives it.

    "Rebels who had pushed into the town last week were driven off", "women held since July were freed".
    """
    verb = next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.i <= token.i:
        return None
    since = token.doc[token.i - 1] if token.i else token
    if since.lower_ == "since" and since.dep_ == "mark" and verb.dep_ == "advcl" and verb.head.i < since.i:
        return verb.head  # "held since July" taken for "since July was freed"
    before = token.doc[token.sent.start : token.i]
    clause = next((word for word in reversed(before) if word.dep_ in ("relcl", "acl") and word.pos_ == "VERB"), None)
    if clause is None or any(word.text in STOPS for word in token.doc[clause.i : token.i]):
        return None
    above = list(clause.ancestors)
    subjects = above[: above.index(verb)] if verb in above else []
    return clause if subjects and subjects[-1].dep_ in ("nsubj", "nsubjpass") else None


def of_no_event(token: Token, heads: Heads, cues: frozenset[int]) -> bool:
    """Does the time belong to a verb of saying ("admitted on Saturday that ..."), or of beginning?"""
    above = [token, *token.ancestors]
    first = next((t for t in above if t.i in heads or (t.i in cues and not names(t)) or _tells(t, heads)), None)
    saying = first is not None and first.i in cues and first.i not in heads and not _made(first, heads)
    return (saying and first is not None and not _told_between(first, token, heads)) or _of_beginning(token, heads)


def _made(verb: Token, heads: Heads) -> bool:
    """Does a verb of saying bring about what it stands beside: "a pact concluded on Sunday"?"""
    return verb.dep_ == "acl" and verb.head.i in heads and verb.lemma_.lower() in MADE


def names(verb: Token) -> bool:
    """Does the verb only say what something is called: "strafed what the army called a mine, on Monday"?"""
    return any(child.lower_ == "what" and child.dep_ in ("dobj", "nsubj", "nsubjpass") for child in verb.children)


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
