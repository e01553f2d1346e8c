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


def folded(text: str) -> str:
    """`text` without case and accents, character for character (the length stays)."""
    return "".join(unicodedata.normalize("NFKD", c)[0].casefold()[0] for c in text)


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\W_]+", name) if word]


def _any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    longest = sorted(sorted(patterns), key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(longest)})(?![^\W_])") if longest else None


class Names:
    """The names to mask; `known` are words of places and groups, which are never masked alone."""

    def __init__(self, names: Iterable[str], known: Iterable[str]) -> None:
        found = sorted({name for name in names if name.strip()})
        never = {folded(word) for name in known for word in _words(name)} | set(table("mask.toml")["plain"]["words"])
        words = {w for name in found for w in _words(name) if len(w) > 2 and not w.islower()}
        single = {folded(word) for word in words if not people(word) and not country_code(word)} - never
        whole = {r"[\W_]+".join(map(re.escape, map(folded, _words(name)))) for name in found if len(_words(name)) > 1}
        self.single = frozenset(single)
        self.joined = sorted({name for name in ("".join(map(folded, _words(n))) for n in found) if len(name) > 6})
        self._whole, self._single = _any_of(whole), _any_of(map(re.escape, single))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where a private name stands in `text`: whole in any case, a surname where it has a capital."""
        low = folded(text)
        whole = [match.span() for match in self._whole.finditer(low)] if self._whole else []
        alone = [match.span() for match in self._single.finditer(low)] if self._single else []
        return whole + [(start, end) for start, end in alone if not text[start].islower()]

    def in_address(self, text: str) -> bool:
        """Whether an address or file name holds a private name, in any case, its words run together or not."""
        words = [word for word in re.split(r"[\W_]+", folded(text)) if word]
        return not self.single.isdisjoint(words) or any(name in "".join(words) for name in self.joined)
