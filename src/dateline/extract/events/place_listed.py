"""What lies around several places of a list: "17 were killed in Kunduz, Baghlan, Sar-e Pul and Helmand".

In: a reading and the mention that says where. Out: the unit or country in which all places of its list lie, where they
are three or more; None where the words tell of one or two.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.events.place_own import located
from dateline.extract.events.place_referred import placed
from dateline.gazetteer import open_gazetteer
from dateline.model.reading import Reading
from dateline.model.values import Place
from dateline.text import span_at

LISTED = 3
RULE = "the area that holds all of a list"


def common_area(reading: Reading, index: int) -> Place | None:
    """The first-level unit or country that holds all places of the list in which the mention stands."""
    mention = reading.places[index]
    root = span_at(reading.words, mention.start, mention.end).root
    heads = {token.i for token in (root, *root.conjuncts)}
    if len(heads) < LISTED:
        return None
    others = (i for i, m in enumerate(reading.places) if span_at(reading.words, m.start, m.end).root.i in heads)
    told = [reading.places[i].place for i in located(reading, others)]
    if len({place.name for place in told}) < LISTED or len({place.country for place in told}) > 1:
        return None
    country, units = told[0].country or "", {place.admin1 for place in told}
    unit = open_gazetteer().admin1(country, told[0].admin1 or "") if len(units) == 1 else None
    entry = unit or open_gazetteer().country(country)
    if entry is None:
        return None
    return replace(placed(entry, mention.text, "province" if unit else "country"), rule=RULE)
