"""Review: what a person decides, in what order it is asked, and how two coders agree.

In: events, links, reports and the log. Out: decisions not yet stored, the rows of the queue, pairs to judge, what
changed since a decision, what two coders say. Values in, values out: nothing is stored or shown here.
"""

from dateline.review.acts import (
    ACTS,
    Coder,
    decide,
    decide_many,
    join,
    judge,
    keep_names,
    restore_claim,
    set_aside_claim,
    split,
    together,
    undo,
    undo_together,
)
from dateline.review.adjudication import Difference, differences, settle
from dateline.review.agreement import Agreement, FieldAgreement, agreement
from dateline.review.changes import Change, changes
from dateline.review.coded import coded
from dateline.review.filters import Filters
from dateline.review.human import CHOSEN, bind, choose_people, tell
from dateline.review.log import export_log, import_log, unfounded
from dateline.review.pairs import Compared, Pair, compared, pairs, reasons
from dateline.review.queue import Row, row, settings
from dateline.review.rows import Rows
from dateline.review.second import drawn

__all__ = [
    "ACTS",
    "CHOSEN",
    "Agreement",
    "Change",
    "Coder",
    "Compared",
    "Difference",
    "FieldAgreement",
    "Filters",
    "Pair",
    "Row",
    "Rows",
    "agreement",
    "bind",
    "changes",
    "choose_people",
    "coded",
    "compared",
    "decide",
    "decide_many",
    "differences",
    "drawn",
    "export_log",
    "import_log",
    "join",
    "judge",
    "keep_names",
    "pairs",
    "reasons",
    "restore_claim",
    "row",
    "set_aside_claim",
    "settings",
    "settle",
    "split",
    "tell",
    "together",
    "undo",
    "undo_together",
    "unfounded",
]
