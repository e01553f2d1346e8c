"""What a caller may ask of every exporter.

In: nothing. Out: `ExportOptions`, the one settings value that the exporters share.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.codebook import Codebook, load_codebook


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to export.

    `publish`: the files are for others, so private people are masked and quotes are short.
    `names`: the reason for keeping private people's names all the same (None: mask them);
    victims of sexual violence, children and witnesses stay masked even then.
    """

    publish: bool = False
    names: str | None = None
    codebook: Codebook = field(default_factory=load_codebook, repr=False)
