"""What the words of reports look like to whoever compares them, worked out once for each report.

In: texts, and where in them the triggers of accounts stand. Out: a `Look` at each: the sketch that reprints are found
by, the runs of words and the names around each trigger, the names of the whole. Several processes share many texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from itertools import islice
from sys import intern

from dateline.likeness.names import Names, names
from dateline.likeness.reprint import Runs, all_shingles, sketch

WINDOW = 240  # characters told around the trigger, on either side
PART = 500  # texts handed to a process at a time
Span = tuple[int, int]
Asked = tuple[str, str, Sequence[Span]]  # the report's id, its text, its triggers


@dataclass(frozen=True, slots=True)
class Look:
    """`around`: runs of words and names around each trigger; `story`: names of the whole, where there is a trigger."""

    sketch: Runs
    around: Mapping[Span, tuple[Runs, Names]] = field(default_factory=dict)
    story: Names = field(default_factory=dict)


def look_at(text: str, triggers: Sequence[Span]) -> Look:
    """A look at one text."""
    return _look_at_all([("", text, triggers)])[""]


def looks(asked: Iterable[Asked], several: Executor) -> Callable[[], dict[str, Look]]:
    """Begin to look at each; what is returned waits for the last, and gives the looks by id."""
    begun = several.map(_look_at_all, _parts(asked))

    def seen() -> dict[str, Look]:
        return {name: _kept(look) for part in begun for name, look in part.items()}

    return seen


def _look_at_all(asked: Sequence[Asked]) -> dict[str, Look]:
    texts = [text for _, text, _ in asked]
    windows = [[(max(0, start - WINDOW), end + WINDOW) for start, end in triggers] for _, _, triggers in asked]
    told = iter(all_shingles([text[start:end] for text, row in zip(texts, windows, strict=True) for start, end in row]))
    found = {}
    for (name, text, triggers), row, whole in zip(asked, windows, all_shingles(texts), strict=True):
        around = {span: (next(told), names(text, *window)) for span, window in zip(triggers, row, strict=True)}
        found[name] = Look(sketch(whole), around, names(text) if triggers else {})
    return found


def _parts(asked: Iterable[Asked]) -> Iterator[list[Asked]]:
    rest = iter(asked)
    while part := list(islice(rest, PART)):
        yield part


def _kept(look: Look) -> Look:
    """With each name once in memory: from other processes they come in many copies."""
    around = {span: (runs, _interned(told)) for span, (runs, told) in look.around.items()}
    return Look(look.sketch, around, _interned(look.story))


def _interned(told: Names) -> Names:
    return {intern(key): intern(name) for key, name in told.items()}
