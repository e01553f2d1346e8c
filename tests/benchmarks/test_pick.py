"""Which event of an article HRDsAttack's one record is of."""

from __future__ import annotations

from datetime import date

from benchmarks.common.reading import read_report
from benchmarks.hrdsattack.pick import record

TOLD_FIRST = (
    "Gunmen abducted the lawyer Adaeze Okonjo in Jos on 3 March 2021.\n\n"
    "Her union marched through Lagos on Friday. On 9 June 2021 police arrested two men in Lagos."
)
NO_VIOLATION_FIRST = (
    "Students marched through Lagos on 2 June 2021.\n\nOn 9 June 2021 police arrested the lawyer Adaeze Okonjo in Jos."
)


def told(text: str) -> tuple[str | None, ...]:
    found = record(read_report(text, date(2021, 6, 12)))
    return found.city, found.month, found.day


def test_the_record_is_of_the_first_violation_told() -> None:
    assert told(TOLD_FIRST) == ("Jos", "March", "3")
    assert told(NO_VIOLATION_FIRST) == ("Jos", "June", "9")


def test_doers_that_the_first_does_not_tell_are_those_of_the_next() -> None:
    text = "The lawyer Adaeze Okonjo was abducted in Jos in March.\n\nPolice arrested two men in Lagos on 9 June."
    found = record(read_report(text, date(2021, 6, 12)))
    assert (found.perpetrator, found.kind) == (True, "state actor")
