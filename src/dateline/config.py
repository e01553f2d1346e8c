"""Settings that a person can read: a TOML file beside the project, every key with a default.

In: `dateline.toml` in the project's folder, where there is one. Out: `Config`; an unknown key or a
wrong kind of value is one clear line.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError


@dataclass(frozen=True, slots=True)
class ReviewConfig:
    """The table [review]. `second`: the share that is read twice. `keys`: name -> key, in place of the usual ones."""

    second: float = 0.2
    keys: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Config:
    """`workers`: processes that read reports (0: as many as there are processors). `review`: the review's table.

    `territories`: place -> the country under which exports file it ("UA/Crimea" -> a code or name).
    """

    workers: int = 0
    territories: Mapping[str, str] = field(default_factory=dict)
    review: ReviewConfig = ReviewConfig()


def load_config(folder: Path) -> Config:
    """The settings in `folder`/dateline.toml, or the defaults."""
    path = folder / "dateline.toml"
    if not path.exists():
        return Config()
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, OSError, UnicodeDecodeError) as error:
        raise DatelineError(f"{path}: {error}; mend the file or remove it") from None
    review = given.pop("review", {})
    known = _known(given, Config(), path, "")
    return Config(**known, review=ReviewConfig(**_known(review, ReviewConfig(), path, "review.")))


def _known(given: Any, usual: Any, path: Path, table: str) -> dict[str, Any]:
    """The keys given, each of the kind that it usually has."""
    if not isinstance(given, dict):
        raise DatelineError(f"{path}: [review] is no table; mend the file")
    names = {f.name for f in dataclasses.fields(usual)} - {"review"}
    unknown = sorted(set(given) - names)
    if unknown:
        raise DatelineError(f"{path}: unknown key {table + unknown[0]!r}; known are {', '.join(sorted(names))}")
    for name, value in given.items():
        kind = type(getattr(usual, name))
        if type(value) is not kind:
            raise DatelineError(f"{path}: {table}{name} = {value!r} is not a {kind.__name__}; mend the file")
    if any(not isinstance(key, str) for key in given.get("keys", {}).values()):
        raise DatelineError(f'{path}: {table}keys: give each key as text, as accept = "y"')
    if any(not isinstance(country, str) for country in given.get("territories", {}).values()):
        raise DatelineError(f'{path}: {table}territories: give each country as text, as "UA/Crimea" = "UA"')
    return dict(given)
