"""From trained weights to what the package ships: an int8 ONNX model, its tokenizer, its classes.

    python -m training.export --base FOLDER --weights reader.pt [--out FOLDER]

In: the base encoder's folder and reader.pt. Out: reader.onnx, tokenizer.json and labels.json in src/dateline/encoder.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.labels import ROLES, SALIENCES, STANCES, TYPES
from training.model import HEADS, Reader

OUT = Path(__file__).parents[1] / "src" / "dateline" / "encoder"


class Probabilities(torch.nn.Module):
    """The reader with softmax over each head."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Probabilities of every head for every piece."""
        return tuple(logits.softmax(-1) for logits in self.reader(ids, mask))


def export(base: Path, weights: Path, out: Path) -> None:
    """Write the three files."""
    reader = Reader(base)
    reader.load_state_dict(torch.load(weights, map_location="cpu"))
    sample = torch.ones((1, 16), dtype=torch.int64)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        axes = {0: "batch", 1: "pieces"}
        names = dict.fromkeys(("ids", "mask", *HEADS), axes)
        torch.onnx.export(
            Probabilities(reader.eval()), (sample, sample), str(whole), input_names=["ids", "mask"],
            output_names=list(HEADS), dynamic_axes=names, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, out / "reader.onnx", per_channel=True, weight_type=QuantType.QInt8)
    shutil.copy(base / "tokenizer.json", out / "tokenizer.json")
    labels = {"type": TYPES, "stance": STANCES, "salience": SALIENCES, "role": ROLES}
    (out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", "utf-8")


def main() -> None:
    """Export as the options say."""
    options = argparse.ArgumentParser(description="Export the trained reader.")
    options.add_argument("--base", type=Path, required=True)
    options.add_argument("--weights", type=Path, required=True)
    options.add_argument("--out", type=Path, default=OUT)
    given = options.parse_args()
    export(given.base, given.weights, given.out)


if __name__ == "__main__":
    main()
