"""The classes of each head, in the order of their numbers."""

from __future__ import annotations

from dateline.codebook import load_codebook, load_toml

TYPES = ("none", *load_codebook().types)
STANCES = ("asserted", "alleged", "denied", "planned", "hypothetical")
SALIENCES = ("main", "follow-up", "background")
ROLES = (
    "none", "actor", "recipient", "party", "target", "weapon", "place", "time", "speaker", "killed", "injured",
    "missing", "captured", "released", "displaced", "arrested",
)  # fmt: skip
ROOTS = ("none", *load_toml("interactions.toml")["root"])
SIDES = ("none", "source", "target")
CLASSES = {
    "type": TYPES,
    "stance": STANCES,
    "salience": SALIENCES,
    "role": ROLES,
    "root": ROOTS,
    "side": SIDES,
}
ASKS = {"events": ("type", "role"), "interactions": ("root", "side")}  # what is asked -> heads of namings and fillers
NAMED = tuple(
    head for heads in ASKS.values() for head in heads
)  # heads whose first class is that a piece names or fills nothing
IGNORED = -100  # no loss is taken there
