"""Whether a gazetteer file holds a key, told without asking it: a map of bits, one set for the hash of each key.

In: keys. Out: the map; yes or no for a key: never no for one that is held, yes for one in thirty that is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

BYTES = 1 << 21  # of the map: some thirty bits for each key of the built file


def bitmap(keys: Iterable[str]) -> bytes:
    """The map of some keys."""
    bits = bytearray(BYTES)
    for key in keys:
        byte, bit = place(key)
        bits[byte] |= 1 << bit
    return bytes(bits)


def present(bits: bytes, key: str) -> bool:
    """Whether a key may be one of those mapped."""
    byte, bit = place(key)
    return bits[byte] >> bit & 1 == 1


def place(key: str) -> tuple[int, int]:
    """The byte and the bit of a key."""
    return divmod(crc32(key.encode()) % (BYTES * 8), 8)
