"""Taking in a decision without folding everything anew.

In: the state of a project and decisions just stored. Out: the ids of the events that they made, changed or ended;
the state is as if all had been folded anew. Only what the decision can touch is folded: the events it names, those
that relations tie to them, and, where accounts are joined or parted, all that links tie together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.findings import counting, fold_all, told_with_people
from dateline.merge import merge
from dateline.model.claims import Decision, Link
from dateline.project.folding import REGROUPING, State


def follow(state: State, decisions: Sequence[Decision]) -> set[str]:
    """Take in the decisions; the ids of all events that may have changed, those that are no more among them."""
    before = state.events
    _ = state.names, state.tied
    state.log = [*state.log, *decisions]
    state.counting = counting(state.log, state.coder)
    chain = _chain(decisions, state.log)
    acts = {act.act for act in chain}
    named = {target for act in chain for target in act.target}
    if state.read[1]:  # accounts that stay only as long as somebody decided on them
        return _all_anew(state)
    if acts & {"tell", "bind"}:
        state.told = told_with_people(*state.read[:3], state.counting)
        for name in ("accounts", "by_report"):
            state.__dict__.pop(name, None)
    inside = _accounts(state, named)
    if acts & {*REGROUPING}:
        inside = _regroup(state, inside)
    touched = _related(state, {state.names[name] for name in inside if name in state.names})
    inside |= {account.id for name in touched for account in before[name].accounts}
    return touched | _refold(state, touched, inside)


def _all_anew(state: State) -> set[str]:
    old = state.events
    for name in ("told", "merged", "events", "names", "tied", "accounts", "by_report"):
        state.__dict__.pop(name, None)
    return set(old) | set(state.events)


def _chain(decisions: Sequence[Decision], log: Iterable[Decision]) -> list[Decision]:
    """The decisions with all that they take back, or let stand again."""
    known = {d.id: d for d in log} if any(d.act == "undo" for d in decisions) else {}
    found, waiting = list[Decision](), list(decisions)
    while waiting:
        act = waiting.pop()
        found.append(act)
        if act.act == "undo":
            waiting += [known[name] for name in act.target if name in known]
    return found


def _accounts(state: State, named: set[str]) -> set[str]:
    """The accounts that the names of a decision mean: its own, an event's, or those that hold a claim."""
    claims = {name for name in named if name.startswith("c")}
    events = {state.names[name] for name in named if name in state.names}
    if claims:
        events |= {e.id for e in state.events.values() if any(claim.id in claims for claim in e.claims)}
    new = {name for name in named if name.startswith("a")}
    return new | {account.id for name in events for account in state.events[name].accounts}


def _related(state: State, names: set[str]) -> set[str]:
    """Those events with all that relations tie to them: a toll may be split between them."""
    found, waiting = set(names), list(names)
    while waiting:
        fresh = state.tied.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return found


def _regroup(state: State, named: set[str]) -> set[str]:
    """Merge anew what links tie to these accounts; all accounts of that knot."""
    links, reprints = state.merged
    inside = _knot(named, links)
    told = {account.id: account for account in state.told.merged}
    found = state.store.links(state.run)
    if found is None:
        some = [told[name] for name in sorted(inside) if name in told]
        reports = {account.report: state.reports[account.report] for account in some}
        result = merge(some, state.told.claims, reports, state.counting)
        others = [k for k in links if k.left not in inside and k.right not in inside]
        state.merged = state.keep([*others, *result.links], reprints)
    else:
        state.merged = found, reprints
    return inside | named


def _knot(named: set[str], links: Iterable[Link]) -> set[str]:
    by_account: dict[str, list[str]] = {}
    for link in links:
        by_account.setdefault(link.left, []).append(link.right)
        by_account.setdefault(link.right, []).append(link.left)
    found, waiting = set(named), list(named)
    while waiting:
        fresh = set(by_account.get(waiting.pop(), ())) - found
        found |= fresh
        waiting += fresh
    return found


def _refold(state: State, touched: set[str], inside: set[str]) -> set[str]:
    """Fold these accounts anew; the ids of the events they make."""
    accounts = [state.accounts[name] for name in sorted(inside) if name in state.accounts]
    links = [k for k in state.merged[0] if k.left in inside and k.right in inside]
    known = state.told.claims, links, state.counting, state.reports, state.replaced
    folded = {e.id: e for e in fold_all(accounts, *known)}
    if touched == set(folded):
        state.events.update(folded)
        return touched
    state.__dict__.pop("tied", None)
    kept = {name: event for name, event in state.events.items() if name not in touched}
    state.events = dict(sorted((kept | folded).items()))
    names = {name: event for name, event in state.names.items() if event not in touched}
    for event in folded.values():
        names |= dict.fromkeys((event.id, *event.aliases, *(account.id for account in event.accounts)), event.id)
    state.names = names
    return set(folded)
