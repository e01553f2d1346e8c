"""Word documents (.docx): paragraphs and table cells in the order they stand.

In: a .docx file. Out: one report. Archives that unpack to far more than they weigh are refused.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from dateline.ingest.assemble import Found, assemble
from dateline.ingest.dates import date_line
from dateline.ingest.normalise import guess_title, normalise
from dateline.ingest.reader import IngestOptions, Refused, Source, reads
from dateline.model.report import Incoming, Rejected

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
UNPACKED_FACTOR = 10
_LOCKED = b"\xd0\xcf\x11\xe0"


@reads(".docx")
def read_docx(source: Source, options: IngestOptions) -> Iterator[Incoming | Rejected]:
    """The report of one Word document."""
    check_archive(source.data, options.max_bytes * UNPACKED_FACTOR, "Word document")
    text = normalise("\n\n".join(_blocks(source.data)))
    yield assemble(source, Found(text, guess_title(text), date_line(text), media_type=MEDIA_TYPE), options)


def check_archive(data: bytes, limit: int, kind: str) -> None:
    """Raise Refused unless the bytes are a zip archive that unpacks to at most `limit` bytes."""
    if not data.strip():
        raise Refused("is empty")
    if data.startswith(_LOCKED):
        raise Refused(f"is protected by a password or in the old format of a {kind}", "save it anew without one")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        raise Refused(f"is not a readable {kind}", "open it and save it anew") from None
    if unpacked > limit:
        raise Refused(f"unpacks to {unpacked:,} bytes; {limit:,} are read", "split it")


def _blocks(data: bytes) -> list[str]:
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        return [text for block in document.iter_inner_content() for text in _texts(block) if text.strip()]
    except Exception as error:
        raise Refused(f"is not a readable Word document ({type(error).__name__})", "open it and save it anew") from None


def _texts(block: Any) -> list[str]:
    """The text of a paragraph, or of a table's cells (each merged cell once)."""
    if hasattr(block, "text"):
        return [block.text]
    seen: dict[int, str] = {}
    for row in block.rows:
        for cell in row.cells:
            seen.setdefault(id(cell._tc), cell.text)
    return list(seen.values())
