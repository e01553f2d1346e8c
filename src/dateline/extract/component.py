"""What a component declares: the layers of the Reading that it needs and those that it gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from dateline.model.reading import Reading


class Component(Protocol):
    """A step of reading: `Reading -> Reading`, with the layers it requires and provides."""

    __name__: str
    requires: tuple[str, ...]
    provides: tuple[str, ...]

    def __call__(self, reading: Reading) -> Reading:
        """The reading with the provided layers in place."""
        ...


def component(
    *, requires: tuple[str, ...], provides: tuple[str, ...]
) -> Callable[[Callable[[Reading], Reading]], Component]:
    """Mark a function as a component and record what it requires and provides."""

    def mark(function: Callable[[Reading], Reading]) -> Component:
        function.requires = requires  # type: ignore[attr-defined]
        function.provides = provides  # type: ignore[attr-defined]
        return function  # type: ignore[return-value]

    return mark
