"""M2E2: event triggers and arguments of four ACE types. See docs/benchmarks.md, section m2e2.

In: JSON in the corpus's layout. Out: F1 of triggers found, of triggers with their type, and of arguments; each with
equal spans, and with overlapping ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.common.judged import Benchmark, Judged, Metric, Slip
from benchmarks.common.metrics import f1_metrics
from benchmarks.common.reading import read_report
from benchmarks.common.spans import Span, meet, shared
from benchmarks.common.tally import Tally, right, same
from benchmarks.m2e2.load import Argument, Article, Trigger, load
from benchmarks.m2e2.read import arguments, table, triggers

KINDS = ("trigger", "trigger and type", "argument")
Keyed = tuple[tuple[str, ...], Span]  # what must be equal, and where it stands


def overlapping(gold: Sequence[Keyed], read: Sequence[Keyed]) -> Tally:
    """Spans that overlap, one to one, where all that must be equal is."""
    pairs = meet(gold, read, lambda g, r: shared(g[1], r[1]) if g[0] == r[0] else 0)
    return right(len(pairs), len(read), len(gold))


def keyed(kind: str, found: Sequence[Trigger | Argument]) -> list[Keyed]:
    """What each metric asks to be equal."""
    rows: list[Keyed] = []
    for one in found:
        role = (one.role,) if isinstance(one, Argument) else ()
        rows.append(((), one.span) if kind == "trigger" else ((one.kind, *role), one.span))
    return list(dict.fromkeys(rows))


def judge(article: Article) -> Judged:
    """One article."""
    reading = read_report(article.text, article.published, origin=article.name)
    ours, ours_in_roles = triggers(reading), arguments(reading, article.sentences)
    gold = [t for t in article.triggers if t.kind in table()["types"]]
    gold_in_roles = [a for a in article.arguments if a.kind in table()["types"]]
    tallies = {}
    for kind in KINDS:
        theirs = keyed(kind, gold_in_roles if kind == "argument" else gold)
        read = keyed(kind, ours_in_roles if kind == "argument" else ours)
        tallies[f"{kind}, exact"] = same(read, theirs)
        tallies[f"{kind}, overlapping"] = overlapping(theirs, read)
    return Judged(article.name, tallies, slips=list(_slips(article, gold, ours)))


def _slips(article: Article, gold: Sequence[Trigger], ours: Sequence[Trigger]) -> Iterator[Slip]:
    def spell(span: Span) -> str:
        near = article.text[max(0, span[0] - 50) : span[1] + 50]
        return f"{article.text[slice(*span)]!r} in ...{' '.join(near.split())}..."

    pairs = meet(gold, ours, lambda g, r: shared(g.span, r.span) * (1 + (g.kind == r.kind)))
    met_gold, met_ours = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, trigger in enumerate(gold):
        if i not in met_gold:
            yield Slip(f"missed {trigger.kind}", article.name, spell(trigger.span))
    for j, trigger in enumerate(ours):
        if j not in met_ours:
            yield Slip(f"too many {trigger.kind}", article.name, "", spell(trigger.span))
    for i, j in pairs:
        if gold[i].kind != ours[j].kind:
            yield Slip(f"{gold[i].kind} read as {ours[j].kind}", article.name, spell(gold[i].span), ours[j].kind)


def metrics(judged: Sequence[Judged]) -> list[Metric]:
    """Exact first, overlapping beside."""
    return f1_metrics(judged, [f"{kind}, {how}" for how in ("exact", "overlapping") for kind in KINDS])


BENCHMARK = Benchmark("m2e2", "articles", 100, load, judge, metrics)
