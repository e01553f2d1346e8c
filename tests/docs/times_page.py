"""The ten hard cases of docs/times.md, read anew: `python tests/docs/times_page.py` writes them into the page.

In: the sentences below, all invented, with the day of the story. Out: a table of what each gives and by which rule.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dateline.extract.read import read
from dateline.model.reading import Reading
from dateline.model.report import Report

PAGE = Path(__file__).parents[2] / "docs" / "times.md"
BEGIN, END = "<!-- hard cases: begin -->", "<!-- hard cases: end -->"
STORY = date(2025, 3, 16)  # a Sunday
CASES = (
    "Gunmen attacked a market in Djibo overnight, killing seven people, a local official said.",
    "Rebels shelled the camp near Goma on Monday. Two days later, soldiers attacked the village of Sake.",
    "Police arrested a journalist in Nouakchott on Saturday, two days after he was beaten in Rosso.",
    "Protesters have rallied in Tbilisi since December against the government.",
    "Soldiers killed nine villagers in Kaya on Tuesday, the third massacre in the province since May.",
    "Rebels killed eleven people in Beni on Monday and Thursday, the army said.",
    "The army said on Friday that a drone had struck a market in Sodari, killing twelve people.",
    "In August rebels seized the police station of Budalin, abandoned the day before.",
    "It was market day in Ségou on Thursday. Men on motorcycles rode in at noon. They shot six traders dead.",
    "Militants killed five soldiers in Bama in recent days, a general said.",
)


def told(reading: Reading) -> list[tuple[str, str, str, str]]:
    """(what, days, precision and part, rule) of every event of the reading."""
    out = []
    for account in reading.accounts:
        own = {claim.field: claim for claim in reading.claims if claim.id in account.claims}
        period = own["period"].value if "period" in own else {}
        first, last = period.get("start"), period.get("end")
        days = "unknown" if not first else first if first == last else f"{first} to {last}"
        days = ", ".join(period["days"]) if period.get("days") else days
        fine = ", ".join(word for word in (period.get("precision"), period.get("part")) if word)
        inferred = "inferred: " if period.get("inferred") else ""
        out.append((own["type"].original, days, fine, f"{inferred}{period.get('rule') or 'no rule gives a day'}"))
    return out


def cases() -> str:
    """The table, as it stands in the page."""
    rows = ["| the words | event | days | precision | rule |", "|---|---|---|---|---|"]
    for number, text in enumerate(CASES, 1):
        found = told(read(Report(text, published=STORY, language="en")))
        for place, (what, days, fine, rule) in enumerate(found):
            words = f"{number}. {text}" if not place else ""
            rows.append(f"| {words} | {what} | {days} | {fine} | {rule} |")
    return "\n".join(rows)


def page(text: str) -> str:
    """The page with its table anew."""
    head, rest = text.split(BEGIN)
    return f"{head}{BEGIN}\n\n{cases()}\n\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
