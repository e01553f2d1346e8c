"""The learned model: one small encoder, shipped with the package, that needs no network and no GPU."""

from dateline.encoder.reader import alike, guesses, interactions, passages

__all__ = ["alike", "guesses", "interactions", "passages"]
