"""PDF: the text layer as paragraphs; scans, locked and broken files are refused, each with its reason.

In: a .pdf file. Out: one report. The file's own metadata is not believed (it names the typist).
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.ingest.assemble import Found, assemble
from dateline.ingest.dates import date_line
from dateline.ingest.lines import paragraphs
from dateline.ingest.normalise import guess_title, normalise
from dateline.ingest.reader import IngestOptions, Refused, Source, reads
from dateline.model.report import Incoming, Rejected

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 300

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


@reads(".pdf")
def read_pdf(source: Source, options: IngestOptions) -> Iterator[Incoming | Rejected]:
    """The report of one PDF."""
    text = normalise(paragraphs(_pages(source.data)))
    found = Found(text, guess_title(text), date_line(text), media_type="application/pdf")
    yield assemble(source, found, options)


def _pages(data: bytes) -> list[str]:
    from pypdf.errors import DependencyError, PyPdfError

    if not data.strip():
        raise Refused("is empty")
    try:
        pages = [page.extract_text() for page in _open(data).pages]
    except (Refused, MemoryError):
        raise
    except DependencyError:
        raise Refused("is protected by a password", "save a copy without one") from None
    except (PyPdfError, Exception) as error:
        raise Refused(f"is not a readable PDF ({type(error).__name__})", "open it and save it anew") from None
    if not any(any(c.isalpha() for c in page) for page in pages):
        raise Refused("is a scan: its pages hold pictures and no text", "run text recognition (OCR) on it first")
    return pages


def _open(data: bytes) -> PdfReader:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused("is protected by a password", "save a copy without one")
    if len(reader.pages) > MAX_PAGES:
        raise Refused(f"has {len(reader.pages)} pages; {MAX_PAGES} are read", "split it")
    return reader
