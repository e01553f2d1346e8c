"""The door: every path, folder, address or "-" in turn, each file to the reader of its kind.

In: sources as the user named them. Out: reports and rejections, folders sorted by path. Nothing raises
out of `ingest`: what goes wrong with one input is one `Rejected`, and the next is read.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline import registry
from dateline.ingest.fetch import fetch
from dateline.ingest.reader import IngestOptions, Reader, Refused, Source
from dateline.model.report import Incoming, Rejected

Result = Incoming | Rejected
_STDIN = "-"
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")


def ingest(sources: Iterable[str | Path], options: IngestOptions | None = None) -> Iterator[Result]:
    """Every report in the sources, and every input that is none, with the reason."""
    options = options or IngestOptions()
    readers = readers_by_suffix()
    for source in sources:
        name = str(source)
        if name.startswith(("http://", "https://")):
            yield from _fetched(name, readers, options)
        elif name == _STDIN:
            yield from _stdin(readers, options)
        else:
            yield from _path(name, readers, options)


def shown(path: str | Path) -> str:
    """A path as text; bytes of a name that are no UTF-8 become the replacement character."""
    return os.fsencode(path).decode("utf-8", "replace")


def readers_by_suffix() -> dict[str, Reader]:
    """File suffix -> its reader, from the plug-in group `dateline.inputs`."""
    found = registry.plugins("inputs").values()
    return {suffix: reader for reader in found for suffix in reader.suffixes}


def _path(name: str, readers: dict[str, Reader], options: IngestOptions) -> Iterator[Result]:
    try:
        path = Path(name)
        if not name or not path.exists():
            yield Rejected(shown(name) or "''", "no such file or folder", "check the path")
        elif path.is_dir():
            yield from _folder(path, readers, options)
        else:
            yield from _file(path, readers.get(path.suffix.lower(), None if path.suffix else readers[".txt"]), options)
    except (OSError, ValueError) as error:
        yield Rejected(shown(name), _why(error))


def _folder(folder: Path, readers: dict[str, Reader], options: IngestOptions) -> Iterator[Result]:
    """All files below, sorted; hidden ones skipped, parts of saved pages named once."""
    errors: list[OSError] = []
    seen = False
    for path in _walk(folder, errors):
        seen = True
        if path.is_dir():
            yield Rejected(shown(path), "holds the parts of a saved page", "")
        else:
            yield from _file(path, readers.get(path.suffix.lower()), options)
    for error in errors:
        yield Rejected(shown(error.filename), _why(error))
    if not seen and not errors:
        yield Rejected(shown(folder), "the folder holds no reports")


def _walk(folder: Path, errors: list[OSError]) -> Iterator[Path]:
    found: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=errors.append):
        parts = [name for name in folders if name.endswith("_files")]
        found += [Path(root, name) for name in (*names, *parts) if not name.startswith(".")]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in parts]
    return iter(sorted(found))


def _file(path: Path, reader: Reader | None, options: IngestOptions) -> Iterator[Result]:
    if reader is None:
        kind = f"files of the kind {path.suffix!r} are" if path.suffix else "files without an ending are"
        yield Rejected(shown(path), f"{kind} not read", "save it as .txt, .html, .pdf, .docx, .csv or .jsonl")
        return
    try:
        with path.open("rb") as stream:
            data = stream.read(reader.limit(options) + 1)
    except OSError as error:
        yield Rejected(shown(path), _why(error))
        return
    yield from read_source(Source(shown(path), data), reader, options)


def read_source(source: Source, reader: Reader, options: IngestOptions) -> Iterator[Result]:
    """What the reader makes of the source; whatever it raises becomes one `Rejected`."""
    limit = reader.limit(options)
    if len(source.data) > limit:
        yield Rejected(source.origin, f"is larger than {limit:,} bytes", "split it")
        return
    try:
        yield from reader(source, options)
    except Refused as no:
        yield no.at(source.origin)
    except Exception as error:  # a reader's or a library's fault must not stop the other files
        what = " ".join(f"{type(error).__name__}: {error}".split())[:120]
        yield Rejected(source.origin, f"could not be read ({what})")


def _stdin(readers: dict[str, Reader], options: IngestOptions) -> Iterator[Result]:
    """JSON or JSON lines if it begins so, a page if it begins so, else one plain text."""
    try:
        data = sys.stdin.buffer.read(readers[".json"].limit(options) + 1)
    except (OSError, ValueError) as error:
        yield Rejected("standard input", _why(error))
        return
    kind = ".json" if _JSON.match(data) else ".txt"
    yield from read_source(Source(_STDIN, data), readers[kind], options)


def _fetched(url: str, readers: dict[str, Reader], options: IngestOptions) -> Iterator[Result]:
    for got in fetch(url, options):
        if isinstance(got, Rejected):
            yield got
        else:
            source, suffix = got
            yield from read_source(source, readers[suffix], options)


def _why(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "may not be read (no permission)"
    if isinstance(error, FileNotFoundError):
        return "is gone"
    return str(getattr(error, "strerror", None) or error)
