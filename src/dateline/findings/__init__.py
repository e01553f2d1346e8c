"""The fold: what claims, links and decisions add up to, under named rules; every value says why.

In: accounts, claims, links, decisions, reports (all values of dateline.model). Out: `Event`s of
`Finding`s. Nothing is stored, and no order of the input changes anything.
"""

from dateline.findings.decisions import chosen_value, counting, standing
from dateline.findings.fold import fold, fold_all
from dateline.findings.grading import grades
from dateline.findings.people import Told, accounts_of, claims_of, event_of, told_with_people
from dateline.findings.rules import definitions
from dateline.findings.told import Told as Figure
from dateline.findings.told import figures

__all__ = [
    "Figure",
    "Told",
    "accounts_of",
    "chosen_value",
    "claims_of",
    "counting",
    "definitions",
    "event_of",
    "figures",
    "fold",
    "fold_all",
    "grades",
    "standing",
    "told_with_people",
]
