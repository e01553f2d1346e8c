"""Two accounts side by side: what is seen in each comparison, and the reasons that this gives in bits.

In: the `Facts` of two accounts, in either order. Out: `observe`: for each comparison that both accounts have values
for, the level it comes to and that in plain English; `compare`: the same as `Reason`s with their weights. Both are
the same for both orders.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.likeness.facts import Facts, Groups
from dateline.likeness.model import Seen, likely, weight
from dateline.likeness.numbers import observe_tolls
from dateline.likeness.places import observe_places
from dateline.likeness.reprint import resemblance
from dateline.likeness.words import near_types, near_weapons, table
from dateline.model.claims import Reason

NO_NAME = "no other name in common"
Comparison = Callable[[Facts, Facts], "Seen | None"]


def compare(left: Facts, right: Facts) -> tuple[Reason, ...]:
    """Every reason for and against one event, in a fixed order of fields; what weighs nothing is left out."""
    weighed = ((seen, weight(seen)) for seen in observe(left, right))
    return tuple(Reason(seen.field, seen.words, bits) for seen, bits in weighed if bits)


def likeness(left: Facts, right: Facts) -> float:
    """The score of the reasons, without them."""
    return likely(observe(left, right))


def observe(left: Facts, right: Facts) -> list[Seen]:
    """What each comparison sees, in a fixed order."""
    if (right.published or 0, right.account) < (left.published or 0, left.account):
        left, right = right, left
    found = [seen for look in COMPARISONS if (seen := look(left, right)) is not None]
    return found + observe_tolls(left, right)


def observe_type(left: Facts, right: Facts) -> Seen:
    """The same kind, one that reports take for it, or another."""
    if left.sub_event == right.sub_event:
        if left.sub_event != "Other" or left.mode == right.mode:
            return Seen("type", "same", "type", f"both {left.sub_event}")
        return Seen("type", "different", "type", "different kinds of development")
    pair = f"{left.sub_event} and {right.sub_event}"
    if near_types(left.sub_event, right.sub_event):
        return Seen("type", "near", "type", f"{pair}: kinds that reports take for one another")
    if left.event == right.event and left.event != "Strategic developments":
        return Seen("type", "same_event", "type", f"{pair}: the same event type")
    return Seen("type", "different", "type", f"{pair}: different kinds")


def observe_period(left: Facts, right: Facts) -> Seen:
    """The same day, periods that meet, or days apart; weaker where a day is inferred."""
    if left.start is None or left.end is None or right.start is None or right.end is None:
        return Seen("period", "unknown", "period", "a day is not told")
    gap = max(left.start - right.end, right.start - left.end, 0)
    length = max(left.end - left.start, right.end - right.start) + 1
    if gap:
        level, words = _apart(gap, left.dark or right.dark)
    elif length == 1:
        level, words = "same_day", "the same day"
    else:
        level = "week" if length <= 7 else "month" if length <= 31 else "year"
        words = f"periods of up to {length} days that meet"
    if left.guessed or right.guessed:
        return Seen("period", f"{level}_inferred", "period", f"{words} (inferred)")
    return Seen("period", level, "period", words)


def _apart(gap: int, dark: bool) -> tuple[str, str]:
    if gap == 1:
        return ("night", "one day apart, at night") if dark else ("next_day", "one day apart")
    return "days" if gap <= 3 else "week_apart" if gap <= 7 else "far", f"{gap} days apart"


def observe_groups(left: Facts, right: Facts) -> Seen | None:
    """A group known by name on both sides; else the states' forces."""
    if left.doers and right.doers:
        shared = _shared_groups(left.doers, right.doers)
        if shared:
            return Seen("groups", "same_group", "participants", f"both name {', '.join(shared)}")
        names = " and ".join(", ".join(sorted(n for _, n in side)) for side in (left.doers, right.doers))
        blame = "other_blame" if left.unsure or right.unsure else "other_group"
        return Seen("groups", blame, "participants", f"different groups: {names}")
    forces = _shared_groups(left.forces, right.forces)
    return Seen("groups", "same_force", "participants", f"both name {', '.join(forces)}") if forces else None


def _shared_groups(left: Groups, right: Groups) -> list[str]:
    ids = {actor for actor, _ in right}
    return sorted({name for actor, name in left if actor in ids})


def observe_kinds(left: Facts, right: Facts) -> Seen | None:
    """The same or another kind of people it was done to."""
    if not left.kinds or not right.kinds:
        return None
    shared = sorted(left.kinds & right.kinds)
    if shared:
        return Seen("harmed", "same_kind", "participants", f"both done to: {', '.join(shared)}")
    words = f"done to {', '.join(sorted(left.kinds))}, and to {', '.join(sorted(right.kinds))}"
    return Seen("harmed", "other_kind", "participants", words)


def observe_work(left: Facts, right: Facts) -> Seen | None:
    """The work of those harmed."""
    if not left.work or not right.work:
        return None
    shared = sorted(left.work & right.work)
    if shared:
        return Seen("work", "same", "participants", f"harmed in both: {', '.join(shared)}")
    words = f"harmed: {', '.join(sorted(left.work))}, and {', '.join(sorted(right.work))}"
    return Seen("work", "other", "participants", words)


def observe_weapon(left: Facts, right: Facts) -> Seen | None:
    """The same weapon, one that is taken for it, or another."""
    if not left.weapons or not right.weapons:
        return None
    shared = sorted(left.weapons & right.weapons)
    if shared:
        return Seen("weapon", "same", "weapon", f"both: {', '.join(shared)}")
    near = any(near_weapons(a, b) for a in left.weapons for b in right.weapons)
    words = f"{', '.join(sorted(left.weapons))}, and {', '.join(sorted(right.weapons))}"
    return Seen("weapon", "near" if near else "other", "weapon", words)


def observe_target(left: Facts, right: Facts) -> Seen | None:
    """The same kind of thing hit, or another."""
    if not left.targets or not right.targets:
        return None
    shared = sorted(left.targets & right.targets)
    if shared:
        common = all(word in table("common")["targets"] for word in shared)
        return Seen("target", "same_common" if common else "same", "target", f"both: {', '.join(shared)}")
    words = f"{', '.join(sorted(left.targets))}, and {', '.join(sorted(right.targets))}"
    return Seen("target", "other", "target", words)


def observe_published(left: Facts, right: Facts) -> Seen | None:
    """How close the reports came out; a look back that gives a day is no less likely to be of it."""
    if left.published is None or right.published is None:
        return None
    gap = right.published - left.published
    words = f"published {gap} days apart" if gap else "published the same day"
    if gap <= 3:
        return Seen("published", "close", "published", words)
    if gap <= 21:
        return Seen("published", "weeks", "published", words)
    told = not (left.guessed or right.guessed) and left.start is not None and right.start is not None
    return Seen("published", "late_with_days" if told else "late", "published", words)


def observe_text(left: Facts, right: Facts) -> Seen | None:
    """How far the words around the two triggers are the same."""
    if not len(left.words) or not len(right.words):
        return None
    share = resemblance(left.words, right.words)
    if share >= 0.5:
        return Seen("text", "same", "text", "told in the same words")
    if share >= 0.25:
        return Seen("text", "alike", "text", "told in much the same words")
    if share >= 0.08:
        return Seen("text", "some", "text", "told in some of the same words")
    return Seen("text", "none", "text", "told in other words")


def observe_names(left: Facts, right: Facts) -> Seen | None:
    """Names, their own places apart, around both triggers; else around one and in the other's report; else in both."""
    if not left.story or not right.story:
        return None
    if left.story.keys().isdisjoint(right.story):
        return Seen("names", "none", "names", NO_NAME)
    places = left.where.keys | right.where.keys
    around = _shared(left.names, right.names, places)
    if around:
        level = "around_several" if len(around) > 1 else "around"
        return Seen("names", level, "names", f"both tell of {', '.join(around[:3])}")
    beside = sorted({*_shared(left.names, right.story, places), *_shared(right.names, left.story, places)})
    if beside:
        return Seen("names", "beside", "names", f"one tells of {', '.join(beside[:3])}, which the other's report names")
    stories = _shared(left.story, right.story, places)
    if stories:
        return Seen("names", "reports", "names", f"both reports name {', '.join(stories[:3])}")
    return Seen("names", "none", "names", NO_NAME)


def _shared(left: Mapping[str, str], right: Mapping[str, str], but: frozenset[str]) -> list[str]:
    return sorted(left[name] for name in left.keys() & right.keys() - but)


COMPARISONS: tuple[Comparison, ...] = (
    observe_type,
    observe_period,
    observe_places,
    observe_groups,
    observe_kinds,
    observe_work,
    observe_weapon,
    observe_target,
    observe_published,
    observe_text,
    observe_names,
)
