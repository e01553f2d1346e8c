"""A comparison as people and programs read it: a short summary in Markdown, tables, JSON.

In: a `Comparison`. Out: text; the rows of matched.csv, only_ours.csv, only_theirs.csv, agreement.csv.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from dateline.compare.agreement import Agreed, agreements, kilometres
from dateline.compare.alone import Alone, plain_alone
from dateline.compare.compare import ONE, Comparison, Match
from dateline.compare.tables import settings

Row = dict[str, Any]
ALONE = ("id", "row", "day", "place", "type", "sides", "deaths", "reason", "why", "nearest", "probability")
SIDE = ("day", "place", "type", "sides", "deaths")
MATCHED = (
    "ours",
    "theirs",
    "how",
    "probability",
    "km",
    *(f"{f}_{s}" for f in SIDE for s in ("ours", "theirs")),
    "reasons",
)
AGREEMENT = ("field", "level", "events", "share", "agreed", "compared", "agreement", "low", "high")
MOST = 12  # lines of examples in the summary


def tables(found: Comparison) -> dict[str, tuple[Sequence[str], list[Row]]]:
    """File name -> columns and rows."""
    return {
        "matched.csv": (MATCHED, [_match(match) for match in found.matches]),
        "only_ours.csv": (ALONE, [plain_alone(row) for row in found.only_ours]),
        "only_theirs.csv": (ALONE, [plain_alone(row) for row in found.only_theirs]),
        "agreement.csv": (AGREEMENT, [row for field in _fields(found) for row in _levels(field)]),
    }


def as_json(found: Comparison) -> Row:
    """Everything, JSON-ready."""
    rows = {name.removesuffix(".csv"): rows for name, (_, rows) in tables(found).items()}
    return {"theirs": found.title, "counts": _counts(found), **rows}


def text(found: Comparison) -> str:
    """The summary: what matched, what each has alone and why, how far they agree."""
    n = _counts(found)
    of_ours, of_theirs = (_share(n["matched"], n[side]) for side in ("ours", "theirs"))
    events = "1 event is" if n["matched"] == 1 else f"{n['matched']} events are"
    both = f"{events} in both: {of_ours} of our {n['ours']}, {of_theirs} of their {n['theirs']}."
    lines = [f"# Ours and {found.title}", "", both]
    several = Counter(match.how for match in found.matches if match.how != ONE)
    lines += [f"{number} more rows: {how} (several rows for one event)." for how, number in sorted(several.items())]
    lines += [f"{n['withheld']} events of ours are withheld and were not matched."] if n["withheld"] else []
    lines += ["", "## How far they agree", "", *_agreement(_fields(found))]
    for title, rows in (("Ours alone", found.only_ours), (f"Alone in {found.title}", found.only_theirs)):
        lines += ["", f"## {title}: {len(rows)}", "", *_alone(rows)]
    return "\n".join(lines)


def _counts(found: Comparison) -> dict[str, int]:
    return {
        "ours": len(found.ours), "theirs": len(found.theirs), "matched": len(found.one_to_one),
        "several": len(found.matches) - len(found.one_to_one), "only_ours": len(found.only_ours),
        "only_theirs": len(found.only_theirs), "withheld": len(found.withheld),
    }  # fmt: skip


def _fields(found: Comparison) -> tuple[Agreed, ...]:
    return agreements((match.ours, match.theirs) for match in found.one_to_one)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "0 %"


def _match(match: Match) -> Row:
    far = kilometres(match.ours, match.theirs)
    row: Row = {
        "ours": match.ours.name,
        "theirs": match.theirs.name,
        "how": match.how,
        "probability": round(match.pair.score, 3),
    }
    for side, entry in (("ours", match.ours), ("theirs", match.theirs)):
        told = (entry.when, entry.where, entry.kind, "; ".join(entry.sides), entry.deaths[1])
        row |= {f"{name}_{side}": value for name, value in zip(SIDE, told, strict=True)}
    return {**row, "km": None if far is None else round(far, 1), "reasons": match.pair.words}


def _levels(field: Agreed) -> list[Row]:
    words, of = settings()["agreement"][field.field], sum(field.levels.values())
    share = round(field.agreed / field.compared, 3) if field.compared else None
    whole: Row = {"field": words["title"], "agreed": field.agreed, "compared": field.compared, "agreement": share}
    whole |= {"low": round(field.low, 3), "high": round(field.high, 3)}
    return [
        {**whole, "level": words["levels"][level], "events": number, "share": round(number / of, 3) if of else None}
        for level, number in field.levels.items()
    ]


def _agreement(fields: Iterable[Agreed]) -> list[str]:
    rows = []
    for field in fields:
        words = settings()["agreement"][field.field]
        told = ", ".join(f"{words['levels'][level]} {number}" for level, number in field.levels.items() if number)
        share = (
            f"{_share(field.agreed, field.compared)} ({100 * field.low:.0f}-{100 * field.high:.0f})"
            if field.compared
            else ""
        )
        rows.append((words["title"], f"{field.agreed} of {field.compared}", share, told))
    return _table(("field", "agree", "share", "in full"), rows)


def _alone(rows: Sequence[Alone]) -> list[str]:
    """The reasons counted, then a few rows, those with the likeliest counterpart first."""
    if not rows:
        return ["none"]
    names = settings()["alone"]
    counted = Counter(row.kind for row in rows)
    kinds = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    why = [
        (str(number), names[kind].split(":")[0].replace(" ({what})", "").format(what="...")) for kind, number in kinds
    ]
    shown = [
        (row.name, row.entry.when if row.entry else "", row.entry.where if row.entry else "", row.words)
        for row in sorted(rows, key=lambda row: -(row.score or 0.0))[:MOST]
    ]
    more = [f"and {len(rows) - MOST} more: see the tables of --out"] if len(rows) > MOST else []
    return [*_table(("rows", "likely reason"), why), "", *_table(("id", "day", "place", "why"), shown), *more]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table of Markdown whose columns stand under one another."""
    cells = [[cell.replace("|", "/").replace("\n", " ") for cell in row] for row in (head, *rows)]
    wide = [max(len(row[at]) for row in cells) for at in range(len(head))]
    lines = ["| " + " | ".join(cell.ljust(wide[at]) for at, cell in enumerate(row)) + " |" for row in cells]
    return [lines[0], "|" + "|".join("-" * (width + 2) for width in wide) + "|", *lines[1:]]
