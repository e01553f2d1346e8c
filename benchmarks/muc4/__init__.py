"""MUC-4: answer templates of attacks. See docs/benchmarks.md, section muc4.

In: texts, keys and GTT's JSON as they lie; or another system's templates in the keys' syntax. Out: the template F1
of GTT, CEAF-REE, and precision and recall slot by slot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.common.entities import ROLES, ceaf_ree, template_tallies
from benchmarks.common.inputs import InputError, files, read_text
from benchmarks.common.judged import Benchmark, Judged, Metric, Slip
from benchmarks.common.metrics import f1_metrics
from benchmarks.common.reading import read_report
from benchmarks.common.tally import Tally
from benchmarks.muc4.fill import templates
from benchmarks.muc4.load import ENCODING, Message, load
from benchmarks.muc4.roles import from_templates, over_document
from benchmarks.muc4.slots import SLOTS, Pair, score, slot_tally
from benchmarks.muc4.syntax import DATE, LOCATION, TYPE, Fill, Template, parse

Answer = Callable[[Message], list[Template]]
ALL = "all of these slots"


def read_message(message: Message) -> list[Template]:
    """What dateline reads in a message."""
    return templates(read_report(message.text, origin=message.name), message.name)


def judge(message: Message, answer: Answer) -> Judged:
    """One message under all three metrics."""
    response = answer(message)
    filled = from_templates(response)
    of_gtt = template_tallies(message.roles, filled)
    tallies = {f"template, {role}": tally for role, tally in of_gtt.items()}
    tallies["template F1 (GTT)"] = sum(of_gtt.values(), Tally())
    of_ree = ceaf_ree(over_document(message.roles), over_document(filled))
    tallies |= {f"CEAF-REE, {role}": tally for role, tally in of_ree.items()}
    tallies["CEAF-REE"] = sum(of_ree.values(), Tally())
    slips: list[Slip] = []
    if message.official is not None:
        by_slot, pairs = score(message.official, response)
        tallies |= {f"slot {name}": tally for name, tally in by_slot.items()}
        tallies[ALL] = sum(by_slot.values(), Tally())
        slips = list(_slips(message, response, pairs))
    return Judged(message.name, tallies, slips=slips)


def _slips(message: Message, response: Sequence[Template], pairs: Sequence[Pair]) -> Iterator[Slip]:
    key = message.official or ()
    met_key, met_response = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, template in enumerate(key):
        if i not in met_key and not template.optional:
            yield Slip(f"incident missed: {'/'.join(template.types())}", message.name, _short(template))
    for j, template in enumerate(response):
        if j not in met_response:
            kind = "incident in an irrelevant report" if not key else "incident too many"
            yield Slip(f"{kind}: {'/'.join(template.types())}", message.name, "", _short(template))
    for i, j in pairs:
        for name, slot in SLOTS.items():
            tally = slot_tally(slot, key[i], response[j])
            if tally.hit < max(tally.said, tally.wanted):
                what = "missed" if not tally.said else "too many" if not tally.wanted else "other or incomplete"
                yield Slip(f"{name} {what}", message.name, _words(key[i].fills(slot)), _words(response[j].fills(slot)))


def _words(fills: Sequence[Fill]) -> str:
    return "; ".join(" / ".join(": ".join((o.value, *o.refs[:1])) for o in fill.options) for fill in fills)


def _short(template: Template) -> str:
    return " | ".join(_words(template.fills(slot)) or "-" for slot in (TYPE, DATE, LOCATION, "PHYS TGT: ID"))


def metrics(judged: Sequence[Judged]) -> list[Metric]:
    """All metrics, the three totals first; slots only where official keys were there."""
    names = ["template F1 (GTT)", "CEAF-REE", ALL]
    names += [f"template, {role}" for role in ("incident_type", *ROLES)]
    names += [f"CEAF-REE, {role}" for role in ROLES] + [f"slot {name}" for name in SLOTS]
    return f1_metrics(judged, [name for name in names if any(name in unit.tallies for unit in judged)])


def answers(path: Path) -> Benchmark[Message]:
    """The same scorer for another system's templates, in a file or folder in the keys' syntax."""
    given: dict[str, list[Template]] = {}
    for file in files(path):
        given |= parse(read_text(file, ENCODING))
    if not given:
        raise InputError(f"{path}: no templates in the syntax of the keys")
    return _benchmark(lambda message: given.get(message.name, []))


def _benchmark(answer: Answer) -> Benchmark[Message]:
    return Benchmark("muc4", "messages", 150, load, lambda m: judge(m, answer), metrics, answers)


BENCHMARK = _benchmark(read_message)
