"""PolNeAR: who says what. See docs/benchmarks.md, section polnear.

In: one part of PolNeAR (text/ and attributions/), a folder over such parts, or one text file. Out: exact and partial F1
of sources, cues and contents. Spans are compared as sets of words, so that a discontinuous span is one span.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.common.inputs import InputError, files, read_text, some
from benchmarks.common.judged import Benchmark, Judged, Loaded, Metric, Slip
from benchmarks.common.metrics import f1_metrics
from benchmarks.common.spans import meet
from benchmarks.common.tally import right, same
from dateline.codebook.cues import load_cues
from dateline.extract.voice.attribution import find
from dateline.extract.voice.say_page import Said
from dateline.extract.voice.say_tree import Stretch
from dateline.extract.voice.say_who import noun_phrase
from dateline.text import parse

ROLES = ("Source", "Cue", "Content")
Words = frozenset[int]


@dataclass(frozen=True)
class Article:
    """A text and the character pieces of its annotated spans, by role."""

    name: str
    text: str
    gold: Mapping[str, Sequence[tuple[tuple[int, int], ...]]]


class Page:
    """A text's words by number, to turn character pieces into sets of words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in re.finditer(r"\w+", text)]
        self.starts = [start for start, _ in self.spans]

    def words(self, pieces: Iterable[tuple[int, int]]) -> Words:
        """The numbers of the words that the pieces touch; of punctuation alone its place, below zero."""
        found: set[int] = set()
        pieces = list(pieces)
        for start, end in pieces:
            at = max(0, bisect.bisect_right(self.starts, start) - 1)
            while at < len(self.spans) and self.spans[at][0] < end:
                if self.spans[at][1] > start:
                    found.add(at)
                at += 1
        if not found:
            found.update([-1 - i for start, end in pieces for i in range(start, end) if not self.text[i].isspace()][:1])
        return frozenset(found)

    def spell(self, words: Words) -> str:
        """The words as they stand."""
        return " ".join(self.text[slice(*self.spans[at])] if at >= 0 else self.text[-1 - at] for at in sorted(words))


def load(path: Path) -> Loaded[Article]:
    """Every article with an annotation; of several annotations of one article the first by name."""
    texts = some(files(path, lambda p: p.suffix == ".txt" and p.parent.name == "text"), path, "text/*.txt")
    articles, used = [], list(texts)
    for text in texts:
        marks = sorted((text.parent.parent / "attributions").glob(f"{text.stem}_*.ann"))
        if marks:
            articles.append(Article(text.stem, read_text(text), gold(marks[0])))
            used.append(marks[0])
    if not articles:
        raise InputError(f"{path}: no annotation beside the texts (attributions/*.ann)")
    return Loaded(articles, used)


def gold(path: Path) -> dict[str, list[tuple[tuple[int, int], ...]]]:
    """The annotated spans of a brat file, by role; a span may be in pieces."""
    found: dict[str, list[tuple[tuple[int, int], ...]]] = defaultdict(list)
    for line in read_text(path).splitlines():
        parts = line.split("\t")
        if not line.startswith("T") or len(parts) < 2:
            continue
        role, _, spans = parts[1].partition(" ")
        if role in ROLES:
            numbers = [piece.split() for piece in spans.split(";")]
            try:
                found[role].append(tuple((int(start), int(end)) for start, end in numbers))
            except ValueError:
                raise InputError(f"{path}: not a span: {line[:60]}") from None
    return found


def read(text: str, page: Page) -> dict[str, list[Words]]:
    """The spans that dateline finds, by role, speakers as they stand before pronouns are resolved."""
    doc = parse(text)
    found: dict[str, list[Words]] = defaultdict(list)
    for said in _outermost(find(doc, load_cues())):
        spans = {"Cue": [said.cue], "Content": said.contents}
        if said.source is not None:
            spans["Source"] = [noun_phrase(said.source)]
        for role, stretches in spans.items():
            cut = [doc[a:b] for a, b in stretches]
            found[role].append(page.words((s.start_char, s.end_char) for s in cut))
    return found


def _outermost(found: Sequence[Said]) -> Iterator[Said]:
    """What stands in the content of nothing else: PolNeAR gives no word to two attributions."""
    for said in found:
        if not any(_holds(other, said.cue) and not _holds(said, other.cue) for other in found):
            yield said


def _holds(said: Said, cue: Stretch) -> bool:
    return any(start <= cue[0] and cue[1] <= end for start, end in said.contents)


def judge(article: Article) -> Judged:
    """One article."""
    page = Page(article.text)
    ours = read(article.text, page)
    theirs = {role: [page.words(pieces) for pieces in spans] for role, spans in article.gold.items()}
    tallies, slips = {}, []
    for role in ROLES:
        wanted, given = theirs.get(role, []), ours.get(role, [])
        pairs = meet(wanted, given, lambda one, two: len(one & two))
        tallies[f"{role.lower()}, exact"] = same(given, wanted)
        tallies[f"{role.lower()}, partial"] = right(len(pairs), len(given), len(wanted))
        slips += list(_slips(article.name, role, page, wanted, given, pairs))
    return Judged(article.name, tallies, slips=slips)


def _slips(
    name: str, role: str, page: Page, wanted: Sequence[Words], given: Sequence[Words], pairs: Sequence[tuple[int, int]]
) -> Iterator[Slip]:
    met_wanted, met_given = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, words in enumerate(wanted):
        if i not in met_wanted:
            yield Slip(f"{role} missed", name, page.spell(words))
    for j, words in enumerate(given):
        if j not in met_given:
            yield Slip(f"{role} too many", name, "", page.spell(words))
    for i, j in pairs:
        if wanted[i] != given[j]:
            kind = "too long" if wanted[i] < given[j] else "too short" if given[j] < wanted[i] else "shifted"
            yield Slip(f"{role} {kind}", name, page.spell(wanted[i]), page.spell(given[j]))


def metrics(judged: Sequence[Judged]) -> list[Metric]:
    """Exact and partial F1 by role."""
    return f1_metrics(judged, [f"{role.lower()}, {how}" for how in ("exact", "partial") for role in ROLES])


BENCHMARK = Benchmark("polnear", "articles", 100, load, judge, metrics)
