"""Merging: which accounts of different reports tell of one event, with reasons, undoable.

In: accounts, claims, reports, decisions. Out: `MergeResult`: links, clusters, near misses, reprints.
"""

from dateline.merge.merge import MergeResult, merge

__all__ = ["MergeResult", "merge"]
