"""How many reports have a word: what makes a rare word rare, before there are many reports at hand.

    python -m training.frequencies CORPORA

In: the corpora that shipped weights may learn from (`training.real.articles`). Out: likeness/frequencies.tsv. The same
corpora give the same file. Words of few reports are left out: they are rare anyway.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from dateline.likeness.rare import told, words
from training.real import articles

FILE = Path(__file__).parents[1] / "src/dateline/likeness/frequencies.tsv"
LEAST = 10  # reports that must have a word
HEAD = """\
# Word, lower-cased, and how many of the reports counted have it; the first row, of no word, counts the reports.
# Written by `python -m training.frequencies` from Wikinews, re3d, and the train parts of HRDsAttack and MUC-4.
"""


def main(corpora: Path) -> None:
    """Write the table."""
    reports = articles(corpora).values()
    found = Counter(word for report in reports for word in words(told(report)))
    kept = sorted(((word, count) for word, count in found.items() if count >= LEAST), key=lambda row: (-row[1], row[0]))
    rows = (f"{word}\t{count}\n" for word, count in [("", len(reports)), *kept])
    FILE.write_text(HEAD + "".join(rows), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
