"""The model of likeness, fitted: how often each level is seen among pairs that are one event, and among others.

In: the gold's development half, its codings taken as accounts, and likeness.toml beside this file: what each level is
expected to weigh. Out: src/dateline/likeness/model.toml. Counted are pairs of accounts of two reports: all that tell
one happening, and all others that merging would compare. Gold is small: so a level's expectation counts like `strength`
pairs more. The same gold gives the same file.

    python -m training.likeness
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import log2
from pathlib import Path

from dateline.evaluate import GoldReport, load_gold, taken
from dateline.ingest.normalise import normalise
from dateline.likeness import Facts, facts, observe
from dateline.merge.blocking import pairs
from dateline.model.report import Report

ROOT = Path(__file__).parents[1]
GOLD, MODEL = ROOT / "tests/gold/develop", ROOT / "src/dateline/likeness/model.toml"
HEAD = """\
# What each level of each comparison weighs, in bits: log2(m / u), where m is how often it is seen among pairs of
# accounts that are one event, u among pairs that are not; `seen` are the pairs counted, of either kind. Written by
# `make likeness` from the gold's development half and training/likeness.toml; a coder may change it.

"""
Level = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts: whether they are one event, whether merging compares them, the levels seen."""

    same: bool
    compared: bool
    levels: tuple[Level, ...]


def told(gold: Sequence[GoldReport]) -> Iterator[tuple[str, Facts]]:
    """(happening, facts) of each gold event."""
    for row in gold:
        report = Report(row.text, published=row.published, publisher=row.publisher, language="en")
        coding = taken(row, report)
        claims = {claim.id: claim for claim in coding.claims}
        for event, account in zip(row.events, coding.accounts, strict=True):
            yield event.happening or f"{row.name}#{event.id}", facts(account, claims, report)


def counted(gold: Sequence[GoldReport]) -> Iterator[Pair]:
    """Every pair that counts."""
    rows = list(told(gold))
    compared = set(pairs([row for _, row in rows]))
    for i, j in combinations(range(len(rows)), 2):
        (one, left), (two, right) = rows[i], rows[j]
        if left.report != right.report and (one == two or (i, j) in compared):
            levels = tuple((seen.comparison, seen.level) for seen in observe(left, right))
            yield Pair(one == two, (i, j) in compared, levels)


def expected() -> tuple[float, Mapping[Level, float]]:
    """The strength of the expectations, and what each level is expected to weigh."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    strength, inferred = table.pop("strength"), table.pop("inferred")
    found = {}
    for name, levels in table.items():
        for level, bits in levels.items():
            found[name, level] = bits
            if name in ("period", "place") and level != "unknown":
                found[name, f"{level}_inferred"] = bits * inferred
    return strength, found


def fitted(rows: Iterable[Pair]) -> str:
    """The model as a file."""
    rows = list(rows)
    strength, start = expected()
    seen = {same: Counter(level for row in rows if row.same is same for level in row.levels) for same in (True, False)}
    lines = [HEAD, f"share = {_share(rows):.4f}  # of the pairs compared, those that are one event\n"]
    for name in dict.fromkeys(name for name, _ in start):
        levels = [level for level in start if level[0] == name]
        of = [sum(seen[same][level] for level in levels) for same in (True, False)]
        lines.append(f"\n[levels.{name}]  # seen of {of[0]} and {of[1]} pairs\n")
        for level in levels:
            counts = seen[True][level], seen[False][level]
            bits = _weight(counts, (of[0] + 1) / (of[1] + 1), start[level], strength)
            lines.append(f"{level[1]} = {{ bits = {bits:.2f}, seen = {list(counts)} }}\n")
    return "".join(lines)


def _weight(counts: tuple[int, int], ratio: float, bits: float, strength: float) -> float:
    """log2(m / u), as if `strength` more pairs of that level had been seen that weigh what is expected."""
    odds = ratio * 2**bits
    same, others = strength * odds / (1 + odds), strength / (1 + odds)
    return log2((counts[0] + same) / (counts[1] + others) / ratio)


def _share(rows: Sequence[Pair]) -> float:
    compared = [row.same for row in rows if row.compared]
    return sum(compared) / len(compared)


def main() -> None:
    """Write the model."""
    gold = [replace(row, text=normalise(row.text)) for row in load_gold(GOLD)]
    MODEL.write_text(fitted(counted(gold)), "utf-8")


if __name__ == "__main__":
    main()
