"""Reading a report: the components one after the other, each with what it declares to need.

In: a Report. Out: a Reading with claims, accounts and the unread; a report in a language that
dateline does not read, or with next to no text, is kept and says so in `outcome`.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from functools import cache

from dateline.errors import DatelineError
from dateline.extract.casing import truecase
from dateline.extract.component import Component, component
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.registry import plugins
from dateline.text import parse

ORDER = (
    "parse",
    "learned",
    "dateline",
    "times",
    "numbers",
    "places",
    "actors",
    "triggers",
    "attribution",
    "stance",
    "tolls",
    "frames",
    "accounts",
    "people",
    "unread",
)
READ_LANGUAGES = ("en", None)
YOUNG = 20_000  # values made, and not gone, before garbage is collected


@component(requires=(), provides=("doc",))
def words(reading: Reading) -> Reading:
    """Add the parsed text; what stands in capitals is parsed in readable case, the offsets are the report's own."""
    return reading.add(doc=parse(truecase(reading.report.text)))


def arrange(components: dict[str, Component]) -> list[Component]:
    """The built-ins in their order, then others by name; DatelineError where one needs what none gives."""
    names = [name for name in ORDER if name in components]
    names[-2:-2] = sorted(set(components) - set(ORDER))
    given: set[str] = set()
    for name in names:
        missing = set(components[name].requires) - given
        if missing:
            raise DatelineError(f"component {name} needs {', '.join(sorted(missing))}, which nothing before it gives")
        given |= set(components[name].provides)
    return [components[name] for name in names]


@cache
def steps() -> Sequence[Component]:
    """The installed components in the order in which they run."""
    return arrange(plugins("components"))


def read(report: Report, layer: str | None = None) -> Reading:
    """All that dateline reads in a report; with `layer`, only as far as that layer is there."""
    reading = Reading(report)
    if report.language not in READ_LANGUAGES:
        return reading.add(outcome=f"not read: the text is in {report.language}, and only English is read so far")
    if not report.text.strip():
        return reading.add(outcome="not read: the report has no text")
    for step in steps():
        reading = step(reading)
        if layer in step.provides:
            break
    keep_loaded()
    return reading


@cache
def keep_loaded() -> None:
    """Let no collection of garbage look through what the first report has loaded: models, words and rules stay.

    A report makes thousands of small values that are gone with it: they are looked through some reports at a time.
    """
    gc.freeze()
    gc.set_threshold(YOUNG)
