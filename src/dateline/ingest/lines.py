"""Lines of a printed page back to paragraphs: broken words joined, running heads dropped.

In: the lines of each page, as a PDF gives them. Out: text with one line a paragraph, blank lines between.
"""

from __future__ import annotations

import re
from collections import Counter

from dateline.ingest.words import hyphens

_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:][\"'”’)\]]*$")


def paragraphs(pages: list[str]) -> str:
    """The text of all pages as paragraphs."""
    lines = [line for page in _without_running_heads(pages) for line in page]
    known = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(lines)))
    width = _width(lines)
    out: list[str] = [""]
    for line in lines:
        if not line:
            _end(out)
            continue
        out[-1] = _join(out[-1], line, known)
        if len(line) < 0.75 * width and (_ENDS.search(line) or len(line) < 0.5 * width):
            _end(out)
    return "\n\n".join(part for part in out if part)


def _end(out: list[str]) -> None:
    if out[-1] and not _BROKEN.search(out[-1]):
        out.append("")


def _width(lines: list[str]) -> int:
    """How long a full line is: the ninth decile."""
    lengths = sorted(len(line) for line in lines if line) or [0]
    return lengths[int(0.9 * (len(lengths) - 1))]


def _join(before: str, line: str, known: Counter[str]) -> str:
    broken = _BROKEN.search(before)
    if re.search(r"\d-$", before) and line[0].isdigit():
        return before + line
    if not before or not broken:
        return f"{before} {line}".strip()
    after = re.match(r"[^\W\d_]+", line)
    if after is None or not _one_word(broken[1], after[0], known):
        return before + line
    return before[: broken.end(1)] + line


def _one_word(left: str, right: str, known: Counter[str]) -> bool:
    """Is "govern-|ment" one word? Not where the text, or the lists, write it with a hyphen."""
    if known[f"{left}{right}"] > known[f"{left}-{right}"]:
        return True
    keep_after, keep_before = hyphens()
    kept = left.casefold() in keep_after or right.casefold() in keep_before or known[f"{left}-{right}"] > 0
    return not kept and right.islower() and len(left) > 1


def _without_running_heads(pages: list[str]) -> list[list[str]]:
    """The lines of each page, without page numbers and lines that head or foot three pages or more."""
    split = [[" ".join(line.split()) for line in page.splitlines()] for page in pages]
    edges: Counter[str] = Counter()
    for lines in split:
        full = [line for line in lines if line]
        edges.update({re.sub(r"\d+", "0", line) for line in (*full[:1], *full[-1:])})
    running = {line for line, count in edges.items() if count >= 3}
    return [_trim(lines, running) for lines in split]


def _trim(lines: list[str], running: set[str]) -> list[str]:
    full = [i for i, line in enumerate(lines) if line]
    for index in sorted({*full[:2], *full[-2:]}, reverse=True):
        if _NUMBER.fullmatch(lines[index]) or re.sub(r"\d+", "0", lines[index]) in running:
            del lines[index]
    return lines
