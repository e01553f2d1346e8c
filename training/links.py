"""Which words of one text name one event: learned from what the trained reader makes of them.

    python -m training.links --base FOLDER --weights reader.pt --data FILE... --out FOLDER [--folds 3]

In: the trained reader and the annotated texts. Out: links.pt in OUT; and links.json there, for each text what a model
that has not seen it says of each two namings (log-odds that they are one event, by where both begin), from which
`training.joining` learns how much to believe it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from training.batches import all_windows
from training.examples import Example, load
from training.model import Links, Reader
from training.train import SEED, batches, folds

EPOCHS, BATCH, RATE, DECAY = 6, 256, 1e-3, 0.05


@dataclass(frozen=True)
class Pairs:
    """The namings of one text, two by two: where they begin, what the reader makes of either, and if they are one."""

    starts: list[tuple[int, int]]
    one: torch.Tensor
    two: torch.Tensor
    same: torch.Tensor


@torch.no_grad()
def seen(reader: Reader, example: Example, tokenizer: Tokenizer) -> dict[int, torch.Tensor]:
    """By the number of a naming, the mean of what the encoder makes of its pieces."""
    pieces: list[tuple[tuple[int, int], torch.Tensor]] = []
    for ids, mask, _, group in batches(all_windows([example], tokenizer), "cpu"):
        for window, rows in zip(group, reader.seen(ids, mask), strict=True):
            pieces += zip(window.spans, rows[: len(window.spans)], strict=True)
    found = {}
    for number, naming in enumerate(example.namings):
        own = [row for (start, end), row in pieces if start < naming.end and naming.start < end]
        if own:
            found[number] = torch.stack(own).mean(0)
    return found


def paired(reader: Reader, example: Example, tokenizer: Tokenizer) -> Pairs | None:
    """The pairs of a text; None where it names fewer than two."""
    rows = seen(reader, example, tokenizer)
    both = list(combinations(sorted(rows, key=lambda n: example.namings[n].start), 2))
    if not both:
        return None
    named = example.namings
    return Pairs(
        [(named[i].start, named[j].start) for i, j in both],
        torch.stack([rows[i] for i, _ in both]),
        torch.stack([rows[j] for _, j in both]),
        torch.tensor([float(named[i].event == named[j].event) for i, j in both]),
    )


def train(found: Sequence[Pairs]) -> Links:
    """Links trained on some texts."""
    torch.manual_seed(SEED)
    links = Links()
    one, two, same = (torch.cat([getattr(p, name) for p in found]) for name in ("one", "two", "same"))
    steps = EPOCHS * -(-len(same) // BATCH)
    optimiser = torch.optim.AdamW(links.parameters(), lr=RATE, weight_decay=DECAY)
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: 1 - step / steps)
    measure = nn.BCEWithLogitsLoss()
    for _ in range(EPOCHS):
        for at in torch.randperm(len(same)).split(BATCH):
            loss = measure(links(one[at], two[at]), same[at])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            plan.step()
    return links.eval()


def unseen(found: dict[str, Pairs], parts: Sequence[Sequence[Example]]) -> Iterator[tuple[str, list[list[float]]]]:
    """Of each text its rows (start, start, log-odds), by a model trained on the other parts."""
    for part in parts:
        names = [example.name for example in part if example.name in found]
        links = train([pairs for name, pairs in found.items() if name not in set(names)])
        for name in names:
            with torch.no_grad():
                said = links(found[name].one, found[name].two).tolist()
            yield name, [[*at, round(odds, 3)] for at, odds in zip(found[name].starts, said, strict=True)]


def main() -> None:
    """Train as the options say."""
    options = argparse.ArgumentParser(description="Train the links between namings.")
    options.add_argument("--base", type=Path, required=True)
    options.add_argument("--weights", type=Path, required=True)
    options.add_argument("--data", type=Path, required=True, nargs="+")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--folds", type=int, default=3)
    given = options.parse_args()
    tokenizer = Tokenizer.from_file(str(given.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    reader = Reader(given.base)
    reader.load_state_dict(torch.load(given.weights, map_location="cpu"))
    examples = [example for path in given.data for example in load(path)]
    pairs = {e.name: p for e in examples if (p := paired(reader.eval(), e, tokenizer)) is not None}
    torch.save(train(list(pairs.values())).state_dict(), given.out / "links.pt")
    told = dict(unseen(pairs, folds(examples, given.folds)))
    (given.out / "links.json").write_text(json.dumps(told), "utf-8")


if __name__ == "__main__":
    main()
