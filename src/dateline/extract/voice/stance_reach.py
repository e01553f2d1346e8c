"""How far a stance reaches: the clause or phrase under a head, less what stands in it as known.

In: the head that a stance governs, and the cues. Out: stretches of tokens. A semicolon and the end of a line end
them; a thing named as known ("will investigate the attack") and what is only recalled stand outside.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from dateline.codebook import event_nouns
from dateline.codebook.cues import Cues
from dateline.extract.voice.say_tree import SUBJECTS, Stretch, child, children, clause_pieces, subtree, trim


def reach(head: Token, without: Iterable[Token] = ()) -> list[Stretch]:
    """The stretches under the head, as far as the next semicolon or line, less some phrases."""
    start, end = _segment(head)
    clipped = (trim(head.doc, (max(a, start), min(b, end))) for a, b in clause_pieces(head, without))
    return [piece for piece in clipped if piece]


def _segment(head: Token) -> Stretch:
    """The part of the sentence around the head that no semicolon and no end of a line cuts."""
    cuts = [t.i for t in head.sent if t.text == ";" or (t.is_space and "\n" in t.text)]
    start = max((i + 1 for i in cuts if i < head.i), default=head.sent.start)
    return start, min((i for i in cuts if i > head.i), default=head.sent.end)


def told_in(noun: Token, cues: Cues) -> list[Stretch]:
    """What a claim tells in a relative clause: "the posts which said that", "the version according to which"."""
    if noun.lemma_.lower() not in cues.stance_words["told"]:
        return []
    telling = [subtree(c) for c in children(noun, "relcl") if c.lemma_.lower() in cues.say]
    end = _segment(noun)[1]
    which = (t for t in noun.doc[noun.i + 1 : end] if t.lower_ == "which" and t.nbor(-2).lower_ == "according")
    return telling + [(t.i + 1, end) for t in which]


def known(head: Token, cues: Cues) -> list[Token]:
    """What stands under the head as known: "will investigate the attack", "cannot change the fact that they shot"."""
    happening, facts = cues.stance_words["happening"], cues.stance_words["facts"]
    recalls = head.lemma_.lower() in cues.stance_words["recalling"]
    return [
        t
        for t in head.subtree
        if t != head
        if (t.dep_ == "acl" and t.head.lemma_ in facts)
        or (recalls and t.dep_ == "ccomp" and t.head == head and _finite(t))
        or (
            t.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
            and is_known(t, cues)
            and not (t.dep_ == "nsubj" and t.head.lemma_ in happening)
        )
    ]


def _finite(verb: Token) -> bool:
    """Whether it is told as past or present, with a subject: "(it may be recalled that) a villager stepped on one"."""
    helped = any(c.tag_ in ("VBD", "VBZ", "VBP") for c in children(verb, "aux", "auxpass"))
    return child(verb, *SUBJECTS) is not None and (verb.tag_ in ("VBD", "VBZ", "VBP") or helped)


def is_known(noun: Token, cues: Cues) -> bool:
    """Whether a noun names an event as known: "the attack", "their killing"."""
    words = cues.stance_words["known"]
    return noun.lemma_ in event_nouns() and any(c.lower_ in words or c.dep_ == "poss" for c in noun.lefts)
