"""Annotated texts for training: marked short reports, and the development half of the gold.

In: files of marked reports (training/reports/*.txt; the marks are in training/README.md), and gold. Out: `Example`s:
a text with the character ranges that name events and fill roles. Every mark of a word that could not be placed
is listed in `unsure`: such words are left out of the loss.

    python -m training.data FILE     writes all examples there, one a line
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from dateline.evaluate import GoldEvent, GoldReport, load_gold
from dateline.evaluate.same import occurrences
from training.examples import Example, Filler, Naming, Span, write
from training.labels import SALIENCES, STANCES

HEAD = re.compile(r"(?m)^# (\d{4}-\d\d-\d\d) \| ([a-z ]+)$\n?")
MARK = re.compile(r"\{(?P<words>[^{}|\[\]]+)\|(?P<type>[A-Z][^{}|]*?) (?P<event>\d+)(?P<flags>(?: [a-z-]+)*)\}"
                  r"|\[(?P<filler>[^{}|\[\]]+)\|(?P<role>[a-z]+) (?P<of>[\d, ]+)\]")  # fmt: skip


def flagged(flags: Sequence[str]) -> tuple[str, str]:
    """Stance and salience that a mark's flags say, where not the usual ones."""
    stance = next((flag for flag in flags if flag in STANCES), "asserted")
    return stance, next((flag for flag in flags if flag in SALIENCES), "main")


def unmarked(body: str, marks: re.Pattern[str]) -> tuple[str, list[tuple[int, int, re.Match[str]]]]:
    """The text without its marks, and where the words of each mark stand in it; `marks` has groups words and filler."""
    text, at, found = "", 0, list[tuple[int, int, re.Match[str]]]()
    for mark in marks.finditer(body):
        text += body[at : mark.start()]
        at, start = mark.end(), len(text)
        text += mark["words"] or mark["filler"]
        found.append((start, len(text), mark))
    return text + body[at:], found


def marked(name: str, body: str) -> Example:
    """The example of one marked report."""
    text, found = unmarked(body, MARK)
    namings, fillers = list[Naming](), list[Filler]()
    for start, end, mark in found:
        if mark["words"]:
            flags = (mark["flags"] or "").split()
            namings.append(Naming(start, end, mark["event"], mark["type"], *flagged(flags)))
        else:
            fillers.append(Filler(start, end, mark["role"], tuple(re.split(r",\s*", mark["of"].strip()))))
    return Example(name, text.strip("\n"), tuple(namings), tuple(fillers), group=name)


def dated_reports(path: Path) -> Iterator[tuple[date, Example]]:
    """Every report of a file of marked reports with its day."""
    parts = HEAD.split(path.read_text("utf-8"))[1:]
    for number, (day, _, body) in enumerate(zip(*[iter(parts)] * 3, strict=True), 1):
        yield date.fromisoformat(day), marked(f"{path.stem}-{number}", body.strip())


def marked_reports(path: Path) -> Iterator[Example]:
    """Every report of such a file."""
    return (example for _, example in dated_reports(path))


def _anchors(text: str, event: GoldEvent) -> list[int]:
    """Where the quotes that stand in the text once place the event."""
    quotes = [p.quote for p in event.participants] + [t.quote for t in event.tolls] + list(event.triggers)
    quotes += [event.place.quote] if event.place else []
    quotes += [event.period.text] if event.period else []
    found = (occurrences(text, quote) for quote in quotes if quote)
    return [spans[0][0] for spans in found if len(spans) == 1]


def _placed(text: str, word: str, events: Sequence[GoldEvent]) -> dict[str, Span]:
    """Which occurrence of a word names which of the events that list it: by order, else by the nearest quotes."""
    spans = list(occurrences(text, word))
    if len(spans) <= len(events):
        return dict(zip([event.id for event in events], spans, strict=False))
    placed = {}
    for event in events:
        anchors = _anchors(text, event)
        if anchors and spans:
            middle = sorted(anchors)[len(anchors) // 2]
            best = min(spans, key=lambda span: abs(span[0] - middle))
            spans.remove(best)
            placed[event.id] = best
    return placed


def _role_rows(event: GoldEvent) -> Iterator[tuple[str, str]]:
    yield from ((p.role, p.quote) for p in event.participants)
    yield from ((t.harm, t.quote) for t in event.tolls)
    yield from (("speaker", said.speaker) for said in event.said_by)
    yield from (("speaker", said.speaker) for toll in event.tolls for said in toll.said_by)
    yield "weapon", event.weapon
    yield "target", event.target.quote
    yield "place", event.place.quote if event.place else ""
    yield "time", event.period.text if event.period else ""


def _fillers(text: str, event: GoldEvent, near: int) -> Iterator[Filler]:
    for role, quote in dict.fromkeys(_role_rows(event)):
        spans = occurrences(text, quote)
        if spans:
            start, end = min(spans, key=lambda span: abs(span[0] - near))
            yield Filler(start, end, role, (event.id,))


def from_gold(report: GoldReport) -> Example:
    """The example of one gold report."""
    text, namings, unsure = report.text, list[Naming](), list[Span]()
    lists: dict[str, list[GoldEvent]] = {}
    for event in report.events:
        for word in event.triggers:
            lists.setdefault(word, []).append(event)
    for word, events in lists.items():
        placed = _placed(text, word, events)
        known = {event.id: event for event in events}
        for name, (start, end) in placed.items():
            event = known[name]
            namings.append(Naming(start, end, name, event.sub_event, event.stance, event.salience))
        unsure += [span for span in occurrences(text, word) if span not in placed.values()]
    first = {n.event: n.start for n in sorted(namings, key=lambda n: -n.start)}
    fillers = [f for e in report.events for f in _fillers(text, e, first.get(e.id, 0))]
    key = next((event.happening for event in report.events if event.happening), report.name)
    return Example(
        report.name, text, tuple(sorted(namings, key=lambda n: n.start)), tuple(fillers), tuple(unsure), key, gold=True
    )


def examples(gold: Iterable[Path], reports: Path) -> list[Example]:
    """All training data: the gold folders', then the marked reports', in the order of their names."""
    found = [from_gold(report) for folder in gold for report in load_gold(folder)]
    return found + [example for path in sorted(reports.glob("*.txt")) for example in marked_reports(path)]


ROOT = Path(__file__).parents[1]
GOLD = (ROOT / "tests" / "gold" / "develop",)
REPORTS = ROOT / "training" / "reports"

if __name__ == "__main__":
    write(examples(GOLD, REPORTS), Path(sys.argv[1]))
