"""Marked articles: events of real news, and the words of each role. See docs/benchmarks.md, section marked.

In: the folder of the corpora; training/marks/held_out tells of some of its articles which words name events and fill
roles. Out: F1 of events, of events with their sub-event, and, of events found, of each role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.common.inputs import InputError
from benchmarks.common.judged import Benchmark, Judged, Loaded, Metric, Slip
from benchmarks.common.metrics import f1_metrics
from benchmarks.common.reading import read_report
from benchmarks.common.spans import Span, shared
from benchmarks.common.tally import Tally, right
from dateline.errors import DatelineError
from dateline.evaluate.told import HARMS, Told, ToldEvent, told_events
from dateline.likeness.assign import assign
from dateline.model.report import Report
from training.examples import Example
from training.real import HELD_OUT, articles, marked_articles

SIDES = ("actor", "recipient", "party")
ALSO = {"recipient": ("recipient", "party", *HARMS), "actor": ("actor", "party"), "party": SIDES}
ALSO |= {harm: (harm, "recipient") for harm in HARMS}  # "Ana Perez was arrested" is one arrested
MARKED_WHERE_TOLD = ("place", "time", "speaker")  # what an event takes over from elsewhere bears no mark
KINDS = ("event", "event and sub-event")
ROLES = (*SIDES, "place", "time", "speaker", "weapon", "target", *HARMS)


@dataclass(frozen=True)
class Article:
    """A report, cut where the marking stops, and its marks."""

    report: Report
    marks: Example


def load(path: Path) -> Loaded[Article]:
    """The articles held out, in the order of the marks."""
    file = HELD_OUT / "first.txt"
    known = articles(path)
    try:
        found = list(marked_articles(file, known))
    except DatelineError as wrong:
        raise InputError(str(wrong)) from wrong
    return Loaded([Article(replace(known[marks.name], text=marks.text), marks) for marks in found], [file])


def namings_of(marks: Example) -> dict[str, list[Span]]:
    """Event -> where it is named."""
    out: dict[str, list[Span]] = {}
    for naming in marks.namings:
        out.setdefault(naming.event, []).append((naming.start, naming.end))
    return out


def meets(one: Span, others: Sequence[Span]) -> bool:
    """Does the range share a character with one of the others?"""
    return any(shared(one, other) for other in others)


def _told(event: ToldEvent, role: str) -> list[tuple[Span, ...]]:
    """The words of each value that the event has in the role; a value without words of its own is left out."""
    rows: dict[str, Sequence[Told]] = {"place": event.places, "time": event.periods, "weapon": event.weapons}
    rows["target"] = event.targets
    if role == "speaker":
        return [((said.start, said.end),) for said in event.chain if said.start >= 0]
    if role in SIDES:
        found: Sequence[Told] = [p for p in event.participants if p.value.get("role") == role]
    else:
        found = rows[role] if role in rows else [toll for toll in event.tolls if _harm(toll) == role]
    return [told.spans for told in found if told.rests]


def _harm(toll: Told) -> str:
    return str(toll.value.get("harm"))


def _role(event: ToldEvent, role: str, marks: Example, key: str) -> Tally:
    """How many of the values rest on words so marked; and whether one was found, where any is marked."""
    marked = [(f.start, f.end) for f in marks.fillers if key in f.events and f.role == role]
    near = [(f.start, f.end) for f in marks.fillers if key in f.events and f.role in ALSO.get(role, (role,))]
    told = _told(event, role)
    if role in MARKED_WHERE_TOLD and not marked:
        return Tally()
    right_ones = [spans for spans in told if any(meets(span, near) for span in spans)]
    found = any(meets(span, marked) for spans in told for span in spans)
    return Tally(len(right_ones), len(told), float(bool(marked) and found), float(bool(marked)))


def pairs(events: Sequence[ToldEvent], namings: dict[str, list[Span]]) -> list[tuple[ToldEvent, str]]:
    """Each event read with the marked one that most of its words name, one to one."""
    keys = list(namings)
    gains = [[float(sum(meets(span, namings[key]) for span in event.triggers)) for key in keys] for event in events]
    return [(events[i], keys[j]) for i, j in assign(gains)]


def judge(article: Article) -> Judged:
    """One article."""
    marks, namings = article.marks, namings_of(article.marks)
    unsure = list(marks.unsure)
    read = told_events(read_report(article.report.text, article.report.published, article.report.title, marks.name))
    events = [event for event in read if not all(meets(span, unsure) for span in event.triggers)]
    met = pairs(events, namings)
    types = {naming.event: naming.type for naming in marks.namings}
    typed = [event for event, key in met if event.sub_event == types[key]]
    tallies = {
        "event": right(len(met), len(events), len(namings)),
        "event and sub-event": right(len(typed), len(events), len(namings)),
    }
    for role in ROLES:
        tallies[role] = sum((_role(event, role, marks, key) for event, key in met), Tally())
    return Judged(marks.name, tallies, slips=list(_slips(article, events, met, namings)))


def _slips(
    article: Article, events: Sequence[ToldEvent], met: Sequence[tuple[ToldEvent, str]], namings: dict[str, list[Span]]
) -> Iterator[Slip]:
    def spell(span: Span) -> str:
        near = article.marks.text[max(0, span[0] - 60) : span[1] + 60]
        return f"{article.marks.text[slice(*span)]!r} in ...{' '.join(near.split())}..."

    found = {key for _, key in met}
    read = {event.id for event, _ in met}
    for key, spans in namings.items():
        if key not in found:
            yield Slip("missed", article.marks.name, spell(spans[0]))
    for event in events:
        if event.id not in read:
            second = any(meets(span, spans) for span in event.triggers for spans in namings.values())
            kind = "told twice" if second else "no event"
            yield Slip(kind, article.marks.name, "", f"{event.sub_event}: {spell(event.anchor)}")


def metrics(judged: Sequence[Judged]) -> list[Metric]:
    """Events first, then the roles of events found."""
    return f1_metrics(judged, [*KINDS, *ROLES])


BENCHMARK = Benchmark("marked", "articles", 40, load, judge, metrics)
