"""Finding what may be a time: the longest rule at each place of a text.

In: a text. Out: `Found` stretches in order, none overlapping, each with the rule and the words of its parts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from dateline.extract.when.time_begin import DEPTH, Chooser
from dateline.extract.when.time_lexicon import RULES, STARTERS, Rule

_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "‑": "-", "\xa0": " ", "\u202f": " ", "\t": " "})
_WRAP = re.compile(r"(?<!\n)\n(?! *\n)")
_WORD = re.compile(r"[a-z]+|\d+")
_LEFT = re.compile(r"(?<![\w$£€#])(?<!\w-)(?<!\d[.,:/])")  # what may stand before


@dataclass(frozen=True, slots=True)
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
    return _WRAP.sub(" ", low.translate(_PLAIN))


def read_match(rule: Rule, match: re.Match[str]) -> Found:
    """The match with its captured words gathered by class."""
    parts: dict[str, list[str]] = defaultdict(list)
    for name, number in rule.classes:
        word = match[number]
        if word is not None:
            parts[name].append(word)
    return Found(rule, match.start(), match.end(), match[0], dict(parts))


@cache
def _chooser() -> Chooser:
    return Chooser([rule.regex.pattern for rule in RULES])


def _longest(low: str, start: int, numbers: tuple[int, ...]) -> Found | None:
    best: tuple[Rule, re.Match[str]] | None = None
    for number in numbers:
        rule = RULES[number]
        match = rule.regex.match(low, start)
        if match and (best is None or match.end() > best[1].end()):
            best = (rule, match)
    return read_match(*best) if best else None


def find(text: str) -> list[Found]:
    """Every stretch that a rule matches, names that only look like times included."""
    low, out, done = level(text), [], 0
    at = _chooser().at
    for begin in _WORD.finditer(low):
        word = begin[0]
        if word not in STARTERS and word[0] > "9":
            continue
        start = begin.start()
        numbers = at(low[start : start + DEPTH]) if start >= done else ()
        found = _longest(low, start, numbers) if numbers and _LEFT.match(low, start) else None
        if found and found.end > found.start:
            out.append(found)
            done = found.end
    return out
