"""Which rules may match the words that stand at a place of a text, so that few of them are tried there.

In: compiled patterns. Out: for the next words of a text, the patterns that can match there; never one too few, at
times one too many. A set of patterns is a number: pattern 0 its lowest bit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from dateline.text.wording import wording

DEPTH = 4  # words looked at


class Chooser:
    """Chooses among patterns by the next words of a text, as `spelt` gives them."""

    def __init__(self, patterns: Sequence[str], starters: Collection[str]) -> None:
        """`starters`: the words at which a pattern is tried, beside those with a digit."""
        self.alone, self.first, self.last, self.every = known = [defaultdict[str, int](int) for _ in range(4)]
        for number, pattern in enumerate(patterns):
            told = wording(pattern)
            if any("*" in word for word in told.every):
                raise ValueError(f"a pattern is told in known words: {pattern}")
            for rules, words in zip(known, told, strict=True):
                for word in words:
                    rules[word] |= 1 << number
        for word in [word for word in self.first if word not in starters and word[0] != "0"]:
            del self.first[word]

    def at(self, words: Sequence[str], i: int) -> int:
        """The patterns that may match from word `i` on."""
        left = self.first.get(words[i], 0)
        found = left & self.alone.get(words[i], 0)
        for word in words[i + 1 : i + DEPTH]:
            left &= self.every.get(word, 0)
            if not left:
                return found
            found |= left & self.last.get(word, 0)
        return found | left


def bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
