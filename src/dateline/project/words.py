"""Values of findings and claims in plain words, for the terminal.

In: a field and its plain value. Out: one line.
"""

from __future__ import annotations

from typing import Any

from dateline.export import phrases, told
from dateline.export.page_claims import blame_words, place_words
from dateline.model.claims import Event

Plain = dict[str, Any]


def headline(event: Event) -> str:
    """ "Attack, Djibo, Sahel, Burkina Faso, 15 March 2025"."""
    where, when = place_words(told.place(event)), phrases.period_words(told.period(event))
    parts = (event.type.acled_sub_event, *(words for words in (where, when) if words != "not told"))
    return ", ".join(parts)


def value_words(field: str, value: Any) -> str:
    """The value of that field, of a finding or a claim, in words; "not told" where there is none."""
    if value is None or value in ([], ""):
        return "not told"
    if isinstance(value, list):
        return _listed(field, value)
    return _dict_words(field, value) if isinstance(value, dict) else str(value)


def _listed(field: str, value: list[Any]) -> str:
    if field == "killed":
        return " to ".join("unknown" if end is None else str(end) for end in value)
    return "; ".join(value_words(field.removesuffix("s"), item) for item in value)


def _dict_words(field: str, value: Plain) -> str:
    if "harm" in value:
        return toll_words(value)
    shapes = {
        "deaths": phrases.parts_words,
        "period": period_words, "place": _place, "responsibility": blame_words, "participant": participant_words,
    }  # fmt: skip
    if field in shapes:
        return shapes[field](value)
    named = (value.get(key) for key in ("acled_sub_event", "plover_root", "value", "kind"))
    return str(next((word for word in named if word), ""))


def toll_words(toll: Plain) -> str:
    """A toll of a claim or finding: "killed: at least 17 people (disputed)"."""
    ends = toll.get("estimate") or toll
    words = phrases.toll_words(ends.get("low"), ends.get("best"), ends.get("high"), toll.get("group"))
    marks = [name for name in ("disputed", "cumulative") if toll.get(name)]
    marks += ["part of a whole"] if toll.get("subset_of") else []
    return f"{toll['harm']}: {words}" + (f" ({', '.join(marks)})" if marks else "")


def period_words(period: Plain) -> str:
    """The period with the rule that resolved it."""
    rule = f" by the rule {period['rule']!r}" if period.get("rule") else ""
    return f"{phrases.period_words(period)}, precision {period.get('precision')}{rule}"


def participant_words(who: Plain) -> str:
    """Name, role and on what ground."""
    ground = who.get("responsibility")
    return f"{who['name']} ({who['role']}{'' if ground in (None, 'stated') else f', {ground}'})"


def _place(place: Plain) -> str:
    known = f", GeoNames {place['geonameid']}" if place.get("geonameid") else ""
    point = f", {place['lat']:.4f} {place['lon']:.4f}" if None not in (place.get("lat"), place.get("lon")) else ""
    point += f" (the {'town' if place['point_of'] == 'near' else place['point_of']}'s)" if place.get("point_of") else ""
    inferred = f", inferred by the rule {place.get('rule')!r}" if place.get("inferred") else ""
    return f"{place_words(place)}, precision {place.get('precision')}{known}{point}{inferred}"
