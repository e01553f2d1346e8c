"""Whether events.jsonl is valid: its schema, what its findings rest on, its quotes.

In: the file. Out: a `Checked`. A project in the same folder serves to compare quotes word for word.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from dateline.export.interchange import schema
from dateline.model.report import Passage, Report
from dateline.project.check import Checked, passage_problems
from dateline.project.steps import NAME
from dateline.store import Store

JSON = dict[str, Any]


def check_jsonl(file: Path) -> Checked:
    """Every line against the schema, every quote, and every finding's claims."""
    events, problems = [], []
    validator = Draft202012Validator(schema())
    lines = file.read_text("utf-8").split("\n")
    for number, line in enumerate(lines[:-1] if not lines[-1] else lines, 1):
        event, broken = _line(line, validator)
        problems += [f"line {number}: {problem}" for problem in broken]
        events += [] if broken else [event]
    told = {event["id"]: {claim["id"] for claim in event["claims"]} for event in events}
    reports = _reports(file.parent)
    for event in events:
        found = [*_quotes(event, reports), *_findings(event, told)]
        problems += [f"{event['id']}: {problem}" for problem in found]
    quotes = sum(len(claim["passages"]) for event in events for claim in event["claims"])
    return Checked("events.jsonl", {"events": len(events), "quotes": quotes}, tuple(problems))


def _line(line: str, validator: Draft202012Validator) -> tuple[Any, list[str]]:
    try:
        event = json.loads(line)
    except ValueError as error:
        return None, [f"not JSON: {error}"]
    return event, [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(event)]


def _reports(folder: Path) -> Mapping[str, Report]:
    """The reports of the project beside the file; none where there is no project."""
    return Store(folder / NAME).reports() if (folder / NAME).exists() else {}


def _quotes(event: JSON, reports: Mapping[str, Report]) -> Iterator[str]:
    for claim in event["claims"]:
        for passage in claim["passages"]:
            yield from (f"{claim['id']}: {problem}" for problem in _passage(passage, reports))


def _passage(passage: JSON, reports: Mapping[str, Report]) -> Iterator[str]:
    if passage.get("masked"):
        return
    if passage["report"] in reports:
        yield from passage_problems(Passage(**passage), reports)
    elif passage["end"] - passage["start"] != len(passage["quote"]):
        yield f"{passage['quote']!r} is not as long as its offsets say"


def _findings(event: JSON, told: Mapping[str, set[str]]) -> Iterator[str]:
    """A finding rests on claims of its event, or of one it is related to."""
    claims = told[event["id"]].union(*(told.get(row["event"], set()) for row in event["relations"]))
    for field, found in event["findings"].items():
        for finding in (found, *found.get("also", ())):
            cited = [*finding["for"], *finding["against"]]
            yield from (f"{field}: rests on {name}, which is no claim of it" for name in cited if name not in claims)
