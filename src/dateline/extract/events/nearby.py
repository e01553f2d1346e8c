"""The drafts told close before one: those it may take place or day over from.

In: a reading, drafts in text order, the number of one. Out: pairs of rule and draft, the nearest kind first; whether a
draft may take anything over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.codebook import load_codebook
from dateline.extract.events.drafts import Draft
from dateline.extract.events.headings import item_of
from dateline.model.reading import Frame, Reading


def offset(reading: Reading, frame: Frame) -> int:
    """Where the frame's main trigger stands."""
    return reading.triggers[frame.triggers[0]].head


def before(reading: Reading, drafts: Sequence[Draft], at: int) -> Iterable[tuple[str, Draft]]:
    """(rule, draft): those of the same sentence, the same paragraph, the one before; not across items."""
    here = drafts[at].frames[0]
    others = [d for n, d in enumerate(drafts) if n != at]
    yield from (("same sentence", d) for d in others if any(f.sentence == here.sentence for f in d.frames))
    earlier = [d for d in drafts[:at] if d.frames[0].sentence < here.sentence]
    item = item_of(reading, offset(reading, here))
    if item:
        earlier = [d for d in earlier if item[0] <= offset(reading, d.frames[0])]
    yield from (
        ("same paragraph", d) for d in reversed(earlier) if any(f.paragraph == here.paragraph for f in d.frames)
    )
    yield from (("the paragraph before", d) for d in reversed(earlier) if here.paragraph - d.frames[-1].paragraph == 1)


def follows(draft: Draft) -> bool:
    """Is it of a kind that comes of another event (a release, a sentence), at its own time and place?"""
    return draft.families[0] in load_codebook().follow_up


def not_done(reading: Reading, draft: Draft) -> bool:
    """Is it only planned or imagined? Then no day and no place is taken over."""
    return any(reading.stances[i].stance in ("planned", "hypothetical") for i in draft.frames[0].stances)
