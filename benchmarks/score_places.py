"""Scores the reading of places on GeoVirus and LGL: names found, and which place each name means.

In: the folder DATELINE_CORPORA (geoparsing/GeoVirus.xml, lgl.xml). Out: a table on standard output.
Names count as found by exact offsets; parts of other names are not counted as found, nationalities
only in LGL, which marks them. A name is resolved where it has the gold geonameid (LGL only) or its
point lies within 161 km of the gold point; "given" takes the gold names as found, "found" looks at
the names that were found only. Countries' and regions' points differ by gazetteer (GeoVirus puts the
United States at 40, -100), so a second figure leaves out names read as a country or region.

    DATELINE_CORPORA=... python benchmarks/score_places.py [articles per corpus, default 120]
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin

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
from dateline.model.values import Candidate, Place
from dateline.text import pipeline

Gold = list[tuple[int, int, float | None, float | None, int]]  # start, end, lat, lon, geonameid (0: none)
NOT_NAMES = {"GeoVirus": ("nationality", "part of"), "LGL": ("part of",)}  # LGL marks peoples too


def geovirus(path: Path) -> Iterator[tuple[str, Gold]]:
    for article in ET.parse(path).getroot():
        gold: Gold = []
        for n in article.iter("location"):
            start, end, lat, lon = (float(n.findtext(tag, "0")) for tag in ("start", "end", "lat", "lon"))
            gold.append((int(start) - 1, int(end) - 1, lat, lon, 0))
        yield article.findtext("text", ""), gold


def lgl(path: Path) -> Iterator[tuple[str, Gold]]:
    for article in ET.parse(path).getroot():
        gold: Gold = []
        for n in article.iter("toponym"):
            tag = n.find("gaztag")
            lat = float(tag.findtext("lat", "0")) if tag is not None else None
            lon = float(tag.findtext("lon", "0")) if tag is not None else None
            ident = int(tag.get("geonameid", "0")) if tag is not None else 0
            gold.append((int(n.findtext("start", "0")), int(n.findtext("end", "0")), lat, lon, ident))
        yield article.findtext("text", ""), gold


def parsed(texts: list[str], name: str) -> list[Doc]:
    """Parses, kept under the temporary folder between runs."""
    stamp = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]
    path = Path(tempfile.gettempdir()) / f"dateline-parses-{name}-{stamp}.spacy"
    if not path.exists():
        DocBin(docs=list(pipeline().pipe(texts)), store_user_data=False).to_disk(path)
    return list(DocBin().from_disk(path).get_docs(pipeline().vocab))


def is_right(place: Place | Candidate | None, gold: tuple[float | None, float | None, int]) -> bool:
    if place is None:
        return False
    here, there = (Candidate("", None, *p, None) for p in ((place.lat, place.lon), gold[:2]))
    return (place.geonameid is not None and place.geonameid == gold[2]) or kilometres(here, there) <= 161


def given(doc: Doc, gold: Gold) -> list[Spot]:
    """Gold names as spots, resolved in the company of everything else found."""
    scan = Scan(doc)
    spots = Spotter(scan, open_gazetteer()).spots_in_text()
    spans = {(s.start, s.end): s for s in spots}
    forced = []
    for start, end, *_ in gold:
        name = doc.text[start:end]
        at = [i for i, w in enumerate(scan.words) if w.start < end and w.end > start] or [0]
        spot = spans.get((start, end)) or Spot(at[0], at[-1], start, end, name, open_gazetteer().find(key(name)))
        spot.why_not, spot.phrase_start, spot.phrase_end = None, start, end
        forced.append(spot)
    rest = [s for s in spots if not any(s.start < e and s.end > b for b, e, *_ in gold)]
    everything = sorted(rest + forced, key=lambda s: s.start)
    read_cues(everything, scan)
    Resolver(everything, open_gazetteer()).resolve()
    return forced


def score(name: str, articles: list[tuple[str, Gold]], show: int) -> None:
    docs = parsed([text for text, _ in articles], name)
    small = small_right = 0
    found = right = total = usable = usable_right = located = near = given_near = 0
    clock, size = 0.0, 0
    for doc, (text, gold) in zip(docs, articles, strict=True):
        begin = time.perf_counter()
        mentions = places(Reading(report=Report(text), doc=doc)).places
        clock, size = clock + time.perf_counter() - begin, size + len(text.split())
        spans = {(s, e): rest for s, e, *rest in gold}
        names = [m for m in mentions if not (m.why_not or "").startswith(NOT_NAMES[name])]
        total, found, usable = total + len(spans), found + len(names), usable + sum(m.usable for m in mentions)
        hits = [m for m in names if (m.start, m.end) in spans]
        right, usable_right = right + len(hits), usable_right + sum(m.usable for m in hits)
        for m in hits:
            lat, lon, ident = spans[m.start, m.end]
            if lat is not None:
                located += 1
                near += is_right(m.place, (lat, lon, ident))
        with_point = [row for row in gold if row[2] is not None]
        for spot, (_, _, lat, lon, ident) in zip(given(doc, with_point), with_point, strict=True):
            ok = is_right(spot.best, (lat, lon, ident))
            given_near += ok
            local = spot.best is None or spot.best.feature not in ("C", "R")
            small, small_right = small + local, small_right + (ok and local)
            if show and not ok:
                print(
                    "  given",
                    repr(spot.text),
                    lat,
                    lon,
                    spot.best and (spot.best.name, spot.best.country, spot.best.feature),
                )
        if show:
            print("MISSED", [text[s:e] for s, e in spans if (s, e) not in {(m.start, m.end) for m in names}])
            print("EXTRA", [(m.text, m.why_not or "") for m in names if (m.start, m.end) not in spans])
    points = sum(1 for _, gold in articles for g in gold if g[2] is not None)
    p, r = right / max(found, 1), right / max(total, 1)
    print(f"{name}: {len(articles)} articles, {total} names, {size / clock:,.0f} words/s")
    print(f"  names found: P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f}; ", end="")
    print(f"usable ones alone P {usable_right / max(usable, 1):.3f} R {usable_right / max(total, 1):.3f}")
    print(f"  within 161 km: given {given_near / max(points, 1):.3f}, found {near / max(located, 1):.3f}, ", end="")
    print(f"given without countries and regions {small_right / max(small, 1):.3f}")


def main() -> None:
    folder = os.environ.get("DATELINE_CORPORA")
    if not folder:
        raise SystemExit("DATELINE_CORPORA is not set: it names the folder with geoparsing/")
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    show = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    base = Path(folder) / "geoparsing"
    score("GeoVirus", list(geovirus(base / "GeoVirus.xml"))[:most], show)
    score("LGL", list(lgl(base / "lgl.xml"))[:most], show)


if __name__ == "__main__":
    main()
