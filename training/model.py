"""The reader to be trained: one MiniLM encoder, a head for each question about a word piece.

In: word pieces of a window. Out: for each piece: which type of event it names (none first), its stance,
its salience, which role it fills (none first); which political interaction it names (none first), and which side of
one. Stance and salience are asked where an event is named.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel

from training.labels import CLASSES

MARK = 64  # numbers that stand for words when they are held against others
HEADS = {head: len(classes) for head, classes in CLASSES.items()}


class Reader(nn.Module):
    """The encoder with its heads; returns logits (batch, pieces, classes) in the order of HEADS."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            base, add_pooling_layer=False, attn_implementation="eager", attention_probs_dropout_prob=0.0,
            dtype=torch.float32,
        )  # fmt: skip
        size = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.heads = nn.ModuleList(nn.Linear(size, classes) for classes in HEADS.values())

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Logits of every head for every piece."""
        return self.told(self.seen(ids, mask))

    def seen(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """What the encoder makes of the pieces: (batch, pieces, width)."""
        hidden = self.encoder.embeddings(input_ids=ids)
        shut = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * torch.finfo(hidden.dtype).min
        for layer in self.encoder.encoder.layer:
            hidden = layer(hidden, attention_mask=shut)
        return hidden

    def told(self, seen: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Logits of every head, from what the encoder made of the pieces."""
        last = self.drop(seen)
        return tuple(head(last) for head in self.heads)


class Links(nn.Module):
    """How likely two namings are one event, from what the encoder makes of either: (pairs, width) twice to log-odds."""

    def __init__(self, width: int = 384) -> None:
        super().__init__()
        self.mark = nn.Sequential(nn.Dropout(0.3), nn.Linear(width, MARK))
        self.pair = nn.Sequential(nn.Linear(2 * MARK, MARK), nn.ReLU(), nn.Dropout(0.2), nn.Linear(MARK, 1))

    def forward(self, one: torch.Tensor, two: torch.Tensor) -> torch.Tensor:
        """Log-odds of each pair."""
        return self.compare(self.mark(one), self.mark(two))

    def compare(self, one: torch.Tensor, two: torch.Tensor) -> torch.Tensor:
        """The same from their marks."""
        found: torch.Tensor = self.pair(torch.cat([one * two, (one - two).abs()], 1)).squeeze(1)
        return found
