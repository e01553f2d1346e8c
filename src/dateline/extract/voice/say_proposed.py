"""Speakers that only the learned reader finds: "Medics: nine dead", "by the account of villagers".

In: a Reading with `fillers`, and the sayings of the rules. Out: `proposals(...)`, one saying over each sentence that a
likely speaker stands in and no rule gives to anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from dateline.codebook import load_codebook
from dateline.codebook.cues import Cues
from dateline.extract.voice.say_who import speaker_kind, words_kind
from dateline.model.reading import Reading, Saying
from dateline.model.values import Speaker
from dateline.text import span_at


def proposals(reading: Reading, found: Sequence[Saying], cues: Cues) -> Iterator[Saying]:
    """In text order; the first likely speaker of a sentence has it."""
    given: set[int] = set()
    for filler in reading.fillers:
        if filler.role != "speaker" or filler.score < load_codebook().learned.role:
            continue
        words = _trimmed(span_at(reading.words, filler.start, filler.end))
        if _nobody(words, cues):
            continue
        sentence = words.root.sent
        start, end = sentence.start_char, sentence.end_char
        if start in given or any(s.start < end and start < s.end for s in found):
            continue
        given.add(start)
        head = words.root
        kind = speaker_kind(head, cues)
        kind = kind if kind != "other" else words_kind(list(words), cues)
        speaker = Speaker(words.text, kind, _cue(words), words.start_char, words.end_char)
        yield Saying(start, end, sentence.text, (speaker,))


def _trimmed(words: Span) -> Span:
    """The words without what the reader took in too much at their end: "reporters who", "refugees report"."""
    while len(words) > 1 and (words[-1].pos_ in ("VERB", "AUX", "ADP") or words[-1].tag_ in ("WP", "WDT")):
        words = words[:-1]
    return words


def _nobody(words: Span, cues: Cues) -> bool:
    """Whether the paper speaks for itself: "we", "by our count", "this newspaper's count"."""
    own = words[0].lower_ in cues.words["first_person"]
    lemma = words[-1].lemma_.lower()
    return own and (len(words) == 1 or lemma in cues.words["accounts"])


def _cue(words: Span) -> str:
    """The verb that the speaker is the subject of, "" where there is none."""
    above = words.root.head
    return above.text if words.root.dep_ == "nsubj" and above.pos_ == "VERB" else ""
