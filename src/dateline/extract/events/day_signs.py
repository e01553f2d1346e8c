"""What speaks for and against every day that an event may be of: what the rules give (a day, or none), each day told.

In: drafts whose days the rules have settled. Out: the options of one of them, each with its signs by name. What each
sign weighs is codebook/day_choice.toml, fitted by `training.days` on reports whose events' days were coded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.codebook import load_codebook
from dateline.extract.events.agreement import same_place
from dateline.extract.events.day import not_yet, tells_day
from dateline.extract.events.day_paragraph import begins, between, beyond_saying, of_saying, verb_over
from dateline.extract.events.draft import Draft
from dateline.extract.events.headings import item_of
from dateline.extract.events.nearby import denied, follows, just_now, left_open, not_done, offset, outright
from dateline.extract.events.salience import past_perfect
from dateline.extract.what.learned import fills
from dateline.extract.what.units import paragraphs, units
from dateline.model.reading import Reading
from dateline.model.values import Period
from dateline.text import token_at

ANY = "anywhere"  # the section of signs that weigh the same wherever a day stands
ITSELF = "itself"  # the sign of standing there
OWN, LATER_TELLING = "own words", "a later telling"
NONE, MADE = "no day", "made by a rule"
RULE = "rule: "
LEAD = 1  # the last of the paragraphs, counted from 0, in which news tells of its own day
LIKELY = 0.3  # from here on the learned reader says that words tell the time of an event
AGES = ((0, "the story's"), (1, "the day before"), (7, "within the week"), (45, "within six weeks"))
TELLS: dict[str, Callable[[Reading, Draft], bool]] = {  # what the telling of an event says of its day
    "past perfect": past_perfect,
    "outright": outright,
    "left open": left_open,
    "as news": just_now,
    "not done": not_done,
    "denied": denied,
    "follows": lambda reading, draft: follows(draft),
    "points back": lambda reading, draft: draft.frames[0].definite,
    "lead": lambda reading, draft: draft.frames[0].paragraph <= LEAD,
    "first sentence": lambda reading, draft: draft.frames[0].sentence == 0,
}
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Option:
    """A period that an event may have (None: no day), the mention that tells it, and its signs.

    `stands`: where it stands beside the event's words, and which rule gave it; `signs` weigh wherever it stands,
    `beside` by where it stands.
    """

    period: Period | None
    mention: int | None
    stands: tuple[str, ...]
    signs: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    @property
    def days(self) -> Days | None:
        """First and last day."""
        return days(self.period)

    @property
    def features(self) -> Iterator[tuple[str, str]]:
        """(section of day_choice.toml, sign): all that speaks for or against it."""
        yield from ((ANY, sign) for sign in self.signs)
        for place in self.stands:
            yield place, ITSELF
            yield from ((place, sign) for sign in self.beside)


def days(period: Period | None) -> Days | None:
    """First and last day of a period; None where either is unknown."""
    return (period.start, period.end) if period and period.start and period.end else None


@dataclass(frozen=True, slots=True)
class _Time:
    """A day told in the report, where it stands, and what it is in itself."""

    index: int
    start: int
    unit: int
    paragraph: int
    period: Period
    signs: frozenset[str]
    beside: frozenset[str]


@dataclass
class DaysTold:
    """All days that a report tells, to be held against its events."""

    reading: Reading
    drafts: Sequence[Draft]
    times: list[_Time] = field(init=False)
    owners: dict[int, list[Draft]] = field(init=False)  # those that a time is bound to

    def __post_init__(self) -> None:
        """Look at each time once."""
        owners = defaultdict(list)
        for draft in self.drafts:
            for index in draft.every("times"):
                owners[index].append(draft)
        starts = [span.start_char for span in units(self.reading)]
        above = paragraphs(self.reading)
        found = [
            (i, m, m.period)
            for i, m in enumerate(self.reading.times)
            if m.period and days(m.period) and tells_day(self.reading, i) and not begins(self.reading, i)
        ]
        one = len({period.start for _, _, period in found}) == 1
        out = []
        for index, mention, period in found:
            unit = max(0, bisect_right(starts, mention.start) - 1)
            signs, beside = self._alone(index, period, one=one)
            out.append(_Time(index, mention.start, unit, above[unit], period, signs, beside))
        self.times, self.owners = out, owners

    def _alone(self, index: int, period: Period, *, one: bool) -> tuple[frozenset[str], frozenset[str]]:
        """What a time is, whatever event it is held against."""
        mention = self.reading.times[index]
        saying, likely = of_saying(self.reading, index), fills(self.reading, "time", mention, LIKELY)
        first = self.reading.report.text.find("\n")
        signs = {
            f"precision {period.precision}": True,
            f"a {mention.kind}": True,
            "title": mention.end <= first,
            "the only day": one,
            "of saying": saying,
            "learned": likely,
            _age(period, self.reading.story_day): True,
        }
        beside = {"of saying": saying, "learned": likely}
        return _held(signs), _held(beside)

    def options(self, at: int) -> list[Option]:
        """The days that the draft at `at` may be of."""
        draft = self.drafts[at]
        telling = self._telling(draft)
        here = offset(self.reading, draft.frames[0])
        before = next((time for time in reversed(self.times) if time.start < here), None)
        after = next((time for time in self.times if time.start > here), None)
        free = (time for time in self.times if not self._barred(time, draft))
        out = [self._told(time, at, telling, before, after) for time in free]
        within = any(time.unit == draft.frames[0].sentence for time in self.times)
        known = telling | _held({"days told before": before is not None, "days in the sentence": within})
        if draft.period is None:
            return [*out, Option(None, None, (NONE,), beside=known)]
        if not any(_rule(draft) in option.stands for option in out):
            alike = self._alike(draft.period, at)
            out.append(Option(draft.period, draft.time_mention, (MADE, _rule(draft)), alike, alike | known))
        return out

    def _telling(self, draft: Draft) -> frozenset[str]:
        """How the event is told."""
        found = {name: test(self.reading, draft) for name, test in TELLS.items()}
        trigger = self.reading.triggers[draft.frames[0].triggers[0]]
        found["noun"] = token_at(self.reading.words, trigger.head).pos_ == "NOUN"
        if trigger.guess:
            found[trigger.guess.salience] = found[f"held {trigger.guess.stance}"] = True
        return _held(found)

    def _barred(self, time: _Time, draft: Draft) -> bool:
        """Is it told of something else that is said in its sentence ("adding that the search ended on Thursday")?

        Or of a stand taken to it ("the president referred on Friday to the murder"), or the time whose day a rule has
        given the event otherwise ("Saturday" as the next one), or after the story?
        """
        if time.index == draft.time_mention:
            return days(draft.period) != days(time.period)
        here = draft.frames[0]
        if not_yet(self.reading, here, time.index):
            return True
        if time.unit != here.sentence:
            return False
        way = between(self.reading, time.index, offset(self.reading, here))
        return beyond_saying(way) or verb_over(self.reading, time.index).lemma_.lower() in load_codebook().own_day

    def _told(self, time: _Time, at: int, telling: frozenset[str], before: _Time | None, after: _Time | None) -> Option:
        """A day told, held against one event."""
        draft = self.drafts[at]
        here, where = offset(self.reading, draft.frames[0]), self._where(time, draft)
        owners = self.owners.get(time.index, [])
        others = [d for d in owners if d is not draft] if where != OWN else []
        way = between(self.reading, time.index, here)
        beside = {
            "told last before": time is before,
            "another event's": bool(others),
            "nobody's": not owners,
            "under its verb": not way,
        }
        signs = {
            **beside,
            "told first after": time is after,
            "the only day of its sentence": where.startswith("its sentence")
            and sum(other.unit == time.unit for other in self.times) == 1,
            "of one of its kind": any(d.families[0] == draft.families[0] for d in others),
            "its verb": verb_over(self.reading, time.index).idx == here,
            "another item": item_of(self.reading, time.start) != item_of(self.reading, here),
        }
        alike = self._alike(time.period, at)
        stands = (where, _rule(draft)) if time.index == draft.time_mention else (where,)
        return Option(
            time.period, time.index, stands, time.signs | _held(signs) | alike,
            time.beside | _held(beside) | alike | telling,
        )  # fmt: skip

    def _where(self, time: _Time, draft: Draft) -> str:
        """Where it stands beside the words of the event."""
        frame = draft.frames[0]
        if time.index in frame.times:
            return OWN
        if time.index in draft.every("times"):
            return LATER_TELLING
        far, apart = time.unit - frame.sentence, time.paragraph - frame.paragraph
        if far == 0:
            return f"its sentence, {'before' if time.start < offset(self.reading, frame) else 'after'}"
        if apart == 0:
            steps = {-2: "two sentences before", -1: "the sentence before", 1: "the next sentence"}
            return steps.get(far, f"its paragraph, {'before' if far < 0 else 'after'}")
        return {-1: "the paragraph before", 1: "the next paragraph"}.get(apart, "above" if apart < 0 else "below")

    def _alike(self, period: Period | None, at: int) -> frozenset[str]:
        """Of which other events is it the day, by the rules?"""
        draft, this = self.drafts[at], days(period)
        known = [(n, d, days(d.period)) for n, d in enumerate(self.drafts) if n != at and days(d.period)]
        there = [day for _, d, day in known if d.place and draft.place and same_place(d.place, draft.place)]
        before = [day for n, _, day in known if n < at]
        after = [day for n, _, day in known if n > at]
        found = {
            "as the event before": before[-1:] == [this],
            "as an earlier event": this in before[:-1],
            "as the event after": after[:1] == [this],
            "as one of its kind": any(d.families[0] == draft.families[0] and day == this for _, d, day in known),
            "as one at its place": this in there,
            "unlike those at its place": bool(there) and this not in there,
        }
        return _held(found)


def _held(found: dict[str, bool]) -> frozenset[str]:
    return frozenset(name for name, true in found.items() if true)


def _rule(draft: Draft) -> str:
    """The rule that gave the draft its day."""
    return RULE + ((draft.period.rule or "") if draft.period else "")


def _age(period: Period, story: date | None) -> str:
    """How long before the story it ended."""
    if story is None or period.start is None or period.end is None:
        return "of no known age"
    if period.start > story:
        return "ahead"
    age = (story - period.end).days
    return next((name for most, name in AGES if age <= most), "long past")
