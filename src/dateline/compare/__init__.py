"""Two datasets of events side by side: what is in both, what each has alone and why, how far they agree.

In: events of ours as JSON, or rows of a table, on either side. Out: `Comparison`: matches with probability and
reasons, the rows that each has alone with the likely reason, agreement by field; as text and as tables. It does what
MELTT does, from the comparisons that merging uses.
"""

from dateline.compare.compare import Comparison, compare_entries
from dateline.compare.entry import Entry, Unread
from dateline.compare.ours import from_events
from dateline.compare.show import as_json, tables, text
from dateline.compare.theirs import from_rows

__all__ = [
    "Comparison",
    "Entry",
    "Unread",
    "as_json",
    "compare_entries",
    "from_events",
    "from_rows",
    "tables",
    "text",
]
