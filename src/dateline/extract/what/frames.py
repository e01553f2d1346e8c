"""Frames: what each sentence tells of an event, its triggers joined and its mentions bound to them.

In: a Reading with all layers of mentions. Out: `frames`, and `triggers` with those that only a
harm betrays ("left 12 dead"). A mention belongs to the first trigger above it in the parse.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span, Token

from dateline.codebook import load_codebook
from dateline.extract.component import component
from dateline.extract.what.evidence import told_with
from dateline.extract.what.joining import carriers, join
from dateline.extract.what.learned import guess_on, unclear
from dateline.extract.what.scene import scene
from dateline.extract.what.syntax import (
    arguments,
    before_now,
    clause_before,
    clause_beyond,
    of_another_time,
    reduced_clause,
    stand_ins,
)
from dateline.extract.what.times_told import (
    OF_PAST,
    clause_ended,
    in_when_clause,
    of_another_clause,
    of_no_event,
    recalled_apart,
)
from dateline.extract.what.units import paragraphs, units
from dateline.model.reading import Frame, Mention, PlaceMention, Reading, Trigger
from dateline.text import token_at

HARM_ENTRY = {
    "killed": "kill",
    "injured": "wound",
    "missing": "wound",
    "captured": "abduct",
    "released": "release",
    "displaced": "displacement",
    "arrested": "arrest",
}
DEALS = ("ceasefire", "agreement")
FORCES = ("State forces", "External/Other forces", "Rebel group", "Political militia", "Identity militia")
BEFORE_PLACES = frozenset(("near", "in", "at", "from", "outside", "around", "inside", "north", "south", "east", "west"))
POINTING = frozenset(("the", "this", "that", "these", "those", "both", "either", "its", "their"))
SETTING_APART = frozenset(("another", "second", "third", "fourth", "separate", "other", "new", "different", "similar"))
OPENERS = (
    "separately",
    "elsewhere",
    "in another",
    "in a separate",
    "in other",
    "in a second",
    "meanwhile",
    "a second",
    "another",
    "moreover",
    "in addition",
    "furthermore",
    "in yet another",
    "also in",
    "also on",
    "also today",
)


@dataclass
class _Sentence:
    """The layers' members in one sentence, by index, with the token each hangs on."""

    number: int
    paragraph: int
    span: Span
    members: dict[str, list[tuple[int, Token]]] = field(default_factory=dict)


def _implied(reading: Reading) -> tuple[Trigger, ...]:
    doc, heads = reading.words, {token_at(reading.words, t.head).i for t in reading.triggers}
    covered = {token.i for t in reading.triggers for token in _tokens(doc, t)} | heads
    told = {doc[at].sent.start for at in heads}
    more = []
    for harm in reading.harms:
        token = token_at(doc, harm.head)
        bound = harm.score < 1 and token.sent.start in told  # only words of harm tell an event beside another
        if token.i not in covered and not bound:
            covered.add(token.i)
            pos = "VERB" if token.pos_ == "VERB" else "NOUN"
            entry = HARM_ENTRY[harm.harm]
            at = token.idx, token.idx + len(token), token.text
            guess = guess_on(Mention(*at), reading.guesses)
            more.append(Trigger(*at, token.idx, token.lemma_.lower(), pos, entry, guess))
    return tuple(sorted((*reading.triggers, *more)))


def _named_weapons(reading: Reading) -> tuple[Trigger, ...]:
    """Triggers for weapons named in sentences that have no trigger: "two shells on the camp"."""
    doc, book = reading.words, load_codebook()
    told = {token_at(doc, t.head).sent.start for t in reading.triggers}
    more: dict[int, Trigger] = {}
    for weapon in reading.features:
        token = token_at(doc, weapon.head)
        entry = book.implied_by_weapon.get(weapon.value) if weapon.field == "weapon" else None
        if entry and token.sent.start not in told:
            trigger = Trigger(weapon.start, weapon.end, weapon.text, token.idx, token.lemma_.lower(), "NOUN", entry)
            more.setdefault(token.sent.start, trigger)
    return tuple(sorted((*reading.triggers, *more.values())))


def _tokens(doc: Doc, mention: Mention) -> list[Token]:
    out, at = [], token_at(doc, mention.start).i
    while at < len(doc) and doc[at].idx < mention.end:
        out.append(doc[at])
        at += 1
    return out


def _head(doc: Doc, mention: Mention) -> Token:
    """The highest token of a mention in the parse."""
    inside = _tokens(doc, mention)
    numbers = {token.i for token in inside}
    return next((t for t in inside if t.head.i not in numbers or t.head is t), inside[0])


def _hangs_on(doc: Doc, mention: Mention) -> Token:
    head = getattr(mention, "head", -1)
    return token_at(doc, head) if head >= 0 else _head(doc, mention)


def _sentences(reading: Reading) -> list[_Sentence]:
    doc = reading.words
    told = zip(paragraphs(reading), units(reading), strict=True)
    out = [_Sentence(number, paragraph, span) for number, (paragraph, span) in enumerate(told)]
    owner = {token.i: s for s in out for token in s.span}
    for layer in ("triggers", "actors", "places", "times", "harms", "features"):
        for index, mention in enumerate(getattr(reading, layer)):
            token = _hangs_on(doc, mention)
            owner[token.i].members.setdefault(layer, []).append((index, token))
    return out


def _owner(token: Token, heads: dict[int, int]) -> int | None:
    """The group whose trigger is the first at or above `token`; else the nearest below its clause."""
    at = token
    while True:
        if at.i in heads:
            other = reduced_clause(at) or clause_beyond(at, token) or clause_before(at, token)
            return heads[other.i if other is not None and other.i in heads and token.i < at.i else at.i]
        if at.head.i == at.i:
            break
        at = at.head
    if _in_its_own_clause(token, heads):
        return None
    near = [i for i in heads if not of_another_time(token.doc[i])]
    return heads[min(near, key=lambda i: (abs(i - token.i), i))] if near else None


def _in_its_own_clause(token: Token, heads: dict[int, int]) -> bool:
    """Does it stand in a relative clause with no trigger ("who left for Syria in 2012")?"""
    for clause in (token, *token.ancestors):
        if clause.dep_ == "relcl":
            return not any(word.i in heads for word in clause.subtree)
    return False


def _bind(
    sentence: _Sentence, layer: str, groups: Sequence[tuple[int, ...]], heads: dict[int, int], cues: frozenset[int]
) -> list[list[int]]:
    bound: list[list[int]] = [[] for _ in groups]
    for index, token in sentence.members.get(layer, ()):
        timed = layer == "times"
        owner = in_when_clause(token, heads) if timed else None
        clause = clause_ended(token) if timed and owner is None else None
        if clause is not None:
            told = (word.i for word in (clause, *clause.subtree) if word.i < token.i)
            owner = next((heads[at] for at in told if at in heads), None)
        elif owner is None and not (timed and of_no_event(token, heads, cues)):
            owner = _owner(token, heads)
        if owner is not None and not (
            timed and (recalled_apart(token, owner, heads) or of_another_clause(token, heads))
        ):
            bound[owner].append(index)
    return bound


def _who_stands(reading: Reading, sentence: _Sentence) -> dict[int, int]:
    """Token -> actor mention, pronouns of a saying standing for its speaker ("the army said it ...")."""
    doc = reading.words
    where = {t.i: i for i, m in sentence.members.get("actors", ()) for t in _tokens(doc, reading.actors[i])}
    where |= {token.i: index for index, token in sentence.members.get("actors", ())}
    for token in sentence.span:
        if token.lower_ in ("it", "they", "we", "he", "she") and token.dep_ in ("nsubj", "nsubjpass"):
            speaker = _speaker_over(reading, token.idx)
            if speaker is not None:
                where[token.i] = speaker
    return where


def _speaker_over(reading: Reading, offset: int) -> int | None:
    over = [s for s in reading.sayings if s.start <= offset < s.end and s.chain and s.chain[-1].start >= 0]
    if not over:
        return None
    said_by = min(over, key=lambda s: s.end - s.start).chain[-1]
    return next((i for i, a in enumerate(reading.actors) if a.start < said_by.end and said_by.start < a.end), None)


def _stands(reading: Reading, token: Token, role: str, where: dict[int, int]) -> int | None:
    """The mention at the token, or at a word of its phrase: those who own what is hit, the force whose arms strike."""
    for other in stand_ins(token, role):
        at = where.get(other.i)
        if at is not None and (other is token or role == "recipient" or reading.actors[at].category in FORCES):
            return at
    return None


def _roles(reading: Reading, sentence: _Sentence, group: Iterable[int]) -> dict[str, tuple[int, ...]]:
    doc, where = reading.words, _who_stands(reading, sentence)
    found: dict[str, dict[int, None]] = {"actor": {}, "recipient": {}, "party": {}}
    for number in group:
        for role, token in arguments(token_at(doc, reading.triggers[number].head)):
            at = _stands(reading, token, role, where)
            if at is not None:
                found[role].setdefault(at)
    actors = tuple(found["actor"])
    return {
        "actors": actors,
        "recipients": tuple(i for i in found["recipient"] if i not in actors),
        "parties": tuple(i for i in found["party"] if i not in actors),
    }


def _pointing(doc: Doc, trigger: Trigger) -> tuple[bool, bool]:
    """(points back, is set apart) for a trigger's noun phrase; "have attacked previously" sets a verb apart."""
    token = token_at(doc, trigger.head)
    if trigger.pos != "NOUN":
        return False, before_now(token)
    words = {child.lower_ for child in token.children if child.dep_ in ("det", "amod", "poss", "nummod", "predet")}
    possessed = any(child.dep_ == "poss" for child in token.children)
    was = token.dep_ == "attr" and any(c.lower_ in ("it", "this", "that") for c in token.head.children)
    apart = bool(words & SETTING_APART) and not was
    return (bool(words & POINTING) or possessed or was) and not apart, apart


def _frame(reading: Reading, sentence: _Sentence, group: tuple[int, ...], bound: dict[str, list[int]]) -> Frame:
    book, roles = load_codebook(), _roles(reading, sentence, group)
    entries = [book.triggers[reading.triggers[i].entry] for i in group]
    vague = [unclear(reading.triggers[i]) for i in group]
    ranked = sorted(
        range(len(group)),
        key=lambda n: (entries[n].weak, vague[n], book.order.index(entries[n].family) if entries[n].family else 0, n),
    )
    main = reading.triggers[group[ranked[0]]]
    definite, fresh = _pointing(reading.words, main)
    weak = all(entry.weak for entry in entries)
    harms = [reading.harms[i].estimate.high for i in bound["harms"]]
    none = bool(harms) and not any(high != 0 for high in harms)
    telling = [entries[n] for n in ranked if weak or not (none and entries[n].weak)]
    clear = [entries[n] for n in ranked if not entries[n].weak and not vague[n]]
    opening = sentence.span.text.lstrip().lower().startswith(OPENERS)
    return Frame(
        triggers=tuple(group[n] for n in ranked),
        families=tuple(dict.fromkeys(e.family for e in telling if not clear or e.weak or e in clear)),
        sentence=sentence.number,
        paragraph=sentence.paragraph,
        places=tuple(bound["places"]),
        times=tuple(bound["times"]),
        harms=tuple(bound["harms"]),
        beside=tuple(bound["actors"]),
        features=scene(reading, bound["features"], set(bound["actors"]) - set(roles["recipients"]), roles["actors"]),
        stances=tuple(i for i, s in enumerate(reading.stances) if s.start <= main.head < s.end),
        weak=weak,
        spared=weak and none,
        fresh=fresh or opening,
        definite=definite,
        **roles,
    )


def _became(reading: Reading, index: int, token: Token, told: set[int]) -> bool:
    """Does a word for an accident only say what became of a deal: "the truce collapsed last July"?"""
    subjects = (child.i for child in token.children if child.dep_ in ("nsubj", "nsubjpass"))
    return reading.triggers[index].entry == "accident" and any(at in told for at in subjects)


def _events(reading: Reading, sentence: _Sentence) -> list[Frame]:
    book = load_codebook()
    here = [
        (index, token)
        for index, token in sentence.members.get("triggers", ())
        if not book.triggers[reading.triggers[index].entry].statement
    ]
    told = {token.i for index, token in here if book.triggers[reading.triggers[index].entry].family in DEALS}
    here = [(index, token) for index, token in here if not _became(reading, index, token, told)]
    groups = join(reading, here)
    home = {index: n for n, group in enumerate(groups) for index in group}
    heads = {token: home[index] for token, index in carriers(here).items()}
    doc = reading.words
    cues = frozenset(token_at(doc, saying.cue_start).i for saying in reading.sayings if saying.cue_start >= 0)
    cues |= {token.i for token in sentence.span if token.pos_ == "VERB" and token.lemma_.lower() in book.own_day}
    told_of = {at for at in heads if doc[at].lemma_.lower() in OF_PAST} - {token.i for _, token in here}
    timed = {at: group for at, group in heads.items() if at not in told_of}
    layers = {
        name: _bind(sentence, name, groups, timed if name == "times" else heads, cues | told_of)
        for name in ("places", "times", "harms", "features", "actors")
    }
    return [
        _frame(reading, sentence, group, {name: rows[n] for name, rows in layers.items()})
        for n, group in enumerate(groups)
    ]


def _in_names(reading: Reading) -> tuple[PlaceMention, ...]:
    """The places, those within a known actor's or a person's name not usable ("Islamic State of Iraq")."""
    names = [(a.start, a.end) for a in reading.actors if a.actor and not a.generic]
    inside = "part of a name"
    people = [
        (e.start_char, e.end_char)
        for e in reading.words.ents
        if e.label_ == "PERSON" and len(e) > 1 and e[0].lower_ not in BEFORE_PLACES
    ]
    return tuple(
        replace(p, usable=False, why_not=inside)
        if any(a <= p.start and p.end <= b for a, b in names)
        or any(a <= p.start and p.end <= b and (a, b) != (p.start, p.end) for a, b in people)
        else p
        for p in reading.places
    )


def _where_clauses(reading: Reading) -> tuple[PlaceMention, ...]:
    """The places with those that a where-clause makes the scene: "Ouagadougou, where police fired"."""
    doc, out = reading.words, list(reading.places)
    heads = {_hangs_on(doc, place).i: n for n, place in enumerate(out)}
    for trigger in reading.triggers:
        verb = token_at(doc, trigger.head)
        above = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
        if above is None or not any(child.lower_ == "where" for child in above.children):
            continue
        number = heads.get(above.head.i)
        if number is not None and out[number].usable:
            out[number] = replace(out[number], place=replace(out[number].place, role="location"))
    return tuple(out)


@component(
    requires=("doc", "triggers", "actors", "places", "times", "harms", "features", "stances"),
    provides=("frames", "triggers", "places"),
)
def frames(reading: Reading) -> Reading:
    """Add the frames, sentence by sentence, and the triggers that harms imply."""
    reading = reading.add(triggers=_implied(reading), places=_in_names(reading))
    reading = reading.add(triggers=_named_weapons(reading))
    reading = reading.add(places=_where_clauses(reading))
    found = _all(reading)
    idle = {i for f in found if not (f.definite or f.weak or told_with(reading, f)) for i in f.triggers}
    if idle:  # words that tell nothing here must not take the places and days of those that do
        kept = tuple(t for i, t in enumerate(reading.triggers) if i not in idle)
        reading = reading.add(triggers=kept)
        found = _all(reading)
    return reading.add(frames=tuple(found))


def _all(reading: Reading) -> list[Frame]:
    return [frame for sentence in _sentences(reading) for frame in _events(reading, sentence)]
