"""The one joiner of steps and store: a project, and what can be done with it.

In: paths, texts, ids. Out: `Project`, whose methods are dateline's verbs.
"""

from dateline.project.project import Project, RunSummary, init, open_project, run

__all__ = ["Project", "RunSummary", "init", "open_project", "run"]
