"""How good the reading is: gold, the score of readings against it, tables and the worst errors."""

from dateline.evaluate.counts import Count, Figure
from dateline.evaluate.gold import GoldEvent, GoldParticipant, GoldPlace, GoldReport, GoldToll, NotEvent
from dateline.evaluate.gold_load import load_gold, load_report
from dateline.evaluate.score import Scores, Wrong, score
from dateline.evaluate.tables import as_dict, error_text, legend, text_table

__all__ = [
    "Count",
    "Figure",
    "GoldEvent",
    "GoldParticipant",
    "GoldPlace",
    "GoldReport",
    "GoldToll",
    "NotEvent",
    "Scores",
    "Wrong",
    "as_dict",
    "error_text",
    "legend",
    "load_gold",
    "load_report",
    "score",
    "text_table",
]
