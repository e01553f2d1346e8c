"""What the learned reader finds, and how it and the word lists come to one set of triggers.

In: a parsed Reading; triggers of the lists. Out: the layer `guesses`; triggers of both, each with the guess on its
words. This is the one place where the two are weighed (learned.toml has the numbers).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span, Token

from dateline.codebook import Learned, load_codebook
from dateline.encoder import guesses
from dateline.extract.component import component
from dateline.extract.what.first_pass import may_tell
from dateline.model.reading import EventGuess, Frame, Mention, Reading, Trigger
from dateline.text import span_at, text_of, token_at

VERBAL = ("VERB", "AUX")
BOTH = ("rules", "learned reader")
HELPS = ("aux", "auxpass")
ACCIDENT = "accident"


def fills(reading: Reading, role: str, words: Mention, least: float | None = None) -> bool:
    """Does the reader take some of the words to fill the role, surely enough (`role` in learned.toml, or `least`)?"""
    least = load_codebook().learned.role if least is None else least
    told = (f for f in reading.fillers if f.role == role and f.score >= least)
    return any(f.start < words.end and words.start < f.end for f in told)


@component(requires=("doc",), provides=("guesses", "fillers"))
def learned(reading: Reading) -> Reading:
    """Add the guesses on what may tell of an event, in text order; what stands in capitals is read in readable case."""
    events, roles = guesses(text_of(reading.words), may_tell)
    return reading.add(guesses=events, fillers=roles)


def guess_on(mention: Mention, found: Sequence[EventGuess]) -> EventGuess | None:
    """The likeliest guess on any of the mention's words."""
    meet = [guess for guess in found if guess.start < mention.end and mention.start < guess.end]
    return max(meet, key=lambda guess: guess.score, default=None)


def origin(triggers: Sequence[Trigger]) -> dict[str, Any]:
    """Who found an event, as fields of a claim: the word lists, the learned reader (with its probability), or both."""
    listed = any(not trigger.entry.startswith(Learned.PREFIX) for trigger in triggers)
    scores = [trigger.guess.score for trigger in triggers if trigger.guess is not None]
    found = [("rules", listed), ("learned reader", not listed or any(map(sure, triggers)))]
    return {
        "origins": tuple(name for name, holds in found if holds),
        "score": 1.0 if listed else max(scores, default=1.0),
    }


def proposed(score: float) -> dict[str, Any]:
    """The origin of a value that only the learned reader gives (a probability below 1), as fields of a claim."""
    return {"origins": ("learned reader",), "score": score} if score < 1 else {}


def sure(trigger: Trigger) -> bool:
    """Is the learned reader sure enough that nothing else need be told?"""
    return trigger.guess is not None and trigger.guess.score >= load_codebook().learned.sure


def plain(trigger: Trigger) -> bool:
    """Has the learned reader hardly a doubt of what kind it is?"""
    return trigger.guess is not None and trigger.guess.types[0][1] >= load_codebook().learned.plain


def _likeliest(triggers: Sequence[Trigger]) -> EventGuess | None:
    return max((t.guess for t in triggers if t.guess is not None), key=lambda guess: guess.score, default=None)


def held(triggers: Sequence[Trigger], stance: str) -> str:
    """How an event is held by the likeliest guess on its words; by the rules where there is none.

    What rules find denied, planned or hypothetical the reader does not make alleged: it sees no second speaker.
    """
    guess = _likeliest(triggers)
    if guess is None or (guess.stance == "alleged" and stance != "asserted"):
        return stance
    return guess.stance


def told_as(reading: Reading, frame: Frame) -> str:
    """How a frame is held: by its first stance of the rules and by what the reader makes of its words."""
    by_rule = next((reading.stances[i].stance for i in frame.stances), "asserted")
    return held([reading.triggers[i] for i in frame.triggers], by_rule)


def ranked(triggers: Sequence[Trigger], salience: str) -> str:
    """Main or background by the likeliest guess on its words; by the rules where there is none."""
    guess = _likeliest(triggers)
    return salience if guess is None or "follow-up" in (salience, guess.salience) else guess.salience


def unclear(trigger: Trigger) -> bool:
    """Does the learned reader alone find it, with no type that is likely enough to go before a list's?"""
    share = trigger.guess.types[0][1] if trigger.guess is not None else 1.0
    return trigger.entry.startswith(Learned.PREFIX) and share < load_codebook().learned.type


def doubtful(triggers: Sequence[Trigger]) -> bool:
    """Is none of the words likely enough to name an event that is told as done?"""
    least = load_codebook().learned.told
    return all(trigger.guess is not None and trigger.guess.score < least for trigger in triggers)


def _head(doc: Doc, guess: EventGuess) -> Token:
    """The word that the event hangs on: the first verb that says something ("are making a base": making)."""
    span = span_at(doc, guess.start, guess.end)
    verb = next((token for token in span if token.pos_ in VERBAL), span.root)
    while verb.dep_ in HELPS and verb.head.pos_ in VERBAL:
        verb = verb.head
    return verb


def _made(doc: Doc, guess: EventGuess) -> Trigger:
    head = _head(doc, guess)
    pos = "VERB" if head.pos_ in VERBAL else "NOUN"
    entry = load_codebook().learned.entry(guess.types[0][0])
    return Trigger(guess.start, guess.end, guess.text, head.idx, head.lemma_.lower(), pos, entry, guess)


def weigh(reading: Reading, listed: Iterable[Trigger]) -> list[Trigger]:
    """The triggers of the lists that the learned reader does not rule out, and its own, in text order."""
    doc, book, found = reading.words, load_codebook(), reading.guesses
    kept = list[Trigger]()
    for trigger in listed:
        guess, word = guess_on(trigger, found), token_at(doc, trigger.head)
        enough = book.learned.keep if _to_come(word) or _located(reading, word.sent) else book.learned.told
        entry = book.triggers[trigger.entry]
        aside = entry.statement or entry.family == ACCIDENT  # no events of ours: the reader has no say in them
        if aside or (guess is not None and guess.score >= enough):
            kept.append(replace(trigger, guess=guess))
    covered = {at for trigger in kept for at in range(trigger.start, trigger.end)}
    likely = [g for g in found if g.score >= book.learned.add and g.types[0][1] >= book.learned.clear]
    own = [g for g in likely if covered.isdisjoint(range(g.start, g.end)) and not _of_the_whole(doc, g)]
    return sorted([*kept, *(_made(doc, guess) for guess in own)])


def _of_the_whole(doc: Doc, guess: EventGuess) -> bool:
    """Do the words end in a noun for a whole war ("in conflict", "the civil war")?"""
    return span_at(doc, guess.start, guess.end)[-1].lemma_.lower() in load_codebook().learned.whole


def _to_come(word: Token) -> bool:
    """Does it stand under "will", "may" or "to"? What is planned stays for a person to see."""
    return any(child.tag_ in ("MD", "TO") for child in word.children)


def _located(reading: Reading, sentence: Span) -> bool:
    """Does the sentence tell a place and a day?"""
    start, end = sentence.start_char, sentence.end_char
    place = any(start <= place.start < end and place.usable for place in reading.places)
    return place and any(start <= time.start < end and time.kind in ("date", "time") for time in reading.times)
