"""Spellings made equal for look-ups, without loading any model.

In: words as written. Out: `fold(text)`.
"""

from __future__ import annotations

import re
import unicodedata


def fold(text: str) -> str:
    """Lower-cased, without accents, hyphens, apostrophes and doubled spaces: for look-ups only."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    bare = re.sub(r"[’'`ʿʾ‘.]", "", bare.casefold())
    return re.sub(r"[\s\-–—_]+", " ", bare).strip()
