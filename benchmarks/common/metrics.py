"""Metrics out of judged units, each with its interval over units.

In: `Judged` units and the name under which each keeps its part. Out: `Metric`s: F1 with precision and
recall, accuracy, macro and weighted F1 over classes, and any function of pooled numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.common.intervals import Array, of_numbers, of_sums
from benchmarks.common.judged import Judged, Metric
from benchmarks.common.tally import Tally, f1, precision, recall


def f1_metric(judged: Sequence[Judged], name: str) -> Metric:
    """Precision, recall and F1 of the tallies of that name."""
    tallies = [unit.tallies.get(name, Tally()) for unit in judged]
    rows = [tally.row for tally in tallies]
    whole = sum(tallies, Tally())
    count = {"right": whole.hit, "said": whole.said, "wanted": whole.wanted}
    if whole.got != whole.hit:
        count["found"] = whole.got
    return Metric(name, "F1", of_sums(rows, f1), count, of_sums(rows, precision), of_sums(rows, recall))


def f1_metrics(judged: Sequence[Judged], names: Sequence[str]) -> list[Metric]:
    """One metric for each name."""
    return [f1_metric(judged, name) for name in names]


def accuracy(judged: Sequence[Judged], name: str) -> Metric:
    """The share of labels read as gold has them."""
    labels = [unit.labels.get(name, ()) for unit in judged]
    rows = [(sum(g == r for g, r in pairs), len(pairs)) for pairs in labels]
    total = sum(n for _, n in rows)
    return Metric(name, "accuracy", of_sums(rows, lambda hit, n: hit / n if n else 0.0), {"n": total})


def class_rows(pairs: Sequence[tuple[str, str]], classes: Sequence[str]) -> list[float]:
    """For each class: right, said, wanted, one after the other."""
    row: list[float] = []
    for name in classes:
        row += [
            sum(g == r == name for g, r in pairs),
            sum(r == name for _, r in pairs),
            sum(g == name for g, _ in pairs),
        ]
    return row


def class_f1s(sums: Sequence[float]) -> list[tuple[float, float]]:
    """(F1, how often wanted) of each class out of its three sums."""
    return [
        (2 * sums[i] / (sums[i + 1] + sums[i + 2]) if sums[i + 1] + sums[i + 2] else 0.0, sums[i + 2])
        for i in range(0, len(sums), 3)
    ]


def weighted(*sums: float) -> float:
    """The mean of the classes' F1s, each weighed by how often gold has the class."""
    found = class_f1s(sums)
    total = sum(wanted for _, wanted in found)
    return sum(score * wanted for score, wanted in found) / total if total else 0.0


def macro(*sums: float) -> float:
    """The plain mean of the F1s of the classes that gold has."""
    found = [score for score, wanted in class_f1s(sums) if wanted]
    return sum(found) / len(found) if found else 0.0


def over_classes(
    judged: Sequence[Judged], name: str, title: str, measure: Callable[..., float], classes: Sequence[str] = ()
) -> Metric:
    """`weighted` or `macro` over the classes (those that gold has, where none are named).

    Units whose gold label is none of the classes are left out.
    """
    known = classes or sorted({g for unit in judged for g, _ in unit.labels.get(name, ())})
    kept = [[pair for pair in unit.labels.get(name, ()) if pair[0] in known] for unit in judged]
    rows = [class_rows(pairs, known) for pairs in kept]
    return Metric(title, f"{measure.__name__} F1", of_sums(rows, measure), {"n": sum(map(len, kept))})


def pooled(judged: Sequence[Judged], name: str, title: str, measure: str, value: Callable[[Array], float]) -> Metric:
    """A function of all numbers of that name."""
    rows = [unit.numbers.get(name, ()) for unit in judged]
    return Metric(title, measure, of_numbers(rows, value), {"n": sum(map(len, rows))})
