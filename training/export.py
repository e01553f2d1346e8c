"""From trained weights to what the package ships: an int8 ONNX model, its tokenizer, its classes.

    python -m training.export --base FOLDER --weights reader.pt --links links.pt [--out FOLDER]

In: the base encoder's folder, reader.pt and links.pt. Out: reader.onnx, links.onnx, tokenizer.json and labels.json in
src/dateline/encoder. Weights have seven bits: with eight, processors without instructions for such products cut off
sums that others add up, and the same text is read differently on two machines.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from dateline.encoder.reader import MARKS
from training.labels import CLASSES
from training.model import HEADS, MARK, Links, Reader

OUT = Path(__file__).parents[1] / "src" / "dateline" / "encoder"


class Shipped(torch.nn.Module):
    """The reader with softmax over each head, and the marks of the pieces."""

    def __init__(self, reader: Reader, links: Links) -> None:
        super().__init__()
        self.reader, self.links = reader, links

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Probabilities of every head for every piece, then marks (batch, pieces, MARK)."""
        seen = self.reader.seen(ids, mask)
        return *(logits.softmax(-1) for logits in self.reader.told(seen)), self.links.mark(seen)


class Compared(torch.nn.Module):
    """The links between marks."""

    def __init__(self, links: Links) -> None:
        super().__init__()
        self.links = links

    def forward(self, one: torch.Tensor, two: torch.Tensor) -> torch.Tensor:
        """Log-odds of each pair of marks."""
        return self.links.compare(one, two)


def export_links(links: Links, out: Path) -> None:
    """Write links.onnx."""
    sample, axes = torch.ones((2, MARK)), {0: "pairs"}
    torch.onnx.export(
        Compared(links), (sample, sample), str(out / "links.onnx"), input_names=["one", "two"], output_names=["odds"],
        dynamic_axes={"one": axes, "two": axes, "odds": axes}, opset_version=17, dynamo=False,
    )  # fmt: skip


def export(base: Path, weights: Path, linking: Path, out: Path) -> None:
    """Write the four files."""
    reader, links = Reader(base), Links()
    reader.load_state_dict(torch.load(weights, map_location="cpu"))
    links.load_state_dict(torch.load(linking, map_location="cpu"))
    export_links(links.eval(), out)
    sample = torch.ones((1, 16), dtype=torch.int64)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        axes = {0: "batch", 1: "pieces"}
        names = dict.fromkeys(("ids", "mask", *HEADS, MARKS), axes)
        torch.onnx.export(
            Shipped(reader.eval(), links), (sample, sample), str(whole), input_names=["ids", "mask"],
            output_names=[*HEADS, MARKS], dynamic_axes=names, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, out / "reader.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    shutil.copy(base / "tokenizer.json", out / "tokenizer.json")
    (out / "labels.json").write_text(json.dumps(CLASSES, indent=1) + "\n", "utf-8")


def main() -> None:
    """Export as the options say."""
    options = argparse.ArgumentParser(description="Export the trained reader.")
    options.add_argument("--base", type=Path, required=True)
    options.add_argument("--weights", type=Path, required=True)
    options.add_argument("--links", type=Path, required=True)
    options.add_argument("--out", type=Path, default=OUT)
    given = options.parse_args()
    export(given.base, given.weights, given.links, given.out)


if __name__ == "__main__":
    main()
