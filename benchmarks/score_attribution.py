"""Measure attribution on PolNeAR (who says what): source, cue and content, exact and partial F1.

In: the folder of one part of PolNeAR (text/, attributions/). Out: a table on standard output. Spans are
compared as sets of words (letters and digits; punctuation and quotation marks do not count), speakers as
they stand in the text, before pronouns are resolved.

* Discontinuous spans count as one span: the set of all their words. Our utterance's stretches are joined
  in the same way. * Attributions without a source add no source to find; an unnamed speaker of ours adds
  none found. * Intentions and attitudes
  ("wants to", "condemned"), which PolNeAR marks, are counted as the finder has them, though the layer
  `sayings` leaves them out. * "Discuss" and "Discard" marks are ignored. * Exact: both sets are equal. Partial: they
  share a word. Each gold span can be found once and each of ours counts once.

Run: DATELINE_CORPORA=... python benchmarks/score_attribution.py [FOLDER] [--errors N]
"""

from __future__ import annotations

import argparse
import bisect
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc, DocBin

from dateline.codebook.cues import load_cues
from dateline.extract.voice.attribution import find
from dateline.extract.voice.say_who import noun_phrase
from dateline.text import parse, pipeline

ROLES = ("Source", "Cue", "Content")
Words = frozenset[int]


class Text:
    """A text's words by number, to turn character spans into sets of words."""

    def __init__(self, text: str) -> None:
        self.spans = [match.span() for match in re.finditer(r"\w+", text)]
        self.starts = [start for start, _ in self.spans]

    def words(self, pieces: Iterable[tuple[int, int]]) -> Words:
        found: set[int] = set()
        for start, end in pieces:
            i = max(0, bisect.bisect_right(self.starts, start) - 1)
            while i < len(self.spans) and self.spans[i][0] < end:
                if self.spans[i][1] > start:
                    found.add(i)
                i += 1
        return frozenset(found)


def gold(path: Path, text: Text) -> dict[str, list[Words]]:
    """The annotated spans of one article by role."""
    found: dict[str, list[Words]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        parts = line.split("\t")
        if not line.startswith("T") or len(parts) < 2:
            continue
        role, _, spans = parts[1].partition(" ")
        if role in ROLES:
            pieces = [tuple(map(int, piece.split())) for piece in spans.split(";")]
            found[role].append(text.words((a, b) for a, b in pieces))
    return found


def ours(doc: Doc, text: Text) -> dict[str, list[Words]]:
    """The spans that the component finds, by role."""
    found: dict[str, list[Words]] = defaultdict(list)
    for said in find(doc, load_cues()):
        spans = {"Cue": [said.cue], "Content": said.contents}
        if said.source is not None:
            spans["Source"] = [noun_phrase(said.source)]
        for role, stretches in spans.items():
            cut = [doc[a:b] for a, b in stretches]
            found[role].append(text.words((s.start_char, s.end_char) for s in cut))
    return found


def hits(wanted: list[Words], given: list[Words], exact: bool) -> int:
    """How many of the given spans meet a wanted one, one to one, largest overlap first."""
    if exact:
        return sum((Counter(wanted) & Counter(given)).values())
    pairs = sorted(
        ((len(w & g), i, j) for i, w in enumerate(wanted) for j, g in enumerate(given) if w & g), reverse=True
    )
    seen_w: set[int] = set()
    seen_g: set[int] = set()
    for _, i, j in pairs:
        if i not in seen_w and j not in seen_g:
            seen_w.add(i)
            seen_g.add(j)
    return len(seen_w)


def parsed(texts: list[str], cache: Path | None) -> list[Doc]:
    """The parses, from `cache` where it is there, else made (and kept there)."""
    if cache and cache.exists():
        return list(DocBin().from_disk(cache).get_docs(pipeline().vocab))
    docs = [parse(text) for text in texts]
    if cache:
        DocBin(docs=docs).to_disk(cache)
    return docs


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    corpora = os.environ.get("DATELINE_CORPORA", "")
    options.add_argument("folder", type=Path, nargs="?", default=Path(corpora, "polnear", "dev"))
    options.add_argument("--cache", type=Path, help="file for the parses")
    options.add_argument("--errors", type=int, default=0, help="print the counts of the N commonest missed cues")
    given = options.parse_args()
    paths = sorted((given.folder / "text").glob("*.txt"))
    texts = [path.read_text("utf-8") for path in paths]
    counts: Counter[tuple[str, str]] = Counter()
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for path, raw, doc in zip(paths, texts, parsed(texts, given.cache), strict=True):
        text = Text(raw)
        marks = sorted((given.folder / "attributions").glob(path.stem + "_*.ann"))
        wanted = gold(marks[0], text) if marks else {}
        found = ours(doc, text)
        for role in ROLES:
            w, g = wanted.get(role, []), found.get(role, [])
            counts[role, "wanted"] += len(w)
            counts[role, "given"] += len(g)
            counts[role, "exact"] += hits(w, g, exact=True)
            counts[role, "partial"] += hits(w, g, exact=False)
        spell = lambda words, t=text, r=raw: " ".join(r[slice(*t.spans[i])].lower() for i in sorted(words))  # noqa: E731
        touched = frozenset().union(*found.get("Cue", []))
        missed.update(spell(w) for w in wanted.get("Cue", []) if not w & touched)
        gold_cues = frozenset().union(*wanted.get("Cue", []))
        extra.update(spell(g) for g in found.get("Cue", []) if not g & gold_cues)
    for role in ROLES:
        for kind in ("exact", "partial"):
            p = counts[role, kind] / max(1, counts[role, "given"])
            r = counts[role, kind] / max(1, counts[role, "wanted"])
            print(f"{role:8} {kind:8} P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {200 * p * r / max(1e-9, p + r):5.1f}")
    if given.errors:
        print("cues missed:", missed.most_common(given.errors))
        print("cues too many:", extra.most_common(given.errors))


if __name__ == "__main__":
    main()
