"""What came in: one article as retrieved, with the words whose offsets everything else cites.

In: a text and what is known of it (outlet, address, dates). Out: `Report`, `Passage`, `Dateline`;
all are values, and all offsets are characters into `Report.text`, which never changes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from dateline.model.hashed import Hashed


def digest(*parts: object, size: int = 16) -> str:
    """Hex digest (`size` characters) of the parts, the same in every process."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:size]


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of a report's text: `text[start:end] == quote`, always."""

    report: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, day and agency at the head of a story; offsets of the whole head."""

    start: int
    end: int
    text: str
    place: str | None = None
    day: date | None = None
    agency: str | None = None


class _Worded(Hashed):
    """Keeps the hash of a text once it has been made."""

    __slots__ = ("_text_hash",)
    _text_hash: str


@dataclass(frozen=True, slots=True)
class Report(_Worded):
    """One article as retrieved.

    `text` is plain text with line feeds; `published` is the day the outlet gives (None: unknown);
    `published_by` says what gave that day ("page", "column", "option", "dateline"); `origin` is the
    path or address it was read from; `original_sha256` is the hash of the bytes as retrieved.
    """

    text: str
    title: str | None = None
    published: date | None = None
    published_by: str | None = None
    publisher: str | None = None
    url: str | None = None
    origin: str | None = None
    language: str | None = None
    retrieved: datetime | None = None
    original_sha256: str | None = None
    media_type: str = "text/plain"

    @property
    def text_hash(self) -> str:
        """Hash of the text alone: reprints share it."""
        try:
            return self._text_hash
        except AttributeError:
            object.__setattr__(self, "_text_hash", digest(self.text))
            return self._text_hash

    def _hashed(self) -> str:
        """Hash of text, outlet, address and day: the same article read twice is one report."""
        return "r" + digest(self.text, self.publisher, self.url, self.published, self.title)

    def passage(self, start: int, end: int) -> Passage:
        """The passage from `start` to `end`; IndexError where the text has none."""
        if not 0 <= start < end <= len(self.text):
            raise IndexError(f"no passage {start}-{end} in a text of {len(self.text)} characters")
        return Passage(self.id, start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Rejected:
    """Input that could not become a report: which file, what is wrong, what to do."""

    origin: str
    problem: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.origin}: {self.problem}" + (f"; {self.advice}" if self.advice else "")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A report with the bytes it was read from, as ingest hands it on."""

    report: Report
    original: bytes = field(repr=False, default=b"")
    notes: tuple[str, ...] = ()
    columns: dict[str, Any] = field(default_factory=dict)
