"""Whether a gazetteer file holds a key, told without asking it: a map of bits, one set for the hash of each key.

In: keys. Out: the map; yes or no for a key: never no for one that is held, yes for one in sixty that is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

BITS = 1 << 25  # of the map: some sixty for each key of the built file


def bitmap(keys: Iterable[str]) -> bytes:
    """The map of some keys."""
    bits = bytearray(BITS >> 3)
    for key in keys:
        at = crc32(key.encode()) % BITS
        bits[at >> 3] |= 1 << (at & 7)
    return bytes(bits)


def present(bits: bytes, keys: Iterable[str]) -> list[str]:
    """Those of some keys that may be mapped."""
    size = len(bits) << 3
    return [key for key in keys if bits[(at := crc32(key.encode()) % size) >> 3] >> (at & 7) & 1]
