"""ECB+ as it lies: one folder a topic, one XML file a document, and a list of the sentences that count.

In: the folder ECB+ or one above it, a topic's folder, or one file. Out: `Topic`s whose documents have text (sentences
joined by line breaks) and gold event mentions with the key of their chain; mentions in sentences that the list leaves
out are left out, where a list lies with the data.
"""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.common.inputs import InputError, files, read_text, read_xml, some
from benchmarks.common.judged import Loaded
from benchmarks.common.spans import Span

NAME = re.compile(r"(\d+)_(\d+)(ecbplus|ecb)\.xml")
LISTED = "ECBplus_coreference_sentences.csv"
Chosen = frozenset[tuple[str, str, int]]  # topic, file, sentence


@dataclass(frozen=True)
class Mention:
    """An event mention: where it stands, and its chain ("" for one that is in none)."""

    span: Span
    words: str
    chain: str


@dataclass(frozen=True)
class Document:
    """A text; `subtopic` is the topic's number with ecb or ecbplus."""

    name: str
    subtopic: str
    text: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Topic:
    """Documents on a pair of like events, read when asked for."""

    name: str
    files: tuple[Path, ...]
    chosen: Chosen | None

    def documents(self) -> list[Document]:
        """Every document."""
        return [document(path, self.chosen) for path in self.files]


def load(path: Path) -> Loaded[Topic]:
    """Every topic under the path."""
    found = some([p for p in files(path) if NAME.fullmatch(p.name)], path, "document (such as 1_10ecbplus.xml)")
    listed = _list(path)
    topics: dict[str, list[Path]] = {}
    for file in found:
        topics.setdefault(file.name.split("_")[0], []).append(file)
    chosen = _chosen(listed) if listed else None
    units = [Topic(name, tuple(topics[name]), chosen) for name in sorted(topics, key=int)]
    return Loaded(units, found + ([listed] if listed else []))


def _list(path: Path) -> Path | None:
    """The list of sentences in the folder, or up to three above it."""
    return next((p / LISTED for p in (path, *path.resolve().parents[:3]) if (p / LISTED).is_file()), None)


def _chosen(path: Path) -> Chosen:
    rows = csv.DictReader(read_text(path).splitlines())
    try:
        return frozenset((row["Topic"], row["File"], int(row["Sentence Number"])) for row in rows)
    except (KeyError, ValueError):
        raise InputError(f"{path}: not the list of sentences (Topic, File, Sentence Number)") from None


def document(path: Path, chosen: Chosen | None) -> Document:
    """One file."""
    match = NAME.fullmatch(path.name)
    root = read_xml(path)
    if match is None or root.find("token") is None:
        raise InputError(f"{path}: no tokens in it, so it is no document of ECB+")
    topic, number, part = match.groups()
    text, tokens = _text(root)
    kept = {key for key, (_, sentence) in tokens.items() if _counts(chosen, topic, number + part, sentence)}
    return Document(path.stem, topic + part, text, tuple(_mentions(root, text, tokens, kept)))


def _counts(chosen: Chosen | None, topic: str, file: str, sentence: int) -> bool:
    return chosen is None or (topic, file, sentence) in chosen


def _text(root: ET.Element) -> tuple[str, dict[str, tuple[Span, int]]]:
    """The text, and for each token's id its characters and its sentence."""
    text, last = "", -1
    tokens: dict[str, tuple[Span, int]] = {}
    for node in root.iter("token"):
        word, sentence = node.text or "", int(node.get("sentence", "0"))
        text += "" if not text else " " if sentence == last else "\n\n"
        tokens[node.get("t_id", "")] = ((len(text), len(text) + len(word)), sentence)
        text, last = text + word, sentence
    return text, tokens


def _mentions(root: ET.Element, text: str, tokens: Mapping[str, tuple[Span, int]], kept: set[str]) -> Iterator[Mention]:
    chains = _chains(root)
    for node in root.findall("Markables/*"):
        anchors = [anchor.get("t_id", "") for anchor in node.findall("token_anchor")]
        if not re.match(r"(NEG_)?ACTION", node.tag) or not anchors or anchors[0] not in kept:
            continue
        span = (tokens[anchors[0]][0][0], tokens[anchors[-1]][0][1])
        yield Mention(span, text[slice(*span)], chains.get(node.get("m_id", ""), ""))


def _chains(root: ET.Element) -> dict[str, str]:
    """Mention id -> its chain: the instance across documents, else the link within this one."""
    instances = {node.get("m_id"): node.get("instance_id") for node in root.findall("Markables/*")}
    name = root.get("doc_name", "")
    found = {}
    for link in root.findall("Relations/*"):
        target = link.find("target")
        instance = instances.get(target.get("m_id")) if target is not None else None
        across = link.tag == "CROSS_DOC_COREF"
        chain = link.get("note") or instance if across else None
        for source in link.findall("source"):
            found[source.get("m_id", "")] = chain or f"{name}:{link.get('r_id')}"
    return found
