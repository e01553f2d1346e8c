"""Real articles with marks: which of their words name events and fill roles.

    python -m training.real FILE CORPORA      writes them as examples there, but those that are held out
    python -m training.real - CORPORA         scores the package's reader on those held out, by how likely its guesses
                                              are, and a second marking of them; and on invented reports held out

In: `marks/*.txt` (what stands in them: README.md; no word of the articles does), and the corpora that shipped weights
may learn from (wikinews, re3d, ECB+, the train parts of hrdsattack and muc4). Out: `Example`s. `marks/held_out` is for
measuring alone.
"""

from __future__ import annotations

import json
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from dateline.encoder import guesses
from dateline.errors import DatelineError
from dateline.ingest import ingest
from dateline.model.reading import EventGuess, RoleGuess
from dateline.model.report import Incoming, Report
from training.data import REPORTS, flagged, marked_reports
from training.examples import Example, Filler, Naming, Span, write
from training.labels import ASKS, CLASSES
from training.score import figures, role_figures

MARKS = Path(__file__).parent / "marks"
HELD_OUT = MARKS / "held_out"
UNSURE = "unsure"
LOOSE = re.compile(r" (?=[,.;:!?)\]%’]|n't\b|'(?:s|re|ve|ll|d|m)\b)|(?<=[(\[$]) ")  # blanks that only tokens have

Guesses = tuple[tuple[EventGuess, ...], tuple[RoleGuess, ...]]


def key(text: str) -> str:
    """What an article is known by: the first half of the first bytes of its hash."""
    return sha256(text.encode()).hexdigest()[:12]


def articles(corpora: Path) -> dict[str, Report]:
    """The articles that may be learned from, by their keys."""
    tables = sorted((corpora / "wikinews").glob("*.csv"))
    found = [r.report for r in ingest([*tables, corpora / "hrdsattack" / "train.json"]) if isinstance(r, Incoming)]
    more = (*_re3d(corpora / "re3d"), *_muc(corpora / "muc4" / "train"), *_ecbplus(corpora / "ecbplus" / "ECB+"))
    return {key(report.text): report for report in [*found, *map(Report, more)]}


def _re3d(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*/documents.json")):
        yield from (json.loads(line)["text"] for line in path.read_text("utf-8").splitlines() if line.strip())


def _muc(folder: Path) -> Iterator[str]:
    """The messages, their wrapped lines joined."""
    for path in sorted(folder.glob("dev-muc3-*")):
        for message in re.split(r"(?m)^DEV-MUC3-\d{4}.*$", path.read_text("latin-1"))[1:]:
            yield "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", message.strip()))


def _ecbplus(folder: Path) -> Iterator[str]:
    """The articles, a paragraph a sentence; their tokens joined as in print."""
    for path in sorted(folder.glob("*/*.xml")):
        sentences: dict[str, list[str]] = {}
        for token in ET.parse(path).iter("token"):
            sentences.setdefault(token.get("sentence", ""), []).append(token.text or "")
        yield "\n\n".join(LOOSE.sub("", " ".join(words)) for words in sentences.values())


def _marked(name: str, text: str, rows: list[str], asks: str) -> Example:
    kinds, roles = (CLASSES[head] for head in ASKS[asks])
    namings, fillers, unsure = list[Naming](), list[Filler](), list[Span]()
    for row in rows:
        place, kind = row.split(" ", 1)
        start, end = map(int, place.split("-"))
        if kind == UNSURE:
            unsure.append((start, end))
        elif kind.split()[0] in roles:
            role, events = kind.split(" ", 1)
            fillers.append(Filler(start, end, role, tuple(events.split(","))))
        else:
            named = next(known for known in sorted(kinds, key=len, reverse=True) if kind.startswith(known))
            event, *flags = kind.removeprefix(named).split()
            namings.append(Naming(start, end, event, named, *flagged(flags)))
    return Example(name, text, tuple(namings), tuple(fillers), tuple(unsure), name, asks=asks)


def marked_articles(path: Path, known: Mapping[str, Report], asks: str = "events") -> Iterator[Example]:
    """Every article of a file of marks, of events or of interactions; DatelineError where the corpora lack one."""
    for block in path.read_text("utf-8").split("# ")[1:]:
        head, *rows = block.splitlines()
        name, read = head.split()
        if name not in known:
            raise DatelineError(f"{path}: no article {name} among the corpora; its text may be read differently now")
        yield _marked(name, known[name].text[: int(read)], rows, asks)


def _scores(held: list[Example], read: dict[str, Guesses], least: float) -> Iterator[str]:
    """How well events, then roles, are found from a probability on."""
    events = figures(held, {name: found for name, (found, _) in read.items()}, least)
    roles = role_figures(held, {name: found for name, (_, found) in read.items()}, least)
    for kind, row in (("events", events), ("roles", roles)):
        yield f"{least} {kind} " + ", ".join(f"{name} {value:.3f}" for name, value in row.items())


def _as_guesses(example: Example) -> Guesses:
    """The marks of an example as if a reader were sure of them."""
    return (
        tuple(EventGuess(n.start, n.end, "", 1.0, ((n.type, 1.0),), n.stance, n.salience) for n in example.namings),
        tuple(RoleGuess(f.start, f.end, "", f.role, 1.0) for f in example.fillers),
    )


def main(out: str, corpora: Path) -> None:
    """Write the examples, or score."""
    known = articles(corpora)
    if out != "-":
        write((e for path in sorted(MARKS.glob("*.txt")) for e in marked_articles(path, known)), Path(out))
        return
    held, second = (list(marked_articles(HELD_OUT / f"{name}.txt", known)) for name in ("first", "second"))
    invented = [example for path in sorted((REPORTS / "held_out").glob("*.txt")) for example in marked_reports(path)]
    for title, examples in (("real articles", held), ("invented reports", invented)):
        read = {example.name: guesses(example.text) for example in examples}
        print(f"{title}:")
        for least in (0.1, 0.25, 0.5, 0.65, 0.8, 0.95):
            print(*_scores(examples, read, least), sep="\n")
    print("real articles, a second marking:", *_scores(held, {e.name: _as_guesses(e) for e in second}, 1.0), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
