"""Real texts for the second stage of training: where the learned reader of the first stage and the word lists agree.

    python -m training.real FILE CORPORA      writes the examples there
    python -m training.real - CORPORA         counts, on the texts left for measuring, who takes what for an event

In: the corpora that shipped weights may learn from (wikinews, gum, the train part of hrdsattack), and the package's
own reader. Out: `Example`s, one for each window of interest. Words of a list that the reader is sure of name an event
of the type that it gives. Words of which a list alone speaks are unsure. All else names none, above all what the
reader alone takes for an event: on real articles that was right once in six times (docs/measurements.md). One text in
five, by its hash, is left for measuring.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from dateline.codebook import load_codebook
from dateline.encoder import guesses, passages
from dateline.extract.what.learned import guess_on
from dateline.extract.what.lexicon import lemmas
from dateline.extract.what.triggers import listed
from dateline.ingest import ingest
from dateline.model.reading import EventGuess, Trigger
from dateline.model.report import Incoming
from dateline.text import parse
from training.examples import Example, Naming, write

SURE, MAYBE = 0.9, 0.3
HELD_OUT, EVERY = 5, 3  # one text in five is left for measuring; one window in three is enough
TEXT = "# text = "


def texts(corpora: Path) -> Iterator[str]:
    """All texts that may be learned from, in the order of their files."""
    tables = sorted((corpora / "wikinews").glob("*.csv"))
    for found in ingest([*tables, corpora / "hrdsattack" / "train.json"]):
        if isinstance(found, Incoming):
            yield found.report.text
    for path in sorted((corpora / "gum").glob("*.conllu")):
        lines = path.read_text("utf-8").split("\n")
        yield " ".join(line.removeprefix(TEXT) for line in lines if line.startswith(TEXT))


def held_out(text: str) -> bool:
    """Is the text left for measuring?"""
    return int(sha256(text.encode()).hexdigest(), 16) % HELD_OUT == 0


def of_interest(text: str) -> Iterator[Example]:
    """An example for each window in which an event is named, or in which the reader stands alone."""
    doc = parse(text)
    (found, _), words = guesses(text), listed(doc, lemmas(doc))
    name = sha256(text.encode()).hexdigest()[:12]
    for number, (start, end) in enumerate(passages(text)):
        guessed = [g for g in found if start <= g.start < end]
        told = [t for t in words if start <= t.start and t.end <= end]
        namings, unsure = _weighed(told, guessed, start)
        alone = any(guess.score >= MAYBE and not _meets(guess, told) for guess in guessed)
        if namings or alone:
            yield Example(f"{name}-{number}", text[start:end], namings, (), unsure, name, partial=True)


def _meets(guess: EventGuess, words: Sequence[Trigger]) -> bool:
    return any(guess.start < word.end and word.start < guess.end for word in words)


def _weighed(
    words: Sequence[Trigger], found: Sequence[EventGuess], start: int
) -> tuple[tuple[Naming, ...], tuple[tuple[int, int], ...]]:
    """Words that both take for an event, and words that only a list does; offsets from `start`."""
    namings, unsure = list[Naming](), list[tuple[int, int]]()
    for number, word in enumerate(words):
        guess = guess_on(word, found)
        span = (word.start - start, word.end - start)
        if guess is not None and guess.score >= SURE:
            namings.append(Naming(*span, str(number), guess.types[0][0]))
        else:
            unsure.append(span)
    return tuple(namings), tuple(unsure)


def counts(text: str) -> Counter[str]:
    """How many words both, a list alone and the reader alone take for an event, by the numbers of learned.toml."""
    doc, learned = parse(text), load_codebook().learned
    (found, _), words = guesses(text), listed(doc, lemmas(doc))
    kept = [word for word in words if (guess := guess_on(word, found)) and guess.score >= learned.keep]
    alone = [guess for guess in found if guess.score >= learned.add and not _meets(guess, words)]
    return Counter({"texts": 1, "both": len(kept), "list alone": len(words) - len(kept), "reader alone": len(alone)})


def main(out: str, corpora: Path) -> None:
    """Write the examples, or count."""
    if out == "-":
        print(dict(sum((counts(text) for text in texts(corpora) if held_out(text)), Counter())))
        return
    every = (example for text in texts(corpora) if not held_out(text) for example in of_interest(text))
    write((example for number, example in enumerate(every) if number % EVERY == 0), Path(out))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
