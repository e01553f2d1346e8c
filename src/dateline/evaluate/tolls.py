"""Marks of tolls: figures, whom they count, on whose word.

In: an aligned pair (or a whole report). Out: marks. Read and gold tolls are paired one to one by
harm, figures and words; what stays over on gold's side is missed, on the other side invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.evaluate.gold import GoldReport, GoldToll, source
from dateline.evaluate.marks import Mark, judged
from dateline.evaluate.same import figures_told, main_figure, occurrences, touch, within, words_overlap
from dateline.evaluate.told import Told, figures


def _score(text: str, gold: GoldToll, told: Told) -> int:
    harm = gold.harm == told.value.get("harm")
    number = gold.estimate == figures(told)
    words = touch(occurrences(text, gold.quote), told.spans[:1])
    near = main_figure(gold.estimate) == main_figure(figures(told))
    same_speaker = speaker_right(gold, told)
    enough = words or (harm and (number or near))
    return (4 * harm + 3 * words + 2 * number + near + same_speaker) * enough


def pairs(text: str, gold: Sequence[GoldToll], read: Sequence[Told]) -> dict[int, int]:
    """Index in gold -> index in `read`, the likest first."""
    scores = sorted((-_score(text, one, two), g, r) for g, one in enumerate(gold) for r, two in enumerate(read))
    found: dict[int, int] = {}
    for score, g, r in scores:
        if score < 0 and g not in found and r not in found.values():
            found[g] = r
    return found


def speaker_right(gold: GoldToll, told: Told) -> bool:
    """The reporter's own voice on both sides, or a speaker in the chain who shares the words of gold's source."""
    names = [speaker.speaker for speaker in told.chain if speaker.speaker]
    return words_overlap(source(gold.said_by), *names) if gold.said_by else not names


def _gold(toll: GoldToll) -> str:
    return f"{toll.harm} {figures_told(toll.estimate)} ({toll.quote})"


def _read(told: Told | None) -> str:
    return f"{told.value.get('harm')} {figures_told(figures(told))} ({told.quote})" if told else "nothing"


def _metrics(harm: str) -> tuple[str, ...]:
    return "toll", f"toll: {harm}", "toll number", "toll in range", "toll harm"


def _numbers(gold: GoldToll, told: Told | None, event: str) -> Iterator[Mark]:
    said = int(told is not None)
    harm = told is not None and told.value.get("harm") == gold.harm
    read = figures(told) if told else None
    exact = harm and read == gold.estimate
    best = harm and read is not None and main_figure(read) == main_figure(gold.estimate)
    inside = harm and read is not None and within(gold.estimate, read)
    for metric, right in zip(_metrics(gold.harm), (exact, exact, best, inside, harm), strict=True):
        yield Mark(metric, int(right), said, 1, event, _gold(gold), _read(told))


def _error(gold: GoldToll, told: Told, event: str) -> Iterator[Mark]:
    """How far off the number of a toll of the right harm is: one mark for each size of error."""
    read = figures(told)
    one, two = main_figure(gold.estimate), main_figure(read)
    if told.value.get("harm") != gold.harm or one is None or two is None:
        return
    factor = max(one, two) / max(1, min(one, two))
    sizes = (
        ("exact", read == gold.estimate), ("in gold's range", within(gold.estimate, read)),
        ("less than twice", factor < 2),
        ("two to ten times", factor <= 10), ("more", True),
    )  # fmt: skip
    size = next(name for name, holds in sizes if holds)
    for name, _ in sizes:
        yield judged(f"toll off: {name}", name == size, _gold(gold), _read(told), event)


def _whom(gold: GoldToll, told: Told) -> Iterator[tuple[str, str, str]]:
    group = told.value.get("group") or {}
    yield "toll status", gold.status, group.get("status") or "unknown"
    yield "toll age", gold.age, group.get("age") or ""
    yield "toll sex", gold.sex, group.get("sex") or ""
    yield "toll attackers' own", str(gold.perpetrators), str(bool(group.get("perpetrators")))
    yield "toll stance", gold.stance, told.stance
    yield "toll verification", gold.verification, told.verification


def _held(gold: GoldToll, told: Told, event: str) -> Iterator[Mark]:
    names = "; ".join(speaker.speaker for speaker in told.chain) or "the reporter"
    shown = f" for {_gold(gold)}"
    who = source(gold.said_by)
    yield judged("speaker", speaker_right(gold, told), (who or "the reporter") + shown, names, event)
    if who and told.chain and speaker_right(gold, told):
        kind = gold.said_by[-1].kind
        kinds = [speaker.kind for speaker in told.chain if words_overlap(who, speaker.speaker)]
        yield judged("speaker kind", kind in kinds, kind + shown, ", ".join(kinds), event)
    for metric, one, two in _whom(gold, told):
        yield judged(metric, one == two, (one or "nothing") + shown, two or "nothing", event)


def _part(gold: GoldToll, told: Told, read: Sequence[Told], event: str) -> Iterator[Mark]:
    whole = next((other for other in read if other.id == told.part_of), None)
    said, wanted = whole is not None, bool(gold.part_of)
    right = bool(whole and gold.part_of and words_overlap(gold.part_of, whole.quote))
    if said or wanted:
        words = f"{_gold(gold)} of {gold.part_of or 'nothing'}"
        yield Mark("part of a toll", int(right), int(said), int(wanted), event, words, _read(whole))


def toll_marks(report: GoldReport, gold: Sequence[GoldToll], read: Sequence[Told], event: str) -> Iterator[Mark]:
    """For each toll on either side of one event."""
    found = pairs(report.text, gold, read)
    for g, one in enumerate(gold):
        told = read[found[g]] if g in found else None
        yield from _numbers(one, told, event)
        if told:
            yield from _error(one, told, event)
            yield from _held(one, told, event)
            yield from _part(one, told, read, event)
    for r, extra in enumerate(read):
        if r not in found.values():
            for metric in _metrics(str(extra.value.get("harm"))):
                yield Mark(metric, 0, 1, 0, event, "nothing", _read(extra))


def report_tolls(report: GoldReport, read: Sequence[Told]) -> Iterator[Mark]:
    """Harm and figures anywhere in the report, whatever event they are laid to."""
    gold = [toll for event in report.events for toll in event.tolls]
    found = pairs(report.text, gold, read)
    twins = [(gold[g], read[r]) for g, r in found.items()]
    right = sum(one.harm == two.value.get("harm") and one.estimate == figures(two) for one, two in twins)
    yield Mark("toll anywhere", right, len(read), len(gold))
