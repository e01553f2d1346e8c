"""The first pass's word list anew: which words let a stretch of text through to the encoder.

    python -m training.first_pass CORPORA

In: the marked reports, the gold's development half, the marked real articles (real.py). Out: a list of heads, the first
letters of words (src/dateline/codebook/first_pass.toml). Words of triggers.toml that stand in more stretches with an
event than without are taken. Others follow one after the other: always the one that reaches most stretches with an
event that have fewer than `DEEP` words so far, for the stretches without an event that it lets through. Printed
first: the same on four fifths of the texts, with what it loses on the others.
"""

from __future__ import annotations

import heapq
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from dateline.encoder import passages
from dateline.extract.casing import truecase
from dateline.extract.what.first_pass import codebook_heads, heads
from training.data import GOLD, REPORTS, examples
from training.examples import Example
from training.real import HELD_OUT, MARKS, articles, marked_articles

DEEP = 5  # words by which a stretch with an event is to be reached: the more, the less is lost in unseen text
CLEAR = 3.0  # times as many stretches with an event as without, in which a word of the codebook must stand
LEAST = 2  # such stretches that a word must still reach
DEAR = 1.0  # stretches without an event that one reached may cost
PARTS = 5
OUT = Path(__file__).parents[1] / "src" / "dateline" / "codebook" / "first_pass.toml"
Event = tuple[str, str]  # example, key within it


@dataclass(frozen=True)
class Stretch:
    """What the encoder reads in one pass: the heads of its words, and the events named in it."""

    heads: frozenset[str]
    events: tuple[Event, ...]


def stretches(example: Example) -> list[Stretch]:
    """The stretches of an example, what stands in capitals in readable case."""
    text = truecase(example.text)
    return [
        Stretch(
            frozenset(heads(text[start:end])),
            tuple((example.name, n.event) for n in example.namings if n.start < end and start < n.end),
        )
        for start, end in passages(text)
    ]


def learn(found: Sequence[Stretch]) -> list[str]:
    """The heads, the most useful first."""
    told = [stretch.heads for stretch in found if stretch.events]
    cost = Counter(head for stretch in found if not stretch.events for head in stretch.heads)
    holding: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(told):
        for head in own:
            holding[head].append(number)
    chosen = sorted(head for head in codebook_heads() & holding.keys() if len(holding[head]) > CLEAR * cost[head])
    lacking = [DEEP - len(own.intersection(chosen)) for own in told]

    def reached(head: str) -> int:
        return sum(lacking[number] > 0 for number in holding[head])

    queue = [(-len(holding[head]) / (cost[head] + 1), head) for head in sorted(holding.keys() - set(chosen))]
    heapq.heapify(queue)
    while queue:
        _, head = heapq.heappop(queue)
        worth = reached(head) / (cost[head] + 1)
        if queue and worth < -queue[0][0]:
            heapq.heappush(queue, (-worth, head))  # it was worth more when it was queued
        elif reached(head) >= LEAST and worth * DEAR >= 1:
            chosen.append(head)
            for number in holding[head]:
                lacking[number] -= 1
    return chosen


def lost(found: Sequence[Stretch], known: frozenset[str]) -> tuple[int, int, float]:
    """(events of which no stretch is let through, events, share of the stretches without an event kept back)."""
    told: dict[Event, bool] = {}
    for stretch in found:
        for event in stretch.events:
            told[event] = told.get(event, False) or not known.isdisjoint(stretch.heads)
    empty = [stretch for stretch in found if not stretch.events]
    kept = sum(known.isdisjoint(stretch.heads) for stretch in empty)
    return len(told) - sum(told.values()), len(told), kept / max(1, len(empty))


def write(chosen: Sequence[str], found: Sequence[Stretch]) -> None:
    """The list, and the heads of the codebook's words that were seen and not chosen."""
    seen = {head for stretch in found for head in stretch.heads}
    passed_over = (codebook_heads() & seen) - set(chosen)
    rows = ["# The first pass: a stretch of text in which no word begins so is not given to the encoder.",
            "# Made by `python -m training.first_pass`: the first letters of words. A word of triggers.toml counts,",
            "# unless it stands under `passed_over`: stretches with an event have others, many without one have it.",
            ""]  # fmt: skip
    for name, listed in (("telling", sorted(chosen)), ("passed_over", sorted(passed_over))):
        lines, line = list[str](), ""
        for word in listed:
            if len(line) + len(word) > 112:
                lines.append(line)
                line = ""
            line += f'"{word}", '
        rows += [f"{name} = [", *(f"  {text.rstrip()}" for text in [*lines, line]), "]", ""]
    OUT.write_text("\n".join(rows).rstrip() + "\n", "utf-8")


def main(corpora: Path) -> None:
    """Say what a list of four fifths loses on the fifth; write that of all; say what it loses on what is held out."""
    known = articles(corpora)
    taught = examples(GOLD, REPORTS)
    taught += [e for path in sorted(MARKS.glob("*.txt")) for e in marked_articles(path, known)]
    parts = [[s for e in taught if crc32((e.group or e.name).encode()) % PARTS == n for s in stretches(e)]
             for n in range(PARTS)]  # fmt: skip
    for number, part in enumerate(parts):
        rest = [stretch for other in parts if other is not part for stretch in other]
        print(f"part {number}:", *lost(part, frozenset(learn(rest))))
    found = [stretch for part in parts for stretch in part]
    chosen = learn(found)
    write(chosen, found)
    held = [s for e in marked_articles(HELD_OUT / "first.txt", known) for s in stretches(e)]
    print(f"all: {len(chosen)} heads;", *lost(found, frozenset(chosen)), "held out:", *lost(held, frozenset(chosen)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
