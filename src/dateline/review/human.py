"""What a coder tells himself: a claim bound to words, or an event that no reader found.

In: an event or a report, the words by their offsets, a value. Out: a `Decision` that holds the claim (act
"bind") or the account with its claims ("tell"). A claim needs words or a stated reason; its origin names the person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dateline.codebook import load_codebook
from dateline.errors import DatelineError
from dateline.findings.rules import setting
from dateline.model.claims import Account, Claim, Decision, Event
from dateline.model.report import Passage, Report
from dateline.model.values import EventType, plain
from dateline.review.acts import Coder, made

BASIS = "a coder's reason"
CHOSEN = frozenset(("type", "place", "period", "weapon", "target", *setting("order", "harm")))  # hold one value


def claim(
    report: str,
    field: str,
    value: Any,
    passages: Sequence[Passage],
    coder: Coder,
    reason: str,
    stance: str = "asserted",
) -> Claim:
    """The coder's claim; DatelineError without words and without a reason."""
    if field not in load_codebook().fields:
        raise DatelineError(f"{field}: the codebook has no such field")
    if not passages and not reason.strip():
        raise DatelineError(f"{field}: select the words that say so, or give a reason why there are none")
    words = " … ".join(passage.quote for passage in passages)
    basis, inputs = (None, ()) if passages else (BASIS, (f"{coder.name}: {reason.strip()}",))
    return Claim(
        report, field, plain(value), words, tuple(passages), (), "asserted", None, basis, inputs,
        origins=(f"person: {coder.name}",),
    )  # fmt: skip


def bind(
    event: Event,
    field: str,
    value: Any,
    passages: Sequence[Passage],
    coder: Coder,
    reason: str = "",
    chosen: bool | None = None,
) -> Decision:
    """A claim of the coder's on a field of the event; where the field holds one value, that value is chosen."""
    homes = [a for a in event.accounts if not passages or a.report == passages[0].report]
    if not homes:
        raise DatelineError("these words are in a report that does not tell of this event; make a new event of them")
    told = claim(homes[0].report, field, value, passages, coder, reason)
    holds = field in CHOSEN if chosen is None else chosen
    value = {"claim": plain(told), "chosen": holds}
    return made("bind", [homes[0].id, event.id], coder, reason, field, value, [event])


def choose_people(event: Event, people: Sequence[Any], coder: Coder, reason: str) -> Decision:
    """All participants of the event at once: who stays, in which role, who is added; for a reason."""
    if not reason.strip():
        raise DatelineError("who: say why, or select words in the article and press the key")
    value = [plain(who) for who in people]
    found = event.finding("participants")
    if value == (found.value if found else []):
        raise DatelineError("who: nothing was changed")
    return made("choose", [event.id], coder, reason, "participants", value, [event])


def tell(report: Report, start: int, end: int, kind: EventType, coder: Coder, reason: str = "") -> Decision:
    """An event that the words tell of and no reader found."""
    anchor = _passage(report, start, end)
    told = claim(report.id, "type", kind, [anchor], coder, reason)
    account = replace(Account(report.id, anchor, kind, (told.id,)), by=coder.name)
    return made("tell", [account.id], coder, reason, None, {"account": plain(account), "claims": [plain(told)]})


def _passage(report: Report, start: int, end: int) -> Passage:
    try:
        return report.passage(start, end)
    except IndexError as error:
        raise DatelineError(f"{report.id}: {error}") from None
