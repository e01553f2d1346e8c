"""What each sign weighs that an event is of a day, fitted on reports whose events' days were coded.

    python -m training.days

In: reports/when_where and the gold's development half. Each report is read; the days of its events are settled by the
rules, and every day that an event may then be of is an option, right where it lies within the precision of the coded
one. Out: the weights of a conditional logit in src/dateline/codebook/day_choice.toml, and on standard output how often
each part of the reports has the right day by the rules, and by what the other parts teach. The same input gives the
same file.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from dateline.evaluate import load_gold
from dateline.evaluate.fields import within_precision
from dateline.extract.events.accounts import drafts_of
from dateline.extract.events.day_choice import likeliest, open_to_choice
from dateline.extract.events.day_signs import ANY, DaysTold, Option, days
from dateline.extract.events.settling import by_rule
from dateline.extract.read import read
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.model.values import Period
from training.data import GOLD, REPORTS, dated_reports, from_gold
from training.examples import Example
from training.joining import namings
from training.when_where import CODED, coded

OUT = Path(__file__).parents[1] / "src/dateline/codebook/day_choice.toml"
RIDGE, PARTS, ROUNDS = 3.0, 4, 15
SEEN = 15  # options that must have a sign for it to be weighed
FAINT = 0.1  # what weighs less is left out
HEAD = """\
# Which day an event is of, of the rules' (or none) and all that its report tells: log-odds (natural logarithm) of each,
# the sum of what its signs weigh. The first table weighs wherever a day stands; the others by where it stands beside
# the event's words, or which rule gave it ("itself": for standing there). Written by `make train` (training/days.py); a
# coder may change it. Signs are named by extract/events/day_signs.py.
"""
Weights = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Row:
    """One event: its options, which of them are right, and whether the rules' day is."""

    text: str
    options: tuple[Option, ...]
    right: tuple[bool, ...]
    by_rule: bool


def _fits(told: Period | None, read: Period | None) -> bool:
    if told is None or days(read) is None:
        return told is None and days(read) is None
    return read is not None and within_precision(told, read)


def texts() -> Iterator[tuple[Example, Report, dict[str, Period | None]]]:
    """Every coded report with the period of each of its events."""
    for path in sorted(CODED.glob("*.txt")):
        known = coded(path)
        for number, (published, example) in enumerate(dated_reports(REPORTS / path.name), 1):
            told = {event: one.event.period for event, one in known.get(str(number), {}).items()}
            if told:
                yield example, Report(example.text, published=published, language="en"), told
    for row in (row for folder in GOLD for row in load_gold(folder)):
        told = {event.id: event.period for event in row.events}
        yield from_gold(row), Report(row.text, published=row.published, language="en"), told


def rows(example: Example, reading: Reading, told: Mapping[str, Period | None]) -> Iterator[Row]:
    """The choice of every event that is read, once each."""
    drafts = drafts_of(reading)
    by_rule(reading, drafts)
    known = DaysTold(reading, drafts)
    seen: set[str] = set()
    for at, draft in enumerate(drafts):
        met = Counter(example.namings[n].event for frame in draft.frames for n in namings(example, reading, frame))
        event = met.most_common(1)[0][0] if met else None
        if event is None or event in seen or event not in told or not open_to_choice(reading, draft):
            continue
        seen.add(event)
        options = tuple(known.options(at))
        right = tuple(_fits(told[event], option.period) for option in options)
        yield Row(reading.report.text, options, right, _fits(told[event], draft.period))


def fitted(found: Sequence[Row]) -> Weights:
    """The weights that make the right options likeliest, kept small: Newton's steps, right options taken together."""
    seen = Counter(feature for row in found for option in row.options for feature in option.features)
    names = sorted(feature for feature, count in seen.items() if count >= SEEN)
    at = {feature: number for number, feature in enumerate(names)}
    tables = [_table(row, at) for row in found if any(row.right) and not all(row.right)]
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        slope, bend = -RIDGE * weights, RIDGE * np.eye(len(names))
        for columns, x, right in tables:
            odds = x @ weights[columns]
            p = np.exp(odds - odds.max())
            p /= p.sum()
            wanted = p * right
            slope[columns] += x.T @ (wanted / wanted.sum() - p)
            mean = x.T @ p
            bend[np.ix_(columns, columns)] += (x.T * p) @ x - np.outer(mean, mean)
        weights = weights + np.linalg.solve(bend, slope)
    rounded = {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}
    return {name: weight for name, weight in rounded.items() if abs(weight) >= FAINT}


def _table(row: Row, at: Mapping[tuple[str, str], int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The features that the row has, its options as ones and noughts of these, and which are right."""
    told = [sorted({at[f] for f in option.features if f in at}) for option in row.options]
    columns = sorted({number for numbers in told for number in numbers})
    place = {number: n for n, number in enumerate(columns)}
    x = np.zeros((len(told), len(columns)))
    for n, numbers in enumerate(told):
        x[n, [place[number] for number in numbers]] = 1
    return np.array(columns, dtype=int), x, np.array(row.right, dtype=float)


def unseen(found: Sequence[Row]) -> Iterator[str]:
    """How each part fares by the rules, and by the weights of the others."""
    part = [int(sha256(row.text.encode()).hexdigest(), 16) % PARTS for row in found]
    for number in range(PARTS):
        weights = fitted([row for row, n in zip(found, part, strict=True) if n != number])
        here = [row for row, n in zip(found, part, strict=True) if n == number]
        best = [(row, likeliest(row.options, weights)) for row in here]
        chosen = [row.right[row.options.index(found[0])] if found else row.by_rule for row, found in best]
        won = sum(right and not row.by_rule for right, row in zip(chosen, here, strict=True))
        lost = sum(row.by_rule and not right for right, row in zip(chosen, here, strict=True))
        ruled = sum(row.by_rule for row in here)
        yield f"part {number}: of {len(here)} right by rule {ruled}, weighed {sum(chosen)} ({won} won, {lost} lost)"


def as_file(weights: Weights) -> str:
    """The weights as TOML, a table for each place where a day may stand."""
    tables: dict[str, list[str]] = defaultdict(list)
    for (section, name), weight in sorted(weights.items(), key=lambda pair: (pair[0][0] != ANY, pair[0])):
        tables[section].append(f'"{name}" = {weight:.2f}\n')
    return HEAD + "".join(f'\n["{section}"]\n{"".join(lines)}' for section, lines in tables.items())


def main() -> None:
    """Fit, say how well, write."""
    found = [row for example, report, told in texts() for row in rows(example, read(report), told)]
    for line in unseen(found):
        print(line)
    OUT.write_text(as_file(fitted(found)), "utf-8")


if __name__ == "__main__":
    main()
