"""The one time a text is changed: line ends, spaces, stray control characters, Unicode form.

In: text as decoded. Out: the text whose offsets everything later cites; doing it twice changes nothing.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")

TITLE_LENGTH = 200
HEAD_LINES = 6


def normalise(text: str) -> str:
    """LF line ends, plain spaces, no control or invisible characters, NFC, no blanks at line ends."""
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    text = _SURROGATES.sub("\ufffd", text)
    text = unicodedata.normalize("NFC", text)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def one_line(text: str) -> str:
    """Normalised, all white space single: for titles and names."""
    return " ".join(normalise(text).split())


def head(text: str) -> list[str]:
    """The short lines at the head of a text, before its first long one."""
    lines: list[str] = []
    for line in text.split("\n", 2 * HEAD_LINES)[: 2 * HEAD_LINES]:
        if len(line) > TITLE_LENGTH:
            break
        if line.strip():
            lines.append(line.strip())
    return lines[:HEAD_LINES]


def guess_title(text: str) -> str | None:
    """The first line, where it is short, followed by a blank line and more, and is no sentence."""
    first, _, rest = text.partition("\n")
    first = first.strip().lstrip("#").strip()
    followed = rest.startswith("\n") and rest.strip()
    if not followed or not 3 <= len(first) <= TITLE_LENGTH or re.search(r"[.:;,]$", first):
        return None
    return first if any(c.isalpha() for c in first) else None
