"""Settings that a person can read: a TOML file beside the project, every key with a default.

In: `dateline.toml` in the project's folder, where there is one. Out: `Config`; an unknown key or a
wrong kind of value is one clear line.
"""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import DatelineError


@dataclass(frozen=True, slots=True)
class Config:
    """`workers`: processes that read reports (0: as many as there are processors)."""

    workers: int = 0


def load_config(folder: Path) -> Config:
    """The settings in `folder`/dateline.toml, or the defaults."""
    path = folder / "dateline.toml"
    if not path.exists():
        return Config()
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, OSError, UnicodeDecodeError) as error:
        raise DatelineError(f"{path}: {error}; mend the file or remove it") from None
    known = {field.name: field for field in dataclasses.fields(Config)}
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise DatelineError(f"{path}: unknown key {unknown[0]!r}; known are {', '.join(sorted(known))}")
    for name, value in given.items():
        if type(value) is not type(known[name].default):
            raise DatelineError(
                f"{path}: {name} = {value!r} is not a {type(known[name].default).__name__}; mend the file"
            )
    return Config(**given)
