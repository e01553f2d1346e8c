"""Definite mentions within a report: whom "the militants", "the group", "the gunmen" speak of.

In: the mentions found so far, in order. Out: the known actor that a definite mention means where
the report leaves only one; None otherwise. Words for a role in one attack ("the gunmen") are only
joined to a mention with the same word, since naming a group there would name who did it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.who.actor_phrase import noun_list
from dateline.model.reading import ActorMention

STATES = ("State forces", "External/Other forces", "Civilians", "Protesters", "Rioters", "")
NEAR = 400  # characters within which the last named group is taken where the report names several


def meant(noun: str, start: int, earlier: Sequence[tuple[str, ActorMention]]) -> ActorMention | None:
    """The earlier mention that "the NOUN" at `start` speaks of, or None."""
    named = [(word, m) for word, m in earlier if m.actor and m.category not in STATES]
    if noun in noun_list("coalitions"):
        return next((m for _, m in reversed(earlier) if m.actor and noun in f"{m.text} {m.name}".lower()), None)
    if noun not in noun_list("groups"):
        named = [(word, m) for word, m in named if word == noun]
    if not named:
        return None
    ids = {mention.actor for _, mention in named}
    near = {mention.actor for _, mention in named if start - mention.end <= NEAR}
    return named[-1][1] if len(ids) == 1 or len(near) == 1 else None
