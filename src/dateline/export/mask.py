"""Masking: what a file that leaves the project may not tell of private people.

In: a dataset and the options. Out: a `Masker`, through which every quote, note, headline, address
and value of a file that leaves the project passes; for the private page it changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any
from urllib.parse import unquote, urlsplit

from dateline.export import told
from dateline.export.files import table
from dateline.export.names import Names
from dateline.export.options import ExportOptions
from dateline.model.claims import Claim, Event
from dateline.model.dataset import Dataset
from dateline.model.report import Passage, Report
from dateline.model.values import Speaker

Range = tuple[int, int]
QUOTE = 200
INSIDE = re.compile(r"(?<=[a-z,] )\S+")
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n")


def merged(ranges: list[Range]) -> list[Range]:
    """The ranges sorted, with those that overlap made one."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def sentence(text: str, start: int, end: int) -> Range:
    """The sentence, or sentences, that hold the characters `start` to `end`."""
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    return max((e for e in ends if e <= start), default=0), min((e for e in ends if e >= end), default=len(text))


def short(quote: str, limit: int = QUOTE) -> str:
    """At most `limit` characters of `quote`, cut between words and never inside a mask."""
    if len(quote) <= limit:
        return quote
    cut = quote[: limit - 1]
    if cut.rfind("[") > cut.rfind("]"):
        cut = cut[: cut.rfind("[")]
    return cut.rsplit(" ", 1)[0].rstrip() + "…" if " " in cut else cut + "…"


def delicate(event: Event, claim: Claim) -> bool:
    """Whether those a claim tells of are never named: victims of sexual violence, children, witnesses."""
    always = table("mask.toml")["always"]
    if event.type.acled_sub_event in always["sub_events"] or event.type.plover_mode in always["modes"]:
        return True
    group = claim.value.get("group") if isinstance(claim.value, dict) else None
    child = isinstance(group, dict) and group.get("age") in always["ages"]
    return child or any(speaker.kind in always["kinds"] for speaker in claim.chain)


def known_group(claim: Claim) -> Iterator[str]:
    """The names of a known group in a claim: its own, and the report's where that is one word ("Houthis")."""
    if claim.field == "participant" and claim.value.get("actor"):
        yield claim.value["name"]
        if len(claim.value["text"].split()) == 1:
            yield claim.value["text"]


class Masker:
    """Masks what leaves a project; `leaves` is False for the private page, which masks only when published."""

    def __init__(self, dataset: Dataset, options: ExportOptions, leaves: bool = True) -> None:
        self.active = leaves or options.publish
        self.brief = options.publish
        self.named = options.names is not None
        self.dataset = dataset
        people = {outcome.report: list(outcome.people) for outcome in dataset.outcomes} if self.active else {}
        self.people = self._protected(people) if self.named else people
        self.names = Names(self._found(), self._known() if self.active else ())
        self.speakers = self._speakers() if self.active else {}
        self._ranges: dict[str, list[tuple[int, int, str]]] = {}

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words that have a capital within a sentence of any report, and so are names."""
        told = {word for r in self.dataset.reports.values() for word in INSIDE.findall(r.text) if word[0].isupper()}
        return frozenset(word[: edge.start()] for word in told for edge in re.finditer(r"(?<=\w)\b", word))

    def _protected(self, people: dict[str, list[Range]]) -> dict[str, list[Range]]:
        kept: dict[str, list[Range]] = {}
        for report, start, end in self._delicate_sentences():
            inside = [r for r in people.get(report, []) if start < r[1] and r[0] < end]
            kept.setdefault(report, []).extend(inside)
        return kept

    def _delicate_sentences(self) -> Iterator[tuple[str, int, int]]:
        for event in self.dataset.events:
            for claim in event.claims:
                report = self.dataset.reports.get(claim.report)
                if report and delicate(event, claim):
                    for passage in claim.passages:
                        yield (report.id, *sentence(report.text, passage.start, passage.end))

    def _found(self) -> list[str]:
        texts = {key: report.text for key, report in self.dataset.reports.items()}
        return [texts[key][a:b] for key, ranges in sorted(self.people.items()) if key in texts for a, b in ranges]

    def _known(self) -> Iterator[str]:
        for event in self.dataset.events:
            where = told.place(event) or {}
            yield from (where.get(key) or "" for key in ("name", "admin1", "admin2"))
            for claim in event.claims:
                yield from known_group(claim)

    def _hidden_speaker(self, speaker: Speaker) -> str | None:
        instead: str | None = table("mask.toml")["speaker"].get(speaker.kind)
        always = speaker.kind in table("mask.toml")["always"]["kinds"]
        return instead if self.active and (always or not self.named) else None

    def _speakers(self) -> dict[str, list[Range]]:
        found: dict[str, list[Range]] = {}
        for claim in (claim for event in self.dataset.events for claim in event.claims):
            hidden = [s for s in claim.chain if 0 <= s.start < s.end and self._hidden_speaker(s)]
            found.setdefault(claim.report, []).extend((speaker.start, speaker.end) for speaker in hidden)
        return found

    def ranges(self, report: Report) -> list[tuple[int, int, str]]:
        """What is masked in the report's text: start, end, what stands in its place; no overlaps."""
        if report.id not in self._ranges:
            token, sources = table("mask.toml")["token"], self.speakers.get(report.id, [])
            everyone = merged([*self.people.get(report.id, []), *self.names.spans(report.text), *sources])
            self._ranges[report.id] = [(a, b, token["source" if (a, b) in sources else "name"]) for a, b in everyone]
        return self._ranges[report.id]

    def cut(self, report: Report, start: int, end: int) -> str:
        """The report's text from `start` to `end`, masked."""
        if not self.active:
            return report.text[start:end]
        out, at = [], start
        for left, right, token in self.ranges(report):
            if left < end and start < right:
                out += [report.text[at : max(left, at)], token]
                at = right
        return "".join([*out, report.text[at:end]])

    def quote(self, passage: Passage) -> str:
        """The passage's words, masked; short where published."""
        report = self.dataset.reports.get(passage.report)
        if not self.active:
            return passage.quote
        masked = self.cut(report, passage.start, passage.end) if report else self.words(passage.quote)
        return short(masked) if self.brief else masked

    def words(self, text: str | None) -> str:
        """Free words (a headline, a note, a name) with private people masked."""
        if not text or not self.active:
            return text or ""
        out, at = [], 0
        for start, end in merged(self.names.spans(text)):
            out += [text[at:start], table("mask.toml")["token"]["name"]]
            at = end
        return "".join([*out, text[at:]])

    def speaker(self, speaker: Speaker) -> str:
        """What a speaker is called: those who could be found by their post are only of a kind."""
        return self._hidden_speaker(speaker) or self.words(speaker.speaker)

    def address(self, text: str) -> str:
        """A host or file name; nothing of it where it holds a private name."""
        hidden = self.active and self.names.in_address(unquote(text))
        return str(table("mask.toml")["token"]["name"]) if hidden else text

    def url(self, url: str | None) -> str:
        """An address; its path goes where it holds a private name."""
        if not url or not self.active or not self.names.in_address(unquote(url)):
            return url or ""
        parts = urlsplit(url)
        open_host = parts.netloc and not self.names.in_address(parts.netloc)
        return f"{parts.scheme}://{parts.netloc}/" if open_host else self.address(url)

    def publisher(self, report: Report) -> str:
        """Who published a report, as `told.publisher` says."""
        return self.words(report.publisher) if report.publisher else self.address(told.publisher(report))

    def sources(self, event: Event) -> str:
        """The publishers behind an event, joined with "; "."""
        return "; ".join(dict.fromkeys(self.publisher(r) for r in told.sources(event, self.dataset)))

    def plain(self, value: Any) -> Any:
        """A plain value with every string in it masked, but for the codebook's codes."""
        if isinstance(value, dict):
            codes = table("mask.toml")["codes"]["keys"]
            return {key: item if key in codes else self.plain(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.plain(item) for item in value]
        return self.words(value) if isinstance(value, str) and value else value
