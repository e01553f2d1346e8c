"""HRDsAttack as it lies: JSON files of articles with a merged annotation.

In: a file or a folder of such. Out: `Article`s with their gold `Record`; null, "None" and the like are empty, the
annotators' known slips are mended as in the corpus's own loader.
"""

from __future__ import annotations

import calendar
import html
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.common.inputs import InputError, files, read_rows, some
from benchmarks.common.judged import Loaded

MONTHS = list(calendar.month_name)


@dataclass(frozen=True)
class Record:
    """What an article tells; None and () where it does not. Numbers and months as the corpus writes them.

    `city_words`: the city as the report writes it, where what is read has the gazetteer's name.
    """

    perpetrator: bool = False
    kind: str | None = None
    victims: tuple[str, ...] = ()
    violations: frozenset[str] = frozenset()
    country: str | None = None
    region: str | None = None
    city: str | None = None
    year: str | None = None
    month: str | None = None
    day: str | None = None
    city_words: str | None = None


@dataclass(frozen=True)
class Article:
    """A text with its day and its record."""

    name: str
    text: str
    title: str | None
    published: date | None
    gold: Record


@cache
def table() -> dict[str, Any]:
    """fields.toml."""
    return tomllib.loads(Path(__file__).with_name("fields.toml").read_text("utf-8"))


def load(path: Path) -> Loaded[Article]:
    """Every article of the file or folder."""
    found = some(files(path, lambda p: p.suffix == ".json"), path, "JSON file")
    return Loaded([article for file in found for article in _articles(file)], found)


def _articles(path: Path) -> Sequence[Article]:
    rows = read_rows(path)
    try:
        return [_article(row) for row in rows]
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: not HRDsAttack's layout ({type(error).__name__}: {error})") from None


def _article(row: dict[str, Any]) -> Article:
    given = row["sample"]
    published = re.match(r"\d{4}-\d\d-\d\d", given.get("Input.publish_date") or "")
    day = date.fromisoformat(published[0]) if published else None
    text = plain(given["Input.article_interface"])
    return Article(
        str(given["Input.GLOBALEVENTID"]), text, given.get("Input.title"), day, _record(row["merged_sample"])
    )


def plain(text: str) -> str:
    """The article without its mark-up, paragraphs kept apart."""
    text = re.sub(r"</p>|<br\s*/?>", "\n\n", text)
    text = html.unescape(re.sub(r"<[^<>]+>", "", text))
    return re.sub(r"\s*\n\s*\n\s*", "\n\n", text).strip()


def _record(row: dict[str, Any]) -> Record:
    violations = set(row.get("violation_types") or ())
    if len(violations) > 1:
        violations.discard("unknown")
    victims = tuple(name for victim in row["victims"] if (name := value(victim["victim_name"])))
    return Record(
        bool(row["perpetrator_mention"]), value(row.get("perpetrator_type")), victims, frozenset(violations),
        value(row.get("country")), value(row.get("region")), value(row.get("city")),
        number(row.get("year")), month(row.get("month")), number(row.get("date")),
    )  # fmt: skip


def value(raw: Any) -> str | None:
    """A string with known slips mended, None where it says nothing."""
    text = "" if raw is None else str(raw).strip()
    return None if text.lower() in table()["empty"] else str(table()["mended"].get(text.lower(), text))


def number(raw: Any) -> str | None:
    """ "26.0" and "026" as "26"."""
    text = value(raw)
    try:
        return str(int(float(text))) if text else None
    except ValueError:
        return None


def month(raw: Any) -> str | None:
    """The month's English name."""
    text = value(raw)
    if text is None:
        return None
    numeral = number(text)
    if numeral and 1 <= int(numeral) <= 12:
        return MONTHS[int(numeral)]
    return text.title()
