"""PLOVER gold standard records: one coded event a sentence. See docs/benchmarks.md, section plover_gsr.

In: the JSON of the records (PLOVER_GSR_CAMEO.txt), or a folder with it. Out: F1 of the root, and of root with the
countries of source and target; the share of records of which the likeliest interaction read is right.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.common.inputs import InputError, files, read_rows, some
from benchmarks.common.judged import Benchmark, Judged, Loaded, Metric, Slip
from benchmarks.common.metrics import accuracy, f1_metrics
from benchmarks.common.reading import read_report
from benchmarks.common.tally import right
from dateline.extract.interactions import interactions
from dateline.gazetteer.countries import country_facts
from dateline.model.reading import Interaction, Side

ROOT, BOTH = "root", "root, actor and recipient country"
MAIN = "root of the likeliest"
Countries = frozenset[str]


@dataclass(frozen=True)
class Record:
    """A sentence with its coded event; `recipients` are the actors again where they act on one another."""

    name: str
    text: str
    root: str
    actors: Countries
    recipients: Countries


@cache
def table() -> dict[str, Any]:
    """roots.toml."""
    return tomllib.loads(Path(__file__).with_name("roots.toml").read_text("utf-8"))


def load(path: Path) -> Loaded[Record]:
    """Every record that has a text; the file's documentation record has none."""
    named = some(files(path, lambda p: p.suffix in (".txt", ".json")), path, "records")
    holding = [file for file in named if path.is_file() or file.read_bytes().lstrip()[:1] in (b"[", b"{")]
    return Loaded([record for file in some(holding, path, "JSON records") for record in _records(file)], holding)


def _records(path: Path) -> Iterator[Record]:
    for row in read_rows(path):
        if not {"id", "event"} <= row.keys():
            raise InputError(f"{path}: a record lacks id or event")
        if row.get("text"):
            actors, recipients = _codes(row.get("source")), _codes(row.get("target"))
            mutual = not row.get("target") and len(row.get("source") or ()) > 1
            yield Record(row["id"], row["text"], row["event"], actors, actors if mutual else recipients)


def _codes(people: Any) -> Countries:
    """Countries of the coded actors; organisations of no country leave none."""
    codes = {str(one.get("code", ""))[:3] for one in people or () if isinstance(one, dict)}
    mended = {table()["codes"]["mended"].get(code, code) for code in codes}
    return frozenset(code for code in mended if code not in table()["codes"]["none"])


@dataclass(frozen=True, slots=True)
class Read:
    """An interaction read: its root, the countries on both sides, and its probability."""

    root: str
    actors: Countries
    recipients: Countries
    score: float


def read(one: Interaction) -> Read:
    """An interaction as the records have it."""
    return Read(one.root, _country(one.source), _country(one.target), one.score)


def _country(side: Side | None) -> Countries:
    facts = country_facts(side.country) if side and side.country else None
    return frozenset((facts.iso3,)) if facts else frozenset()


def same_root(gold: Record, found: Read) -> bool:
    """One of the roots that the gold root stands for."""
    return found.root in table()["roots"].get(gold.root, [gold.root])


def same_sides(gold: Record, found: Read) -> bool:
    """The same countries on either side, or none on both."""
    return gold.actors == found.actors and gold.recipients == found.recipients


def judge(record: Record) -> Judged:
    """One record: its gold event against all interactions read, and against the likeliest."""
    found = [read(one) for one in interactions(read_report(record.text, origin=record.name))]
    root_hit = any(same_root(record, one) for one in found)
    both_hit = any(same_root(record, one) and same_sides(record, one) for one in found)
    main = max(found, key=lambda one: one.score, default=None)
    main_root = main.root if main else "none"
    shown = record.root if main_root in table()["roots"].get(record.root, ()) else main_root
    tallies = {ROOT: right(root_hit, len(found), 1), BOTH: right(both_hit, len(found), 1)}
    slips = list(_slips(record, found, root_hit, both_hit))
    return Judged(record.name, tallies, {MAIN: [(record.root, shown)]}, slips=slips)


def _slips(record: Record, found: Sequence[Read], root_hit: bool, both_hit: bool) -> Iterator[Slip]:
    sides = f"{record.root} {sorted(record.actors)} > {sorted(record.recipients)}"
    ours = "; ".join(f"{one.root} {sorted(one.actors)} > {sorted(one.recipients)}" for one in found)
    if not found:
        yield Slip(f"no event: {record.root}", record.name, record.text[:160])
    elif not root_hit:
        yield Slip(f"other root: {record.root}", record.name, sides, ours)
    elif not both_hit:
        yield Slip("root right, other countries", record.name, sides, ours)


def metrics(judged: Sequence[Judged]) -> list[Metric]:
    """F1 over all interactions read; accuracy of the likeliest."""
    return [*f1_metrics(judged, [ROOT, BOTH]), accuracy(judged, MAIN)]


BENCHMARK = Benchmark("plover_gsr", "records", 400, load, judge, metrics)
