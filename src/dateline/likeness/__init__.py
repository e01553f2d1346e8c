"""How alike two accounts are, and why: what is compared, in words, with weights in bits.

In: accounts with their claims and reports. Out: `Facts`, the `Reason`s that `compare` finds between
two of them, their `score` (`likeness` at once), `reprints` and `versions` among reports. Knows nothing of
findings or links.
"""

from dateline.likeness.alpha import alpha
from dateline.likeness.compare import compare, likeness, observe
from dateline.likeness.facts import Facts, facts
from dateline.likeness.model import bits, score
from dateline.likeness.places import km, within_reach
from dateline.likeness.reprint import reprint_of, reprints
from dateline.likeness.versions import versions
from dateline.likeness.words import near_types

__all__ = [
    "Facts", "alpha", "bits", "compare", "facts", "km", "likeness", "near_types", "observe", "reprint_of", "reprints",
    "score", "versions", "within_reach",
]  # fmt: skip
