"""Signs that a frame tells of a draft's event, or of another: what kind, place, day, people and words say.

In: the drafts so far, one of them, a frame. Out: names of signs. What each weighs is codebook/joining.toml, fitted on
marked reports by `training.joining`; what the learned reader makes of the words is weighed beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.codebook import load_codebook
from dateline.extract.events.agreement import actors_agree, fine, kinds_agree, periods_agree, places_agree
from dateline.extract.events.draft import Draft, periods_of
from dateline.extract.events.place_own import scenes
from dateline.extract.what.syntax import of_another_time
from dateline.model.reading import Frame, Reading
from dateline.model.values import Period
from dateline.text import span_at, token_at

FEW = 1  # figures up to this many tell no event from another
NAMED = 0.5  # from here on a guess says what type the words name
NEAR = 2  # sentences back to which "the second blast" is one of those told
PAST = 31  # what ended so many days before the story is past
PRONOUNS = frozenset(("he", "she", "him", "her", "they", "them"))
STRATEGIC = "Strategic developments"

SIGNS = {
    "here": "in a sentence that tells of it already",
    "after it": "in one sentence, and one of the two in a clause of another time (\"died after\", \"since\")",
    "before it": "the same with \"before\"",
    "next": "in the sentence after",
    "near": "two or three sentences on",
    "on": "up to eight sentences on",
    "far": "more than eight sentences on",
    "first": "the report's first event",
    "latest": "told of last",
    "only one of its kind": "no other event so far is of that kind",
    "kinds agree": "the words are of one kind, or a general word retells it",
    "one family": "telling words of one family",
    "one word": "the same word",
    "types agree": "the learned reader sees one type in both",
    "types differ": "it sees two types",
    "strategic and violent": "one is violence or protest, one a strategic development",
    "untyped": "it sees no type in the words",
    "noun": "told by a noun",
    "points back": "\"the attack\", \"this raid\", \"their murder\"",
    "set apart": "\"another\", \"a second\", \"separately\"",
    "place untold": "tells no place",
    "place new": "tells the first place",
    "place agrees": "tells a place that may be the same",
    "town agrees": "tells the same town",
    "place apart": "tells another place",
    "day untold": "tells no day",
    "day new": "tells the first day",
    "day agrees": "tells a day that may be the same",
    "day apart": "tells another day",
    "days later": "\"two days later\", \"the next day\"",
    "doers apart": "both have known doers, and none in common",
    "recipients apart": "both tell to whom it was done, and nobody is in both",
    "weapons apart": "both tell the weapon, and not the same",
    "targets apart": "both tell what was hit, and not the same",
    "harmed shared": "counts the same named people, or the same figure",
    "both count": "both count, and not the same",
    "place of a sum": "tells one place of a sum (\"34 strikes in Syria and Iraq\")",
    "after a look back": "undated, in another paragraph than an event long past",
}  # fmt: skip


def _founded(reading: Reading, draft: Draft) -> set[str]:
    """The sub-events that the learned reader sees in the first of a draft's frames in which it sees any."""
    return next((found for frame in draft.frames if (found := _types(reading, frame.triggers))), set())


def _types(reading: Reading, triggers: Iterable[int]) -> set[str]:
    """The sub-events that the learned reader likely sees in some triggers."""
    guesses = (reading.triggers[i].guess for i in triggers)
    found = (guess.types[0] for guess in guesses if guess is not None and guess.score >= NAMED)
    return {name for name, share in found if share >= NAMED}


def _names(reading: Reading, index: int) -> set[str]:
    """The proper names among the words that a toll counts, and its figure where that is telling."""
    harm = reading.harms[index]
    told = (token.text for token in span_at(reading.words, harm.start, harm.end))  # as cased for reading
    words = {w for w in told if w[:1].isupper() and w.lower() not in ("the", "a", "an", "at")}
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


def _plural(reading: Reading, draft: Draft) -> bool:
    """Does a noun of many found the draft ("twin bombings")?"""
    first = reading.triggers[draft.frames[0].triggers[0]]
    return first.pos == "NOUN" and first.text.lower().endswith("s")


def _one_of_several(reading: Reading, draft: Draft, frame: Frame) -> bool:
    """Is "the second blast" one of the "twin bombings" just told?"""
    return _plural(reading, draft) and frame.sentence - draft.last <= NEAR


def _sums_up(reading: Reading, draft: Draft, frame: Frame) -> bool:
    """Is the draft a summary of which the frame tells one place?"""
    known = scenes(reading, draft.every("places"))
    return _plural(reading, draft) and bool(known) and not fine(known) and bool(fine(scenes(reading, frame.places)))


def _looks_back(reading: Reading, draft: Draft, frame: Frame) -> bool:
    """Is the draft of a day long past, and does the frame, in another paragraph, tell no day?"""
    day, known = reading.story_day, periods_of(reading, draft.every("times"))
    past = day is not None and bool(known) and all(p.end and (day - p.end).days > PAST for p in known)
    return past and frame.paragraph != draft.frames[-1].paragraph and not periods_of(reading, frame.times)


def _distance(draft: Draft, frame: Frame) -> str:
    gap = frame.sentence - draft.last
    return next((name for name, most in (("here", 0), ("next", 1), ("near", 3), ("on", 8)) if gap <= most), "far")


def _of_kind(reading: Reading, drafts: Sequence[Draft], draft: Draft, frame: Frame) -> Iterator[str]:
    book = load_codebook()
    own = (set(draft.families) & set(frame.families)) - book.general
    known, told = _founded(reading, draft), _types(reading, frame.triggers)
    kin = [
        other for other in drafts
        if own & set(other.families) or (known & told and told & _founded(reading, other))
    ]  # fmt: skip
    if kin == [draft]:
        yield "only one of its kind"
    if own:
        yield "one family"
    if kinds_agree(draft.families, frame.families):
        yield "kinds agree"
    words = [{reading.triggers[i].lemma for i in triggers} for triggers in (draft.every("triggers"), frame.triggers)]
    if words[0] & words[1]:
        yield "one word"
    if not told:
        yield "untyped"
    elif known:
        yield "types agree" if known & told else "types differ"
        strategic = [{book.types[name].event == STRATEGIC for name in names} for names in (known, told)]
        if not strategic[0] & strategic[1]:
            yield "strategic and violent"


def _later(reading: Reading, draft: Draft, frame: Frame) -> bool:
    """Is its day counted on from what was told before ("two days later"), past the days of the draft?"""
    times = (reading.times[i] for i in frame.times)
    alone = (time.period for time in times if time.kind == "date" and time.anchored_to and time.phrase_end <= time.end)
    days = [period.start for period in alone if period and period.start]
    known = [period.end for period in periods_of(reading, draft.every("times")) if period.end]
    return bool(days and known) and min(days) > max(known)


def _since(before: Sequence[Period], now: Sequence[Period]) -> bool:
    """Is the day of a bare harm not long after the event's: a death in hospital, a toll that rose by then?"""
    ends, starts = [p.end for p in before if p.end], [p.start for p in now if p.start]
    return bool(ends and starts) and 0 <= (min(starts) - max(ends)).days <= PAST


def _of_scene(reading: Reading, draft: Draft, frame: Frame) -> Iterator[str]:
    known, told = scenes(reading, draft.every("places")), scenes(reading, frame.places)
    if known and told:
        agree = places_agree(known, told)
        yield "place agrees" if agree else "place apart"
        if agree and fine(known) and fine(told):
            yield "town agrees"
    else:
        yield "place new" if told else "place untold"
    before = periods_of(reading, draft.every("times"))
    now = periods_of(reading, frame.times)
    if before and now and frame.weak and _since(before, now):
        yield "day untold"
    elif before and now:
        yield "day agrees" if periods_agree(before, now) else "day apart"
    else:
        yield "day new" if now else "day untold"
    if not now and _later(reading, draft, frame):
        yield "days later"
    if _sums_up(reading, draft, frame):
        yield "place of a sum"
    if _looks_back(reading, draft, frame):
        yield "after a look back"


def _of_people(reading: Reading, draft: Draft, frame: Frame) -> Iterator[str]:
    if not actors_agree(reading, draft.every("actors"), frame.actors):
        yield "doers apart"
    if _apart(_recipients(reading, draft.every("recipients")), _recipients(reading, frame.recipients)):
        yield "recipients apart"
    if _same_harmed(reading, draft, frame):
        yield "harmed shared"
    elif draft.every("harms") and frame.harms:
        yield "both count"


def _recipients(reading: Reading, indexes: Iterable[int]) -> set[str]:
    return {reading.actors[i].actor or reading.actors[i].name for i in indexes} - {""}


def _apart(one: set[str], two: set[str]) -> bool:
    """Are both told, with nothing in common?"""
    return bool(one and two) and not one & two


def _of_means(reading: Reading, draft: Draft, frame: Frame) -> Iterator[str]:
    for sign, field in (("weapons apart", "weapon"), ("targets apart", "target")):
        rows = (draft.every("features"), frame.features)
        if _apart(*({reading.features[i].value for i in row if reading.features[i].field == field} for row in rows)):
            yield sign


def _of_words(reading: Reading, draft: Draft, frame: Frame) -> Iterator[str]:
    noun = reading.triggers[frame.triggers[0]].pos == "NOUN"
    apart = frame.fresh and not _one_of_several(reading, draft, frame)
    held = (noun, frame.definite, apart)
    names = ("noun", "points back", "set apart")
    yield from (name for name, holds in zip(names, held, strict=True) if holds)


def _other_time(reading: Reading, draft: Draft, frame: Frame) -> Iterator[str]:
    """Is one of two tellings in one sentence in a clause with "after" or "before", and the other not?"""
    here = [other for other in draft.frames if other.sentence == frame.sentence][:1]
    heads = [token_at(reading.words, reading.triggers[other.triggers[0]].head) for other in (*here, frame)]
    if len({of_another_time(head) for head in heads}) > 1:
        before = any(child.lower_ == "before" for head in heads for child in head.children)
        yield "before it" if before else "after it"


def signs(reading: Reading, drafts: Sequence[Draft], draft: Draft, frame: Frame) -> Iterator[str]:
    """Every sign that holds."""
    yield _distance(draft, frame)
    yield from _other_time(reading, draft, frame)
    if draft is drafts[0]:
        yield "first"
    if draft.last == max(other.last for other in drafts):
        yield "latest"
    yield from _of_kind(reading, drafts, draft, frame)
    yield from _of_words(reading, draft, frame)
    yield from _of_scene(reading, draft, frame)
    yield from _of_people(reading, draft, frame)
    yield from _of_means(reading, draft, frame)
