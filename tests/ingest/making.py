"""Small files of every kind, written by hand, for the tests of ingest."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import docx
import openpyxl
from pypdf import PdfReader, PdfWriter

from dateline.ingest import IngestOptions, ingest
from dateline.model.report import Incoming, Rejected

STORY = (
    "Gunmen killed three farmers near the village of Lower Tambe on Sunday, the district chief said. "
    "Two others were wounded and taken to hospital, a nurse told the radio by telephone on Monday."
)
SECOND = "The army said it had sent a patrol to the area. No group has claimed responsibility for the raid."


def pdf(*pages: Iterable[str]) -> bytes:
    """A PDF whose pages show the lines, set in Helvetica."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj T*".replace("’", "'") for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 50 750 Td {shown} ET".encode("latin-1")
        kids.append(f"{len(objects) + 2} 0 R")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def locked(data: bytes, password: str) -> bytes:
    """The same PDF behind a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word(*paragraphs: str, cells: Iterable[str] = ()) -> bytes:
    """A Word document with these paragraphs, then a table of one row."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if cells := list(cells):
        table = document.add_table(rows=1, cols=len(cells))
        for cell, text in zip(table.rows[0].cells, cells, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def workbook(**sheets: list[list[object]]) -> bytes:
    """A workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(folder: Path, name: str, data: bytes | str, options: IngestOptions | None = None) -> list[Incoming | Rejected]:
    """What ingest makes of a file of that name."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(ingest([path], options or IngestOptions()))


def one(folder: Path, name: str, data: bytes | str, options: IngestOptions | None = None) -> Incoming:
    """The one report in the file."""
    (result,) = read(folder, name, data, options)
    assert isinstance(result, Incoming), str(result)
    return result


def refusal(folder: Path, name: str, data: bytes | str, options: IngestOptions | None = None) -> str:
    """The one line that says why the file is no report, without its path."""
    (result,) = read(folder, name, data, options)
    assert isinstance(result, Rejected)
    assert "\n" not in str(result)
    assert str(result).startswith(str(folder / name))
    return str(result).removeprefix(str(folder / name))
