"""Geoparsing: place names found, and put where they are. See docs/benchmarks.md, section geoparsing.

In: XML of LGL, TR-News, GeoWebNews or GeoVirus. Out: for each file: names found (exact, overlapping), given the
name how far off (within 161 km, mean, median, AUC), and both steps in one (F1 within 161 km).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.common.intervals import Array
from benchmarks.common.judged import Benchmark, Judged, Metric, Slip
from benchmarks.common.metrics import f1_metric, pooled
from benchmarks.common.spans import exact, partial
from benchmarks.common.tally import Tally, right
from benchmarks.geoparsing.load import Article, Name, load
from benchmarks.geoparsing.places import FARTHEST, Found, far, given, read

NEAR_KM = 161.0
LOCAL = "(no country or region)"


def within(errors: Array) -> float:
    """The share of errors up to 161 km."""
    return float((errors <= NEAR_KM).mean())


def mean(errors: Array) -> float:
    """The mean error."""
    return float(errors.mean())


def median(errors: Array) -> float:
    """The median error."""
    return float(np.median(errors))


def auc(errors: Array) -> float:
    """Area under the curve of ln(error + 1) in order, as a share of the worst: 0 is best, 1 is worst."""
    curve = np.sort(np.log(errors + 1)) / np.log(FARTHEST)
    return float(curve[0]) if len(curve) == 1 else float(((curve[1:] + curve[:-1]) / 2).sum() / (len(curve) - 1))


def end_to_end(names: Sequence[Name], found: Sequence[Found]) -> Tally:
    """Names found exactly and put within 161 km; names that gold does not place count on neither side."""
    placed = {(n.start, n.end): n.point for n in names if n.point is not None}
    unplaced = {(n.start, n.end) for n in names if n.point is None}
    said = [f for f in found if f.point is not None and (f.start, f.end) not in unplaced]
    hits = sum((f.start, f.end) in placed and far(f.point, placed[f.start, f.end]) <= NEAR_KM for f in said)
    return right(hits, len(said), len(placed))


def judge(article: Article) -> Judged:
    """One article; the metrics are kept apart by file."""
    found, reading = read(article)
    gold = list(dict.fromkeys((n.start, n.end) for n in article.names))
    ours = list(dict.fromkeys((f.start, f.end) for f in found))
    placed = [n for n in article.names if n.point is not None]
    told = given(reading, placed)
    errors = [error for error, _ in told]
    tallies = {
        f"{article.corpus}: names, exact": exact(gold, ours),
        f"{article.corpus}: names, overlapping": partial(gold, ours),
        f"{article.corpus}: found and within 161 km": end_to_end(article.names, found),
    }
    numbers = {article.corpus: errors, f"{article.corpus} {LOCAL}": [error for error, local in told if local]}
    slips = [*_found_slips(article, found), *_given_slips(article, placed, errors)]
    return Judged(article.name, tallies, numbers=numbers, slips=slips)


def _found_slips(article: Article, found: Sequence[Found]) -> Iterator[Slip]:
    gold, ours = {(n.start, n.end) for n in article.names}, {(f.start, f.end) for f in found}
    for start, end in sorted(gold - ours):
        other = next((f.text for f in found if f.start < end and start < f.end), "")
        kind = "name cut otherwise" if other else "name missed"
        yield Slip(f"{article.corpus}: {kind}", article.name, article.text[start:end], other)
    for f in found:
        if not any(f.start < end and start < f.end for start, end in gold):
            yield Slip(f"{article.corpus}: no name in gold", article.name, "", f.text)


def _given_slips(article: Article, placed: Sequence[Name], errors: Sequence[float]) -> Iterator[Slip]:
    for name, error in zip(placed, errors, strict=True):
        if error > NEAR_KM:
            kind = "given, no entry" if error == FARTHEST else "given, over 161 km off"
            yield Slip(
                f"{article.corpus}: {kind}", article.name, article.text[name.start : name.end], f"{error:.0f} km"
            )


def metrics(judged: Sequence[Judged]) -> list[Metric]:
    """All metrics of each file."""
    found = []
    for corpus in sorted({next(iter(unit.numbers)) for unit in judged}):
        of = [unit for unit in judged if corpus in unit.numbers]
        kinds = ("names, exact", "names, overlapping", "found and within 161 km")
        found += [f1_metric(of, f"{corpus}: {kind}") for kind in kinds]
        found += [
            pooled(of, corpus, f"{corpus}: given, within 161 km", "accuracy", within),
            pooled(of, f"{corpus} {LOCAL}", f"{corpus}: given, within 161 km {LOCAL}", "accuracy", within),
            pooled(of, corpus, f"{corpus}: given, AUC", "AUC", auc),
            pooled(of, corpus, f"{corpus}: given, mean error", "km", mean),
            pooled(of, corpus, f"{corpus}: given, median error", "km", median),
        ]
    return found


BENCHMARK = Benchmark("geoparsing", "articles", 250, load, judge, metrics)
