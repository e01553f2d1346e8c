"""What every exported value rests on, looked up in the files themselves.

In: the folder that a run left, and the reports by id. Out: `Grounds`: how many values were looked at, and one line for
each that rests on nothing. A value stands if it is, or follows by a named rule from, a claim whose passages are found
word for word in its report; a field of the report's metadata; or a named rule with its inputs. The exporters' own
rules (who stands in where nobody is told, ACLED's silent 0, codes of regions) are named here, one by one.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from dateline.codebook import load_codebook
from dateline.export.files import table
from dateline.extract.when.dateline import read_head
from dateline.gazetteer.countries import country_facts
from dateline.model.report import Report

JSON = dict[str, Any]
MASK = re.compile(r"\[(?:name|source) masked\]")
BOUNDS = ("low", "best", "high")


@dataclass(frozen=True)
class Grounds:
    values: int
    problems: tuple[str, ...]


class Looked:
    """Counts what is looked at, keeps what is wanting."""

    def __init__(self) -> None:
        self.values, self.problems = 0, list[str]()

    def must(self, stands: bool, *words: object) -> None:
        self.values += 1
        if not stands:
            self.problems.append(" ".join(map(str, words)))


def grounds(folder: Path, reports: Mapping[str, Report]) -> Grounds:
    """All values of events.jsonl, acled.csv and events.geojson."""
    looked = Looked()
    lines = (folder / "events.jsonl").read_text("utf-8").split("\n")
    events = {event["id"]: event for event in map(json.loads, filter(None, lines))}
    claims = {claim["id"]: claim for event in events.values() for claim in event["claims"]}
    for event in events.values():
        for claim in event["claims"]:  # two events may hold one claim: each copy is looked at
            claim_stands(claim, reports, claims, looked)
        event_stands(event, claims, looked)
    with (folder / "acled.csv").open(encoding="utf-8", newline="") as file:
        for name, rows in groupby(csv.DictReader(file), lambda row: row["event_id_cnty"].partition(".")[0]):
            rows_stand(list(rows), events[name], reports, looked)
    for feature in json.loads((folder / "events.geojson").read_text("utf-8"))["features"]:
        feature_stands(feature, events[feature["id"]], looked)
    return Grounds(looked.values, tuple(looked.problems))


def claim_stands(claim: JSON, reports: Mapping[str, Report], claims: Mapping[str, JSON], looked: Looked) -> None:
    report, at = reports[claim["report"]], f"{claim['id']} {claim['field']}"
    for passage in claim["passages"]:
        words = reports[passage["report"]].text[passage["start"] : passage["end"]]
        looked.must(bool(words) and quoted(passage["quote"]).fullmatch(words) is not None, at, "misquotes", passage)
    if not claim["passages"]:
        looked.must(bool(claim["basis"] and claim["inputs"]), at, "has no words, and no rule with inputs")
        if claim["field"] == "period":
            looked.must(of_the_story(claim["value"], report), at, "is not the day of the story, and has no words")
    if claim["passages"] and not claim["basis"] and isinstance(claim["value"], dict) and "estimate" in claim["value"]:
        for bound in BOUNDS:
            number = claim["value"]["estimate"][bound]
            looked.must(number is None or number >= 0, at, "counts less than nobody")
    for speaker in claim["attribution"]:
        known = speaker["start"] == -1 or 0 <= speaker["start"] < speaker["end"] <= len(report.text)
        looked.must(known, at, "is said by words outside of the report:", speaker)


def of_the_story(period: JSON, report: Report) -> bool:
    """Whether a day without words is the day of the story, or the one before."""
    head = read_head(report.text, report.published)
    days = {day for day in (report.published, head.day if head else None) if day}
    near = {day - timedelta(days=back) for day in days for back in (0, 1)}
    return {date.fromisoformat(period[end]) for end in ("start", "end") if period[end]} <= near


def quoted(quote: str) -> re.Pattern[str]:
    """The quote word for word; any words where a name is masked."""
    return re.compile(".+".join(map(re.escape, MASK.split(quote))), re.DOTALL)


def values_of(event: JSON, field: str) -> list[Any]:
    return [claim["value"] for claim in event["claims"] if claim["field"] == field]


def same(left: Any, right: Any, *keys: str) -> bool:
    return all(left.get(key) == right.get(key) for key in keys)


def event_stands(event: JSON, claims: Mapping[str, JSON], looked: Looked) -> None:
    at = event["id"]
    for field, found in event["findings"].items():
        for finding in (found, *found.get("also", ())):
            if finding["value"] not in (None, [], [None, None]):
                rests = bool(finding["for"] or finding["inputs"] or finding["decision"])
                looked.must(rests and bool(finding["rule"]), at, field, "rests on nothing:", finding["value"])
            for name in (*finding["for"], *finding["against"]):
                looked.must(name in claims, at, field, "rests on a claim that is not there:", name)
    kind = {f"acled_{key}": value for key, value in event["type"]["acled"].items()}
    looked.must(
        any(v["acled_sub_event"] == kind["acled_sub_event_type"] for v in values_of(event, "type")),
        at,
        "is of a type nobody claims",
    )
    for field, keys in (
        ("period", ("start", "end", "text", "part", "days")),
        ("place", ("name", "geonameid", "lat", "lon", "text")),
    ):
        if event[field]:
            told = any(same(event[field], value, *keys) for value in values_of(event, field))
            looked.must(told, at, field, "is no claim's:", event[field])
    for who in event["participants"]:
        told = any(same(who, value, "role", "name", "actor") for value in values_of(event, "participant"))
        looked.must(told, at, "a participant is no claim's:", who)
    for field in ("weapon", "target"):
        told = [value.get("value") if isinstance(value, dict) else value for value in values_of(event, field)]
        looked.must(event[field] is None or event[field] in told, at, field, "is no claim's")
    for toll in event["tolls"]:
        looked.must(bool(toll["claims"]), at, "a toll has no claim:", toll)
        numbers = {None, *(claims[name]["value"].get(bound) for name in toll["claims"] for bound in BOUNDS)}
        numbers |= {
            (claims[name]["value"].get("estimate") or {}).get(bound) for name in toll["claims"] for bound in BOUNDS
        }
        for bound in BOUNDS:
            looked.must(toll[bound] in numbers, at, "a toll's bound is no claim's:", bound, toll)


def rows_stand(rows: list[JSON], event: JSON, reports: Mapping[str, Report], looked: Looked) -> None:
    """One row, or one for each day that the words name: alike but for day, and together with the event's dead."""
    at, of_the_day = f"row {event['id']}", {"event_id_cnty", "event_date", "time_precision", "year", "fatalities"}
    names = [event["id"], *(f"{event['id']}.{n}" for n in range(2, len(rows) + 1))]
    looked.must([row["event_id_cnty"] for row in rows] == names, at, "its rows are numbered", names)
    days_stand(rows, event["period"], at, looked)
    dead = sum(int(row["fatalities"]) for row in rows)
    looked.must(dead == ((event["findings"].get("killed") or {}).get("value") or 0), at, "fatalities", dead)
    for row in rows[1:]:
        looked.must(all(row[key] == rows[0][key] for key in row.keys() - of_the_day), at, "its rows differ")
    row_stands(rows[0], event, reports, looked)


def days_stand(rows: list[JSON], period: JSON, at: str, looked: Looked) -> None:
    """One day of the period with its precision, or all days that the words name."""
    first, last, days = period["start"], period["end"], [row["event_date"] for row in rows]
    for row, day in zip(rows, days, strict=True):
        looked.must(first <= day <= last and row["year"] == day[:4], at, "its day is outside of the period")
    named = period["days"] if len(period["days"]) > 1 else days[:1]
    looked.must(days == named, at, "has rows for days that nobody names", days)
    sure = period["precision"] == "day" or first == last or len(rows) > 1
    looked.must(all((row["time_precision"] == "1") == sure for row in rows), at, "time_precision")


def row_stands(row: JSON, event: JSON, reports: Mapping[str, Report], looked: Looked) -> None:
    at, place = f"row {event['id']}", event["place"] or {}
    entry = load_codebook().types[event["type"]["acled"]["sub_event_type"]]
    told = (entry.disorder, entry.event, entry.sub_event)
    looked.must(told == (row["disorder_type"], row["event_type"], row["sub_event_type"]), at, "its type")
    place_stands(row, place, at, looked)
    names = {str(who["name"]) for who in event["participants"]}
    for column in ("actor1", "actor2", "assoc_actor_1", "assoc_actor_2"):
        for name in filter(None, row[column].split("; ")):
            looked.must(name in names | stand_ins(row["country"], names), at, column, "is nobody told:", name)
    inters = {who["category"] for who in event["participants"]} | set(table("acled.toml")["inter"])
    looked.must({row["inter1"], row["inter2"]} <= inters | {""}, at, "inter")
    days = [reports[r["id"]].published for r in event["reports"] if reports[r["id"]].published]
    stamp = str(int(datetime(*max(days).timetuple()[:3], tzinfo=UTC).timestamp())) if days else ""
    looked.must(row["timestamp"] == stamp, at, "timestamp")
    sources = {r["publisher"] for r in event["reports"]}
    looked.must(bool(row["source"]) and (set(row["source"].split("; ")) <= sources or None in sources), at, "source")
    notes_stand(row["notes"], event, at, looked)


def place_stands(row: JSON, place: JSON, at: str, looked: Looked) -> None:
    facts = country_facts(place.get("country") or "")
    looked.must(row["country"] == (facts.name if facts else place.get("country") or ""), at, "country")
    looked.must(
        row["iso"] == (str(facts.numeric) if facts else "") and row["region"] == (facts.region if facts else ""),
        at,
        "iso",
    )
    for column, key in (("admin1", "admin1"), ("admin2", "admin2")):
        looked.must(row[column] == (place.get(key) or ""), at, column)
    looked.must(row["location"] in (place.get("name"), place.get("text")), at, "location")
    for column, key in (("latitude", "lat"), ("longitude", "lon")):
        looked.must(row[column] == ("" if place.get(key) is None else f"{place[key]:.4f}"), at, column)


def stand_ins(country: str, names: set[str]) -> set[str]:
    """Who the exporter's rules put in place of those of whom nothing is told."""
    unnamed = {name.format(country=country) for name, _ in table("acled.toml")["unnamed"].values()}
    crowds = {re.sub("^(?:Protesters|Rioters)", word, name) for name in names for word in ("Protesters", "Rioters")}
    return unnamed | crowds


def notes_stand(notes: str, event: JSON, at: str, looked: Looked) -> None:
    """Every figure in the notes is a figure, a day, a name or words of the event's claims."""
    told = json.dumps(event, ensure_ascii=False)
    for figure in re.findall(r"\d[\d,.]*\d|\d", notes):
        bare = figure.replace(",", "").strip(".")
        looked.must(
            figure in told or bare in told or bare.zfill(2) in told, at, "notes: a figure nobody gives:", figure
        )


def feature_stands(feature: JSON, event: JSON, looked: Looked) -> None:
    at, told, place = f"feature {event['id']}", feature["properties"], event["place"] or {}
    period = event["period"] or {}
    looked.must((told["start"], told["end"]) == (period.get("start"), period.get("end")), at, "its days")
    point = (feature["geometry"] or {}).get("coordinates")
    known = None if place.get("lat") is None else [round(place["lon"], 5), round(place["lat"], 5)]
    looked.must(point == known, at, "its point")
    for key in ("admin1", "admin2", "geonameid"):
        looked.must(told[key] == place.get(key), at, key)
    looked.must(told["location"] in (place.get("name"), place.get("text"), None), at, "location")
    for key in ("weapon", "target", "stance", "salience", "clarity", "status"):
        looked.must(told[key] == event[key], at, key)
    killed = event["findings"].get("killed")
    looked.must(told["fatalities_acled"] == (killed or {}).get("value"), at, "fatalities_acled")
    for name, value in bounds(told):
        harm, bound = name.rsplit("_", 1)
        figures = {toll[bound] for toll in event["tolls"] if toll["harm"] == harm}
        looked.must(value in figures, at, name, value)


def bounds(told: JSON) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name, value in told.items() if name.rsplit("_", 1)[-1] in BOUNDS)
