"""Stance: which stretches are denied, alleged, planned or hypothetical, and what was checked.

In: a Reading with its parsed text. Out: the layers `stances` (`StanceMention`: stretch, stance, cue) and
`verifications` (`VerificationMention`). One stretch may carry several: "denied reports that X" makes X
alleged and denied. A plain negation ("no shots were fired") is a denial in the reporter's voice.
"""

from __future__ import annotations

from spacy.tokens import Doc

from dateline.codebook.cues import load_cues
from dateline.extract.component import component
from dateline.extract.voice.say_tree import Stretch
from dateline.extract.voice.stance_false import refuted
from dateline.extract.voice.stance_heads import headed
from dateline.extract.voice.stance_scope import scopes
from dateline.extract.voice.stance_verify import checks
from dateline.model.reading import Reading, StanceMention, VerificationMention


@component(requires=("doc",), provides=("stances", "verifications"))
def stance(reading: Reading) -> Reading:
    """The reading with its stances and verifications, in the order of the text."""
    doc, cues = reading.words, load_cues()
    stances = {
        StanceMention(*_chars(doc, piece), scope.stance, *_cue(doc, scope.cue))
        for scope in (*scopes(doc, cues), *refuted(doc, cues), *headed(doc, cues))
        for piece in scope.pieces
    }
    checked = {
        VerificationMention(*_chars(doc, check.piece), check.verification, *_cue(doc, check.cue))
        for check in checks(doc, cues)
    }
    return reading.add(stances=tuple(sorted(stances)), verifications=tuple(sorted(checked)))


def _chars(doc: Doc, stretch: Stretch) -> tuple[int, int, str]:
    span = doc[stretch[0] : stretch[1]]
    return span.start_char, span.end_char, span.text


def _cue(doc: Doc, stretch: Stretch) -> tuple[str, int, int]:
    span = doc[stretch[0] : stretch[1]]
    return span.text, span.start_char, span.end_char
