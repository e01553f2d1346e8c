"""How well namings are found: by event, by naming, by type; and the words that fill a role.

In: examples and, by name, what the reader guesses. Out: figures in a dict.
An event is found where any of its namings is overlapped; a guess is right where it overlaps a naming (or
words that the example is unsure of).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.model.reading import EventGuess, RoleGuess
from training.examples import Example, Filler


def _meets(guess: EventGuess | RoleGuess, start: int, end: int) -> bool:
    return guess.start < end and start < guess.end


def figures(examples: Iterable[Example], guesses: Mapping[str, Sequence[EventGuess]], least: float) -> dict[str, float]:
    """Recall of events, precision of guesses, their F1; types, stances and saliences right given a naming found."""
    events = found = said = right = typed = held = told = pairs = 0
    for example in examples:
        own = [g for g in guesses.get(example.name, ()) if g.score >= least]
        keys = {n.event for n in example.namings}
        hits = {n.event for n in example.namings if any(_meets(g, n.start, n.end) for g in own)}
        events, found, said = events + len(keys), found + len(hits), said + len(own)
        for guess in own:
            naming = next((n for n in example.namings if _meets(guess, n.start, n.end)), None)
            unsure = any(_meets(guess, *span) for span in example.unsure)
            right += naming is not None or unsure
            if naming is not None:
                pairs += 1
                typed += guess.types[0][0] == naming.type
                held += guess.stance == naming.stance
                told += guess.salience == naming.salience
    recall, precision = found / max(1, events), right / max(1, said)
    return {
        "recall": recall, "precision": precision, "f1": 2 * recall * precision / max(1e-9, recall + precision),
        "type": typed / max(1, pairs), "stance": held / max(1, pairs), "salience": told / max(1, pairs),
        "events": events,
    }  # fmt: skip


def role_figures(
    examples: Iterable[Example], guesses: Mapping[str, Sequence[RoleGuess]], least: float
) -> dict[str, float]:
    """Recall, precision and F1 of words that fill a role; a guess is right where it meets words of that role."""
    wanted = found = said = right = 0
    for example in examples:
        own = [guess for guess in guesses.get(example.name, ()) if guess.score >= least]
        hits = [(guess, filler) for guess in own for filler in example.fillers if _fills(guess, filler)]
        wanted, said = wanted + len(example.fillers), said + len(own)
        found, right = found + len({filler for _, filler in hits}), right + len({guess for guess, _ in hits})
    recall, precision = found / max(1, wanted), right / max(1, said)
    return {
        "recall": recall, "precision": precision, "f1": 2 * recall * precision / max(1e-9, recall + precision),
        "said": said,
    }  # fmt: skip


def _fills(guess: RoleGuess, filler: Filler) -> bool:
    return guess.role == filler.role and _meets(guess, filler.start, filler.end)
