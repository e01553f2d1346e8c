"""The learned reader: which words of a text name an event, of what type, held how; which fill a role in one.

In: a text. Out: `EventGuess`es and `RoleGuess`es in text order, each with probabilities; or `InteractionGuess`es and
the words for either side of one. One MiniLM encoder with a head for each question, int8 on onnxruntime (reader.onnx;
how it came to be: docs/model-card.md). One window of whole sentences a call: what is read in a window does not depend
on what else is read. links.onnx holds the words of two guesses against each other: may they name one event?
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from dateline.encoder.windows import Span, windows, words
from dateline.model.reading import EventGuess, InteractionGuess, RoleGuess

LEAST = 0.1  # a word piece less likely to name an event is not told of
LIKELY = 0.5  # pieces next to each other that are at least so likely name one event
MARKS = "marks"
Rows = dict[str, Any]  # head -> array (pieces, classes); MARKS -> array (pieces, 64)


def _file(name: str) -> bytes:
    return files(__package__).joinpath(name).read_bytes()


@cache
def _session(name: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(_file(name), options, providers=["CPUExecutionProvider"])


@cache
def _tokenizer() -> Tokenizer:
    found = Tokenizer.from_str(_file("tokenizer.json").decode("utf-8"))
    found.no_truncation()
    found.no_padding()
    return found


@cache
def _labels() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(_file("labels.json"))
    return found


def _read(ids: list[int]) -> Rows:
    """Probabilities of each head for the pieces of one window, and their marks."""
    row = np.array([[101, *ids, 102]], dtype=np.int64)
    names = [*_labels(), MARKS]
    found = _session("reader.onnx").run(names, {"ids": row, "mask": np.ones_like(row)})
    return {name: values[0][1:-1] for name, values in zip(names, found, strict=True)}


def _kinds(rows: Any, head: str) -> tuple[tuple[str, float], ...]:
    """The three likeliest classes of the head over the pieces, given that they name something."""
    summed = rows[:, 1:].sum(0)
    named = float(summed.sum()) or 1.0
    pairs = [(name, round(float(p) / named, 4)) for name, p in zip(_labels()[head][1:], summed, strict=True)]
    return tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:3])


def _runs(rows: Any) -> Iterator[tuple[int, int, int, float]]:
    """Runs of pieces that are more likely to name something than not, and of those that yet may.

    First and last piece (exclusive), the likeliest between them and its probability.
    """
    named = 1 - rows[:, 0]
    band = (named >= LEAST).astype(int) + (named >= LIKELY)
    at = 0
    while at < len(band):
        end = at + 1
        while end < len(band) and band[end] == band[at]:
            end += 1
        if band[at]:
            peak = at + int(named[at:end].argmax())
            yield at, end, peak, round(float(named[peak]), 4)
        at = end


def runs(rows: Rows, spans: list[Span], text: str) -> Iterator[EventGuess]:
    """Runs of pieces that name one event."""
    for at, end, peak, score in _runs(rows["type"]):
        held = (_labels()[head][int(rows[head][peak].argmax())] for head in ("stance", "salience"))
        start, stop = spans[at][0], spans[end - 1][1]
        yield EventGuess(start, stop, text[start:stop], score, _kinds(rows["type"][at:end], "type"), *held)


def _interactions(rows: Any, spans: list[Span], text: str) -> Iterator[InteractionGuess]:
    for at, end, _, score in _runs(rows):
        start, stop = spans[at][0], spans[end - 1][1]
        yield InteractionGuess(start, stop, text[start:stop], score, _kinds(rows[at:end], "root"))


def passages(text: str) -> list[tuple[int, int]]:
    """The stretches of the text that are read in one pass each: offsets in characters, in text order."""
    spans = _tokenizer().encode(text, add_special_tokens=False).offsets
    return [(spans[start][0], spans[end - 1][1]) for start, end in windows(text, spans)]


def fillers(rows: Any, spans: list[Span], text: str, head: str) -> Iterator[RoleGuess]:
    """Runs of whole words whose likeliest class of the head is the same, with the mean of its probability."""
    labels = _labels()[head]
    units = words(spans, text)
    shares = [rows[first] if end == first + 1 else rows[first:end].mean(0) for first, end in units]
    best = [int(share.argmax()) for share in shares]
    at = 0
    while at < len(units):
        end = at + 1
        while end < len(units) and best[end] == best[at]:
            end += 1
        if best[at]:
            score = sum(float(share[best[at]]) for share in shares[at:end]) / (end - at)
            start, stop = spans[units[at][0]][0], spans[units[end - 1][1] - 1][1]
            yield RoleGuess(start, stop, text[start:stop], labels[best[at]], round(score, 4))
        at = end


def _marked(found: EventGuess, rows: Any, spans: list[Span]) -> EventGuess:
    """The guess with the mean of the marks of its pieces."""
    own = [at for at, (start, end) in enumerate(spans) if start < found.end and found.start < end]
    return replace(found, mark=rows[own].mean(0))


def alike(pairs: Sequence[tuple[Any, Any]]) -> list[float]:
    """Of two guesses' marks each, the log-odds that their words name one event."""
    if not pairs:
        return []
    one, two = (np.stack(side) for side in zip(*pairs, strict=True))
    (found,) = _session("links.onnx").run(None, {"one": one, "two": two})
    return [round(float(odds), 3) for odds in found]


def guesses(
    text: str, worth: Callable[[str], bool] = lambda stretch: True
) -> tuple[tuple[EventGuess, ...], tuple[RoleGuess, ...]]:
    """All words of the text that may name an event, and all that likely fill a role, in text order.

    Only of windows whose words are `worth` it.
    """
    coded = _tokenizer().encode(text, add_special_tokens=False)
    events: list[EventGuess] = []
    roles: list[RoleGuess] = []
    for start, end in windows(text, coded.offsets):
        spans = coded.offsets[start:end]
        if not worth(text[spans[0][0] : spans[-1][1]]):
            continue
        rows = _read(coded.ids[start:end])
        events += [_marked(found, rows[MARKS], spans) for found in runs(rows, spans, text)]
        roles += fillers(rows["role"], spans, text, "role")
    return tuple(events), tuple(roles)


def interactions(text: str) -> tuple[tuple[InteractionGuess, ...], tuple[RoleGuess, ...]]:
    """All words of the text that may name what one actor says or does to another, and those for a source or target."""
    coded = _tokenizer().encode(text, add_special_tokens=False)
    found, sides = list[InteractionGuess](), list[RoleGuess]()
    for start, end in windows(text, coded.offsets):
        spans, rows = coded.offsets[start:end], _read(coded.ids[start:end])
        found += _interactions(rows["root"], spans, text)
        sides += fillers(rows["side"], spans, text, "side")
    return tuple(found), tuple(sides)
