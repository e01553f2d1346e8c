"""What a reader of one kind of input is: the bytes it gets, the options, how it says no.

In: a `Source` (bytes with a name) and `IngestOptions`. Out: `Incoming` or `Rejected`, one per report.
A plug-in registers an object made by `@reads(".suffix")` under the entry-point group `dateline.inputs`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from dateline.errors import DatelineError
from dateline.model.report import Incoming, Rejected

TABLE_FACTOR = 10  # a file of many reports may have this many times `max_bytes`


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How to read: `published` is the day for reports without one of their own.

    `columns` maps text, title, date, url, publisher to a table's column names (dotted paths in JSON);
    `max_bytes` is the size one report may have (a table or JSON file: ten times that);
    `encoding` names the encoding of text files (None: found out).
    """

    published: date | None = None
    columns: dict[str, str] = field(default_factory=dict)
    max_bytes: int = 20_000_000
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes as retrieved: `origin` is the path, address or "-"; the rest is known of fetched ones only."""

    origin: str
    data: bytes = field(repr=False)
    url: str | None = None
    retrieved: datetime | None = None
    charset: str | None = None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None

    @property
    def sha256(self) -> str:
        """Hash of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


class Refused(DatelineError):  # noqa: N818 (named for what is said of the input)
    """This input is no report: what is wrong, what to do. Turned into `Rejected` by `ingest`."""

    def __init__(self, problem: str, advice: str = "") -> None:
        super().__init__(problem)
        self.problem, self.advice = problem, advice

    def at(self, origin: str) -> Rejected:
        """The line for a person, with the place it happened."""
        return Rejected(origin, self.problem, self.advice)


Read = Callable[[Source, IngestOptions], Iterator[Incoming | Rejected]]


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of input: the file suffixes (lower case, with the dot) and the function that reads it."""

    suffixes: tuple[str, ...]
    read: Read
    many: bool = False  # holds many reports, so it may be larger

    def __call__(self, source: Source, options: IngestOptions) -> Iterator[Incoming | Rejected]:
        """Read the source; may raise `Refused`, at any point of the iteration."""
        return self.read(source, options)

    def limit(self, options: IngestOptions) -> int:
        """The most bytes such a file may have."""
        return options.max_bytes * (TABLE_FACTOR if self.many else 1)


def reads(*suffixes: str, many: bool = False) -> Callable[[Read], Reader]:
    """Decorator: make a function the `Reader` of files that end so."""
    return lambda read: Reader(suffixes, read, many)
