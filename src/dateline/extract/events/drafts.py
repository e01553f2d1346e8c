"""Drafts: the frames of a report gathered into events, each event once.

In: a Reading with frames. Out: drafts in text order. A later frame joins an earlier draft where its
words point back ("the attack"), where it only adds a harm, or where kind, place and day agree and
nothing speaks against it; "another", a second place or another day sets it apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.codebook import load_codebook
from dateline.extract.events.agreement import actors_agree, fine, kinds_agree, periods_agree, places_agree, shared_actor
from dateline.extract.what.evidence import LEAD, NONSTATE, set_aside, substance, told_with
from dateline.extract.what.learned import sure
from dateline.model.reading import Frame, Reading
from dateline.model.values import Period, Place

FEW = 1  # figures up to this many tell no event from another
PRONOUNS = frozenset(("he", "she", "him", "her", "they", "them"))
WEAK_REACH, NEAR = 3, 2  # sentences back within which a bare harm or an undated retelling joins
STRATEGIC = "Strategic developments"
PAST = 31  # what ended so many days before the story is past


@dataclass
class Draft:
    """An event in the making: its frames, and what is settled of place and time."""

    frames: list[Frame]
    place: Place | None = None
    place_mention: int | None = None
    period: Period | None = None
    time_mention: int | None = None
    place_basis: tuple[str, ...] = ()
    period_basis: tuple[str, ...] = ()
    salience: str = "main"
    relations: list[tuple[str, int]] = field(default_factory=list)
    grounds: list[tuple[str, int | None, int]] = field(default_factory=list)  # ground, actor, trigger

    def every(self, layer: str) -> tuple[int, ...]:
        """The indexes of one layer over all frames, in order, once each."""
        return tuple(dict.fromkeys(index for frame in self.frames for index in getattr(frame, layer)))

    @property
    def families(self) -> tuple[str, ...]:
        """All families told, the deciding one first; "nobody was hurt" makes no attack of a looting."""
        telling = [frame for frame in self.frames if not frame.spared] or self.frames
        told = dict.fromkeys(name for frame in telling for name in frame.families if name)
        return tuple(sorted(told, key=load_codebook().order.index))

    @property
    def last(self) -> int:
        """The last sentence that speaks of it."""
        return self.frames[-1].sentence


def _places(reading: Reading, indexes: Iterable[int]) -> list[Place]:
    mentions = (reading.places[i] for i in indexes)
    return [m.place for m in mentions if m.usable and m.place.role == "location"]


def _periods(reading: Reading, indexes: Iterable[int]) -> list[Period]:
    """Days told outright; "two weeks before the vote" sets no event apart."""
    mentions = (reading.times[i] for i in indexes)
    return [m.period for m in mentions if m.period and m.kind in ("date", "time") and not m.anchored_to]


def _sums_up(reading: Reading, draft: Draft, frame: Frame) -> bool:
    """Is the draft a summary ("34 strikes in Syria and Iraq") of which the frame tells one place?"""
    first = reading.triggers[draft.frames[0].triggers[0]]
    plural = first.pos == "NOUN" and first.text.lower().endswith("s")
    known = _places(reading, draft.every("places"))
    return plural and bool(known) and not fine(known) and bool(fine(_places(reading, frame.places)))


def _strategic(reading: Reading, triggers: Iterable[int]) -> set[bool]:
    """Of the words whose type the learned reader is sure of: are they of a strategic development, or of violence?"""
    book = load_codebook()
    guesses = (reading.triggers[i].guess for i in triggers if sure(reading.triggers[i]))
    types = (guess.types[0] for guess in guesses if guess is not None)
    return {book.types[name].event == STRATEGIC for name, share in types if share >= book.learned.type}


def _contradicts(reading: Reading, draft: Draft, frame: Frame) -> bool:
    """Do kind, place, day or doers speak against one event? Both sides may kill in one event."""
    kinds = _strategic(reading, draft.every("triggers")), _strategic(reading, frame.triggers)
    if all(kinds) and not kinds[0] & kinds[1]:
        return True
    places, periods = _places(reading, frame.places), _periods(reading, frame.times)
    return not (
        places_agree(_places(reading, draft.every("places")), places)
        and periods_agree(_periods(reading, draft.every("times")), periods)
        and (frame.weak or actors_agree(reading, draft.every("actors"), frame.actors))
    )


def _names(reading: Reading, index: int) -> set[str]:
    """The proper names among the words that a toll counts, and its figure where that is telling."""
    harm = reading.harms[index]
    words = {w for w in harm.text.split() if w[:1].isupper() and w.lower() not in ("the", "a", "an", "at")}
    figure = harm.estimate.best or harm.estimate.low or 0
    return words | ({str(figure)} if figure > FEW else set())


def _same_harmed(reading: Reading, draft: Draft, frame: Frame) -> bool:
    """Do both count the same named people, or the same large figure?"""
    return any(
        reading.harms[one].harm == reading.harms[two].harm
        and (reading.harms[two].text.lower() in PRONOUNS or bool(_names(reading, one) & _names(reading, two)))
        for one in draft.every("harms")
        for two in frame.harms
    )


def _anchored(reading: Reading, draft: Draft, frame: Frame) -> bool:
    """Do both tell the same place or day in words of their own, or share an actor close by?"""
    places, periods = _places(reading, frame.places), _periods(reading, frame.times)
    known = _places(reading, draft.every("places")), _periods(reading, draft.every("times"))
    told = bool(places and known[0]) + bool(periods and known[1])
    near = frame.sentence - draft.last <= NEAR
    everyone = draft.every("actors") + draft.every("recipients") + draft.every("parties")
    shared = shared_actor(reading, everyone, frame.actors + frame.recipients + frame.parties)
    if _same_harmed(reading, draft, frame):
        return True
    return told == 2 or (told == 1 and (near or shared)) or (near and shared and not frame.harms)


def _one_of_several(reading: Reading, draft: Draft, frame: Frame) -> bool:
    """Is "the second blast" one of the "twin bombings" just told?"""
    first = reading.triggers[draft.frames[0].triggers[0]]
    return first.pos == "NOUN" and first.text.lower().endswith("s") and frame.sentence - draft.last <= NEAR


def _same_doers(reading: Reading, draft: Draft, frame: Frame) -> bool:
    """Do "the attackers" of the violence just told go on?"""
    doers = [reading.actors[i] for i in frame.actors]
    pointed = any(d.text.lower().startswith(("the ", "these ", "they")) and d.category in NONSTATE for d in doers)
    return pointed and frame.sentence - draft.last <= NEAR and bool(set(draft.families) & load_codebook().retold[0])


def _only_of_its_kind(reading: Reading, drafts: Sequence[Draft], draft: Draft, frame: Frame) -> bool:
    """Is the draft the lead's event, and the one so far that shares a telling family with an undated frame?"""
    own = set(frame.families) - load_codebook().general
    if not own or draft.frames[0].sentence > LEAD or _places(reading, frame.places) or _periods(reading, frame.times):
        return False
    return [d for d in drafts if own & set(d.families)] == [draft]


def _joins(reading: Reading, draft: Draft, frame: Frame, alone: bool = False) -> bool:
    if (frame.fresh and not _one_of_several(reading, draft, frame)) or _contradicts(reading, draft, frame):
        return False
    if _sums_up(reading, draft, frame):
        return False
    if frame.weak and not frame.harms:
        return False
    if frame.weak:
        alone = not frame.places and not frame.times
        rows = load_codebook().one_event[:4]
        violent = bool(set(draft.families) & {"kill", "disrupt"}.union(*rows))
        return violent and frame.sentence - draft.last <= (WEAK_REACH if alone else 1)
    if _same_doers(reading, draft, frame) and set(frame.families) <= load_codebook().one_event[0]:
        return True
    if not kinds_agree(draft.families, frame.families):
        return False
    if frame.definite:
        return True
    return frame.sentence > draft.last and (alone or _anchored(reading, draft, frame))


def _closeness(reading: Reading, draft: Draft, frame: Frame) -> int:
    """How much of kind, place and day both tell in words of their own, less the distance between them."""
    places, periods = _places(reading, frame.places), _periods(reading, frame.times)
    known = _places(reading, draft.every("places")), _periods(reading, draft.every("times"))
    shared = bool((set(draft.families) & set(frame.families)) - load_codebook().general)
    told = bool(places and known[0]) + bool(periods and known[1])
    entries = {reading.triggers[i].entry for i in draft.every("triggers")}
    shared = shared or bool(entries & {reading.triggers[i].entry for i in frame.triggers} - {"kill", "wound"})
    return 4 * shared + 3 * told - min(4, (frame.sentence - draft.last) // 2)


def _looks_back(reading: Reading, draft: Draft, frame: Frame) -> bool:
    """Is the draft of a day long past, and does the frame, in another paragraph, tell no day?"""
    day, known = reading.story_day, _periods(reading, draft.every("times"))
    past = day is not None and bool(known) and all(p.end and (day - p.end).days > PAST for p in known)
    return past and frame.paragraph != draft.frames[-1].paragraph and not _periods(reading, frame.times)


def _nearest(reading: Reading, homes: Sequence[Draft], frame: Frame) -> Draft:
    """The draft that the frame tells of: of the story's own time before the past, then the closest, then the last."""
    return max(homes, key=lambda d: (not _looks_back(reading, d, frame), _closeness(reading, d, frame), d.last))


def told_in_full(reading: Reading, draft: Draft) -> bool:
    """Do its own words tell both a town and a day?"""
    places, periods = _places(reading, draft.every("places")), _periods(reading, draft.every("times"))
    return bool(fine(places)) and bool(periods)


def _same_sentence(reading: Reading, draft: Draft, frame: Frame) -> bool:
    """Is the harm told before its event, in one sentence ("six were injured when gunmen attacked")?"""
    beside = any(other.sentence == frame.sentence for other in draft.frames)
    counts = bool(frame.harms) and "accident" not in frame.families
    return beside and counts and "kill" in frame.families and not _contradicts(reading, draft, frame)


def gather(reading: Reading) -> tuple[list[Draft], list[Frame]]:
    """(drafts in text order, frames that tell of no event here: accidents, bare words)."""
    drafts: list[Draft] = []
    idle: list[Frame] = []
    for frame in reading.frames:
        if "accident" in frame.families or set_aside(reading, frame):
            idle.append(frame)
            continue
        homes = [d for d in drafts if _joins(reading, d, frame, _only_of_its_kind(reading, drafts, d, frame))]
        if homes:
            _nearest(reading, homes, frame).frames.append(frame)
        elif told_with(reading, frame):
            drafts.append(Draft([frame]))
        else:
            idle.append(frame)
    kept = [d for d in drafts if substance(reading, d.frames)]
    for frame in idle:
        for draft in [d for d in kept if frame.weak and _same_sentence(reading, d, frame)][:1]:
            draft.frames.append(frame)
    return kept, idle


def owners(drafts: Sequence[Draft]) -> dict[int, int]:
    """Trigger index -> number of the draft that it tells of."""
    return {i: n for n, draft in enumerate(drafts) for frame in draft.frames for i in frame.triggers}
