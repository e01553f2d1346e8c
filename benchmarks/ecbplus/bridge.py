"""From dateline to ECB+: the story of a document, and mentions joined by the pair model or by the heads of their words.

In: documents and how they were read. Out: document -> key of its story; mention -> key of what it is one with. The
stories, the comparisons and their weights are dateline's; that a mention's head stands for its kind is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from benchmarks.common.spans import shared
from benchmarks.ecbplus.load import Document, Mention
from dateline.evaluate.told import told_events
from dateline.likeness import Facts, facts, likeness, stories
from dateline.likeness.looks import look_at
from dateline.merge.settings import settings
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.text import parse, span_at

Place = tuple[str, int]  # document, number of the mention in it
Head = tuple[str, str]  # story, lemma
ADDRESS = re.compile(r"https? : / / .*\n*")


def story_keys(documents: Sequence[Document]) -> dict[str, str]:
    """Document -> its story, read without the address that opens it: all of one half have one, and no report does."""
    reports = {d.name: Report(ADDRESS.sub("", d.text, count=1), origin=d.name, language="en") for d in documents}
    found = stories({report.id: report for report in reports.values()})
    first = {name: story.reports[0] for story in found for name in story.reports}
    return {name: first.get(report.id, report.id) for name, report in reports.items()}


def heads(documents: Sequence[Document], story: Mapping[str, str]) -> dict[Place, Head]:
    """Mention -> its document's story and the lemma of its head: mentions with the same are one."""
    found = {}
    for document in documents:
        doc = parse(document.text)
        for number, mention in enumerate(document.mentions):
            found[document.name, number] = story[document.name], span_at(doc, *mention.span).root.lemma_.lower()
    return found


def by_pairs(
    documents: Sequence[Document], readings: Mapping[str, Reading], kind: Mapping[Place, Head]
) -> dict[Place, Place]:
    """Mention -> the first of those that it is one with: of one story, and the pair model's score says merge."""
    told = {
        (document.name, number): _facts(document, mention, readings[document.name], kind[document.name, number][1])
        for document in documents
        for number, mention in enumerate(document.mentions)
    }
    group = {place: place for place in told}
    for one, two in combinations(told, 2):
        apart = group[one] != group[two] and kind[one][0] == kind[two][0]
        if apart and likeness(told[one], told[two]) >= settings().threshold:
            keep, gone = sorted((group[one], group[two]))
            group = {place: keep if key == gone else key for place, key in group.items()}
    return group


def _facts(document: Document, mention: Mention, reading: Reading, head: str) -> Facts:
    """Those of the account that has it for a trigger; else its head for its kind, and what is told around it."""
    claims = {claim.id: claim for claim in reading.claims}
    owners = {e.id for e in told_events(reading) if any(shared(mention.span, own) for own in e.triggers)}
    account = next((account for account in reading.accounts if account.id in owners), None)
    if account is not None:
        return facts(account, claims, reading.report)
    look = look_at(document.text, [mention.span])
    runs, around = look.around[mention.span]
    bare = Facts("", reading.report.id, "Other", "Strategic developments", (None, head), "asserted", "single")
    return replace(bare, words=runs, names=around, story=look.story)
