"""Which language a text is in, by py3langid, with English kept unless another is sure.

In: a text. Out: an ISO 639-1 code, "en" where the text is too short or mixed to tell.
"""

from __future__ import annotations

from functools import cache
from typing import Any

SHORT, SAMPLE = 200, 5_000
SURE, SURE_WHEN_SHORT = 0.8, 0.95


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language(text: str) -> str:
    """The language of the text's first 5,000 characters."""
    code, probability = _identifier().classify(text[:SAMPLE])
    needed = SURE_WHEN_SHORT if len(text) < SHORT else SURE
    return str(code) if probability >= needed else "en"
