"""Full-text search: in which reports a word, or a part of one, stands.

In: the texts by report. Out: the reports that hold it. All texts lie in one row of bytes that is looked through from
end to end, in any language, so no index has to be kept in step; the last answers are kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

KEPT = 50  # words whose answers are kept


class Words:
    """The texts of all reports, folded."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.names = list(texts)
        folded = [f"{text.casefold()}\n".encode("utf-8", "replace") for text in texts.values()]
        self.all = b"".join(folded)
        self.ends = [0]
        for text in folded:
            self.ends.append(self.ends[-1] + len(text))
        self._known: dict[str, frozenset[str]] = {}

    def holding(self, word: str) -> frozenset[str]:
        """The reports in which the (folded) word stands."""
        if word not in self._known:
            if len(self._known) >= KEPT:
                self._known.clear()
            self._known[word] = frozenset(self._look(word.encode("utf-8", "replace")))
        return self._known[word]

    def _look(self, word: bytes) -> list[str]:
        found, at = list[str](), self.all.find(word)
        while at >= 0:
            number = bisect_right(self.ends, at) - 1
            if number < len(self.names):
                found.append(self.names[number])
            at = self.all.find(word, self.ends[number + 1]) if number + 1 < len(self.ends) else -1
        return found
