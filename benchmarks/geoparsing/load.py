"""Place-name corpora in the layouts of LGL (also TR-News, GeoWebNews) and GeoVirus.

In: an XML file, or a folder of such. Out: `Article`s with their gold names. LGL counts characters from 0,
GeoVirus from 1; LGL's names without a gazetteer tag have no point. A name whose offsets do not hold its own
words is looked for near by, and kept as it is where it is not found.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.common.inputs import InputError, files, read_xml, some
from benchmarks.common.judged import Loaded

REACH = 5  # characters within which a name is looked for
LAYOUTS = {"lgl": ("toponym", "phrase", 0), "geovirus": ("location", "name", 1)}


@dataclass(frozen=True, slots=True)
class Name:
    """A gold place name; `point` and `geonameid` are None where the corpus has none."""

    start: int
    end: int
    point: tuple[float, float] | None
    geonameid: int | None = None


@dataclass(frozen=True)
class Article:
    """A text with its names; `corpus` is the file's name, `layout` lgl or geovirus."""

    name: str
    corpus: str
    layout: str
    text: str
    names: tuple[Name, ...]


def load(path: Path) -> Loaded[Article]:
    """Every article of the file or folder."""
    found = some(files(path, lambda p: p.suffix == ".xml"), path, "XML file")
    return Loaded([article for file in found for article in _articles(file)], found)


def _articles(path: Path) -> Iterator[Article]:
    root = read_xml(path)
    layout = next((name for name, (tag, _, _) in LAYOUTS.items() if next(root.iter(tag), None) is not None), None)
    if layout is None or root.find("article") is None:
        raise InputError(f"{path}: neither LGL's layout nor GeoVirus's (articles with toponym or location)")
    tag, words, base = LAYOUTS[layout]
    for number, article in enumerate(root.iter("article"), 1):
        text = article.findtext("text", "")
        try:
            names = tuple(_name(node, text, words, base) for node in article.iter(tag))
        except ValueError as error:
            raise InputError(f"{path}: article {number}: an offset or a degree is no number ({error})") from None
        yield Article(f"{path.stem}:{article.get('docid') or number}", path.stem, layout, text, names)


def _name(node: ET.Element, text: str, words: str, base: int) -> Name:
    start, end = int(node.findtext("start", "0")) - base, int(node.findtext("end", "0")) - base
    told = node.findtext(words, "")
    if told and text[start:end] != told:
        near = text.find(told, max(0, start - REACH), end + REACH)
        start, end = (near, near + len(told)) if near >= 0 else (start, end)
    tagged = node.find("gaztag")
    gold = node if tagged is None else tagged
    lat, lon = gold.findtext("lat"), gold.findtext("lon")
    point = (float(lat), float(lon)) if lat and lon else None
    ident = gold.get("geonameid")
    return Name(start, end, point, int(ident) if ident else None)
