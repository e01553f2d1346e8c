"""How well times are read: TempEval-3's training part (TimeBank and AQUAINT), against its TIMEX3 mark-up.

In: DATELINE_CORPORA/tempeval3/*/*.tml. Out, on stdout: precision, recall and F1 of strict spans, relaxed spans
(overlap, one to one) and relaxed spans with the right value, and the speed without the parse. The day of the
story is the document's creation time. `--errors` lists what is missed, spurious or wrongly valued; `--cache` keeps
parses in a folder. Run: python benchmarks/score_times.py [--errors] [--limit N] [--cache FOLDER]
"""

from __future__ import annotations

import argparse
import os
import re
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc

from dateline.extract.when.times import times
from dateline.model.reading import Reading, TimeMention
from dateline.model.report import Report
from dateline.text import parse, pipeline

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")


class Gold(NamedTuple):
    start: int
    end: int
    text: str
    kind: str
    value: str


def read(path: Path) -> tuple[str, date | None, list[Gold]]:
    """Text without mark-up, the day of creation, the TIMEX3 in the text."""
    raw = path.read_text("utf-8", errors="replace")
    made = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', raw, re.S)
    body = raw.split("<TEXT>", 1)[1].split("</TEXT>")[0]
    for code, char in (("&amp;", "&"), ("&lt;", "‹"), ("&gt;", "›"), ("&quot;", '"'), ("&apos;", "'")):
        body = body.replace(code, char)
    text, gold, at, opened = "", [], 0, None
    for tag in _TAG.finditer(body):
        text += body[at : tag.start()]
        at = tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            opened = (len(text), dict(re.findall(r'(\w+)="([^"]*)"', tag[3])))
        elif tag[2] == "TIMEX3" and opened:
            start, values = opened
            gold.append(Gold(start, len(text), text[start:], values.get("type", ""), values.get("value", "")))
    return text + body[at:], date.fromisoformat(made[1]) if made else None, gold


def parsed(text: str, name: str, cache: Path | None) -> Doc:
    if cache is None:
        return parse(text)
    file = cache / f"{name}.spacy"
    if file.exists():
        return Doc(pipeline().vocab).from_disk(file)
    cache.mkdir(parents=True, exist_ok=True)
    doc = parse(text)
    doc.to_disk(file)
    return doc


def pair(gold: list[Gold], found: tuple[TimeMention, ...]) -> list[tuple[Gold, TimeMention]]:
    """Overlapping pairs, one to one, in order of the text."""
    pairs, used = [], set()
    for mark in gold:
        for index, mention in enumerate(found):
            if index not in used and mention.start < mark.end and mark.start < mention.end:
                used.add(index)
                pairs.append((mark, mention))
                break
    return pairs


def line(name: str, right: int, found: int, gold: int) -> str:
    precision, recall = right / max(found, 1), right / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{name:8} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}   ({right} of {found} found, {gold} marked)"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true")
    options.add_argument("--limit", type=int)
    options.add_argument("--cache", type=Path)
    chosen = options.parse_args()
    files = sorted(Path(os.environ["DATELINE_CORPORA"], "tempeval3").glob("*/*.tml"))[: chosen.limit]
    count: Counter[str] = Counter()
    errors: Counter[tuple[str, ...]] = Counter()
    spent, words = 0.0, 0
    for path in files:
        text, made, gold = read(path)
        reading = Reading(Report(text, published=made), doc=parsed(text, path.stem, chosen.cache))
        began = time.perf_counter()
        found = times(reading).times
        spent += time.perf_counter() - began
        words += len(text.split())
        pairs = pair(gold, found)
        count["gold"] += len(gold)
        count["found"] += len(found)
        count["relaxed"] += len(pairs)
        count["strict"] += sum((g.start, g.end) == (m.start, m.end) for g, m in pairs)
        count["value"] += sum(g.value == m.value for g, m in pairs)
        got_gold, got = {g for g, _ in pairs}, {m for _, m in pairs}
        for g in gold:
            if g not in got_gold:
                errors["missed", g.text.lower(), g.value] += 1
        for m in found:
            if m not in got:
                errors["spurious", m.text.lower(), m.value] += 1
        for g, m in pairs:
            if g.value != m.value:
                errors["value", g.text.lower(), m.text.lower(), g.value, m.value, str(made)] += 1
            if (g.start, g.end) != (m.start, m.end):
                errors["span", g.text.lower(), m.text.lower()] += 1
    if chosen.errors:
        for error, number in sorted(errors.items(), key=lambda item: (item[0][0], -item[1], item[0])):
            print(number, *error, sep=" | ")
    for name in ("strict", "relaxed", "value"):
        print(line(name, count[name], count["found"], count["gold"]))
    print(f"{len(files)} documents, {words} words, {words / spent:,.0f} words/s without the parse")


if __name__ == "__main__":
    main()
