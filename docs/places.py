"""Writes docs/places.md: ten hard cases with candidates and reasons, and how well probabilities hold.

In: docs/places.toml, the gazetteer, the calibration table. Out: the page; `python docs/places.py` writes it.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.extract.where.place_calibrate import probability
from dateline.extract.where.places import places
from dateline.model.reading import PlaceMention, Reading
from dateline.model.report import Report
from dateline.model.values import Candidate, Place
from dateline.text import parse

HERE = Path(__file__).parent
KINDS = {"P": "place", "F": "site", "A1": "first-level unit", "A2": "second-level unit", "C": "country", "R": "region"}
HEAD = """# Places: how they are read, and ten hard cases

Written by `python docs/places.py`; a test holds that it is what dateline does. All sentences are invented.

A name is looked up in the gazetteer under its folded form, other spellings after that. All its namesakes are weighed
by the whole report: countries and peoples named, the unit or country that the words put it in, other places and their
distance, size, rank. For a country speak its name, its people, the town with which the story opens, and two names that
it alone has. The share of the best among all becomes a probability by the table at the end.
`dateline why EVENT place` shows the same for a place of yours.

A place says how precisely the *words* place something (town, near, district, province, region, country). The
outskirts, the edge and a suburb of a town are in it; outside it, and "on the Dori road", are near. Where the gazetteer
has no point for it, an event's place stands at that of the smallest area that the text supports: the district or
province that the words put it in, the town at the head of its line ("ABIA, 9 Mar. Aba, Ariaria."), a unit or the one
listed town told beside the event, the one listed town of its paragraph or of the title of a live report, else the town
or province of which nearly all of the report speaks. A village told with its mark ("X, 14 km west of Y") stands by the
mark, and is a town itself. Name and precision stay those of the words; `point_of` (near, district, province) says
whose point it is, and the codes of ACLED, UCDP, GTD and PLOVER (`codebook/precision.toml`) follow it. A country's
point stands for no village. Such a point counts for no distance when accounts are merged.

A name of a list counts for more where it opens an item of a report whose items are opened by places ("Gomel: nine
held"), and after people or parts of a place ("residents of X"). A name that no list has is weighed once for the whole
report: what stands before and after it, what governs it in the parse, whether it opens an item, who or what it is
elsewhere, whether the learned reader takes it to say where. The cue weights are the table `[unknown]` of
`extract/where/place_words.toml`. Such a place keeps its name and the country of which the words around it speak: the
one that opens its line or whose village it is called first, names told before it next, those behind it half as much.
A hospital, church or school called after a saint or a ruler is a venue, and stands where the place that holds it does.
A quarter, camp, market or street that `gazetteer/quarters.toml` lists stands for its city, in a report on its country
("a grenade in Bakara": Mogadishu); it weighs as a town of 10,000, and keeps its own words. The list was written by a
language model and holds some 15,500 names of 900 cities: what you know better, change there. A quarter that bears the
name of a town of its country ("Mohammadpur") is meant only where the report names its city.

## Which place is the event's

Its own words come first: the finest place bound to the event, the nearest to the trigger. A speaker's seat, a home
town, a launch site, a distance mark and where somebody is brought are none; of a list of three or more it is the unit
or country that holds them all. Where its sentence gives none, the first of these rules that does. All are marked
`inferred`, and `dateline why EVENT place` names the rule.

| rule | when |
|---|---|
| `place taken from the heading` | the head of its own line, item or paragraph names a place |
| `the capital that the words point to`, and so on | "in the Moldovan capital", "this town", "in six cities" |
| `place taken from same sentence` | another event of the sentence has one |
| `place told before in the paragraph` | the last town told there, or "in the capital"; else the last unit |
| `place taken from the title` | an entry of a live report, whose first line names a town |
| `place at which the story is` | all of the story so far is at one town, told within two paragraphs |
| `place taken from the dateline` | told in the first paragraph; not where it is only filed from there |
| `first-level unit in which the story is` | all events of the story's own time are told in one such unit |
| `no place told: the country the report speaks of around it` | the head of its line names one, or one stands out |
| `the town of which nearly all of the report speaks` | six in ten places told are it: *near* it. No look back |
| `the first-level unit of which nearly all of the report speaks` | six in ten lie in it, no capital |

The last two give way to the country where the report calls the country itself by name more often than its places there.

A report is only filed from a town abroad, if all the places that its events have lie in other countries; for violence,
from a capital too, if its events have other places only. A truce holds for more than the town of a dateline.

Who was set free is not placed by where they were taken. A look back (told in the past perfect, or of more than a week
before the story) takes no town from another paragraph, only the unit or country. Arrests and trials take no town from
there either: they happen elsewhere. A release with no place told has none.

## Disputed territory

A place has the country that GeoNames gives it. That is no judgement of dateline's. Files can say otherwise: the table
`[territories]` of `dateline.toml` names, for a country's code or for one of its first-level units or regions, the
country under which exports file it.

```toml
[territories]
"XK" = "RS"          # all of a country or territory of the list
"UA/Crimea" = "RU"   # one of its units or regions, as the gazetteer writes it
"EH" = "MA"
```

The words, the claims and the gazetteer's entry stay as they are. Each finding that is filed otherwise says so, with the
country that the gazetteer gives. Somaliland, Abkhazia and Northern Cyprus have no code of their own in ISO 3166; they
are filed under the country that you name. Kosovo, Palestine, Taiwan and Western Sahara have one, and stand under it.
"""
TAIL = """
## How well the probabilities hold

Names of places, units and regions (no countries) in LGL and GeoVirus, development parts; right means within 161 km of
the corpus's point. The corpora's own slips are counted against us, so even a name with one bearer is not sure.

| share of all namesakes | names | were right | probability given |
|---|---|---|---|
"""
TABLE = """
| candidate | kind | first-level unit | country | people | probability |
|---|---|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    cases = tomllib.loads((HERE / "places.toml").read_text("utf-8"))["case"]
    return HEAD + "".join(case(number, row) for number, row in enumerate(cases, start=1)) + TAIL + calibration()


def case(number: int, row: dict[str, Any]) -> str:
    """One case: its text, what makes it hard, what is chosen and why, and the namesakes."""
    doc = parse(row["text"])
    mention = next(m for m in places(Reading(Report(row["text"]), doc)).places if m.text == row["name"])
    told = (
        f"\n## {number}. {row['title']}\n\n> {row['text']}\n\n**{row['name']}.** {row['hard']}\n\n{outcome(mention)}\n"
    )
    return told + candidates(mention.place)


def outcome(mention: PlaceMention) -> str:
    """What is made of the name, in a line."""
    place = mention.place
    where = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
    point = f"{place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else "no point"
    within = f" within {place.radius_km:g} km" if place.radius_km else ""
    notes = [place.rule and f"rule: {place.rule}", place.relation and f"relation: {place.relation}"]
    notes += [place.role != "location" and f"role: {place.role}", mention.why_not and f"no location: {mention.why_not}"]
    return "; ".join([f"{where}: {place.precision}, {point}{within}", *(note for note in notes if note)]) + "."


def candidates(place: Place) -> str:
    """The table of namesakes; nothing where there is none."""
    if not place.candidates:
        return "\nNo candidate was taken.\n"
    return TABLE + "".join(candidate(c) for c in place.candidates)


def candidate(c: Candidate) -> str:
    """One namesake as a row."""
    cells = (c.name, KINDS[c.feature], c.admin1 or "", c.country or "", f"{c.population:,}", f"{c.score:.0%}")
    return f"| {' | '.join(cells)} |\n"


def calibration() -> str:
    """The rows of the calibration table."""
    data = tomllib.loads(files("dateline.extract.where").joinpath("place_calibration.toml").read_text("utf-8"))
    rows = ((row["share"], row["names"], row["right"]) for row in data["bins"])
    return "".join(f"| {s:.1%} | {n:,} | {right:.1%} | {probability(s):.1%} |\n" for s, n, right in rows)


if __name__ == "__main__":
    (HERE / "places.md").write_text(page(), "utf-8")
