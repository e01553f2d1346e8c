"""Where the marks, ticks and labels of a toll's plot lie, so that nothing is cut and no two labels meet.

In: days, numbers, names. Out: points of a drawing of WIDTH by HEIGHT; the same input gives the same drawing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, log10

from dateline.model.values import Estimate

WIDTH, HEIGHT = 480.0, 250.0
LEFT, RIGHT, TOP, BOTTOM = 44.0, 12.0, 14.0, 34.0  # room for the axes
LETTER, LINE, APART = 6.4, 14.0, 8.0  # a letter's width, a line's height, room between labels
SIZE, STEP = 7.0, 18.0  # half a mark; room for marks of one day beside each other
LONGEST = 26  # letters of a name


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of an axis, with its words and how they are anchored."""

    at: float
    words: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside a mark."""

    x: float
    y: float
    words: str
    anchor: str


def ends(told: Estimate) -> tuple[int | None, int | None]:
    """Lowest and highest number; an end that is not told lies at the one that is."""
    numbers = [n for n in (told.low, told.best, told.high) if n is not None]
    return (min(numbers), max(numbers)) if numbers else (None, None)


def middle(told: Estimate) -> int | None:
    """Where the mark stands: at the best, else the low, else the high number."""
    return next((n for n in (told.best, told.low, told.high) if n is not None), None)


class Days:
    """The axis of days: a mark stands in the column of its day, beside the others of that day."""

    def __init__(self, days: Sequence[date]) -> None:
        self.days = days
        known = [day for day in days if day != date.max]
        self.first, self.last = (min(known), max(known)) if known else (date.min, date.min)
        self.unknown = len(known) < len(days) and bool(known)
        self.room = WIDTH - LEFT - RIGHT - (70 if self.unknown else 0)
        self.spans = (self.last - self.first).days + 1
        self.ticks = tuple(self._ticks(bool(known)))

    def _middle(self, day: date) -> float:
        """The middle of the column of that day."""
        if day == date.max:
            return WIDTH - RIGHT - 30 if self.unknown else LEFT + self.room / 2
        return LEFT + self.room * ((day - self.first).days + 0.5) / self.spans

    def at(self, number: int) -> float:
        """Where the mark of that number stands."""
        day = self.days[number]
        place, many = self.days[:number].count(day), Counter(self.days)[day]
        step = min(STEP * (3 if self.spans == 1 else 1), self.room / max(1, many))
        x = self._middle(day) + (place - (many - 1) / 2) * step
        over = max(0.0, LEFT + SIZE - (self._middle(day) - (many - 1) / 2 * step))
        under = max(0.0, self._middle(day) + (many - 1) / 2 * step - (WIDTH - RIGHT - SIZE))
        return round(x + over - under, 1)

    def _ticks(self, known: bool) -> list[Tick]:
        """As many days as have room, evenly apart, each with its year where that is news."""
        found: list[Tick] = []
        if known:
            need = 11 * LETTER + APART
            step = max(1, ceil(self.spans / max(1, int(self.room / need))))
            shown = [self.first + timedelta(days=n) for n in range(0, self.spans, step)]
            for before, day in zip([None, *shown], shown, strict=False):
                year = f" {day.year}" if before is None or before.year != day.year else ""
                found.append(self._tick(f"{day.day} {day:%b}{year}", self._middle(day)))
        if self.unknown or not known:
            found.append(self._tick("no day", self._middle(date.max)))
        return found

    def _tick(self, words: str, at: float) -> Tick:
        half = len(words) * LETTER / 2
        x = min(max(at, half + 2), WIDTH - half - 2)
        return Tick(round(x, 1), words)


class Numbers:
    """The axis of numbers, from nought to a round number above the highest."""

    def __init__(self, most: int) -> None:
        self.step = _round(max(1, most) / 4)
        self.most = self.step * ceil(max(1, most) / self.step)
        self.ticks = tuple(Tick(self.at(n), f"{n:,}", "end") for n in range(0, self.most + 1, self.step))

    def at(self, number: int) -> float:
        """How far down the drawing that number lies."""
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * number / self.most, 1)


def _round(least: float) -> int:
    """The least of 1, 2, 5, 10, 20 ... that is no less."""
    power: int = 10 ** max(0, int(log10(least)) if least >= 1 else 0)
    return next(power * n for n in (1, 2, 5, 10) if power * n >= least)


Box = tuple[float, float, float, float]  # left, top, right, bottom


def labels(spots: Sequence[tuple[float, float]], names: Sequence[str]) -> list[Label | None]:
    """A name beside each mark, or its number, where there is room that no mark and no other has; else None."""
    taken: list[Box] = [(x - SIZE, y - SIZE, x + SIZE, y + SIZE) for x, y in spots]
    found: list[Label | None] = []
    for number, ((x, y), name) in enumerate(zip(spots, names, strict=True), 1):
        words = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
        label, box = _placed(x, y, words, taken)
        if label is None:
            label, box = _placed(x, y, str(number), taken)
        found.append(label)
        taken += [box] if box else []
    return found


def _placed(x: float, y: float, words: str, taken: Sequence[Box]) -> tuple[Label | None, Box | None]:
    """Right of the mark, left of it, above, below: the first that is free."""
    wide, beside = len(words) * LETTER, SIZE + 4
    places = (
        Label(x + beside, y + 4, words, "start"), Label(x - beside, y + 4, words, "end"),
        Label(x, y - SIZE - 5, words, "middle"), Label(x, y + SIZE + LINE, words, "middle"),
    )  # fmt: skip
    for label in places:
        left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
        box = (left, label.y - LINE + 3, left + wide, label.y + 3)
        inside = left >= LEFT and left + wide <= WIDTH - 2 and box[1] >= 0 and box[3] <= HEIGHT - BOTTOM + 2
        if inside and not any(_meet(box, other) for other in taken):
            return Label(round(label.x, 1), round(label.y, 1), words, label.anchor), box
    return None, None


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
