"""Who took part where the parse tells no role: the armed beside the trigger act, the unarmed receive.

In: a draft and the mentions that already have a role. Out: (role, mention index) pairs, at most one side
each. Speakers, and words for those who were harmed, are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.actors.countries import table
from dateline.extract.events.draft import Draft
from dateline.extract.what.evidence import NONSTATE, STATE
from dateline.extract.what.syntax import LATER
from dateline.extract.who.actor_phrase import noun_list
from dateline.model.reading import ActorMention, Reading
from dateline.model.values import EventType
from dateline.text import token_at

REACH, CLOSE = 160, 80  # characters between trigger and mention: of one who does, of one who suffers
RECEIVING = ("dobj", "pobj", "nsubjpass", "appos", "poss", "conj")
DONE = (
    "Attack", "Abduction/forced disappearance", "Sexual violence", "Looting/property destruction", "Suicide bomb",
    "Grenade", "Remote explosive/landmine/IED", "Arrests", "Air/drone strike", "Shelling/artillery/missile attack",
)  # fmt: skip
SUFFERED = ("Attack", "Abduction/forced disappearance", "Sexual violence", "Grenade", "Mob violence")
UNARMED = ("Protesters", "Rioters", "Civilians")
MOBS = ("Mob violence", "Violent demonstration")
AIR = "Air/drone strike"
MARKS = ("mark", "advmod", "prep")
PROTESTS = ("Peaceful protest", "Protest with intervention")


def spoken(reading: Reading) -> set[int]:
    """Mentions that only speak: those in the chain of a saying."""
    spans = [(link.start, link.end) for saying in reading.sayings for link in saying.chain if link.start >= 0]
    return {n for n, m in enumerate(reading.actors) if any(a < m.end and m.start < b for a, b in spans)}


def _harmed(reading: Reading, draft: Draft) -> set[int]:
    spans = [
        (h.group_start, h.group_end) for h in (reading.harms[i] for i in draft.every("harms")) if h.group_start >= 0
    ]
    return {n for n, m in enumerate(reading.actors) if any(a < m.end and m.start < b for a, b in spans)}


def _distance(reading: Reading, draft: Draft, mention: ActorMention) -> int:
    heads = [reading.triggers[i].head for i in draft.every("triggers")]
    return min((abs(head - mention.head) for head in heads), default=REACH)


def _elsewhere(reading: Reading, draft: Draft, mention: ActorMention) -> bool:
    """Does it do something of its own, at another time ("a week after the rebels suspended their attacks")?"""
    head = token_at(reading.words, mention.head)
    verb = head.head if head.dep_ in ("nsubj", "nsubjpass") else None
    if verb is None or any(reading.triggers[i].head == verb.idx for i in draft.every("triggers")):
        return False
    return verb.dep_ in ("advcl", "pcomp") and any(c.lower_ in LATER for c in verb.children if c.dep_ in MARKS)


def _near(reading: Reading, draft: Draft, taken: set[int]) -> list[int]:
    """Mentions bound to the draft's frames without a role, the nearest to a trigger first."""
    out = set(draft.every("beside")) - taken - spoken(reading)
    ranked = sorted((_distance(reading, draft, reading.actors[i]), i) for i in out)
    return [i for distance, i in ranked if distance <= REACH and not _elsewhere(reading, draft, reading.actors[i])]


def _does(mention: ActorMention, sub_event: str) -> bool:
    if sub_event in DONE:
        state = mention.category in STATE and sub_event in (
            "Arrests",
            "Air/drone strike",
            "Shelling/artillery/missile attack",
        )
        return mention.category in NONSTATE or state
    if sub_event in (*MOBS, *PROTESTS):
        return mention.category in ("Protesters", "Rioters") or (mention.category == "Civilians" and many(mention))
    return False


def many(mention: ActorMention) -> bool:
    """Do the words make the mention a crowd ("hundreds of women")?"""
    return bool(set(mention.text.lower().split()) & noun_list("many")) and mention.generic


def _undergoes(reading: Reading, draft: Draft, mention: ActorMention) -> bool:
    """An unarmed mention close by that is nobody's subject."""
    head = token_at(reading.words, mention.head)
    close = _distance(reading, draft, mention) <= CLOSE
    return mention.category == "Civilians" and close and head.dep_ in RECEIVING


def _allies(reading: Reading) -> int | None:
    """The coalition that the report tells of, where it is the only one: its strikes are listed without it."""
    known = {row["actor"] for row in table("generic.toml")["coalitions"].values()}
    found = {m.actor: i for i, m in reversed(list(enumerate(reading.actors))) if m.actor in known}
    return next(iter(found.values())) if len(found) == 1 else None


def _sides(reading: Reading, near: Sequence[int], roles: Mapping[int, str]) -> list[int]:
    """Armed sides by names that no other has, as many as make two."""
    known = {reading.actors[i].name for i in roles}
    found: dict[str, int] = {}
    for i in near:
        mention = reading.actors[i]
        nameless = mention.generic and mention.category in NONSTATE
        again = nameless and any(reading.actors[k].category in NONSTATE for k in (*roles, *found.values()))
        if mention.category in (*STATE, *NONSTATE) and mention.name not in known and not again:
            found.setdefault(mention.name, i)
    return list(found.values())[: 2 - len(roles)]


def likely(reading: Reading, draft: Draft, roles: Mapping[int, str]) -> dict[int, str]:
    """Mention -> the role that the learned reader finds likely, for those beside the draft who have none."""
    free = ((i, reading.actors[i].guess) for i in draft.every("beside") if i not in roles)
    return {i: guess.role for i, guess in free if guess is not None}


def without_role(reading: Reading, draft: Draft, type_: EventType, roles: dict[int, str]) -> Iterator[tuple[str, int]]:
    """(role, index) for one doer and one side harmed where none is told yet."""
    told, sub_event = set(roles.values()), type_.acled_sub_event
    near = _near(reading, draft, set(roles))
    harmed = _harmed(reading, draft)
    crowd = sub_event in (*MOBS, *PROTESTS) and not any(reading.actors[i].category in UNARMED for i in roles)
    if crowd or ("actor" not in told and "party" not in told):
        doer = next((i for i in near if i not in harmed and _does(reading.actors[i], sub_event)), None)
        if sub_event == AIR and (doer is None or reading.actors[doer].category in NONSTATE):
            doer = _allies(reading)  # those named beside an air strike are its targets
        if doer is not None:
            yield "actor", doer
            near = [i for i in near if i != doer]
    if sub_event == "Armed clash" and list(roles.values()).count("party") < 2 and len(roles) < 2:
        yield from (("party", i) for i in _sides(reading, near, roles))
    if "recipient" not in told and not harmed and sub_event in SUFFERED:
        found = [i for i in near if _undergoes(reading, draft, reading.actors[i])]
        yield from (("recipient", i) for i in found[:1])
