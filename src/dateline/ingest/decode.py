"""Bytes to text: which encoding a file is in, found without guessing at random.

In: bytes, and an encoding if one is known. Out: the text and notes on what was assumed. Raises
`Refused` for binary files and for encodings that cannot be told.
"""

from __future__ import annotations

import codecs
import re

from dateline.ingest.reader import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (docx, xlsx, ...)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# What UTF-8 looks like when taken for Windows-1252: "â€" and one more, or "Ã", "Â" and one more beside a
# small letter (so that a real "AMANHÃ”" stays).
_TAIL = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_SPOILED = re.compile(f"â€{_TAIL}|(?<=[a-z])[ÂÃ]{_TAIL}|[ÂÃ]{_TAIL}(?=[a-z])")
_SAMPLE = 100_000
_ADVICE = "save it as UTF-8 or name its encoding"


def decode(data: bytes, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text and notes; `encoding` is believed where given. Raises Refused."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xfe\xff"):
        raise Refused("is empty")
    if encoding:
        return _strictly(data, encoding), ()
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name), ()
    return _unmarked(data)


def _unmarked(data: bytes) -> tuple[str, tuple[str, ...]]:
    if wide := _utf16_without_mark(data):
        return _strictly(data, wide), (f"read as {wide.upper()}",)
    _no_binary(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged(data) or _windows(data)
    if text.count("\ufffd") > max(3, len(text) // 500):
        raise Refused("its letters were lost in an earlier conversion", "get the original again")
    return repaired(text)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise Refused(f"no encoding is called {encoding!r}", "try utf-8, cp1252, cp1251, utf-16") from None
    except (UnicodeDecodeError, ValueError):
        raise Refused(f"is not in the encoding {encoding}", _ADVICE) from None


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    half = max(1, len(sample) // 2)
    if len(sample) >= 8 and sample[1::2].count(0) > 0.6 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if len(sample) >= 8 and sample[::2].count(0) > 0.6 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _no_binary(data: bytes) -> None:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise Refused(f"is {kind}, not text", "give it its own file ending")
    sample = data[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > max(2, len(sample) // 200):
        raise Refused("is a binary file, not text")


def _damaged(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 with a few broken bytes, where far more of its letters are whole."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(c > "\x7f" for c in text) - broken
    return (text, (f"UTF-8 with {broken} broken letters",)) if whole > 3 * broken else None


def _windows(data: bytes) -> tuple[str, tuple[str, ...]]:
    text = data.decode("cp1252", "replace")
    letters = sum(c.isalpha() for c in text)
    foreign = sum(c > "\x7f" for c in text)
    if foreign > 0.15 * max(letters, 1) or text.count("\ufffd") > 3:
        raise Refused("is neither UTF-8 nor Windows-1252", _ADVICE)
    return text, ("not UTF-8: read as Windows-1252",)


def repaired(text: str) -> tuple[str, tuple[str, ...]]:
    """Undo UTF-8 that was once taken for Windows-1252 ("â€™" for "’"): all of it, else the sure parts."""
    if not _SPOILED.search(text):
        return text, ()
    whole = _undone(text)
    better = whole if whole is not None else _SPOILED.sub(lambda run: _undone(run[0]) or run[0], text)
    return better, () if better == text else ("UTF-8 taken for Windows-1252: put right",)


def _undone(text: str) -> str | None:
    try:
        return b"".join(map(_byte, text)).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None


def _byte(char: str) -> bytes:
    return char.encode("latin-1" if "\x80" <= char <= "\x9f" else "cp1252")
