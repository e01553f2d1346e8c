"""Passages and real articles in which the words that name a political interaction are marked with its PLOVER root.

    python -m training.interactions FILE CORPORA     writes them there as examples, one a line, but those held out
    python -m training.interactions - CORPORA        scores the package's reader on those held out, by its probabilities

In: interactions/*.txt, one invented passage a line (the marks: README.md); marks/interactions/*.txt, real articles as
in real.py. Out: `Example`s that ask for interactions alone: their namings are of a root, their fillers of a side.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.encoder import interactions
from dateline.extract.interactions import nearest
from training.data import unmarked
from training.examples import Example, Filler, Naming, write
from training.real import MARKS, articles, marked_articles

PASSAGES = Path(__file__).parent / "interactions"
REAL = MARKS / "interactions"
MARK = re.compile(r"\{(?P<words>[^{}|\[\]]+)\|(?P<root>[A-Z]+)(?: (?P<number>\d+))?\}"
                  r"|\[(?P<filler>[^{}|\[\]]+)\|(?P<side>source|target)(?: (?P<of>\d+(?:,\d+)*))?\]")  # fmt: skip
ONLY = "1"  # the number of an interaction that is the only one of its passage


def marked(name: str, line: str) -> Example:
    """The example of one marked passage."""
    text, found = unmarked(line, MARK)
    namings, fillers = list[Naming](), list[Filler]()
    for start, end, mark in found:
        if mark["words"]:
            namings.append(Naming(start, end, mark["number"] or ONLY, mark["root"]))
        else:
            fillers.append(Filler(start, end, mark["side"], tuple((mark["of"] or ONLY).split(","))))
    return Example(name, text, tuple(namings), tuple(fillers), group=name, asks="interactions")


def passages(path: Path) -> Iterator[Example]:
    """Every passage of a file."""
    lines = (line for line in path.read_text("utf-8").splitlines() if line.strip())
    for number, line in enumerate(lines, 1):
        yield marked(f"{path.stem}-{number}", line)


def scores(held: Sequence[Example], least: float) -> dict[str, float]:
    """How well the words of interactions are found from a probability on, and root and sides of those found."""
    said = right = found = named = rooted = sided = asked = 0
    for example in held:
        guesses, sides = interactions(example.text)
        guesses = tuple(guess for guess in guesses if guess.score >= least)
        named, said = named + len(example.namings), said + len(guesses)
        for guess in guesses:
            hits = [n for n in example.namings if n.start < guess.end and guess.start < n.end]
            right += bool(hits)
            rooted += any(n.type == guess.roots[0][0] for n in hits)
            for filler in [f for f in example.fillers if hits and hits[0].event in f.events]:
                near = nearest(guess, [side for side in sides if side.role == filler.role])
                sided += near is not None and near.start < filler.end and filler.start < near.end
                asked += 1
        found += sum(any(n.start < g.end and g.start < n.end for g in guesses) for n in example.namings)
    recall, precision = found / max(1, named), right / max(1, said)
    f1 = 2 * recall * precision / max(1e-9, recall + precision)
    row = {
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "root": rooted / max(1, right),
        "side": sided / max(1, asked),
    }
    return {name: round(value, 3) for name, value in row.items()}


def main(out: str, corpora: Path) -> None:
    """Write the examples, or score."""
    known = articles(corpora)

    def marks(folder: Path) -> Iterator[Example]:
        return (e for path in sorted(folder.glob("*.txt")) for e in marked_articles(path, known, "interactions"))

    if out == "-":
        held = list(marks(REAL / "held_out"))
        print(*(f"{least}: {scores(held, least)}" for least in (0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98)), sep="\n")
        return
    invented = (example for path in sorted(PASSAGES.glob("*.txt")) for example in passages(path))
    write([*invented, *marks(REAL)], Path(out))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
