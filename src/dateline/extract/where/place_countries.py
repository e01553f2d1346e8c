"""Of which countries a report speaks: by their names and peoples, by names that one country alone has, by its dateline.

In: the spots of a report with their candidates, those of each name together, the dateline if there is one. Out: how
much the report speaks of each country, between 0 and 1.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dateline.extract.where.place_cues import doubtful
from dateline.extract.where.place_spot import Spot
from dateline.model.report import Dateline
from dateline.model.values import Candidate

PEOPLE = 0.7  # what a people's name says beside a country's
TOGETHER = 0.37  # what two names say for the only country that has them: that they may be believed
FILED = 0.7  # what the dateline's town says for its country
TINY = 20  # times as populous is the place beside which another counts as none
Support = dict[str, float]


def spoken_of(spots: Sequence[Spot], groups: Sequence[Sequence[Spot]], filed: Dateline | None) -> Support:
    """How much the report speaks of each country."""
    counts: dict[str, float] = defaultdict(float)
    for spot in spots:
        nations = [c for c in spot.found if c.feature == "C"]
        doubt = doubtful(spot.found)
        for c in nations:
            counts[c.country or ""] += (0.0 if doubt else 1.0) / len(nations)
        for code in spot.people:
            counts[code] += PEOPLE / len(spot.people)
    for code, names in found_nowhere_else(groups).items():
        counts[code] = max(counts[code], TOGETHER if names > 1 else 0.0)
    for code in filed_in(spots, filed):
        counts[code] = max(counts[code], FILED)
    return {code: n / (n + 1.0) for code, n in sorted(counts.items())}


def found_nowhere_else(groups: Iterable[Sequence[Spot]]) -> Counter[str]:
    """How many of the names are found in one country only, by that country."""
    borne = (bearers(group[0].found) for group in groups if not borne_by_others(group))
    return Counter(code for codes in borne if len(codes) == 1 for code in codes if code)


def filed_in(spots: Iterable[Spot], filed: Dateline | None) -> set[str]:
    """The country of the town with which the story opens, where one stands out among those that have the name.

    That is the town of the dateline, or one in capitals: "BUENAVENTURA. Again the boats came".
    """
    first, stop = (filed.start, filed.end) if filed else (0, 1)
    heads = (spot for spot in spots if first <= spot.start < stop and (filed or spot.text.isupper()))
    codes = (bearers(spot.found) for spot in heads if any(c.feature == "P" for c in spot.found))
    return next((told for told in codes if len(told) == 1), set())


def bearers(found: Sequence[Candidate]) -> set[str]:
    """The countries that have a place of the name, but for what is tiny beside the largest of them."""
    largest = max((c.population for c in found), default=0)
    return {c.country or "" for c in found if c.population * TINY >= largest}


def borne_by_others(group: Sequence[Spot]) -> bool:
    """Whether a name is but part of others, or a country's, or no place bears it just so."""
    exact = any(c.score > 0.9 for c in group[0].found)
    return not exact or any(c.feature in "CR" for c in group[0].found) or all(map(part_of_name, group))


def part_of_name(spot: Spot) -> bool:
    """Whether a name is but a part of another: "Ohio University" puts no report in Ohio."""
    return (spot.why_not or "").startswith("part of")
