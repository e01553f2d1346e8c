"""Private people's names, and where they stand in any words.

In: names as found in reports, and words known to be no private names (places, groups). Out: spans
of the names, whole or by their surnames, in headlines, notes and texts; folded to match any spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from dateline.export.files import table
from dateline.gazetteer.countries import country_code, people

WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """`text` without case and accents, character for character (the length stays)."""
    return "".join(unicodedata.normalize("NFKD", c)[0].casefold()[0] for c in text)


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\W_]+", name) if word]


class Names:
    """The names to mask; `known` are words of places and groups, which are never masked alone."""

    def __init__(self, names: Iterable[str], known: Iterable[str]) -> None:
        found = sorted({name for name in names if name.strip()})
        never = {folded(word) for name in known for word in _words(name)} | set(table("mask.toml")["plain"]["words"])
        words = {w for name in found for w in _words(name) if len(w) > 2 and not w.islower()}
        single = {folded(word) for word in words if not people(word) and not country_code(word)} - never
        whole = {tuple(map(folded, _words(name))) for name in found if len(_words(name)) > 1}
        self.single = frozenset(single)
        self.joined = sorted({name for name in ("".join(map(folded, _words(n))) for n in found) if len(name) > 6})
        self._addresses: dict[str, bool] = {}  # asked for again with every event of a report
        self._whole: dict[str, list[tuple[str, ...]]] = {}  # first word -> names, the longest first
        for name in sorted(whole, key=lambda words: (-len("".join(words)), words)):
            self._whole.setdefault(name[0], []).append(name)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where a private name stands in `text`: whole in any case, a surname where it has a capital."""
        words = [(match.group(), match.start(), match.end()) for match in WORD.finditer(folded(text))]
        alone = [(a, b) for word, a, b in words if word in self.single and not text[a].islower()]
        return self._wholes(words) + alone

    def _wholes(self, words: list[tuple[str, int, int]]) -> list[tuple[int, int]]:
        """Where names of several words stand, left to right, none overlapping."""
        found, at = [], 0
        while at < len(words):
            names = (
                len(n) for n in self._whole.get(words[at][0], ()) if n == tuple(w for w, *_ in words[at : at + len(n)])
            )
            size = next(names, 0)
            found += [(words[at][1], words[at + size - 1][2])] if size else []
            at += size or 1
        return found

    def in_address(self, text: str) -> bool:
        """Whether an address or file name holds a private name, in any case, its words run together or not."""
        if text not in self._addresses:
            words = _words(folded(text))
            run = "".join(words)
            self._addresses[text] = not self.single.isdisjoint(words) or any(name in run for name in self.joined)
        return self._addresses[text]
