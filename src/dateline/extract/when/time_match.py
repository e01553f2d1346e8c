"""Finding what may be a time: the longest rule at each place of a text.

In: a text. Out: `Found` stretches in order, none overlapping, each with the rule and the words of its parts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from dateline.extract.when.time_begin import Chooser, bits
from dateline.extract.when.time_lexicon import RULES, STARTERS, Rule
from dateline.text.wording import spelt

_PLAIN = {"’": "'", "‘": "'", "–": "-", "‑": "-", "\xa0": " ", "\u202f": " ", "\t": " "}
_WRAP = re.compile(
    r"\n(?<!\n\n)(?! *\n)(?!(?<=[.!?:;]\n) *\d| *\d\d?-\d\d? )"
)  # not before an item: "2 Sept.\n29 Aug. ..."
_WORD = re.compile(r"([a-z0-9]+)")
_LEFT = re.compile(r"(?<![\w$£€#])(?<!\w-)(?<!\d[.,:/])")  # what may stand before


@dataclass(slots=True)
class Found:
    """A stretch of text that a rule matched; `parts` holds the words of each class, in order."""

    rule: Rule
    start: int
    end: int
    text: str
    parts: dict[str, list[str]] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        """The first word of that class, if any."""
        words = self.parts.get(name)
        return words[0] if words else None

    def all(self, name: str) -> list[str]:
        """Every word of that class, in order."""
        return self.parts.get(name, [])


def level(text: str) -> str:
    """The text in lower case with plain quotes, hyphens and blanks; every offset stays where it is."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for odd, plain in _PLAIN.items():
        low = low.replace(odd, plain)
    return _WRAP.sub(" ", low)


def read_match(rule: Rule, match: re.Match[str]) -> Found:
    """The match with its captured words gathered by class."""
    parts: dict[str, list[str]] = defaultdict(list)
    for name, word in zip(rule.classes, match.groups(), strict=True):
        if word is not None:
            parts[name].append(word)
    return Found(rule, match.start(), match.end(), match[0], dict(parts))


@cache
def _chooser() -> Chooser:
    return Chooser([rule.regex.pattern for rule in RULES], STARTERS)


def _longest(low: str, start: int, numbers: int) -> Found | None:
    best: tuple[Rule, re.Match[str]] | None = None
    for number in bits(numbers):
        rule = RULES[number]
        match = rule.regex.match(low, start)
        if match and (best is None or match.end() > best[1].end()):
            best = (rule, match)
    return read_match(*best) if best else None


def find(text: str) -> list[Found]:
    """Every stretch that a rule matches, names that only look like times included."""
    low, out, done, chooser = level(text), [], 0, _chooser()
    parts = _WORD.split(low)  # gap, word, gap, word, ..., gap
    starts = list(accumulate(map(len, parts)))[:-1:2]
    words = [word if word.isalpha() else spelt(word) for word in parts[1::2]]
    for i, word in enumerate(words):
        if word not in chooser.first or starts[i] < done:
            continue
        rules = chooser.at(words, i)
        found = _longest(low, starts[i], rules) if rules and _LEFT.match(low, starts[i]) else None
        if found and found.end > found.start:
            out.append(found)
            done = found.end
    return out
