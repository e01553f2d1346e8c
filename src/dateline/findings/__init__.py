"""The fold: what claims, links and decisions add up to, under named rules; every value says why.

In: accounts, claims, links, decisions, reports (all values of dateline.model). Out: `Event`s of
`Finding`s. Nothing is stored, and no order of the input changes anything.
"""

from dateline.findings.decisions import standing
from dateline.findings.fold import event_id, fold, fold_all
from dateline.findings.rules import definitions

__all__ = ["definitions", "event_id", "fold", "fold_all", "standing"]
