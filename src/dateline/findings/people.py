"""What people told themselves: claims bound to accounts, and accounts of what no reader found.

In: the accounts and claims of the readers, accounts that the last reading no longer found, and the decisions
that count. Out: the accounts and claims that the fold is given. The readers' claims all stay; what a person
decided on stays even where the last reading lost it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model.claims import Account, Claim, Decision
from dateline.model.plain import account_of, claim_of
from dateline.model.report import digest


@dataclass(frozen=True)
class Told:
    """`accounts` with the claims that people bound to them, `merged` as the readers and people first told them."""

    accounts: tuple[Account, ...]
    merged: tuple[Account, ...]
    claims: Mapping[str, Claim]


def told_with_people(
    accounts: Iterable[Account],
    former: Iterable[Account],
    claims: Mapping[str, Claim],
    decisions: Sequence[Decision],
) -> Told:
    """The accounts and claims under the decisions that count; merging goes by `merged` alone."""
    found = {account.id: account for account in accounts if not account.by}
    known = dict(claims)
    bound: dict[str, list[str]] = {}
    named = {target for decision in decisions for target in decision.target}
    for account in former:
        if account.id not in found and not named.isdisjoint((account.id, event_of(account.id))):
            found[account.id] = account
    for decision in decisions:
        for claim in claims_of(decision):
            known[claim.id] = claim
        if decision.act == "tell":
            account = account_of(decision.value["account"])
            found[account.id] = account
        elif decision.act == "bind":
            name = claim_of(decision.value["claim"]).id
            bound.setdefault(decision.target[0], []).append(name)
    merged = tuple(found[name] for name in sorted(found))
    return Told(tuple(_with(account, bound.get(account.id, ())) for account in merged), merged, known)


def _with(account: Account, names: Sequence[str]) -> Account:
    """The account with further claims, each once."""
    return replace(account, claims=tuple(dict.fromkeys((*account.claims, *names)))) if names else account


def claims_of(decision: Decision) -> list[Claim]:
    """The claims that a person made by this decision."""
    if decision.act == "bind":
        return [claim_of(decision.value["claim"])]
    return [claim_of(value) for value in decision.value["claims"]] if decision.act == "tell" else []


def accounts_of(decision: Decision) -> list[Account]:
    """The account that a person told by this decision."""
    return [account_of(decision.value["account"])] if decision.act == "tell" else []


def event_of(account: str) -> str:
    """The id of the event whose canonical (oldest) account has that id."""
    return f"DL-{digest(account, size=12)}"
