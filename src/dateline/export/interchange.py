"""The interchange format: an event as one JSON object, as events.schema.json describes it.

In: an event of a dataset, and a masker. Out: plain JSON; keys in the order of the schema.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from dateline.export import told
from dateline.export.files import asset
from dateline.export.mask import Masker
from dateline.model.claims import Claim, Event, Finding, Link
from dateline.model.dataset import Dataset
from dateline.model.report import Passage, Report
from dateline.model.values import Speaker, plain

JSON = dict[str, Any]


@cache
def schema() -> JSON:
    """The JSON Schema of one line of events.jsonl."""
    loaded: JSON = json.loads(asset("events.schema.json"))
    return loaded


def type_json(event: Event) -> JSON:
    """The event's type in each codebook."""
    kind = event.type
    return {
        "acled": {"event_type": kind.acled_event, "sub_event_type": kind.acled_sub_event},
        "plover": {"root": kind.plover_root, "mode": kind.plover_mode},
    }


def group_json(group: JSON) -> JSON:
    """A group with only what is told of it."""
    return {key: item for key, item in group.items() if item not in (None, False)} or {"status": "unknown"}


def place_json(place: JSON | None) -> JSON | None:
    """A place without its runners-up, which stay with the claims."""
    return None if place is None else {key: item for key, item in place.items() if key != "candidates"}


def toll_json(toll: JSON) -> JSON:
    """A toll, its group told shortly; `subset_of` only where it is a part."""
    out = {**toll, "group": group_json(toll.get("group") or {})}
    return {key: item for key, item in out.items() if key != "subset_of" or item}


def value_json(claim: Claim) -> Any:
    """A claim's value; a toll's bounds stand flat beside its group."""
    value = claim.value
    if not (isinstance(value, dict) and "estimate" in value):
        return plain(value)
    group = group_json(value.get("group") or {})
    return {**plain(value["estimate"]), "group": group, "cumulative": value.get("cumulative", False)}


def speaker_json(speaker: Speaker, masker: Masker) -> JSON:
    """One speaker; offsets are -1 where the words do not name one."""
    told_as = {"speaker": masker.speaker(speaker), "kind": speaker.kind, "cue": masker.words(speaker.cue)}
    return {**told_as, "start": speaker.start, "end": speaker.end}


def passage_json(passage: Passage, masker: Masker) -> JSON:
    """One passage; `masked` says that the quote is no longer the report's own words."""
    quote = masker.quote(passage)
    out = {"report": passage.report, "start": passage.start, "end": passage.end, "quote": quote}
    return out if quote == passage.quote else {**out, "masked": True}


def claim_json(claim: Claim, masker: Masker) -> JSON:
    """A claim with its words and those who say so."""
    return {
        "id": claim.id,
        "report": claim.report,
        "field": claim.field,
        "value": masker.plain(value_json(claim)),
        "original": masker.words(claim.original),
        "passages": [passage_json(passage, masker) for passage in claim.passages],
        "attribution": [speaker_json(speaker, masker) for speaker in claim.chain],
        "stance": claim.stance,
        "verification": claim.verification,
        "basis": claim.basis,
        "inputs": masker.plain(list(claim.inputs)),
        "part_of": claim.part_of,
        "score": round(claim.score, 4),
        "origins": list(claim.origins),
    }


def finding_json(finding: Finding) -> JSON:
    """A finding under one rule."""
    value = plain(finding.value)
    if finding.field == "place":
        value = place_json(value)
    if finding.field == "tolls" and isinstance(value, list):
        value = [toll_json(toll) for toll in value]
    return {
        "rule": finding.rule,
        "value": value,
        "for": list(finding.supporting),
        "against": list(finding.opposing),
        "inputs": list(finding.inputs),
        "decision": finding.decision,
    }


def findings_json(event: Event) -> JSON:
    """Field -> its finding; further rules on the same field stand under `also`."""
    out: JSON = {}
    for finding in event.findings:
        told_as = finding_json(finding)
        if finding.field in out:
            out[finding.field].setdefault("also", []).append(told_as)
        else:
            out[finding.field] = told_as
    return out


def link_json(link: Link) -> JSON:
    """A link between two accounts with its reasons."""
    out: JSON = plain(link)
    return {**out, "score": round(link.score, 4)}


def report_json(report: Report, masker: Masker) -> JSON:
    """What is known of a report, without its text."""
    return {
        "id": report.id,
        "publisher": masker.publisher(report),
        "published": plain(report.published),
        "published_by": report.published_by,
        "title": masker.words(report.title) or None,
        "url": masker.url(report.url) or None,
        "text_hash": report.text_hash,
    }


def event_json(event: Event, dataset: Dataset, masker: Masker) -> JSON:
    """The event as one object of the interchange format."""
    return {
        "id": event.id,
        "type": type_json(event),
        "stance": event.stance,
        "salience": event.salience,
        "clarity": event.clarity,
        "status": event.status,
        "exported": event.exported,
        "withheld": event.withheld,
        "relations": [{"kind": kind, "event": other} for kind, other in event.relations],
        "period": masker.plain(told.period(event)),
        "place": masker.plain(place_json(told.place(event))),
        "participants": masker.plain(told.participants(event)),
        "tolls": masker.plain([toll_json(toll) for toll in told.tolls(event)]),
        "weapon": told.value(event, "weapon"),
        "target": told.value(event, "target"),
        "accounts": [account.id for account in event.accounts],
        "reports": [report_json(report, masker) for report in told.reports(event, dataset)],
        "claims": [claim_json(claim, masker) for claim in event.claims],
        "findings": masker.plain(findings_json(event)),
        "links": masker.plain([link_json(link) for link in event.links]),
        "aliases": list(event.aliases),
        "confidence": [
            {"coder": d.by, "value": d.value, "reason": masker.words(d.reason), "at": d.at} for d in event.confidence
        ],
    }
