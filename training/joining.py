"""What each sign weighs that two tellings of one report are of one event, fitted on marked reports.

    python -m training.joining LINKS CORPORA

In: marked real articles, the gold's development half, and LINKS (links.json of `training.links`: what models that had
not seen a text say of its namings). Each is read; frames are laid to drafts as the marks have it, and every choice on
the way is a row: the signs, the log-odds of the words, and whether it was that event. Out: the weights of a logistic
regression in src/dateline/codebook/joining.toml, and on standard output how well three parts are joined by what the
others teach. The same input gives the same file.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby
from math import log
from pathlib import Path

import numpy as np

from dateline.codebook import load_codebook
from dateline.evaluate import load_gold
from dateline.extract.events.draft import Draft
from dateline.extract.events.signs import SIGNS, signs
from dateline.extract.read import read
from dateline.model.reading import Frame, Reading
from dateline.model.report import Report
from training.data import GOLD, from_gold
from training.examples import Example
from training.real import MARKS, articles, marked_articles

OUT = Path(__file__).parents[1] / "src/dateline/codebook/joining.toml"
SILENT = -0.4  # by hand: words of which nothing is said are few
MOST = 5.0  # log-odds of words beyond this count as this
RIDGE, PARTS = 3.0, 3
LEARNED = ("mean", "best")
APART = frozenset(  # no other sign outweighs these: two days, towns, doers make two events, whatever the words are like
    ("set apart", "strategic and violent", "place apart", "day apart", "days later", "doers apart", "before it"),
)
HEAD = """\
# How a telling finds its event within one report: log-odds (natural logarithm) that a sentence tells of an event told
# before, the sum of what follows (-inf: nothing outweighs it). Written by `make train` (training/joining.py); a coder
# may change it. Signs are named by extract/events/signs.py.

"""
Links = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Row:
    """One choice: whether the frame (its number within its text) tells of a draft's event."""

    text: str
    frame: int
    signs: tuple[str, ...]
    words: tuple[float, ...]  # log-odds of each two namings
    same: bool


def texts(corpora: Path) -> Iterator[tuple[Example, Report]]:
    """All marked texts, as reports."""
    known = articles(corpora)
    for path in sorted(MARKS.glob("*.txt")):
        yield from ((e, replace(known[e.name], text=e.text)) for e in marked_articles(path, known))
    for row in (row for folder in GOLD for row in load_gold(folder)):
        yield from_gold(row), Report(row.text, published=row.published, language="en")


def namings(example: Example, reading: Reading, frame: Frame) -> list[int]:
    """The numbers of the namings that a frame's words meet."""
    words = [reading.triggers[i] for i in frame.triggers]
    return [n for n, own in enumerate(example.namings) if any(w.start < own.end and own.start < w.end for w in words)]


def rows(example: Example, reading: Reading, links: Links) -> Iterator[Row]:
    """Every choice in one text, each draft so far against each frame."""
    drafts: dict[str, Draft] = {}
    told: dict[str, list[int]] = {}
    named = example.namings
    for number, frame in enumerate(reading.frames):
        own = namings(example, reading, frame)
        if "accident" in frame.families or not own:
            continue
        event = Counter(named[n].event for n in own).most_common(1)[0][0]
        for key, draft in () if frame.weak else drafts.items():
            found = tuple(signs(reading, list(drafts.values()), draft, frame))
            if not APART.isdisjoint(found):
                continue
            starts = [sorted((named[a].start, named[b].start)) for a in told[key] for b in own]
            words = tuple(links[a, b] for a, b in starts if (a, b) in links)
            yield Row(example.name, number, found, words, key == event)
        if event in drafts:
            drafts[event].frames.append(frame)
        else:
            drafts[event] = Draft([frame])
        told.setdefault(event, []).extend(own)


def table(found: Sequence[Row]) -> np.ndarray:
    """The rows as numbers: signs, then LEARNED, then 1."""
    names = {name: at for at, name in enumerate(SIGNS)}
    out = np.zeros((len(found), len(names) + len(LEARNED) + 1))
    for at, row in enumerate(found):
        out[at, [names[name] for name in row.signs]] = 1
        said = np.clip(row.words, -MOST, MOST)
        out[at, len(names) :] = (said.mean(), said.max(), 1) if row.words else (0, 0, 1)
    return out


def fitted(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's steps, the weights kept small."""
    weights, held = np.zeros(x.shape[1]), np.full(x.shape[1], RIDGE)
    held[-1] = 1e-3
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        slope, bend = x.T @ (p - y) + held * weights, (x.T * (p * (1 - p))) @ x + np.diag(held)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def joined(found: Sequence[Row], odds: np.ndarray, least: float) -> str:
    """How many frames come to their event where the likeliest is taken, if likely enough."""
    right = wrong = wanted = 0
    at = 0
    for _, group in groupby(found, key=lambda row: (row.text, row.frame)):
        choice = list(group)
        best = at + int(odds[at : at + len(choice)].argmax())
        wanted += any(row.same for row in choice)
        if odds[best] >= log(least / (1 - least)):
            right, wrong = right + found[best].same, wrong + (not found[best].same)
        at += len(choice)
    p, r = right / max(1, right + wrong), right / max(1, wanted)
    return f"from {least} on: P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} of {wanted}"


def unseen(found: Sequence[Row], x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The log-odds of every row by weights fitted on the other parts."""
    part = np.array([int(sha256(row.text.encode()).hexdigest(), 16) % PARTS for row in found])
    out = np.zeros(len(found))
    for number in range(PARTS):
        out[part == number] = x[part == number] @ fitted(x[part != number], y[part != number])
    return out


def as_file(weights: np.ndarray) -> str:
    """The weights as TOML, with what each sign means."""
    mean, best, start = weights[-3:]
    lines = [HEAD, f"start = {start:.2f}   # where nothing is told\n"]
    lines.append(f"mean = {mean:.2f}    # times the mean of what the learned reader says of the words (log-odds)\n")
    lines.append(f"best = {best:.2f}    # times the most that it says\n")
    lines.append(f"most = {MOST}     # beyond this it counts as this\n")
    lines.append(f"silent = {SILENT}  # where it says nothing of the words\n\n[signs]\n")
    for (name, means), weight in zip(SIGNS.items(), weights, strict=False):
        shown = "-inf" if name in APART else f"{weight:.2f}"
        lines.append(f'"{name}" = {shown}  # {means}\n')
    return "".join(lines)


def main(links: Path, corpora: Path) -> None:
    """Fit, say how well, write."""
    known = json.loads(links.read_text("utf-8"))
    found: list[Row] = []
    for example, report in texts(corpora):
        pairs = {(int(a), int(b)): odds for a, b, odds in known.get(example.name, ())}
        found += rows(example, read(report), pairs) if pairs else ()
    x, y = table(found), np.array([float(row.same) for row in found])
    odds = unseen(found, x, y)
    for least in sorted({0.2, 0.3, 0.4, 0.5, load_codebook().learned.join}):
        print(joined(found, odds, least))
    OUT.write_text(as_file(fitted(x, y)), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
