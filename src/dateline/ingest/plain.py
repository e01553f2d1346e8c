"""Plain text and Markdown: one file, one report, its words kept whole.

In: a .txt or .md file. Out: one report; a first short line before a blank line also serves as its title,
a date on a line of its own at the head as its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.ingest.assemble import Found, assemble
from dateline.ingest.dates import date_line
from dateline.ingest.decode import decode
from dateline.ingest.normalise import guess_title, normalise
from dateline.ingest.page import read_page
from dateline.ingest.reader import IngestOptions, Source, reads
from dateline.model.report import Incoming, Rejected

_PAGE = re.compile(r"\s*(<\?xml[^>]*>\s*)?<(!doctype html|html)\b", re.IGNORECASE)


@reads(".txt", ".md", ".markdown", ".text")
def read_text(source: Source, options: IngestOptions) -> Iterator[Incoming | Rejected]:
    """The report of one text file; a saved page under a text name is read as a page."""
    text, notes = decode(source.data, options.encoding)
    if _PAGE.match(text):
        yield from read_page(source, options)
        return
    text = normalise(text)
    yield assemble(source, Found(text, guess_title(text), date_line(text), notes=notes), options)
