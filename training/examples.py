"""Examples: texts with the character ranges that name events and fill roles; kept as JSON lines.

In and out: `Example`s. They need nothing but this file, so that a training machine needs no gazetteer and no parser.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that name an event: its key within the text, type, stance, salience."""

    start: int
    end: int
    event: str
    type: str
    stance: str = "asserted"
    salience: str = "main"


@dataclass(frozen=True, slots=True)
class Filler:
    """Words that fill a role of some events, by their keys."""

    start: int
    end: int
    role: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its namings and fillers; `unsure` are ranges that no loss is taken on; `group` keeps kin together.

    It `asks` for "events" (types and roles) or for "interactions" (roots and sides), and says nothing of the other.
    """

    name: str
    text: str
    namings: tuple[Naming, ...]
    fillers: tuple[Filler, ...] = ()
    unsure: tuple[Span, ...] = ()
    group: str = ""
    gold: bool = False
    asks: str = "events"


def write(found: Iterable[Example], path: Path) -> None:
    """One example a line."""
    path.write_text("".join(json.dumps(dataclasses.asdict(example)) + "\n" for example in found), "utf-8")


def _example(row: dict[str, Any]) -> Example:
    namings = tuple(Naming(**naming) for naming in row.pop("namings"))
    fillers = tuple(Filler(**{**filler, "events": tuple(filler["events"])}) for filler in row.pop("fillers"))
    unsure = tuple((start, end) for start, end in row.pop("unsure"))
    return Example(**row, namings=namings, fillers=fillers, unsure=unsure)


def load(path: Path) -> list[Example]:
    """The examples of such a file."""
    return [_example(json.loads(line)) for line in path.read_text("utf-8").splitlines()]
