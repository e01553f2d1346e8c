"""Which of the places told beside an event is its own.

In: a reading and a draft. Out: the index of the mention that says where. The finest of the first frames that tell one,
the nearest to the trigger; where a speaker sits is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from dateline.extract.events.draft import Draft
from dateline.extract.what.learned import fills
from dateline.model.reading import Frame, Reading
from dateline.model.values import Place
from dateline.text import token_at

FINE_PLACE = ("town", "near", "district", "province", "region", "country", "unknown")
TOWN = ("town", "near")
WITHIN = ("pobj", "prep", "compound", "poss", "nmod", "amod")  # how a place hangs on a speaker
PROVINCE, COUNTRY = FINE_PLACE.index("province"), FINE_PLACE.index("country")


def located(reading: Reading, indexes: Iterable[int]) -> list[int]:
    """The mentions among them that may say where something happened."""
    mentions = ((i, reading.places[i]) for i in indexes)
    return [i for i, m in mentions if m.usable and m.place.role == "location" and not _seat(reading, i)]


def scenes(reading: Reading, indexes: Iterable[int]) -> list[Place]:
    """The places of those."""
    return [reading.places[i].place for i in located(reading, indexes)]


def title_towns(reading: Reading) -> list[int]:
    """The towns that the first line of the report names, in text order."""
    stop = reading.report.text.find("\n")
    return located(reading, (i for i, m in enumerate(reading.places) if m.start < stop and m.place.precision in TOWN))


def fineness(reading: Reading, index: int) -> int:
    """The lower the finer; near a town is as fine as in it."""
    return max(FINE_PLACE.index("near"), FINE_PLACE.index(reading.places[index].place.precision))


def own_place(reading: Reading, draft: Draft) -> int | None:
    """The finest located place of the first frames that tell one, the nearest to the trigger.

    Where that is no more than a province or region, a finer place in its country that a later frame tells wins.
    """
    first: int | None = None
    for frame in draft.frames:
        told = [
            (
                fineness(reading, i),
                not fills(reading, "place", reading.places[i]),
                _near_trigger(reading, frame, reading.places[i].start),
                i,
            )
            for i in located(reading, frame.places)
        ]
        best = min(told)[-1] if told and min(told)[0] < COUNTRY else None
        if best is not None and fineness(reading, best) < PROVINCE and _same_country(reading, first, best):
            return best
        first = best if first is None else first
    coarse = located(reading, draft.frames[0].places)  # a country in a later frame is no scene ("Iran denied it")
    return first if first is not None else coarse[0] if coarse else None


def _near_trigger(reading: Reading, frame: Frame, start: int) -> int:
    return min(abs(reading.triggers[i].head - start) for i in frame.triggers)


def _same_country(reading: Reading, first: int | None, best: int) -> bool:
    """Does nothing told before lie in another country?"""
    return first is None or reading.places[first].place.country in (None, reading.places[best].place.country)


def _seat(reading: Reading, index: int) -> bool:
    """Does the place only say where a speaker sits ("a police spokesman in X said")?"""
    token = token_at(reading.words, reading.places[index].start)
    up = (token, *token.ancestors)
    chain = list(takewhile(lambda t: t.dep_ in WITHIN, up))
    top = up[min(len(chain), len(up) - 1)]
    if top.dep_ == "nsubj" and any(t.head == top.head.idx for t in reading.triggers):  # "a court in X jailed him"
        return False
    speakers = [(a, b) for a, b in _speakers(reading) if a <= token.idx]  # the place comes after or within
    return any(a <= t.idx < b for t in (*chain, top) for a, b in speakers)


def _speakers(reading: Reading) -> list[tuple[int, int]]:
    """The words of those who speak, where they are no more than that."""
    spans = {(link.start, link.end) for s in reading.sayings for link in s.chain if link.start >= 0}
    return sorted((a, b) for a, b in spans if not any(a <= t.head < b for t in reading.triggers))
