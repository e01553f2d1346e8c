"""The answer keys' own syntax: templates of 24 slots, a fill a line, alternatives, optional fills.

In: the text of a key file or of another system's responses. Out: `Template`s. A fill is a list of options, each
a value with what it refers to (`DEATH: "PEASANTS"`); `?` before it makes it optional; a hyphen is no fill; an
asterisk says that the slot does not apply to the incident.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

TEMPLATE = re.compile(r"^0+\.\s+MESSAGE: ID\s+(\S+)", re.M)
SLOT = re.compile(r"^\s{0,3}\d+\.\s+([A-Z ]+: [A-Z ]+?)(?:\s{2,}(.*)|\s*)$")
NULL = ("-", "", '"-"')
LOCATION, DATE, TYPE = "INCIDENT: LOCATION", "INCIDENT: DATE", "INCIDENT: TYPE"


@dataclass(frozen=True, slots=True)
class Option:
    """One way to fill a slot: a value and, where the slot asks for it, the strings it refers to."""

    value: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fill:
    """What one line of a slot says; any of the options is right."""

    options: tuple[Option, ...]
    optional: bool = False


@dataclass(frozen=True)
class Template:
    """One incident of a message. `barred` are slots that do not apply."""

    message: str
    optional: bool = False
    slots: dict[str, tuple[Fill, ...]] = field(default_factory=dict)
    barred: frozenset[str] = frozenset()

    def fills(self, slot: str) -> tuple[Fill, ...]:
        """The fills of the slot; () where it is null."""
        return self.slots.get(slot, ())

    def types(self) -> tuple[str, ...]:
        """The incident types, any of which is right."""
        return tuple(option.value for fill in self.fills(TYPE) for option in fill.options)


def parse(text: str) -> dict[str, list[Template]]:
    """Message id -> its templates; a message that tells of no incident has none."""
    found: dict[str, list[Template]] = {}
    heads = list(TEMPLATE.finditer(text))
    for head, following in zip_longest(heads, heads[1:]):
        body = text[head.start() : following.start() if following else len(text)]
        lines = [line for line in body.splitlines() if not line.startswith(";")]
        slots = dict(_slots(lines))
        templates = found.setdefault(head[1], [])
        if any(kind.strip() not in ("*", *NULL) for kind in slots.get(TYPE, [])):
            templates.append(_template(head[1], slots))
    return found


def _slots(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    name, rows = "", [""]
    for line in lines:
        if match := SLOT.match(line):
            if name:
                yield name, rows
            name, rows = match[1], [(match[2] or "").strip()]
        elif line.strip():
            rows = _continued(rows, line.strip())
    if name:
        yield name, rows


def _continued(rows: list[str], line: str) -> list[str]:
    """A further line: the rest of the fill before it, or a fill of its own."""
    before = rows[-1]
    if before.replace('\\"', "").count('"') % 2 or before.endswith(("/", ":")) or line.startswith(("/", ":")):
        return [*rows[:-1], f"{before} {line}"]
    return [*rows, line]


def _template(message: str, slots: dict[str, list[str]]) -> Template:
    fills, barred = {}, set()
    for name, rows in slots.items():
        if rows == ["*"]:
            barred.add(name)
        elif not name.startswith("MESSAGE"):
            fills[name] = tuple(filter(None, (_fill(name, row) for row in rows)))
    return Template(message, "OPTIONAL" in slots.get("MESSAGE: TEMPLATE", [""])[0], fills, frozenset(barred))


def _fill(slot: str, row: str) -> Fill | None:
    optional = row.startswith("?")
    row = row.lstrip("? ").strip()
    if row in ("*", *NULL):
        return None
    parts = split(row, "/")
    if slot in (LOCATION, DATE):
        options = [Option(part.lstrip("? ").strip("()" if slot == DATE else " ")) for part in parts]
    elif any(part.startswith("(") and part.endswith(")") for part in parts):
        options = [option for part in parts for option in _options(part.lstrip("? ").strip("()"))]
    else:
        options = _options(row)
    null = any(option.value in NULL for option in options)
    kept = tuple(option for option in options if option.value not in NULL)
    return Fill(kept, optional or null) if kept else None


def _options(words: str) -> list[Option]:
    """`A / B: "X" / "Y"`: every value with all that it refers to."""
    left, *right = split(words, ":")
    refs = tuple(_bare(part) for part in split(":".join(right), "/")) if right else ()
    if left.startswith("(") and left.endswith(")"):
        left = left[1:-1]
    return [Option(_bare(part), refs) for part in split(left, "/")]


def _bare(words: str) -> str:
    words = words.strip().lstrip("? ").replace('\\"', "'")
    return " ".join(words.strip('"').split())


def split(words: str, mark: str) -> list[str]:
    """The parts between the marks that stand outside quotation marks and brackets."""
    parts, depth, quoted, start = [], 0, False, 0
    for at, letter in enumerate(words):
        if letter == '"' and words[at - 1 : at] != "\\":
            quoted = not quoted
        elif not quoted and letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == mark and not quoted and depth <= 0:
            parts.append(words[start:at].strip())
            start = at + 1
    return [*parts, words[start:].strip()]
