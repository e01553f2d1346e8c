"""Invented passages in which the words that name a political interaction are marked with its PLOVER root.

    python -m training.interactions FILE     writes all of them there as examples, one a line

In: interactions/*.txt, one passage a line (the marks: README.md). Out: `Example`s that ask for interactions alone:
their namings are of a root, their fillers of a side.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from training.examples import Example, Filler, Naming, write

PASSAGES = Path(__file__).parent / "interactions"
MARK = re.compile(r"\{(?P<words>[^{}|\[\]]+)\|(?P<root>[A-Z]+)(?: (?P<number>\d+))?\}"
                  r"|\[(?P<filler>[^{}|\[\]]+)\|(?P<side>source|target)(?: (?P<of>\d+(?:,\d+)*))?\]")  # fmt: skip
ONLY = "1"  # the number of an interaction that is the only one of its passage


def marked(name: str, line: str) -> Example:
    """The example of one marked passage."""
    text, at, namings, fillers = "", 0, list[Naming](), list[Filler]()
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        at, start = mark.end(), len(text)
        text += mark["words"] or mark["filler"]
        if mark["words"]:
            namings.append(Naming(start, len(text), mark["number"] or ONLY, mark["root"]))
        else:
            fillers.append(Filler(start, len(text), mark["side"], tuple((mark["of"] or ONLY).split(","))))
    return Example(name, text + line[at:], tuple(namings), tuple(fillers), group=name, asks="interactions")


def passages(path: Path) -> Iterator[Example]:
    """Every passage of a file."""
    lines = (line for line in path.read_text("utf-8").splitlines() if line.strip())
    for number, line in enumerate(lines, 1):
        yield marked(f"{path.stem}-{number}", line)


if __name__ == "__main__":
    write((example for path in sorted(PASSAGES.glob("*.txt")) for example in passages(path)), Path(sys.argv[1]))
