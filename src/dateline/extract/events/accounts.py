"""Accounts: drafts written down as claims with their passages, speakers, stance and verification.

In: a Reading with frames and all mentions. Out: `claims` and `accounts`. Every claim rests on
passages, or names the rule that inferred its value and that rule's inputs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dateline.codebook import load_codebook, load_toml
from dateline.extract.component import component
from dateline.extract.events.day_clock import is_headline
from dateline.extract.events.draft import Draft
from dateline.extract.events.drafts import gather, told_in_full
from dateline.extract.events.kinds import kind
from dateline.extract.events.nearby import asked_for, offset
from dateline.extract.events.parties import participants
from dateline.extract.events.pronouns import stood_for
from dateline.extract.events.relations import hold_responsible, relate
from dateline.extract.events.settling import settle
from dateline.extract.voice.voices import contested, said
from dateline.extract.what.evidence import common_crime
from dateline.extract.what.learned import doubtful, held, origin, proposed, ranked
from dateline.extract.what.units import units
from dateline.model.claims import Account, Claim
from dateline.model.reading import HarmMention, Mention, Reading, TimeMention
from dateline.model.report import Passage
from dateline.model.values import Estimate, EventType, Toll, plain
from dateline.text import token_at

IMPLICATIVE = frozenset(load_toml("relations.toml")["implicative"])
PLURAL = Estimate(low=2)  # people in the plural, with no number
HELD = {"Arrests": "arrested", "Abduction/forced disappearance": "captured"}
VAGUE_SPAN = ("week", "month", "months", "year")


def _passages(reading: Reading, *mentions: tuple[int, int]) -> tuple[Passage, ...]:
    return tuple(dict.fromkeys(reading.report.passage(start, end) for start, end in mentions if start >= 0))


def _claim(reading: Reading, field: str, value: Any, spans: Sequence[tuple[int, int]], **more: Any) -> Claim:
    passages = _passages(reading, *spans)
    voice = said(reading, *spans[0]) if spans else {}
    original = passages[0].quote if passages else ""
    return Claim(reading.report.id, field, plain(value), original, passages, **{**voice, **more})


def _words(mention: TimeMention) -> tuple[int, int]:
    """The words that tell the period: "from Monday to Wednesday", "two days after"."""
    return (mention.phrase_start, mention.phrase_end) if mention.phrase_start >= 0 else _span(mention)


def _span(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _type_claims(reading: Reading, draft: Draft, type_: EventType) -> list[Claim]:
    """One for the telling; a second where someone denies what others allege."""
    triggers = [_span(reading.triggers[i]) for frame in draft.frames for i in frame.triggers[:1]]
    layer = [reading.stances[i] for frame in draft.frames for i in frame.stances]
    denial = next((mention for mention in layer if mention.stance == "denied"), None)
    if denial and any(mention.stance == "alleged" for mention in layer):
        alleger, denier = contested(reading, denial, *triggers[0])
        cue = (denial.cue_start, denial.cue_end)
        alleged = _claim(reading, "type", type_, triggers, stance="alleged", chain=alleger)
        denied = _claim(reading, "type", type_, [triggers[0], cue], stance="denied", chain=denier)
        verdict = denial.start <= triggers[0][0] < denial.end <= denial.cue_start  # "rumours that ... were unfounded"
        return [denied, alleged] if verdict and not alleger else [alleged, denied]
    words = [reading.triggers[i] for i in draft.every("triggers")]
    claim = _claim(reading, "type", type_, triggers, **origin(words))
    if not claim.chain and is_headline(reading, draft.frames[0]):  # whoever tells it below is not named in a headline
        claim = replace(claim, chain=next((c for span in triggers[1:] if (c := said(reading, *span)["chain"])), ()))
    stance = claim.stance
    if stance == "asserted" and _purpose(reading, draft):
        stance = "planned"
    if stance == "asserted" and _asked(reading, draft):
        stance = "hypothetical"
    stance = held(words, stance)
    return [replace(claim, stance="planned" if stance == "asserted" and _not_yet(reading, draft) else stance)]


def drafts_of(reading: Reading) -> list[Draft]:
    """The events that the report tells, in text order, nothing settled."""
    return [] if common_crime(reading) else [draft for draft in gather(reading)[0] if _told(reading, draft)]


def _told(reading: Reading, draft: Draft) -> bool:
    """Are its words likely to name an event, or do they tell town and day, or is it planned, alleged or denied?"""
    triggers = [reading.triggers[i] for i in draft.every("triggers")]
    held = any(frame.stances for frame in draft.frames)
    return held or told_in_full(reading, draft) or not doubtful(triggers)


def _not_yet(reading: Reading, draft: Draft) -> bool:
    """Is its day after the story's?"""
    day, period = reading.story_day, draft.period
    return bool(day and period and period.start and not period.inferred and period.start > day)


def _purpose(reading: Reading, draft: Draft) -> bool:
    """Is it only told as asked for, or as what somebody means to do ("came to fight the group")?"""
    if len(draft.frames) > 1:
        return False
    if asked_for(reading, draft.frames[0]):
        return True
    verb = token_at(reading.words, offset(reading, draft.frames[0]))
    infinitive = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children)
    return infinitive and verb.head.lemma_.lower() not in IMPLICATIVE and not _counted(reading, draft)


def _counted(reading: Reading, draft: Draft) -> bool:
    """Does a toll give a figure, and not only a bare plural ("to capture the assailants")?"""
    return any(reading.harms[i].estimate != PLURAL for i in draft.every("harms"))


def _asked(reading: Reading, draft: Draft) -> bool:
    """Is it told in a question alone?"""
    spans = units(reading)
    return all(spans[frame.sentence].text.rstrip().endswith("?") for frame in draft.frames)


def _place_claim(reading: Reading, draft: Draft) -> list[Claim]:
    if not draft.place or draft.place_mention is None:
        return []
    mention = reading.places[draft.place_mention]
    spans = [(mention.phrase_start, mention.phrase_end)] if mention.phrase_start >= 0 else [_span(mention)]
    rule = draft.place.rule if draft.place.inferred else None
    return [_claim(reading, "place", draft.place, spans, basis=rule, inputs=draft.place_basis)]


def _period_claim(reading: Reading, draft: Draft) -> list[Claim]:
    if not draft.period:
        return []
    spans = [_words(reading.times[draft.time_mention])] if draft.time_mention is not None else []
    rule = draft.period.rule if draft.period.inferred else None
    return [_claim(reading, "period", draft.period, spans, basis=rule, inputs=draft.period_basis)]


def _held(harm: HarmMention, type_: EventType) -> HarmMention:
    """Whoever is taken is arrested in an arrest, captured in an abduction."""
    told = HELD.get(type_.acled_sub_event) if harm.harm in HELD.values() else None
    return replace(harm, harm=told or harm.harm)


def _toll_claims(reading: Reading, draft: Draft, type_: EventType) -> list[Claim]:
    made: dict[int, Claim] = {}
    for index in sorted(draft.every("harms"), key=lambda i: (reading.harms[i].part_of is not None, i)):
        harm, meant = stood_for(reading, draft.every("triggers"), _held(reading.harms[index], type_))
        toll = Toll(harm.harm, harm.estimate, harm.group, harm.cumulative)
        spans = [_span(harm), *([(harm.harm_start, harm.harm_end)] if harm.harm_start >= 0 else []), *meant]
        whole = made.get(harm.part_of) if harm.part_of is not None else None
        part_of = whole.id if whole else None
        claim = _claim(reading, harm.harm, toll, spans, part_of=part_of, **proposed(harm.score))
        if whole and not claim.chain and _in_one_sentence(reading, whole, claim):
            claim = replace(claim, chain=whole.chain)
        made[index] = claim
    return list(made.values())


def _in_one_sentence(reading: Reading, one: Claim, two: Claim) -> bool:
    first, second = (token_at(reading.words, claim.passages[0].start) for claim in (one, two))
    return first.sent.start == second.sent.start


def _implied_weapon(reading: Reading, draft: Draft) -> tuple[dict[str, str], Mention] | None:
    """The weapon that a trigger's own word implies ("shot", "airstrike"), and that trigger."""
    book = load_codebook()
    for index in draft.every("triggers"):
        trigger = reading.triggers[index]
        weapon = book.triggers[trigger.entry].weapon
        if weapon:
            return {"value": weapon, "text": trigger.text}, trigger
    return None


def _feature_claims(reading: Reading, draft: Draft) -> list[Claim]:
    claims, seen = [], set()
    for index in draft.every("features"):
        mention = reading.features[index]
        if mention.field == "target" and draft.families[0] in load_codebook().untargeted:
            continue
        if (mention.field, mention.value) not in seen:
            seen.add((mention.field, mention.value))
            value = {"value": mention.value, "text": mention.text}
            claims.append(_claim(reading, mention.field, value, [_span(mention)], **proposed(mention.score)))
    implied = _implied_weapon(reading, draft)
    if implied and not any(field == "weapon" for field, _ in seen):
        claims.append(_claim(reading, "weapon", implied[0], [_span(implied[1])]))
    return claims


def _ground_claims(reading: Reading, draft: Draft) -> list[Claim]:
    claims = []
    for ground, actor, trigger in draft.grounds:
        spans = [_span(reading.triggers[trigger])]
        spans += [_span(reading.actors[actor])] if actor is not None else []
        name = reading.actors[actor].name if actor is not None else None
        claims.append(_claim(reading, "responsibility", {"ground": ground, "actor": name}, spans))
    return claims


def _participant_claims(reading: Reading, draft: Draft, type_: EventType) -> list[Claim]:
    """Who took part; of one whom the telling only points to ("he"), the word is the telling's, not that of the name."""
    claims = []
    for value, mention, by in participants(reading, draft, type_):
        named = mention is None or _in_its_words(reading, draft, mention)
        voice = {} if named else said(reading, *_span(reading.triggers[draft.frames[0].triggers[0]]))
        spans = [_span(mention)] if mention else []
        claims.append(_claim(reading, "participant", value, spans, basis=value.rule, **{**voice, **by}))
    return claims


def _in_its_words(reading: Reading, draft: Draft, mention: Mention) -> bool:
    """Does it stand in a sentence that tells of the draft?"""
    told = (units(reading)[frame.sentence] for frame in draft.frames)
    return any(span.start_char <= mention.start < span.end_char for span in told)


def _clarity(reading: Reading, draft: Draft) -> str:
    if any(reading.harms[i].cumulative for i in draft.every("harms")):
        return "cumulative"
    vague = draft.period is not None and not draft.period.inferred and draft.period.precision in VAGUE_SPAN
    plural = any(
        reading.triggers[i].pos == "NOUN" and reading.triggers[i].text.lower().endswith("s")
        for i in draft.frames[0].triggers[:1]
    )
    return "summary" if vague and plural else "single"


def _stance(claims: Sequence[Claim]) -> str:
    return claims[0].stance


def _write(reading: Reading, draft: Draft) -> tuple[list[Claim], Account]:
    type_ = kind(reading, draft)
    claims = _type_claims(reading, draft, type_)
    for more in (
        _period_claim(reading, draft),
        _place_claim(reading, draft),
        _participant_claims(reading, draft, type_),
        _toll_claims(reading, draft, type_),
        _feature_claims(reading, draft),
        _ground_claims(reading, draft),
    ):
        claims.extend(more)
    claims = list({claim.id: claim for claim in claims}.values())
    account = Account(
        reading.report.id,
        claims[0].passages[0],
        type_,
        tuple(claim.id for claim in claims),
        salience=ranked([reading.triggers[i] for i in draft.every("triggers")], draft.salience),
        stance=_stance(claims),
        clarity=_clarity(reading, draft),
    )
    return claims, account


def _outcome(reading: Reading, accounts: Sequence[Account]) -> str:
    if accounts:
        return "events"
    if not reading.triggers:
        return "no events: no word of violence, protest or a development that matters"
    if common_crime(reading):
        return "no events: crime with no word of conflict, politics or protest"
    if any("accident" in frame.families for frame in reading.frames):
        return "no events: the harm told is an accident, an illness or a disaster"
    return "no events: its words of violence tell of no event (nobody, nowhere, no day, no harm beside them)"


@component(
    requires=(
        "doc",
        "dateline",
        "triggers",
        "frames",
        "actors",
        "places",
        "times",
        "harms",
        "features",
        "sayings",
        "stances",
        "verifications",
    ),
    provides=("claims", "accounts"),
)
def accounts(reading: Reading) -> Reading:
    """Add the claims and accounts, and say what came of the report."""
    drafts = drafts_of(reading)
    settle(reading, drafts)
    relate(reading, drafts)
    hold_responsible(reading, drafts)
    written = [_write(reading, draft) for draft in drafts]
    ids = [account.id for _, account in written]
    made = tuple(
        replace(account, relations=tuple((name, ids[target]) for name, target in draft.relations))
        for (_, account), draft in zip(written, drafts, strict=True)
    )
    claims = {claim.id: claim for row, _ in written for claim in row}
    return reading.add(claims=tuple(claims.values()), accounts=made, outcome=_outcome(reading, made))
