"""How good the reading is: gold, the score of readings against it, the agreement of coders, tables."""

from dateline.evaluate.agreement import Agreement, agree, agreement_dict, agreement_table
from dateline.evaluate.clusters import cluster_figures, found_in
from dateline.evaluate.counts import Count, Figure
from dateline.evaluate.gold import (
    GoldEvent,
    GoldParticipant,
    GoldPlace,
    GoldReport,
    GoldTarget,
    GoldToll,
    NearMiss,
    NotEvent,
)
from dateline.evaluate.gold_load import load_gold, load_report
from dateline.evaluate.predicted import predicted
from dateline.evaluate.score import Scores, Wrong, score
from dateline.evaluate.tables import as_dict, error_text, figures_dict, legend, text_table
from dateline.evaluate.taken import Taken, taken
from dateline.evaluate.told import ReadingLike

__all__ = [
    "Agreement",
    "Count",
    "Figure",
    "GoldEvent",
    "GoldParticipant",
    "GoldPlace",
    "GoldReport",
    "GoldTarget",
    "GoldToll",
    "NearMiss",
    "NotEvent",
    "ReadingLike",
    "Scores",
    "Taken",
    "Wrong",
    "agree",
    "agreement_dict",
    "agreement_table",
    "as_dict",
    "cluster_figures",
    "error_text",
    "figures_dict",
    "found_in",
    "legend",
    "load_gold",
    "load_report",
    "predicted",
    "score",
    "taken",
    "text_table",
]
