"""The classes of each head, in the order of their numbers."""

from __future__ import annotations

from dateline.codebook import load_codebook

TYPES = ("none", *load_codebook().types)
STANCES = ("asserted", "alleged", "denied", "planned", "hypothetical")
SALIENCES = ("main", "follow-up", "background")
ROLES = (
    "none", "actor", "recipient", "party", "target", "weapon", "place", "time", "speaker", "killed", "injured",
    "missing", "captured", "released", "displaced", "arrested",
)  # fmt: skip
IGNORED = -100  # no loss is taken there
