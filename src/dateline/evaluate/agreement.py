"""How far two coders of the same reports agree, field by field.

In: two codings of the same texts. Out: `Agreement`: Krippendorff's alpha for each field over the events
(participants, tolls) that both have, and plain F1 for what either may have alone: events, participants,
tolls, relations, and the words chosen (exact, and overlapping). The events of the two are aligned as those
of gold and a reading are. Names, places and speakers count as one value where the scorer takes them for
the same. Intervals: 95 % of the alphas over reports drawn with replacement, from a fixed seed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.codebook import load_codebook
from dateline.evaluate.align import align
from dateline.evaluate.coded import coded_events
from dateline.evaluate.counts import Count, Figure, figure, samples
from dateline.evaluate.gold import Chain, GoldEvent, GoldParticipant, GoldReport, GoldToll, source
from dateline.evaluate.people import pairs as people_pairs
from dateline.evaluate.same import main_figure, occurrences, same_name, same_place, touch, words_overlap
from dateline.evaluate.tolls import pairs as toll_pairs
from dateline.likeness.alpha import alpha, nominal, ratio
from dateline.model.values import plain

SAMPLES = 200
Unit = tuple[str, Any, Any]  # field, one coder's value, the other's
Have = tuple[str, int, int, int]  # what, in both, in the one, in the other


@dataclass(frozen=True, slots=True)
class Field:
    """Agreement on one field: units, share equal, alpha (None: no variation), its bounds."""

    field: str
    units: int
    equal: float
    alpha: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Reports in both codings; alphas by field; F1 of what either may have alone (one coder as gold)."""

    reports: int
    fields: tuple[Field, ...]
    found: tuple[Figure, ...]


def _one_if(same: bool, one: Any, two: Any) -> tuple[Any, Any]:
    return (one, one) if same else (one, two)


def _said(one: Chain, two: Chain) -> tuple[Any, Any]:
    here, there = source(one) or "the reporter", source(two) or "the reporter"
    return _one_if(bool(one and two) and words_overlap(here, there), here, there)


def _held(one: GoldEvent, two: GoldEvent) -> Iterator[Unit]:
    types = load_codebook().types
    yield "sub-event", one.sub_event, two.sub_event
    yield "event type", types[one.sub_event].event, types[two.sub_event].event
    for name in ("salience", "stance", "clarity", "export", "verification"):
        yield name, getattr(one, name), getattr(two, name)
    yield "attribution", *_said(one.said_by, two.said_by)
    targets = one.target.kind or "none", two.target.kind or "none"
    yield "target", *_one_if(words_overlap(*targets), *targets)
    weapons = one.weapon or "none", two.weapon or "none"
    yield "weapon", *_one_if(words_overlap(*weapons), *weapons)


def _where_and_when(one: GoldEvent, two: GoldEvent) -> Iterator[Unit]:
    yield "period told", one.period is not None, two.period is not None
    if one.period and two.period:
        yield "period days", (one.period.start, one.period.end), (two.period.start, two.period.end)
        yield "period precision", one.period.precision, two.period.precision
    yield "place told", one.place is not None, two.place is not None
    if one.place and two.place:
        names = (one.place.name, one.place.country), (two.place.name, two.place.country)
        same = names[0][1] == names[1][1] and same_place(one.place, plain(two.place))
        yield "place", *_one_if(same, *names)
        yield "place precision", one.place.precision, two.place.precision


def _participant(one: GoldParticipant, two: GoldParticipant) -> Iterator[Unit]:
    yield "participant role", one.role, two.role
    yield "participant name", *_one_if(same_name(one.name, two.name), one.name, two.name)
    yield "responsibility", one.responsibility, two.responsibility


def _toll(one: GoldToll, two: GoldToll) -> Iterator[Unit]:
    yield "toll harm", one.harm, two.harm
    yield "toll number", main_figure(one.estimate), main_figure(two.estimate)
    yield "toll bounds", one.estimate, two.estimate
    for name in ("status", "age", "sex", "perpetrators", "stance", "verification"):
        yield f"toll {name}", getattr(one, name), getattr(two, name)
    yield "toll speaker", *_said(one.said_by, two.said_by)


def _pair(one: GoldReport, two: GoldReport) -> tuple[list[Unit], list[Have]]:
    """Units and counts of one report coded twice."""
    told = coded_events(two)
    both = [(one.events[g], two.events[r], told[r]) for g, r in align(one, told)]
    units, have = list[Unit](), [("event", len(both), len(one.events), len(two.events))]
    for here, there, seen in both:
        units += [*_held(here, there), *_where_and_when(here, there)]
        people = people_pairs(one.text, here.participants, seen.participants)
        tolls = toll_pairs(one.text, here.tolls, seen.tolls)
        for g, r in people.items():
            units += _participant(here.participants[g], there.participants[r])
        for g, r in tolls.items():
            units += _toll(here.tolls[g], there.tolls[r])
        have.append(("participant", len(people), len(here.participants), len(there.participants)))
        have.append(("toll", len(tolls), len(here.tolls), len(there.tolls)))
        have += _words(one.text, here, there)
    twins = {there.id: here.id for here, there, _ in both}
    links = {(twins[a], twins[b], kind) for a, b, kind in two.relations if a in twins and b in twins}
    mine = {row for row in one.relations if {row[0], row[1]} <= set(twins.values())}
    return units, [*have, ("relation", len(links & mine), len(mine), len(links))]


def _words(text: str, one: GoldEvent, two: GoldEvent) -> Iterator[Have]:
    """The words chosen for each field of an event that both have: exact, and overlapping."""

    def quotes(event: GoldEvent) -> dict[str, list[str]]:
        place, period = event.place, event.period
        return {
            "trigger": list(event.triggers), "period": [period.text] if period else [],
            "place": [place.quote] if place else [], "participant": [p.quote for p in event.participants],
            "toll": [t.quote for t in event.tolls], "speaker": [source(event.said_by)],
            "weapon": [event.weapon], "target": [event.target.quote],
        }  # fmt: skip

    here, there = quotes(one), quotes(two)
    for field in here:
        mine, theirs = ({quote for quote in found[field] if quote} for found in (here, there))
        yield f"words: {field}, exact", len(mine & theirs), len(mine), len(theirs)
        spans = [[occurrences(text, quote) for quote in found] for found in (mine, theirs)]
        yield f"words: {field}, overlapping", _met(*spans), len(mine), len(theirs)


def _met(mine: list[Any], theirs: list[Any]) -> int:
    """How many of mine overlap one of theirs, each used once."""
    free, met = list(theirs), 0
    for spans in mine:
        hit = next((other for other in free if touch(spans, other)), None)
        if hit is not None:
            free.remove(hit)
            met += 1
    return met


def agree(one: Sequence[GoldReport], two: Sequence[GoldReport]) -> Agreement:
    """The agreement of two coders on the reports that both coded, by the names of the files."""
    others = {report.name: report for report in two}
    found = [_pair(report, others[report.name]) for report in one if report.name in others]
    names = dict.fromkeys(unit[0] for units, _ in found for unit in units)
    fields = tuple(_field(name, [[u[1:] for u in units if u[0] == name] for units, _ in found]) for name in names)
    whats = dict.fromkeys(row[0] for _, have in found for row in have)
    figures = tuple(figure(what, [_count(what, have) for _, have in found]) for what in whats)
    return Agreement(len(found), fields, figures)


def _count(what: str, have: Sequence[Have]) -> Count:
    return sum((Count(both, other, one) for name, both, one, other in have if name == what), Count())


def _field(name: str, rows: Sequence[Sequence[tuple[Any, Any]]]) -> Field:
    """One field, from its units in each report."""
    measure = ratio if name == "toll number" else nominal
    units = [unit for row in rows for unit in row]
    drawn = [
        alpha((unit for index, times in sample for _ in range(times) for unit in rows[index]), measure)
        for sample in samples(len(rows))[:SAMPLES]
    ]
    known = sorted(value for value in drawn if value is not None)
    bounds = (known[int(len(known) * 0.025)], known[int(len(known) * 0.975) - 1]) if len(known) > 1 else (None, None)
    equal = sum(a == b for a, b in units) / len(units)
    return Field(name, len(units), equal, alpha(units, measure), *bounds)


def agreement_table(found: Agreement) -> str:
    """Two tables: alphas, then F1."""

    def number(value: float | None) -> str:
        return f"{value:8.2f}" if value is not None else f"{'-':>8}"

    rows = [f"{found.reports} reports coded twice", "", f"{'':30}{'units':>8}{'equal':>8}{'alpha':>8}  95 %"]
    for field in found.fields:
        bounds = f"{field.low:.2f} to {field.high:.2f}" if field.low is not None and field.high is not None else ""
        rows.append(f"{field.field:30}{field.units:8}{100 * field.equal:8.1f}{number(field.alpha)}  {bounds}")
    rows += ["", f"{'':36}{'F1':>7}  {'95 %':<10}{'both':>6}{'one':>6}{'other':>6}"]
    for row in found.found:
        count, bounds = row.count, f"{100 * row.low:.0f}-{100 * row.high:.0f}"
        rows.append(
            f"{row.metric:36}{100 * count.f1:7.1f}  {bounds:<10}{count.right:6.0f}{count.wanted:6}{count.said:6}"
        )
    return "\n".join(rows)


def agreement_dict(found: Agreement) -> Mapping[str, Any]:
    """The same, JSON-ready."""
    figures = {
        row.metric: {"f1": row.count.f1, "low": row.low, "high": row.high, **plain(row.count)} for row in found.found
    }
    return {"reports": found.reports, "fields": plain(found.fields), "found": figures}
