"""Places by dateline: the names it finds, and what it makes of names that are given.

In: an `Article`. Out: found names with their points, and for each gold name with a point how far off dateline's
reading of it lies. `given` takes the gold names as found and lets the rest of the report help to place them.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.geoparsing.load import Article, Name
from dateline.extract.read import words
from dateline.extract.what.learned import learned
from dateline.extract.when.dateline import dateline
from dateline.extract.where.place_cues import read_cues
from dateline.extract.where.place_find import Spotter
from dateline.extract.where.place_geometry import kilometres
from dateline.extract.where.place_resolve import Resolver
from dateline.extract.where.place_scan import Scan
from dateline.extract.where.place_spot import Spot
from dateline.extract.where.places import places
from dateline.gazetteer import open_gazetteer
from dateline.gazetteer.names import key
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.model.values import Candidate

FARTHEST = 20_039.0  # half the way round the earth: the error of a name that gets no point
NOT_NAMES = {"geovirus": ("nationality", "part of"), "lgl": ("part of",)}  # LGL marks peoples' names too


@dataclass(frozen=True, slots=True)
class Found:
    """A name that dateline finds; `point` is None where no entry fits."""

    start: int
    end: int
    text: str
    point: tuple[float, float] | None


def far(one: tuple[float, float] | None, two: tuple[float, float] | None) -> float:
    """Kilometres between two points; FARTHEST where one is missing."""
    if one is None or two is None:
        return FARTHEST
    here, there = (Candidate("", None, *point, None) for point in (one, two))
    return kilometres(here, there)


def read(article: Article) -> tuple[list[Found], Reading]:
    """The names found, and the reading so far."""
    reading = places(dateline(learned(words(Reading(Report(article.text, language="en"))))))
    kept = [m for m in reading.places if not (m.why_not or "").startswith(NOT_NAMES[article.layout])]
    return [Found(m.start, m.end, m.text, _point(m.place.lat, m.place.lon)) for m in kept], reading


def _point(lat: float | None, lon: float | None) -> tuple[float, float] | None:
    return None if lat is None or lon is None else (lat, lon)


def given(reading: Reading, names: list[Name]) -> list[tuple[float, bool]]:
    """How far off each gold name with a point lies, and whether it was read as smaller than a region or country."""
    scan = Scan(reading.words)
    spots = Spotter(scan, open_gazetteer()).spots_in_text()
    known = {(spot.start, spot.end): spot for spot in spots}
    forced = [_forced(name, known.get((name.start, name.end)), scan) for name in names]
    rest = [s for s in spots if not any(s.start < n.end and n.start < s.end for n in names)]
    everything = sorted([*rest, *forced], key=lambda spot: spot.start)
    read_cues(everything, scan)
    Resolver(everything, open_gazetteer()).resolve()
    return [
        (_error(s.best, n), s.best is None or s.best.feature not in "CR") for s, n in zip(forced, names, strict=True)
    ]


def _forced(name: Name, spot: Spot | None, scan: Scan) -> Spot:
    if spot is None:
        at = [i for i, w in enumerate(scan.words) if w.start < name.end and w.end > name.start] or [0]
        text = scan.doc.text[name.start : name.end]
        spot = Spot(at[0], at[-1], name.start, name.end, text, open_gazetteer().find(key(text)))
    spot.why_not, spot.phrase_start, spot.phrase_end = None, name.start, name.end
    return spot


def _error(best: Candidate | None, name: Name) -> float:
    if best is not None and best.geonameid is not None and best.geonameid == name.geonameid:
        return 0.0
    return far(_point(best.lat, best.lon) if best else None, name.point)
