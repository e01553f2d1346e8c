"""Training: runs over all data, or cross-validation to see what they give on unseen texts.

    python -m training.train --base FOLDER --data FILE... --out FOLDER [--folds 5] [--epochs 6 9] [--device cuda]

In: the base encoder's folder (model.safetensors, tokenizer.json), the annotated texts. Out: reader.pt in OUT, or with
--folds a table on standard output. Same seed, same device, same data: same weights.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from dateline.encoder.reader import runs
from dateline.model.reading import EventGuess
from dateline.model.values import plain
from training.batches import Window, all_windows
from training.examples import Example, load
from training.labels import IGNORED, NAMED
from training.model import HEADS, Reader
from training.score import figures

SEED = 20250316
BATCH, RATE, HEAD_RATE, DECAY, WARM = 16, 1.2e-4, 1e-3, 0.01, 0.1
WEIGHTS = {"type": 1.0, "stance": 0.3, "salience": 0.3, "role": 0.5, "root": 0.3, "side": 0.2}
NONE = 0.35  # how much a piece that names nothing weighs


def batches(windows: Sequence[Window], device: str, dice: random.Random | None = None) -> Iterator[tuple]:
    """Batches of windows of like length, shuffled where `dice` is given: ids, mask, labels by head, windows."""
    order = list(windows)
    if dice:
        dice.shuffle(order)
        order = [
            w
            for at in range(0, len(order), BATCH * 8)
            for w in sorted(order[at : at + BATCH * 8], key=lambda w: len(w.ids))
        ]
    groups = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    if dice:
        dice.shuffle(groups)
    for group in groups:
        size = max(len(w.ids) for w in group)
        ids = torch.tensor([w.ids + [0] * (size - len(w.ids)) for w in group], device=device)
        mask = torch.tensor([[1] * len(w.ids) + [0] * (size - len(w.ids)) for w in group], device=device)
        labels = {
            head: torch.tensor([w.labels[head] + [IGNORED] * (size - len(w.ids)) for w in group], device=device)
            for head in HEADS
        }
        yield ids, mask, labels, group


def thinned(windows: Sequence[Window], least: int) -> list[Window]:
    """All windows in which something is named or fills a role; of the others one in so many."""
    said = [any(label > 0 for head in NAMED for label in window.labels[head]) for window in windows]
    empty = [window for window, told in zip(windows, said, strict=True) if not told]
    return [window for window, told in zip(windows, said, strict=True) if told] + empty[::least]


def losses(device: str) -> dict[str, nn.CrossEntropyLoss]:
    """A loss for each head; a piece that names or fills nothing weighs less."""
    found = {}
    for head, classes in HEADS.items():
        weight = torch.ones(classes, device=device)
        if head in NAMED:
            weight[0] = NONE
        found[head] = nn.CrossEntropyLoss(weight=weight, ignore_index=IGNORED, label_smoothing=0.05)
    return found


def averaged(windows: Sequence[Window], given: argparse.Namespace) -> Reader:
    """The mean of the weights of one run of each length ("model soup": Wortsman et al. 2022)."""
    runs = [train(windows, epochs, given) for epochs in given.epochs]
    kept = [run.state_dict() for run in runs]
    runs[0].load_state_dict({name: torch.stack([weights[name] for weights in kept]).mean(0) for name in kept[0]})
    return runs[0]


def train(windows: Sequence[Window], epochs: int, given: argparse.Namespace) -> Reader:
    """A reader trained on the windows, on a processor or a GPU, with products in half precision (bfloat16)."""
    torch.manual_seed(SEED)
    dice = random.Random(SEED)
    windows = thinned(windows, given.thin)
    device = given.device
    reader = Reader(given.base).to(device)
    rates = ((reader.encoder, RATE), (reader.heads, HEAD_RATE))
    optimiser = torch.optim.AdamW(
        [{"params": list(part.parameters()), "lr": rate} for part, rate in rates], weight_decay=DECAY, fused=True
    )
    steps = epochs * -(-len(windows) // BATCH)
    warm = int(steps * WARM)
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: (s + 1) / warm if s < warm else max(0.0, (steps - s) / max(1, steps - warm))
    )
    measure = losses(device)
    for epoch in range(epochs):
        reader.train()
        total = count = 0.0
        for ids, mask, labels, _ in batches(windows, device, dice):
            with torch.autocast(device, dtype=torch.bfloat16):
                logits = dict(zip(HEADS, reader(ids, mask), strict=True))
            parts = [
                WEIGHTS[head] * measure[head](logits[head].float().flatten(0, 1), labels[head].flatten())
                for head in HEADS if (labels[head] != IGNORED).any()
            ]  # fmt: skip
            loss = torch.stack(parts).sum()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            plan.step()
            total, count = total + loss.item(), count + 1
        print(f"epoch {epoch + 1}: loss {total / count:.4f}", flush=True)
    return reader.eval()


@torch.no_grad()
def read(reader: Reader, windows: Sequence[Window], texts: dict[str, str], device: str) -> dict[str, list[EventGuess]]:
    """Example -> guesses, as the package's reader makes them."""
    found: dict[str, list[EventGuess]] = {}
    for ids, mask, _, group in batches(windows, device):
        logits = dict(zip(HEADS, reader(ids, mask), strict=True))
        shares = {head: values.softmax(-1).cpu().numpy() for head, values in logits.items()}
        for number, window in enumerate(group):
            rows = {head: values[number][1 : len(window.ids) - 1] for head, values in shares.items()}
            found.setdefault(window.example, []).extend(runs(rows, window.spans[1:-1], texts[window.example]))
    return {name: sorted(row) for name, row in found.items()}


def folds(found: Sequence[Example], number: int) -> list[list[Example]]:
    """The examples in so many parts, kin together."""
    groups = sorted({example.group for example in found})
    random.Random(SEED).shuffle(groups)
    home = {group: at % number for at, group in enumerate(groups)}
    return [[e for e in found if home[e.group] == n] for n in range(number)]


def cross_validate(found: Sequence[Example], only: set[str], tokenizer: Tokenizer, given: argparse.Namespace) -> dict:
    """Guesses on each fold by a reader trained on the others; figures over the examples named in `only`."""
    told: dict[str, list[EventGuess]] = {}
    for fold in folds(found, given.folds):
        held = {example.name for example in fold}
        reader = averaged(all_windows((e for e in found if e.name not in held), tokenizer), given)
        told |= read(reader, all_windows(fold, tokenizer), {e.name: e.text for e in fold}, given.device)
    for name, chosen in (
        ("gold", [e for e in found if e.name in only]),
        ("marked", [e for e in found if e.name not in only]),
    ):
        for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8) if chosen else ():
            row = figures(chosen, told, least)
            print(name, least, {k: round(v, 3) for k, v in row.items()}, flush=True)
    return told


def main() -> None:
    """Train as the options say."""
    options = argparse.ArgumentParser(description="Train the learned reader.")
    options.add_argument("--base", type=Path, required=True)
    options.add_argument("--data", type=Path, required=True, nargs="+", help="written by training.data, training.real")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--folds", type=int, default=0)
    options.add_argument("--epochs", type=int, default=[6, 9], nargs="+", help="of each run")
    options.add_argument("--device", default="cpu")
    options.add_argument("--thin", type=int, default=3, help="of windows that tell nothing take one in so many")
    given = options.parse_args()
    torch.use_deterministic_algorithms(True, warn_only=True)
    torch.set_flush_denormal(True)
    tokenizer = Tokenizer.from_file(str(given.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    found = [example for path in given.data for example in load(path)]
    gold = {example.name for example in found if example.gold}
    given.out.mkdir(parents=True, exist_ok=True)
    if given.folds:
        told = cross_validate(found, gold, tokenizer, given)
        (given.out / "folds.json").write_text(json.dumps(plain(told)), "utf-8")
        return
    reader = averaged(all_windows(found, tokenizer), given)
    torch.save(reader.state_dict(), given.out / "reader.pt")


if __name__ == "__main__":
    main()
