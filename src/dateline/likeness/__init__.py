"""How alike two accounts are, and why: what is compared, in words, with weights in bits.

In: accounts with their claims and reports. Out: `Facts`, the `Reason`s that `compare` finds between
two of them, their `score` (`likeness` at once), `reprints`, `versions` and `stories` among reports. Knows
nothing of findings or links.
"""

from dateline.likeness.alpha import alpha
from dateline.likeness.assign import best_pairs
from dateline.likeness.compare import compare, likeness, observe, observe_type
from dateline.likeness.facts import Facts, claimed, facts, span, worded
from dateline.likeness.looks import looks
from dateline.likeness.model import Seen, bits, score, weight
from dateline.likeness.places import AROUND, REACH, km
from dateline.likeness.reprint import each_once, reprint_of, reprints
from dateline.likeness.stories import Story, stories
from dateline.likeness.versions import versions
from dateline.likeness.words import near_types

__all__ = [
    "AROUND", "REACH", "Facts", "Seen", "Story", "alpha", "best_pairs", "bits", "claimed", "compare", "each_once",
    "facts", "km", "likeness", "looks", "near_types", "observe", "observe_type", "reprint_of", "reprints", "score",
    "span", "stories", "versions", "weight", "worded",
]  # fmt: skip
