"""Which language a text is in, by py3langid, with English kept unless another is sure.

In: a text. Out: an ISO 639-1 code, "en" where the text is too short or mixed to tell.
"""

from __future__ import annotations

from functools import cache
from typing import Any

SHORT, SAMPLE = 200, 5_000
SURE, SURE_WHEN_SHORT = 0.8, 0.9
ENGLISH = ("en", "pcm")  # Nigerian Pidgin: short English headlines are often taken for it
RIVALS = 5  # close kin (Arabic and its dialects) share the probability


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language(text: str) -> str:
    """The language of the text's first 5,000 characters."""
    likeliest = _identifier().rank(text[:SAMPLE])[:RIVALS]
    foreign = sum(probability for code, probability in likeliest if code not in ENGLISH)
    needed = SURE_WHEN_SHORT if len(text) < SHORT else SURE
    return next(str(code) for code, _ in likeliest if code not in ENGLISH) if foreign >= needed else "en"
