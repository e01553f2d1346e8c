"""Two accounts side by side: each comparison a reason in plain English with its weight in bits.

In: the `Facts` of two accounts, in either order. Out: a tuple of `Reason`s, the same for both orders.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.likeness.facts import Facts
from dateline.likeness.numbers import compare_tolls
from dateline.likeness.places import compare_places
from dateline.likeness.reprint import resemblance
from dateline.likeness.weights import near_types, near_weapons, table
from dateline.model.claims import Reason

Comparison = Callable[[Facts, Facts], "Reason | None"]


def compare(left: Facts, right: Facts) -> tuple[Reason, ...]:
    """Every reason for and against one event, in a fixed order of fields."""
    if (right.published or 0, right.account) < (left.published or 0, left.account):
        left, right = right, left
    single = [reason for look in COMPARISONS if (reason := look(left, right)) is not None]
    return (*single, *compare_tolls(left, right))


def compare_type(left: Facts, right: Facts) -> Reason | None:
    """The same kind, one that reports take for it, or another."""
    weigh = table("type")
    if left.sub_event == right.sub_event:
        if left.sub_event != "Other" or left.mode == right.mode:
            return Reason("type", f"both {left.sub_event}", weigh["same"])
        return Reason("type", "different kinds of development", weigh["different"])
    pair = f"{left.sub_event} and {right.sub_event}"
    if left.event == right.event and left.event != "Strategic developments":
        return Reason("type", f"{pair}: the same event type", weigh["same_event"])
    if near_types(left.sub_event, right.sub_event):
        return Reason("type", f"{pair}: kinds that reports take for one another", weigh["near"])
    return Reason("type", f"{pair}: different kinds", weigh["different"])


def compare_period(left: Facts, right: Facts) -> Reason | None:
    """The same day, periods that meet, or days apart."""
    if left.start is None or left.end is None or right.start is None or right.end is None:
        return None
    weigh = table("period")
    gap = max(left.start - right.end, right.start - left.end, 0)
    length = max(left.end - left.start, right.end - right.start) + 1
    if gap:
        seen, weight = _apart(gap, left.dark or right.dark)
    elif length == 1:
        seen, weight = "the same day", weigh["same_day"]
    else:
        name = "week" if length <= 7 else "month" if length <= 31 else "year"
        seen, weight = f"periods of up to {length} days that meet", weigh[name]
    if left.guessed or right.guessed:
        return Reason("period", f"{seen} (inferred)", weight * weigh["inferred"])
    return Reason("period", seen, weight)


def _apart(gap: int, dark: bool) -> tuple[str, float]:
    weigh = table("period")
    if gap == 1:
        return ("one day apart, at night", weigh["night"]) if dark else ("one day apart", weigh["next_day"])
    return f"{gap} days apart", weigh["days"] if gap <= 3 else weigh["far"]


def compare_groups(left: Facts, right: Facts) -> Reason | None:
    """A group known by name on both sides; else the states' forces."""
    weigh = table("participants")
    shared = sorted({name for actor, name in left.doers if actor in {a for a, _ in right.doers}})
    if shared:
        return Reason("participants", f"both name {', '.join(shared)}", weigh["same_group"])
    if left.doers and right.doers:
        names = " and ".join(", ".join(sorted(n for _, n in side)) for side in (left.doers, right.doers))
        blame = "other_blame" if left.unsure or right.unsure else "other_group"
        return Reason("participants", f"different groups: {names}", weigh[blame])
    forces = sorted({name for actor, name in left.forces if actor in {a for a, _ in right.forces}})
    if forces:
        return Reason("participants", f"both name {', '.join(forces)}", weigh["same_force"])
    return None


def compare_kinds(left: Facts, right: Facts) -> Reason | None:
    """The same or another kind of people it was done to."""
    weigh = table("participants")
    mine, yours = ({kind for role, kind in f.kinds if role == "recipient"} for f in (left, right))
    if not mine or not yours:
        return None
    shared = sorted(mine & yours)
    if shared:
        return Reason("participants", f"both done to: {', '.join(shared)}", weigh["same_kind"])
    seen = f"done to {', '.join(sorted(mine))}, and to {', '.join(sorted(yours))}"
    return Reason("participants", seen, weigh["other_kind"])


def compare_work(left: Facts, right: Facts) -> Reason | None:
    """The same work of those harmed."""
    shared = sorted(left.work & right.work)
    if not shared:
        return None
    return Reason("participants", f"harmed in both: {', '.join(shared)}", table("participants")["same_work"])


def compare_weapon(left: Facts, right: Facts) -> Reason | None:
    """The same weapon, one that is taken for it, or another."""
    if not left.weapons or not right.weapons:
        return None
    shared = sorted(left.weapons & right.weapons)
    if shared:
        return Reason("weapon", f"both: {', '.join(shared)}", table("features")["weapon"])
    if any(near_weapons(a, b) for a in left.weapons for b in right.weapons):
        return None
    seen = f"{', '.join(sorted(left.weapons))}, and {', '.join(sorted(right.weapons))}"
    return Reason("weapon", seen, table("features")["other_weapon"])


def compare_target(left: Facts, right: Facts) -> Reason | None:
    """The same kind of thing hit, or another."""
    if not left.targets or not right.targets:
        return None
    weigh = table("features")
    shared = sorted(left.targets & right.targets)
    if shared:
        common = all(word in weigh["common"] for word in shared)
        return Reason("target", f"both: {', '.join(shared)}", weigh["common_target" if common else "target"])
    seen = f"{', '.join(sorted(left.targets))}, and {', '.join(sorted(right.targets))}"
    return Reason("target", seen, weigh["other_target"])


def compare_published(left: Facts, right: Facts) -> Reason | None:
    """How close the reports came out."""
    if left.published is None or right.published is None:
        return None
    gap = right.published - left.published
    if gap <= 3:
        return Reason("published", f"published within {gap} days" if gap else "published the same day",
                      table("published")["close"])  # fmt: skip
    sure = left.start is not None and left.start == left.end and right.start is not None and right.start == right.end
    if gap > 21 and not sure:
        return Reason("published", f"published {gap} days apart", table("published")["late"])
    return None


def compare_text(left: Facts, right: Facts) -> Reason | None:
    """How far the words around the two triggers are the same."""
    share = resemblance(left.words, right.words)
    if share < 0.1:
        return None
    name, how = ("same", "the same words") if share >= 0.5 else ("alike", "much the same words")
    if share < 0.25:
        name, how = "some", "some of the same words"
    return Reason("text", f"told in {how}", table("text")[name])


COMPARISONS: tuple[Comparison, ...] = (
    compare_type,
    compare_period,
    compare_places,
    compare_groups,
    compare_kinds,
    compare_work,
    compare_weapon,
    compare_target,
    compare_published,
    compare_text,
)
