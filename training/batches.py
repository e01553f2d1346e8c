"""Examples as numbers: windows of word pieces with a label for each head.

In: `Example`s and a tokenizer. Out: `Window`s. Labels of a word stand on all its pieces; pieces that an example is
unsure of, stance and salience where no event is named, and heads that an example does not ask for are ignored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tokenizers import Tokenizer

from dateline.encoder.windows import windows
from training.examples import Example
from training.labels import ASKS, CLASSES, IGNORED, SALIENCES, STANCES

Labels = dict[str, list[int]]


@dataclass(frozen=True)
class Window:
    """Ids with the marks at both ends, labels of the same length, and where each piece stands in the text."""

    example: str
    ids: list[int]
    labels: Labels
    spans: list[tuple[int, int]]


def _labels(example: Example, pieces: list[tuple[int, int]]) -> Labels:
    named, filled = ASKS[example.asks]
    labels = {head: [IGNORED] * len(pieces) for head in CLASSES}
    labels |= {named: [0] * len(pieces), filled: [0] * len(pieces)}
    for at, (start, end) in enumerate(pieces):
        if any(start < b and a < end for a, b in example.unsure):
            labels[named][at] = IGNORED
        for filler in example.fillers:
            if start < filler.end and filler.start < end:
                labels[filled][at] = CLASSES[filled].index(filler.role)
        for naming in example.namings:
            if start < naming.end and naming.start < end:
                labels[named][at] = CLASSES[named].index(naming.type)
                if example.asks == "events":
                    labels["stance"][at] = STANCES.index(naming.stance)
                    labels["salience"][at] = SALIENCES.index(naming.salience)
    return labels


def example_windows(example: Example, tokenizer: Tokenizer) -> Iterator[Window]:
    """The windows of one example."""
    coded = tokenizer.encode(example.text, add_special_tokens=False)
    first, last = (tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
    labels = _labels(example, coded.offsets)
    for start, end in windows(example.text, coded.offsets):
        cut = {name: [IGNORED, *row[start:end], IGNORED] for name, row in labels.items()}
        ids = [first, *coded.ids[start:end], last]
        yield Window(example.name, ids, cut, [(0, 0), *coded.offsets[start:end], (0, 0)])


def all_windows(examples: Iterable[Example], tokenizer: Tokenizer) -> list[Window]:
    """The windows of all examples, in their order."""
    return [window for example in examples for window in example_windows(example, tokenizer)]
