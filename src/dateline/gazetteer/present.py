"""Whether a gazetteer file holds a name, told without asking it: a map of bits, one set for each name.

In: folded names. Out: the map; yes or no for a name: never no for one that is held, itself or a variant, and hardly
ever yes for another.
"""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

from dateline.gazetteer.names import core

BITS = 1 << 24  # of the map: some thirty for each name of the built file


def bitmap(names: Iterable[str]) -> bytes:
    """The map of some names."""
    bits = bytearray(BITS >> 3)
    for name in names:
        at = crc32(core(name).encode()) % BITS
        bits[at >> 3] |= 1 << (at & 7)
    return bytes(bits)


def present(bits: bytes, name: str) -> bool:
    """Whether a name, or a variant of it, may be one of those mapped."""
    at = crc32(core(name).encode()) % (len(bits) << 3)
    return bits[at >> 3] >> (at & 7) & 1 == 1
