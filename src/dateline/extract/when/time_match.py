"""Finding what may be a time: the longest rule at each place of a text.

In: a text. Out: `Found` stretches in order, none overlapping, each with the rule and the words of its parts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from dateline.extract.when.time_lexicon import RULES, STARTERS, Rule

_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "‑": "-", "\xa0": " ", "\u202f": " ", "\t": " "})
_WRAP = re.compile(r"(?<!\n)\n(?! *\n)")
_BEGIN = re.compile(r"(?<![\w$£€#])(?<!\w-)(?<!\d[.,:/])(?:[a-z]+|\d)")


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
    for name, word in match.groupdict().items():
        if word is not None:
            parts[re.sub(r"[_\d]+$", "", name)].append(word)
    return Found(rule, match.start(), match.end(), match[0], dict(parts))


def _longest(low: str, start: int) -> Found | None:
    best: tuple[Rule, re.Match[str]] | None = None
    for rule in RULES:
        match = rule.regex.match(low, start)
        if match and (best is None or match.end() > best[1].end()):
            best = (rule, match)
    return read_match(*best) if best else None


def find(text: str) -> list[Found]:
    """Every stretch that a rule matches, names that only look like times included."""
    low, out, done = level(text), [], 0
    for begin in _BEGIN.finditer(low):
        if begin.start() < done or not (begin[0].isdigit() or begin[0] in STARTERS):
            continue
        found = _longest(low, begin.start())
        if found and found.end > found.start:
            out.append(found)
            done = found.end
    return out
