"""Entities in roles: CEAF-REE (Du, Rush, Cardie 2021) and the template F1 of GTT (Du, Rush, Cardie 2021).

In: for each role, entities as lists of mention strings. Out: tallies. Both take strings in lower case without
punctuation and articles, and call an entity right whose every mention is a mention of one gold entity.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from benchmarks.common.tally import Tally, f1, right
from dateline.likeness.assign import assign

Entity = tuple[str, ...]
Roles = Mapping[str, Sequence[Entity]]
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
MOST_MAPPINGS = 20_000  # above this the best mapping is found by assignment


def normal(text: str) -> str:
    """Lower case, no punctuation, no articles, single spaces."""
    bare = "".join(letter for letter in text.lower() if letter not in string.punctuation)
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", bare).split())


def within(gold: Entity, read: Entity) -> bool:
    """Is every mention read one of the gold entity's?"""
    mentions = {normal(mention) for mention in gold}
    return bool(read) and all(normal(mention) in mentions for mention in read)


def ceaf_ree(gold: Roles, read: Roles) -> dict[str, Tally]:
    """Role -> tally under the best one-to-one alignment of a document's entities."""
    found = {}
    for role in ROLES:
        theirs, ours = gold.get(role, ()), read.get(role, ())
        hits = len(assign([[float(within(g, r)) for r in ours] for g in theirs]))
        found[role] = right(hits, len(ours), len(theirs))
    return found


Template = tuple[str, Roles]  # incident type, roles


def template_tallies(gold: Sequence[Template], read: Sequence[Template]) -> dict[str, Tally]:
    """Role (and "incident_type") -> tally under the mapping of templates with the best F1 over all."""
    best: dict[str, Tally] = {}
    top = -1.0
    for mapping in _mappings(gold, read):
        found = _under(mapping, gold, read)
        value = f1(*sum(found.values(), Tally()).row)
        if value > top:
            best, top = found, value
    return best


def _mappings(gold: Sequence[Template], read: Sequence[Template]) -> Iterator[dict[int, int]]:
    """Every one-to-one mapping of read templates to gold ones of their type; the best by assignment where too many."""
    choices = [[-1, *(i for i, g in enumerate(gold) if kind in g[0])] for kind, _ in read]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > MOST_MAPPINGS:
        gains = [[_shared(g, r) if r[0] in g[0] else None for g in gold] for r in read]
        yield dict(assign(gains))
        return
    for picked in product(*choices):
        used = [i for i in picked if i >= 0]
        if len(used) == len(set(used)):
            yield {j: i for j, i in enumerate(picked) if i >= 0}


def _shared(gold: Template, read: Template) -> float:
    return sum(tally.hit + tally.got for tally in _pair(gold[1], read[1]).values()) + 2


def _pair(gold: Roles, read: Roles) -> dict[str, Tally]:
    """Two templates that are mapped: every entity that has a fit on the other side is right."""
    found = {}
    for role in ROLES:
        theirs, ours = gold.get(role, ()), read.get(role, ())
        hit = sum(any(within(g, r) for g in theirs) for r in ours)
        got = sum(any(within(g, r) for r in ours) for g in theirs)
        found[role] = Tally(hit, len(ours), got, len(theirs))
    return found


def _under(mapping: Mapping[int, int], gold: Sequence[Template], read: Sequence[Template]) -> dict[str, Tally]:
    found = {"incident_type": right(len(mapping), len(read), len(gold)), **{role: Tally() for role in ROLES}}
    for j, i in mapping.items():
        for role, tally in _pair(gold[i][1], read[j][1]).items():
            found[role] += tally
    for j, (_, roles) in enumerate(read):
        if j not in mapping:
            for role in ROLES:
                found[role] += Tally(said=len(roles.get(role, ())))
    for i, (_, roles) in enumerate(gold):
        if i not in mapping.values():
            for role in ROLES:
                found[role] += Tally(wanted=len(roles.get(role, ())))
    return found
