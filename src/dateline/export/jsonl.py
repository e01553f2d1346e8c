"""events.jsonl: one event a line, with every claim, its words and its speakers.

In: a dataset. Out: `OUT/events.jsonl`, in event order; withheld events stand in it with
`exported: false` and the reason.
"""

from __future__ import annotations

import json
from pathlib import Path

from dateline.export.files import write_whole
from dateline.export.interchange import event_json
from dateline.export.mask import Masker
from dateline.export.options import ExportOptions
from dateline.model.dataset import Dataset


def write_jsonl(dataset: Dataset, out: Path, options: ExportOptions) -> list[Path]:
    """Write events.jsonl into the folder `out`; StoreError where that fails."""
    masker = Masker(dataset, options)
    lines = [
        json.dumps(event_json(event, dataset, masker), ensure_ascii=False, allow_nan=False) + "\n"
        for event in dataset.events
    ]
    return [write_whole(out / "events.jsonl", "".join(lines))]
