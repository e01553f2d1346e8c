"""Tolls: who was killed, injured, missing, captured, released, displaced or arrested, and how many.

In: the parsed text and its numbers. Out: the layer `harms`, in text order, parts pointing at the
whole they are a part of. What is planned, denied or background is told by other components.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from dateline.actors.people import people_noun
from dateline.extract.component import component
from dateline.extract.harm.toll_beside import beside
from dateline.extract.harm.toll_done import done_to
from dateline.extract.harm.toll_echo import echoes, puts
from dateline.extract.harm.toll_figures import exactly
from dateline.extract.harm.toll_groups import PLURAL, Counted, Numbers, count
from dateline.extract.harm.toll_heads import Harmed, harmed
from dateline.extract.harm.toll_near import legend_spans, near
from dateline.extract.harm.toll_none import none
from dateline.extract.harm.toll_parts import Part, cumulative, figures, parts
from dateline.extract.harm.toll_proposed import proposals
from dateline.extract.harm.toll_shares import shares
from dateline.extract.harm.toll_who import who
from dateline.extract.harm.toll_words import harm_words
from dateline.model.reading import HarmMention, Reading
from dateline.model.values import Estimate, Group
from dateline.text import token_at

BEHIND = 5  # words behind a harm word that may make it something else
NEAR = 12  # characters between "killed" and "injured" where the two share one figure: " and/or "


@component(requires=("doc", "numbers", "guesses", "fillers", "triggers"), provides=("harms",))
def tolls(reading: Reading) -> Reading:
    """The reading with its harms in place."""
    doc, text = reading.words, reading.report.text
    numbers = Numbers(doc, reading.numbers)
    found: dict[tuple[str, int], HarmMention] = {}
    explained = legend_spans(doc)
    for one in harmed(doc):
        if any(start <= doc[one.at].idx < end for start, end in explained):
            continue
        for mention in _mentions(doc, one, numbers):
            _keep(found, mention)
    for mention in figures(doc, numbers):
        _keep(found, mention)
    for mention in near(doc, numbers, tuple(found.values())):
        _keep(found, mention)
    for mention in (*puts(doc, numbers), *echoes(doc, numbers, tuple(sorted(found.values())))):
        _keep(found, mention)
    for mention in none(doc, tuple(sorted(found.values()))):
        _keep(found, mention)
    links = _with_parts(doc, numbers, found)
    for more in (done_to, proposals):
        for mention in more(reading, numbers, tuple(sorted(found.values()))):
            _keep(found, mention)
    _either(doc, found)
    ordered = sorted(found.values())
    tied = [found[key] for key in links if key in found]
    links |= {_key(part): _key(whole) for part, whole in shares(doc, ordered, tied)}
    links = {part: whole for part, whole in links.items() if not _others(found.get(part), found.get(whole))}
    index = {_key(mention): at for at, mention in enumerate(ordered)}
    done = [_finish(doc, text, m, index.get(links.get(_key(m), ("", -1)))) for m in ordered]
    return reading.add(harms=tuple(done))


def _others(part: HarmMention | None, whole: HarmMention | None) -> bool:
    """Are the ones civilians and the others fighters? Then neither is a part of the other."""
    if part is None or whole is None:
        return False
    return {part.group.status, whole.group.status} == {"civilian", "combatant"}


def _key(mention: HarmMention) -> tuple[str, int]:
    return mention.harm, mention.start


def _keep(found: dict[tuple[str, int], HarmMention], mention: HarmMention) -> None:
    """Keep the mention unless its words are told of the same harm already."""
    for other in found.values():
        if other.harm == mention.harm and other.start < mention.end and mention.start < other.end:
            return
    found[_key(mention)] = mention


def _finish(doc: Doc, text: str, mention: HarmMention, whole: int | None) -> HarmMention:
    told = mention.cumulative or cumulative(doc, mention)
    return replace(mention, text=text[mention.start : mention.end], cumulative=told, part_of=whole)


def _mentions(doc: Doc, one: Harmed, numbers: Numbers) -> Iterator[HarmMention]:
    """The harm of one phrase, where it counts people."""
    counted = count(one.victim, numbers)
    if counted is not None and _denied(doc, counted):
        return
    if one.negated and counted is None:
        yield from _none_at_all(doc, one)
        return
    if counted is None or one.negated or not _counts(doc, one, counted) or not _fits(doc, one, counted):
        return
    if one.word.custody and _taken_by_others(doc[one.at]):
        one = replace(one, word=replace(one.word, harm="captured"))
    told, group = counted.estimate, counted.group
    if one.word.upper:
        told = Estimate(high=told.high if told.high is not None else told.best)
        group = replace(group, status="combatant") if group.status == "unknown" else group
        if told.high is None:
            return
    if one.subject is not None:
        owner, _ = who(one.subject)
        if group.status == "unknown":
            group = replace(group, status=owner.status, side=owner.side)
        group = replace(group, perpetrators=owner.perpetrators)
    yield _mention(doc, one, counted, told, group)


def _either(doc: Doc, found: dict[tuple[str, int], HarmMention]) -> None:
    """ "ten people were killed or injured": ten is only the most that either can be."""
    for (harm, start), one in list(found.items()):
        other = found.get(("injured", start))
        if harm != "killed" or other is None or one.harm_start == other.harm_start or one.end != other.end:
            continue
        left, right = sorted(((one.harm_start, one.harm_end), (other.harm_start, other.harm_end)))
        if one.estimate in (exactly(0), exactly(1), PLURAL) or right[0] - left[1] > NEAR:
            continue
        for key, mention in (((harm, start), one), (("injured", start), other)):
            high = mention.estimate.high or mention.estimate.best
            if high is None:
                del found[key]
            else:
                found[key] = replace(mention, estimate=Estimate(high=high))


def _none_at_all(doc: Doc, one: Harmed) -> Iterator[HarmMention]:
    """ "did not kill anyone": none."""
    first = one.victim.left_edge
    if one.victim.lower_ in harm_words().sets["persons.any"] or first.lower_ == "any":
        counted = Counted(exactly(0), Group(), first.idx, one.victim.idx + len(one.victim.text))
        yield _mention(doc, one, counted, counted.estimate, counted.group)


def _mention(doc: Doc, one: Harmed, counted: Counted, told: Estimate, group: Group) -> HarmMention:
    last = doc[one.end - 1]
    return HarmMention(
        counted.start,
        counted.end,
        "",
        one.word.harm,
        told,
        group,
        doc[one.at].idx,
        doc[one.start].idx,
        last.idx + len(last.text),
        counted.group_start,
        counted.group_end,
    )


def _taken_by_others(verb: Token) -> bool:
    """Is it told who holds them, and are those no force of a state?"""
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    by = [t for c in verb.rights if c.lower_ == "by" for t in c.rights if t.dep_ == "pobj"]
    active = [c for c in (verb.head if verb.dep_ == "conj" else verb).lefts if c.dep_ == "nsubj"]
    for agent in by or ([] if passive else active):
        found = people_noun([agent.lower_])
        return found is not None and found.kind in ("civilian", "armed", "riot", "protest")
    return False


def _denied(doc: Doc, counted: Counted) -> bool:
    """Is the count the one that is put right: "four dead, not five"?"""
    first = token_at(doc, counted.start)
    return (
        counted.estimate not in (exactly(0), exactly(1))
        and first.i > 1
        and doc[first.i - 1].lower_ == "not"
        and doc[first.i - 2].text == ","
    )


def _fits(doc: Doc, one: Harmed, counted: Counted) -> bool:
    """Has the harm word what it asks for: a number, armed people, none of the words that change it?"""
    word = one.word
    first = token_at(doc, counted.start)
    if word.numbered and not (counted.numbered or first.lower_ in ("a", "an")):
        return False
    if word.armed and not (counted.group.status == "combatant" and (counted.numbered or counted.people)):
        return False
    behind = doc[one.end : min(one.end + BEHIND, doc[one.at].sent.end)]
    return not any({token.lower_, token.lemma_.lower()} & word.unless for token in behind)


def _counts(doc: Doc, one: Harmed, counted: Counted) -> bool:
    """Is the phrase of the kind that this harm word takes?"""
    if one.word.role == "loss":
        owner, known = who(one.subject) if one.subject is not None else (Group(), False)
        return counted.numbered and known and "combatant" in (owner.status, counted.group.status)
    if one.victim.i == one.at:
        first = doc.char_span(counted.start, counted.end, alignment_mode="expand")
        return counted.numbered and not any(t.tag_ == "NNS" for t in (first or [])[:-1])
    if one.attributive and not counted.numbered:
        return counted.people and any(child.lower_ in ("a", "an") for child in one.victim.lefts)
    if _never(one, counted):
        return False
    if one.word.strict:
        return counted.people or (counted.numbered and counted.group_start < 0)
    taken = one.word.harm in ("killed", "injured") and one.word.role == "object" and not one.attributive
    return counted.numbered or counted.people or taken


def _never(one: Harmed, counted: Counted) -> bool:
    """Bodies that are hurt, uncounted casualties, fighters who flee, places that are captured."""
    words, lemma = harm_words(), one.victim.lemma_.lower()
    if lemma in words.sets["bodies.nouns"] and one.word.harm not in ("killed", "missing"):
        return True
    if one.word.harm == "displaced" and not _displaced(counted):
        return True
    if counted.numbered:
        return False
    if lemma != "victim" and (lemma in words.sets["casualties.nouns"] or lemma in words.states):
        return True
    unknown = one.victim.pos_ == "PROPN" and one.victim.ent_type_ != "PERSON"
    return one.word.strict and unknown and counted.group == Group()


def _displaced(counted: Counted) -> bool:
    """Fighters and single persons who flee are not displaced."""
    return counted.group.status != "combatant" and counted.estimate != exactly(1)


def _with_parts(
    doc: Doc, numbers: Numbers, found: dict[tuple[str, int], HarmMention]
) -> dict[tuple[str, int], tuple[str, int]]:
    """Add the parts of wholes; part -> whole, by key."""
    links: dict[tuple[str, int], tuple[str, int]] = {}
    for finder in (beside, parts):
        for part in finder(doc, numbers, tuple(sorted(found.values()))):
            _add_part(found, links, part)
    return links


def _add_part(
    found: dict[tuple[str, int], HarmMention], links: dict[tuple[str, int], tuple[str, int]], part: Part
) -> None:
    """Put the part in the place of what its words were read as before."""
    mention = _of(part)
    clash = [k for k, m in found.items() if m.harm == mention.harm and m.start < mention.end and mention.start < m.end]
    for key in clash:
        del found[key]
        links.pop(key, None)
    found[_key(mention)] = mention
    if part.whole is not None and _key(part.whole) not in clash:
        links[_key(mention)] = _key(part.whole)


def _of(part: Part) -> HarmMention:
    counted, like = part.counted, part.like
    return HarmMention(
        counted.start,
        counted.end,
        "",
        like.harm,
        counted.estimate,
        counted.group,
        like.head,
        like.harm_start,
        like.harm_end,
        counted.group_start,
        counted.group_end,
        like.cumulative,
    )
