"""Actor swap: how often the same act becomes another type, or the dead another status, when only the actor changes.

    python -m benchmarks.swap

In: swap.toml, acts and actors: 200 invented sentences. Out: a line for each act, with what is commonest among the
actors and who differs from it; the shares at the end. An act that was not read at all differs too.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import dateline

TABLE = Path(__file__).with_name("swap.toml")
DAY = date(2025, 5, 15)
NOTHING = "nothing read"


@dataclass(frozen=True, slots=True)
class Told:
    """What was read of one sentence: the event's sub-event, the status of the dead ("-": no dead told)."""

    type: str
    status: str


@dataclass(frozen=True, slots=True)
class Row:
    """One act: what is commonest over all actors, and what was read of those who differ."""

    act: str
    common: Told
    other_type: Mapping[str, str]
    other_status: Mapping[str, str]


def sentences() -> Iterator[tuple[str, str, str]]:
    """(act, actor, sentence) for each act of each actor."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    for act, frame in table["acts"].items():
        for name, actor in table["actors"].items():
            yield act, name, frame.format(actor=actor, Actor=actor[0].upper() + actor[1:])


def read(sentence: str) -> Told:
    """The first event of the sentence, as dateline reads it now."""
    reading = dateline.read(sentence, published=DAY)
    if not reading.accounts:
        return Told(NOTHING, "-")
    account = reading.accounts[0]
    dead = [claim for claim in reading.claims if claim.id in account.claims and claim.field == "killed"]
    status = [str((claim.value.get("group") or {}).get("status") or "unknown") for claim in dead]
    return Told(account.type.acled_sub_event, status[0] if status else "-")


def compare(told: Callable[[str], Told] = read) -> list[Row]:
    """A row for each act, in the table's order."""
    found: dict[str, dict[str, Told]] = {}
    for act, actor, sentence in sentences():
        found.setdefault(act, {})[actor] = told(sentence)
    return [_row(act, rows) for act, rows in found.items()]


def _row(act: str, rows: Mapping[str, Told]) -> Row:
    common = Told(_commonest([told.type for told in rows.values()]), _commonest([t.status for t in rows.values()]))
    return Row(
        act, common,
        {actor: told.type for actor, told in rows.items() if told.type != common.type},
        {actor: told.status for actor, told in rows.items() if told.status != common.status},
    )  # fmt: skip


def _commonest(values: list[str]) -> str:
    return min(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))[0]


def text(rows: list[Row], total: int) -> str:
    """The rows to read, and the shares of sentences that differ."""
    lines = []
    for row in rows:
        lines.append(f"{row.act}: {row.common.type}, dead {row.common.status}")
        lines += [f"    {actor}: {kind}" for actor, kind in row.other_type.items()]
        lines += [f"    {actor}: dead {status}" for actor, status in row.other_status.items()]
    kinds, statuses = (sum(len(found) for found in column) for column in _columns(rows))
    return "\n".join([*lines, "", f"another type: {kinds} of {total}", f"another status: {statuses} of {total}"])


def _columns(rows: list[Row]) -> tuple[list[Mapping[str, str]], list[Mapping[str, str]]]:
    return [row.other_type for row in rows], [row.other_status for row in rows]


if __name__ == "__main__":
    print(text(compare(), sum(1 for _ in sentences())))
