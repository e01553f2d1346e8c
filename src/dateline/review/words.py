"""Full-text search: in which reports a word, or a part of one, stands.

In: the texts by report. Out: the reports that hold it. The texts are looked through as they are, so no index has to
be kept in step; the last answers are kept.
"""

from __future__ import annotations

from collections.abc import Mapping


class Words:
    """The texts of all reports, folded."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = {name: text.casefold() for name, text in texts.items()}
        self._known: dict[str, frozenset[str]] = {}

    def holding(self, word: str) -> frozenset[str]:
        """The reports in which the (folded) word stands."""
        if word not in self._known:
            if len(self._known) > 50:
                self._known.clear()
            self._known[word] = frozenset([name for name, text in self.texts.items() if word in text])
        return self._known[word]
