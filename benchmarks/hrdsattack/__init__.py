"""HRDsAttack: attacks on human rights defenders. See docs/benchmarks.md, section hrdsattack.

In: JSON in the corpus's layout. Out: each field in the published way of counting and in a strict way beside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from benchmarks.common.judged import Benchmark, Judged, Metric, Slip
from benchmarks.common.metrics import accuracy, f1_metrics
from benchmarks.common.reading import read_report
from benchmarks.common.tally import Tally, right, same
from benchmarks.hrdsattack.load import Article, Record, load, table
from benchmarks.hrdsattack.pick import record
from dateline.evaluate.same import place_keys
from dateline.gazetteer.countries import country_code

FIELDS = ("kind", "country", "region", "city", "year", "month", "day")
SETS = ("perpetrator", "violations", "victims, exact", "victims, loose")
EMPTY = "(empty)"


def _country(name: str) -> Any:
    code = country_code(name) or name.lower()
    return table()["part_of"].get(code, code)


def _alike(name: str) -> Callable[[str, str], bool]:
    if name == "country":
        return lambda gold, read: bool(_country(gold) == _country(read))
    if name in ("region", "city"):
        return lambda gold, read: bool(place_keys(gold) & place_keys(read))
    return lambda gold, read: gold.lower() == read.lower()


def field_tally(name: str, gold: Record, read: Record) -> Tally:
    """Strictly: only articles in which gold has a value; names of places under any spelling."""
    theirs, ours = getattr(gold, name), getattr(read, name)
    if theirs is None:
        return Tally()
    spellings = [told for told in (ours, read.city_words if name == "city" else None) if told is not None]
    return right(any(_alike(name)(theirs, told) for told in spellings), bool(spellings), 1)


def victim_tally(gold: Sequence[str], read: Sequence[str]) -> Tally:
    """The published loose match: a name read is right where it holds, or stands in, a gold name."""
    hits = sum(any(one in two or two in one for two in gold) for one in read)
    return right(hits, len(read), len(gold))


def judge(article: Article) -> Judged:
    """One article, both ways."""
    gold, read = article.gold, record(read_report(article.text, article.published, article.title, article.name))
    tallies = {name: field_tally(name, gold, read) for name in FIELDS}
    tallies["perpetrator"] = right(gold.perpetrator and read.perpetrator, read.perpetrator, gold.perpetrator)
    tallies["violations"] = same(read.violations, gold.violations)
    tallies["victims, exact"] = same(read.victims, gold.victims)
    tallies["victims, loose"] = victim_tally(gold.victims, read.victims)
    labels = {f"{name}, of all articles": [_published(name, gold, read)] for name in FIELDS}
    return Judged(article.name, tallies, labels, slips=list(_slips(article, read)))


def _published(name: str, gold: Record, read: Record) -> tuple[str, str]:
    """As the corpus's own code compares: equal strings of all articles; a field empty in gold can't be right."""
    return getattr(gold, name) or EMPTY, getattr(read, name) or "None"


def _slips(article: Article, read: Record) -> Iterator[Slip]:
    gold = article.gold
    for name in FIELDS:
        tally = field_tally(name, gold, read)
        if tally.wanted > tally.hit:
            kind = f"{name} wrong" if tally.said else f"{name} missed"
            yield Slip(kind, article.name, str(getattr(gold, name)), str(getattr(read, name) or ""))
    if gold.violations != read.violations:
        kind = "violation: no event read" if "unknown" in read.violations else "violation differs"
        yield Slip(kind, article.name, ", ".join(sorted(gold.violations)), ", ".join(sorted(read.violations)))
    if gold.perpetrator and not read.perpetrator:
        yield Slip("perpetrator missed", article.name, gold.kind or "yes")
    loose = victim_tally(gold.victims, read.victims)
    if loose.wanted > loose.hit:
        yield Slip("victims missed", article.name, "; ".join(gold.victims), "; ".join(read.victims))


def metrics(judged: Sequence[Judged]) -> list[Metric]:
    """Strict F1s, the published F1s and accuracies."""
    published = [accuracy(judged, f"{name}, of all articles") for name in FIELDS]
    return [*f1_metrics(judged, [*SETS, *FIELDS]), *published]


BENCHMARK = Benchmark("hrdsattack", "articles", 70, load, judge, metrics)
