"""How an event stands: stance, salience, clarity, whether it may leave, what a person said of it.

In: the evidence and the verdict. Out: the stance and, where the event stays out of datasets, why;
its salience and clarity; its review status.
"""

from __future__ import annotations

from collections import Counter

from dateline.findings.decisions import Verdict
from dateline.findings.evidence import HAPPENED, Evidence
from dateline.findings.rules import rank
from dateline.model.claims import Decision

NOT_YET = ("planned", "hypothetical")
BOTH = "alleged and denied"


def stance(evidence: Evidence) -> tuple[str, str | None]:
    """(stance, why it is withheld or None), from all accounts and their claims on the type."""
    types = [c for c in evidence.claims if c.field == "type" and c.id not in evidence.dropped]
    held = {account.stance for account in evidence.accounts} | {claim.stance for claim in types}
    if "denied" in held:
        denials = [claim for claim in types if claim.stance == "denied"]
        own_voice = bool(denials) and not any(claim.chain for claim in denials)
        if own_voice and not held & set(HAPPENED):
            return "denied", "told not to have happened"
        return BOTH, "reported and denied: a person must decide"
    for told in HAPPENED:
        if told in held:
            return told, None
    if "planned" in held:
        return "planned", "planned: not told as happened"
    return "hypothetical", "hypothetical: not told as happened"


def salience(evidence: Evidence) -> str:
    """The highest that any report gives it."""
    return min((a.salience for a in evidence.accounts), key=lambda word: (rank("salience", word), word))


def clarity(evidence: Evidence) -> str:
    """Single if any account tells one event; else what most say."""
    told = Counter(account.clarity for account in evidence.accounts)
    if "single" in told:
        return "single"
    return min(told, key=lambda word: (-told[word], word))


def review(verdict: Verdict, evidence: Evidence, why: str | None) -> tuple[str, bool, str | None]:
    """(status, exported, why withheld): an accepted event goes out, a rejected one stays in."""
    last = verdict.whole
    if last is None:
        return ("reviewed in part" if verdict.chosen else "machine, unreviewed"), why is None, why
    if last.act == "reject":
        reason = f": {last.reason}" if last.reason else ""
        return f"rejected by {last.by}", False, f"rejected by {last.by}{reason}"
    return f"accepted by {last.by}{_since(last, evidence)}", True, None


def _since(last: Decision, evidence: Evidence) -> str:
    """What has changed under an acceptance; the person's own claims are no news to that person."""
    own = (f"person: {last.by}",)
    told, seen = set(evidence.ids(evidence.claims)), set(last.seen)
    known = set(evidence.ids(claim for claim in evidence.claims if claim.origins == own))
    if not seen:
        return ""
    return "; new claims since" if told - seen - known else "; claims lost since" if seen - told else ""
