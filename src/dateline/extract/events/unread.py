"""The unread: numbers, places, times and groups in the text that no claim used.

In: a Reading with claims. Out: `unread`, in text order: the reviewer's check on what was missed.
"""

from __future__ import annotations

from dateline.extract.component import component
from dateline.model.reading import Mention, Reading, Unread

LAYERS = (("number", "numbers"), ("place", "places"), ("time", "times"), ("group", "actors"))


def _used(reading: Reading) -> list[tuple[int, int]]:
    spans = [(p.start, p.end) for claim in reading.claims for p in claim.passages]
    spans += [(s.start, s.end) for claim in reading.claims for s in claim.chain if s.start >= 0]
    if reading.dateline:
        spans.append((reading.dateline.start, reading.dateline.end))
    return sorted(set(spans))


def _touched(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in spans)


@component(requires=("claims", "numbers", "places", "times", "actors"), provides=("unread",))
def unread(reading: Reading) -> Reading:
    """Add what no claim's passages touch."""
    spans = _used(reading)
    left = [
        Unread(kind, reading.report.passage(mention.start, mention.end))
        for kind, layer in LAYERS
        for mention in getattr(reading, layer)
        if not _touched(mention, spans)
    ]
    return reading.add(unread=tuple(sorted(left, key=lambda u: (u.passage.start, u.kind))))
