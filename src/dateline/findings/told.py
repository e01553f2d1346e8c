"""Figures as told: toll claims made comparable, with those that a rule may not use set aside.

In: the evidence of an event. Out: `Told` figures of one harm, oldest first, each usable or with a
reason why not (replaced by the same speaker, retracted, denied, a running total).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from typing import Any

from dateline.actors import people_noun
from dateline.codebook import load_codebook
from dateline.codebook.cues import load_cues
from dateline.findings.evidence import Evidence, in_order, published, speaker_of
from dateline.findings.rules import class_of, setting
from dateline.model.claims import Claim, Event
from dateline.model.report import Report
from dateline.model.values import Estimate

GROUP = ("status", "side", "age", "sex", "occupation", "perpetrators")
NEAR = 0.2  # "about 30" leaves room for a fifth on either side


@dataclass(frozen=True)
class Told:
    """One figure: its claim with its id, estimate, group, speaker and day; `unused` says why it is set aside."""

    id: str
    claim: Claim
    estimate: Estimate
    group: Mapping[str, Any]
    cumulative: bool
    speaker: str
    day: date
    unused: str | None = None

    @property
    def whole(self) -> bool:
        """Whether it counts everybody: no part of another figure, no kind of people named."""
        named = any(self.group[key] for key in ("side", "age", "sex", "occupation", "perpetrators"))
        return self.claim.part_of is None and not named and self.group["status"] in ("unknown", "contested")

    @property
    def rest(self) -> bool:
        """Whether it counts those beside others told: "five other people"."""
        return bool(set(re.findall(r"\w+", self.claim.original.casefold())) & set(setting("rest", "words")))

    @property
    def earlier(self) -> bool:
        """Whether its speaker is told to have said so before: "had earlier said 15"."""
        said = self.claim.chain[-1].cue.casefold().split() if self.claim.chain else ()
        return not load_cues().words["earlier"].isdisjoint(said)

    @property
    def said_by(self) -> str:
        """The speaker as a reader would be told."""
        return self.claim.chain[-1].speaker if self.claim.chain else "the report's own voice"

    @property
    def perpetrators(self) -> bool:
        """Whether it counts the attackers' own dead."""
        return bool(self.group["perpetrators"])

    @property
    def fighters(self) -> bool:
        """Whether it counts combatants who are not the attackers."""
        return self.group["status"] == "combatant" and not self.perpetrators

    @cached_property
    def force(self) -> str:
        """state or armed, for "four soldiers" or "two militants of the group"; "" where the words do not say."""
        words = re.findall(r"[\w-]+", self.claim.original.casefold())
        nouns = (people_noun(words[:end]) for end in range(1, len(words) + 1)) if self.fighters else ()
        return next((kind for noun in nouns if noun and (kind := class_of(noun.category)) in ("state", "armed")), "")

    @cached_property
    def key(self) -> str:
        """The group as one string."""
        return json.dumps([self.group[key] for key in GROUP])

    @property
    def bounds(self) -> tuple[float, float]:
        """The interval that the words leave open."""
        low, best, high = self.estimate.low, self.estimate.best, self.estimate.high
        if low is None and high is None and best is not None:
            return best * (1 - NEAR), best * (1 + NEAR)
        return (0 if low is None else low), (float("inf") if high is None else high)


def group_of(value: Mapping[str, Any]) -> dict[str, Any]:
    """The group of a toll's plain value, with every key present."""
    given = value.get("group") or {}
    group = {key: given.get(key) or None for key in GROUP}
    return {
        **group,
        "status": given.get("status") or "unknown",
        "perpetrators": bool(given.get("perpetrators")),
    }


def tolls(evidence: Evidence, harm: str) -> tuple[Told, ...]:
    """All figures on that harm, oldest first; those that somebody denies are not among them."""
    if harm not in evidence.figures:
        read = [_told(claim, evidence) for claim in evidence.happened(harm)]
        evidence.figures[harm] = tuple(_replaced(told, read) for told in read)
    found: tuple[Told, ...] = evidence.figures[harm]
    return found


def figures(event: Event, reports: Mapping[str, Report], harm: str) -> tuple[Told, ...]:
    """The same of a folded event."""
    return tolls(Evidence(event.accounts, in_order(event.claims, reports), reports, event.type, {}), harm)


def usable(figures: Iterable[Told]) -> list[Told]:
    """The figures that no rule sets aside."""
    return [told for told in figures if told.unused is None]


def _told(claim: Claim, evidence: Evidence) -> Told:
    value = claim.value
    bounds = value.get("estimate") or {}
    estimate = Estimate(bounds.get("low"), bounds.get("best"), bounds.get("high"))
    cumulative = bool(value.get("cumulative"))
    why = "retracted" if claim.verification == "retracted" else None
    if why is None and cumulative:
        why = "a running total"
    return Told(
        claim.id, claim, estimate, group_of(value), cumulative, speaker_of(claim, evidence.reports),
        published(claim.report, evidence.reports), why,
    )  # fmt: skip


def _replaced(told: Told, read: Sequence[Told]) -> Told:
    """The figure, set aside where the same speaker gave a later one for the group, or calls it an earlier one."""
    if told.unused:
        return told
    own = [other for other in read if not other.unused and (other.speaker, other.key) == (told.speaker, told.key)]
    later = [other.day for other in own if told.day < other.day < date.max]
    if later:
        return replace(told, unused=f"replaced by the same speaker's figure of {max(later).isoformat()}")
    called_earlier = [other for other in own if other.earlier and other.estimate == told.estimate]
    if any(_another(told, other) for other in own) and any(_of_day(told, other) for other in called_earlier):
        return replace(told, unused="told as the same speaker's earlier figure")
    return told


def _of_day(told: Told, other: Told) -> bool:
    """Whether both came out on one day; of reports without a day, in the same one."""
    return told.day == other.day if told.day != date.max else told.claim.report == other.claim.report


def _another(told: Told, other: Told) -> bool:
    return other.estimate != told.estimate and not other.earlier and _of_day(told, other)


def as_acled(told: Told) -> int | None:
    """The number ACLED's coders write for the words; None where only a high end is told."""
    estimate, vague = told.estimate, load_codebook().vague
    words = re.findall(r"\w+", told.claim.original.casefold())
    phrase = f" {' '.join(words)} "
    for entry in _vague_words():
        if f" {entry} " in phrase and vague[entry].get("low") == estimate.low and "acled" in vague[entry]:
            return vague[entry]["acled"]
    open_ended = estimate.best is None and estimate.high is None
    if open_ended and words and _bare_plural(estimate, words, vague):
        return vague["plural"]["acled"]
    return estimate.low if estimate.low is not None else estimate.best


@cache
def _vague_words() -> tuple[str, ...]:
    """The codebook's vague numbers, the longest first."""
    return tuple(sorted(load_codebook().vague, key=len, reverse=True))


def _bare_plural(estimate: Estimate, words: list[str], vague: Mapping[str, Mapping[str, int]]) -> bool:
    plural = vague.get("plural", {})
    return estimate.low == plural.get("low") and not set(words) & set(setting("plural", "said"))


def apart(left: Told, right: Told) -> bool:
    """Whether both count nobody twice: groups that share nobody, soldiers and militants, one speaker's "the others"."""
    others = left.rest != right.rest and left.speaker == right.speaker
    return others or {left.force, right.force} == {"state", "armed"} or disjoint_groups(left.group, right.group)


def disjoint_groups(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether nobody can be in both groups: another status, age, sex, side, occupation, or attackers."""
    if left["perpetrators"] != right["perpetrators"]:
        return True
    if {left["status"], right["status"]} == {"civilian", "combatant"}:
        return True
    keys = ("side", "age", "sex", "occupation")
    return any(left[k] and right[k] and left[k] != right[k] for k in keys)


def contradict(left: Told, right: Told) -> bool:
    """Whether two speakers' figures for one group cannot both be true."""
    if left.speaker == right.speaker:
        return False
    return left.bounds[0] > right.bounds[1] or right.bounds[0] > left.bounds[1]
