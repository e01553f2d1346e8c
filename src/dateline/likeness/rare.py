"""The rare words of a report: what tells its story from others.

In: reports. Out: for each the words that say most, with weights whose squares add up to one. A word weighs more the
oftener the report has it, at its head above all, and the fewer reports have it: of those at hand and of the 1,979 of
frequencies.tsv. Names weigh double.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import log, sqrt

from dateline.likeness.names import proper
from dateline.likeness.words import table
from dateline.model.report import Report

WORD = re.compile(r"[^\W_]+(?:[.,:]\d+)*")
LEAST = 3  # letters; a number may be shorter
Weights = Mapping[str, float]


@cache
def frequencies() -> tuple[int, Mapping[str, int]]:
    """How many reports were counted, and how many of them have each word."""
    lines = files(__package__).joinpath("frequencies.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    found = {word: int(count) for word, count in rows}
    return found.pop(""), found


def words(text: str, head: int = 0) -> Counter[str]:
    """How often the text has each word, lower-cased; those of its first `head` characters count `lead` times."""
    opening = WORD.findall(text.lower(), 0, head)
    found = Counter(WORD.findall(text.lower()) + opening * (int(table("story")["lead"]) - 1))
    return Counter({word: count for word, count in found.items() if len(word) >= LEAST or word.isdecimal()})


def told(report: Report) -> str:
    """The title, where the text does not open with it, and the text."""
    title = report.title or ""
    return report.text if report.text.startswith(title) else f"{title}\n{report.text}"


def rare(reports: Sequence[Report]) -> list[Weights]:
    """The rare words of each report."""
    texts = [told(report) for report in reports]
    counts = [words(text, int(table("story")["head"])) for text in texts]
    number, known = frequencies()
    here = Counter(word for row in counts for word in row)
    all_told = number + len(texts) + 1
    seldom = {word: log(all_told / (known.get(word, 0) + count + 1)) for word, count in here.items()}
    return [_weights(row, seldom, text) for row, text in zip(counts, texts, strict=True)]


def _weights(counts: Mapping[str, int], seldom: Weights, text: str) -> Weights:
    rule, named = table("story"), {name.lower() for name in proper(text)}
    weighed = {
        word: (1 + log(count)) * seldom[word] * (rule["name"] if word in named else 1) for word, count in counts.items()
    }
    most = sorted(weighed.items(), key=lambda row: (-row[1], row[0]))[: rule["words"]]
    length = sqrt(sum(weight * weight for _, weight in most)) or 1.0
    return {word: weight / length for word, weight in most}
