"""May two tellings within one report be of one event? Place, day, doers and kind, one by one.

In: values of two tellings. Out: booleans; what is not told never disagrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.codebook import load_codebook
from dateline.model.reading import Reading
from dateline.model.values import Period, Place
from dateline.spelling import fold
from dateline.text import span_at

COARSE = ("country", "region", "province", "district")


def same_place(one: Place, two: Place) -> bool:
    """The same entry or name, or one within the other as far as the gazetteer tells."""
    if one.geonameid and one.geonameid == two.geonameid:
        return True
    if fold(one.name or one.text) == fold(two.name or two.text):
        return True
    if one.country and two.country and one.country != two.country:
        return False
    for coarse, fine in ((one, two), (two, one)):
        if coarse.precision in ("country", "region") and fine.precision != coarse.precision:
            return True
        names = {fold(n) for n in (fine.admin1, fine.admin2) if n}
        if coarse.precision in COARSE and fold(coarse.name or "") in names:
            return True
    return False


def fine(places: Sequence[Place]) -> list[Place]:
    """Those that are no more than a town and what is near it."""
    return [place for place in places if place.precision not in COARSE]


def places_agree(known: Sequence[Place], told: Sequence[Place]) -> bool:
    """True where one side is silent or any pair may be the same place; towns are held against towns."""
    if fine(known) and fine(told):
        known, told = fine(known), fine(told)
    return not known or not told or any(same_place(one, two) for one in known for two in told)


def _overlap(one: Period, two: Period) -> bool:
    if not (one.start and one.end and two.start and two.end):
        return True
    return one.start <= two.end and two.start <= one.end


def _days(periods: Sequence[Period]) -> list[Period]:
    return [period for period in periods if period.start and period.start == period.end]


def periods_agree(known: Sequence[Period], told: Sequence[Period]) -> bool:
    """True where one side is silent or any pair of periods overlaps; days are held against days."""
    if _days(known) and _days(told):
        known, told = _days(known), _days(told)
    return not known or not told or any(_overlap(one, two) for one in known for two in told)


def actors_agree(reading: Reading, known: Iterable[int], told: Iterable[int]) -> bool:
    """False only where both name known actors and have none in common."""
    one = {reading.actors[i].actor for i in known} - {None}
    two = {reading.actors[i].actor for i in told} - {None}
    return not one or not two or bool(one & two)


def shared_actor(reading: Reading, known: Iterable[int], told: Iterable[int]) -> bool:
    """Is one actor, or one kind of people by the same name, told on both sides?"""
    one = {reading.actors[i].actor or reading.actors[i].name for i in known}
    return any((reading.actors[i].actor or reading.actors[i].name) in one for i in told)


def kinds_agree(known: Sequence[str], told: Sequence[str]) -> bool:
    """Do the families meet, or does a general word on one side retell the other's kind?"""
    book = load_codebook()
    one, two = set(known), set(told)
    if (one - book.general) & two or one == two:
        return True
    if two <= book.general:
        return any(row & one and two <= row for row in book.retold)
    closer = two <= (book.general | book.closer)
    return one <= book.general and closer and any(one <= row and two <= row for row in book.retold)


def one_death(reading: Reading, known: Sequence[int], told: Sequence[int]) -> bool:
    """Do both tell that a person of one name and surname was killed? Nobody is killed twice."""
    return any(len(one & two) > 1 for one in _killed(reading, known) for two in _killed(reading, told))


def _killed(reading: Reading, indexes: Sequence[int]) -> list[frozenset[str]]:
    """Of each toll of killed, the words of the victims' names."""
    dead = (reading.harms[i] for i in indexes if reading.harms[i].harm == "killed")
    words = (span_at(reading.words, harm.start, harm.end) for harm in dead)
    return [frozenset(word.text for word in row if word.ent_type_ == "PERSON") for row in words]
