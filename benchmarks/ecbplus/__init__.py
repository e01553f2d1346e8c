"""ECB+: which mentions, and which documents, tell of one event. See docs/benchmarks.md, section ecbplus.

In: ECB+ in its own layout. Out: event coreference on gold mentions and gold topics (MUC, B-cubed, CEAF-e, CoNLL): by
merged accounts, by the pair model, by story and head, and with every mention alone; and documents clustered
by story and by what dateline merges (pairwise and B-cubed) against ECB's and ECB+'s halves of each topic.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.common.coref import PARTS, b_cubed, ceaf_e, clusters, conll, muc, pairwise
from benchmarks.common.intervals import of_sums
from benchmarks.common.judged import Benchmark, Judged, Metric, Slip
from benchmarks.common.metrics import f1_metrics
from benchmarks.common.reading import read_report
from benchmarks.common.spans import shared
from benchmarks.common.tally import Tally
from benchmarks.ecbplus.bridge import Place, by_pairs, heads, story_keys
from benchmarks.ecbplus.load import Document, Topic, load
from dateline.evaluate.told import told_events
from dateline.merge import merge
from dateline.model.reading import Reading

EVENTS, ALONE, DOCUMENTS, STORIES = "events", "every mention alone", "documents", "documents, stories"
PAIRS, HEADS = "mentions by pair model", "mentions by story and head"


def merged(readings: Mapping[str, Reading]) -> dict[str, str]:
    """Account id -> id of its cluster, over a topic's documents, as dateline merges them."""
    accounts = [account for reading in readings.values() for account in reading.accounts]
    claims = {claim.id: claim for reading in readings.values() for claim in reading.claims}
    reports = {reading.report.id: reading.report for reading in readings.values()}
    found = merge(accounts, claims, reports, ())
    return {name: group[0] for group in found.clusters for name in group}


def mention_keys(document: Document, reading: Reading, cluster: Mapping[str, str]) -> dict[Place, str]:
    """Mention -> what it is one with: the cluster of the account that has it for a trigger, else itself alone."""
    events = told_events(reading)
    found = {}
    for number, mention in enumerate(document.mentions):
        owner = next((e for e in events if any(shared(mention.span, own) for own in e.triggers)), None)
        found[document.name, number] = cluster[owner.id] if owner else f"{document.name} {number}"
    return found


def document_keys(readings: Mapping[str, Reading], cluster: Mapping[str, str]) -> dict[str, str]:
    """Document -> its group: documents that share a merged event, and theirs in turn, are one group."""
    group = {name: name for name in readings}
    holders: dict[str, list[str]] = {}
    for name, reading in readings.items():
        for account in reading.accounts:
            holders.setdefault(cluster[account.id], []).append(name)
    for names in holders.values():
        old = {group[name] for name in names}
        group = {name: min(old) if key in old else key for name, key in group.items()}
    return group


def judge(topic: Topic) -> Judged:
    """One topic."""
    documents = topic.documents()
    readings = {document.name: read_report(document.text, origin=document.name) for document in documents}
    cluster = merged(readings)
    gold: dict[Place, str] = {}
    read: dict[Place, str] = {}
    for document in documents:
        read |= mention_keys(document, readings[document.name], cluster)
        for number, mention in enumerate(document.mentions):
            gold[document.name, number] = mention.chain or f"{document.name} {number}"
    story = story_keys(documents)
    kinds = heads(documents, story)
    pairs, alone = by_pairs(documents, readings, kinds), {place: place for place in gold}
    ways: dict[str, Mapping[Place, object]] = {EVENTS: read, PAIRS: pairs, HEADS: kinds, ALONE: alone}
    tallies = {name: tally for way, keys in ways.items() for name, tally in _coreference(way, gold, keys).items()}
    groups = document_keys(readings, cluster)
    halves = {document.name: document.subtopic for document in documents}
    for title, found in ((DOCUMENTS, groups), (STORIES, story)):
        tallies[f"{title}, pairwise"] = pairwise(clusters(halves), clusters(found))
        tallies[f"{title}, B-cubed"] = b_cubed(clusters(halves), clusters(found))
    return Judged(topic.name, tallies, slips=[*_mention_slips(documents, gold, read), *_pair_slips(halves, story)])


def _coreference(title: str, gold: Mapping[Place, object], read: Mapping[Place, object]) -> dict[str, Tally]:
    one, two = clusters(dict(gold)), clusters(dict(read))
    parts = zip(PARTS, (muc(one, two), b_cubed(one, two), ceaf_e(one, two)), strict=True)
    return {f"{title}, {name}": tally for name, tally in parts}


def _mention_slips(
    documents: Sequence[Document], gold: Mapping[Place, str], read: Mapping[Place, str]
) -> Iterator[Slip]:
    for document in documents:
        for number, mention in enumerate(document.mentions):
            place = (document.name, number)
            chain = [p for p in gold if gold[p] == gold[place] and p != place]
            ours = [p for p in read if read[p] == read[place] and p != place]
            if chain and not ours:
                alone = read[place] == f"{document.name} {number}"
                kind = "mention in no event read" if alone else "event merged with no other"
                yield Slip(kind, document.name, f"{mention.words} (chain of {len(chain) + 1})")
            elif set(ours) - set(chain):
                yield Slip("mentions joined that gold keeps apart", document.name, mention.words, f"{len(ours)} others")


def _pair_slips(halves: Mapping[str, str], groups: Mapping[str, str]) -> Iterator[Slip]:
    names = list(halves)
    for at, one in enumerate(names):
        for two in names[at + 1 :]:
            gold, read = halves[one] == halves[two], groups[one] == groups[two]
            if gold != read:
                yield Slip("documents not joined" if gold else "documents joined wrongly", f"{one} and {two}")


def _conll(judged: Sequence[Judged], title: str) -> Metric:
    rows = [[n for part in PARTS for n in unit.tallies[f"{title}, {part}"].row] for unit in judged]
    mentions = sum(unit.tallies[f"{title}, B-cubed"].wanted for unit in judged)
    return Metric(f"{title}, CoNLL", "mean F1", of_sums(rows, conll), {"mentions": mentions})


def metrics(judged: Sequence[Judged]) -> list[Metric]:
    """CoNLL first; intervals are over topics."""
    names = [f"{EVENTS}, {part}" for part in PARTS]
    names += [f"{title}, {way}" for title in (STORIES, DOCUMENTS) for way in ("pairwise", "B-cubed")]
    return [*(_conll(judged, title) for title in (EVENTS, PAIRS, HEADS, ALONE)), *f1_metrics(judged, names)]


BENCHMARK = Benchmark("ecbplus", "topics", 8, load, judge, metrics)
