"""Nouns that are known by a hash of what they say.

In: a noun that says how its id is made (`_hashed`). Out: its `id`, made when it is first asked for and then kept:
the nouns never change, and events, queues and pages ask for ids thousands of times.
"""

from __future__ import annotations


class Hashed:
    """Base of frozen nouns; the id is no field, so neither equality nor `plain` knows of it."""

    __slots__ = ("_id",)
    _id: str

    @property
    def id(self) -> str:
        """The hash by which the noun is known."""
        try:
            return self._id
        except AttributeError:
            object.__setattr__(self, "_id", self._hashed())
            return self._id

    def _hashed(self) -> str:
        raise NotImplementedError
