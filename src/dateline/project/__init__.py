"""The one joiner of steps and store: a project, and what can be done with it.

In: paths, texts, ids. Out: `Project`, whose methods are dateline's verbs.
"""

from dateline.compare import as_json as comparison_dict
from dateline.compare import text as comparison_text
from dateline.evaluate import agreement_dict, agreement_table
from dateline.export.options import ExportOptions
from dateline.ingest import IngestOptions
from dateline.project import given, shared
from dateline.project.check import Checked
from dateline.project.check_files import check_path
from dateline.project.comparing import compare_datasets, write_comparison
from dateline.project.definitions import define, defined
from dateline.project.desk import Desk, Filters
from dateline.project.listing import Listing, Row
from dateline.project.opening import day_of, init, open_project, run
from dateline.project.places import Holdings, gazetteer, gazetteer_add
from dateline.project.project import Project
from dateline.project.reading import read_text
from dateline.project.scoring import Scored, agree_on, score_gold
from dateline.project.steps import NAME, Added, RunSummary

__all__ = [
    "NAME",
    "Added",
    "Checked",
    "Desk",
    "ExportOptions",
    "Filters",
    "Holdings",
    "IngestOptions",
    "Listing",
    "Project",
    "Row",
    "RunSummary",
    "Scored",
    "agree_on",
    "agreement_dict",
    "agreement_table",
    "check_path",
    "compare_datasets",
    "comparison_dict",
    "comparison_text",
    "day_of",
    "define",
    "defined",
    "gazetteer",
    "gazetteer_add",
    "given",
    "init",
    "open_project",
    "read_text",
    "run",
    "score_gold",
    "shared",
    "write_comparison",
]
