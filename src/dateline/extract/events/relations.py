"""How the events of one report hang together, and who is said to be behind them.

In: settled drafts. Out: relations between drafts (follow-up of, part of, retaliation for) and the
grounds of responsibility that statements give ("claimed responsibility", "blamed", "no one has").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.codebook import load_codebook, load_toml
from dateline.extract.events.agreement import shared_actor
from dateline.extract.events.draft import Draft
from dateline.extract.events.kinds import kind
from dateline.extract.events.signs import STRATEGIC
from dateline.extract.events.suspects import left_open, suspects
from dateline.extract.what.evidence import NONSTATE, STATE
from dateline.extract.what.syntax import arguments
from dateline.extract.what.units import unit_of, units
from dateline.model.reading import Reading, Trigger
from dateline.text import token_at

RETALIATION = tuple(load_toml("relations.toml")["retaliation"])
NOBODY = frozenset(load_toml("relations.toml")["nobody"])
DEEDS = frozenset(load_toml("relations.toml")["deeds"])
PUT_DOWN = ("on", "to")
UNTOLD = ("if", "whether", "not", "n't", "never")
UNDOES = {
    "release": ("abduct", "arrest", "capture"),
    "rescue": ("abduct",),
    "sentence": ("arrest", "attack", "kill", "bombing"),
}


def _follow_up(drafts: Sequence[Draft], at: int) -> int | None:
    families = drafts[at].families
    if families[0] not in load_codebook().follow_up:
        return None
    wanted = UNDOES.get(families[0])
    near = sorted(
        (n for n in range(len(drafts)) if n != at),
        key=lambda n: (abs(drafts[n].last - drafts[at].frames[0].sentence), n),
    )
    for number in near:
        other = drafts[number].families[0]
        if other in wanted if wanted else other not in load_codebook().follow_up:
            return number
    return None


def _part_of(reading: Reading, drafts: Sequence[Draft], at: int) -> int | None:
    """A clash told right beside an attack, with no place of its own, is the fight with its attackers."""
    draft = drafts[at]
    if draft.families[0] != "clash" or not (draft.place and draft.place.inferred):
        return None
    own_dead = any(reading.harms[i].group.perpetrators for i in draft.every("harms"))
    for number, other in enumerate(drafts[:at]):
        beside = draft.frames[0].sentence - other.last <= 1
        same_side = shared_actor(reading, other.every("actors"), draft.every("actors") + draft.every("parties"))
        if other.families[0] in ("attack", "ambush", "kill", "bombing") and beside and (own_dead or same_side):
            return number
    return None


def _retaliation(reading: Reading, drafts: Sequence[Draft], at: int) -> int | None:
    sentences = units(reading)
    for frame in drafts[at].frames:
        text = sentences[frame.sentence].text.lower()
        if any(cue in text for cue in RETALIATION) and at > 0:
            same = [n for n in range(at) if any(f.sentence == frame.sentence for f in drafts[n].frames)]
            return same[-1] if same else at - 1
    return None


def relate(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Fill `relations` of every draft; a part is as salient as its whole."""
    for at, draft in enumerate(drafts):
        for name, target in (
            ("follow-up of", _follow_up(drafts, at)),
            ("part of", _part_of(reading, drafts, at)),
            ("retaliation for", _retaliation(reading, drafts, at)),
        ):
            if target is not None and target != at:
                draft.relations.append((name, target))
            if target is not None and name == "part of":
                draft.salience = drafts[target].salience


def _actor_at(reading: Reading, token: Token) -> int | None:
    for index, mention in enumerate(reading.actors):
        if mention.start <= token.idx < mention.end:
            return index
    return None


def _spoken_of(reading: Reading, drafts: Sequence[Draft], trigger: Trigger) -> list[Draft]:
    """The drafts that a statement speaks of: those in its sentence, else the nearest violence before it."""
    number = _sentence_number(reading, trigger)
    here = [d for d in drafts if any(f.sentence == number for f in d.frames)]
    text = units(reading)[number].text.lower()
    whole = [d for d in drafts if not any(name == "part of" for name, _ in d.relations)]
    before = [d for d in whole if d.frames[0].sentence < number and kind(reading, d).acled_event != STRATEGIC]
    if any(word in text for word in ("either attack", "both attacks", "the attacks", "either of")):
        return before[-2:]
    return here or before[-1:]


def _sentence_number(reading: Reading, trigger: Trigger) -> int:
    return unit_of(units(reading), token_at(reading.words, trigger.head))


def hold_responsible(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Fill `grounds` of the drafts that statements of responsibility speak of."""
    book = load_codebook()
    for index, trigger in enumerate(reading.triggers):
        ground = book.triggers[trigger.entry].statement
        if not ground:
            continue
        head = token_at(reading.words, trigger.head)
        if head.dep_ in ("acl", "amod") or (ground == "accused" and left_open(head)):  # "people accused of crimes"
            continue
        wanted = "actor" if ground == "self-claimed" else "recipient"
        tokens = [token for role, token in arguments(head) if role == wanted]
        if head.lemma_.lower() == "be":
            tokens = list(_who_did_it(reading, head))
        tokens += [*_put_down_to(head), *_said_to_be(head)] if ground == "accused" else []
        found = [(token, _actor_at(reading, token)) for token in tokens]
        subjects = {token.lower_ for role, token in arguments(head) if role == "actor"}
        negated = any(child.dep_ == "neg" for child in head.children)
        if ground == "self-claimed" and (negated or subjects & NOBODY or _no_group(head)):
            ground, found = "none-claimed", []
        actor = next((n for _, n in found if n is not None), None)
        if ground != "none-claimed" and (actor is None or reading.actors[actor].category not in STATE | NONSTATE):
            continue
        for draft in _spoken_of(reading, drafts, trigger):
            draft.grounds.append((ground, actor, index))
    for number, actor, index in suspects(reading, drafts):
        if actor not in (known for _, known, _ in drafts[number].grounds):
            drafts[number].grounds.append(("accused", actor, index))


def _put_down_to(head: Token) -> list[Token]:
    """Those to whom a deed is put down: "attributed the bombing to X", "the attack was blamed on X"."""
    above = [head, *(child for child in head.children if child.dep_ in ("dobj", "obj", "nsubjpass"))]
    preps = [prep for token in above for prep in token.children if prep.dep_ == "prep" and prep.lower_ in PUT_DOWN]
    return [noun for prep in preps for noun in prep.children if noun.dep_ == "pobj"]


def _who_did_it(reading: Reading, head: Token) -> Iterator[Token]:
    """Those told to have done a deed: "X is responsible for the murders", "X is said to be behind it"."""
    doc, told = reading.words, {t.head for t in reading.triggers if not load_codebook().triggers[t.entry].statement}
    rest = doc[head.i : head.sent.end]
    prep = next((t for t in rest if t.lower_ == "for" and t.nbor(-1).lower_ == "responsible"), None)
    prep = prep or next((t for t in rest if t.lower_ == "behind"), None)
    between = doc[head.i + 1 : prep.i] if prep is not None else ()
    if prep is None or any(t.lower_ in UNTOLD or t.lemma_.lower() == "be" for t in (*head.children, *between)):
        return
    if any(t.idx in told or t.lemma_.lower() in DEEDS for t in _led_to(prep)):
        yield from (token for _, token in arguments(head))


def _led_to(prep: Token) -> Iterator[Token]:
    """What a preposition leads to, all that is joined to it, and what "of" leads to: "most of the violence"."""
    for noun in (one for child in prep.children if child.dep_ == "pobj" for one in (child, *child.conjuncts)):
        yield noun
        yield from (pobj for of in noun.children if of.lower_ == "of" for pobj in of.children)


def _said_to_be(head: Token) -> list[Token]:
    """Those who are called so: "X are the suspected perpetrators"."""
    called = head.dep_ == "attr" and head.head.lemma_ == "be"
    return [child for child in head.head.children if child.dep_ == "nsubj"] if called else []


def _no_group(head: Token) -> bool:
    return any(
        grandchild.lower_ in NOBODY
        for child in head.children
        if child.dep_ in ("nsubj", "nsubjpass")
        for grandchild in child.children
    )
