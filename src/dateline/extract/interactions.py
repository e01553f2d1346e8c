"""What one actor says or does to another, in PLOVER's roots: praise, demands, talks, aid, sanctions beside violence.

In: a Reading with its parse and actors. Out: `Interaction`s in text order. The learned reader finds the words and both
sides; a side is the nearest of its sentence. They are no events: nothing is dated, merged or counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from dateline.codebook import load_toml
from dateline.encoder import interactions as guessed
from dateline.model.reading import ActorMention, Interaction, InteractionGuess, Reading, RoleGuess, Side
from dateline.text import span_at, text_of, token_at

TABLE = load_toml("interactions.toml")


def interactions(reading: Reading) -> tuple[Interaction, ...]:
    """All that the reader is sure enough of (`least` in interactions.toml); of two tellings in a sentence the surer."""
    found, sides = guessed(text_of(reading.words))
    told = (_told(reading, guess, sides) for guess in found if guess.score >= TABLE["least"])
    kept: dict[tuple[object, ...], Interaction] = {}
    for one in told:
        key = token_at(reading.words, one.start).sent.start, one.root, one.source, one.target
        if key not in kept or kept[key].score < one.score:
            kept[key] = one
    return tuple(sorted(kept.values()))


def _told(reading: Reading, guess: InteractionGuess, sides: Sequence[RoleGuess]) -> Interaction:
    root = guess.roots[0][0]
    source, target = (_side(reading, guess, [s for s in sides if s.role == name]) for name in ("source", "target"))
    quad = TABLE["root"][root]["quad"]
    return Interaction(guess.start, guess.end, guess.text, root, quad, guess.score, source, target)


def _side(reading: Reading, guess: InteractionGuess, sides: Sequence[RoleGuess]) -> Side | None:
    """The nearest of these words in the sentence, and the actor that they name."""
    sentence = token_at(reading.words, guess.start).sent
    near = [s for s in sides if sentence.start_char <= s.start < sentence.end_char and s.score >= TABLE["least"]]
    if not near:
        return None
    words = min(near, key=lambda s: (max(s.start - guess.end, guess.start - s.end), s.start))
    actor = next(_actors(reading.words, words, reading.actors), None)
    known = (actor.name, actor.actor, actor.country) if actor else ("", None, None)
    return Side(words.start, words.end, words.text, *known)


def _actors(doc: Doc, words: RoleGuess, actors: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """The actors in the words, the one around their head first."""
    head = span_at(doc, words.start, words.end).root.idx
    within = [actor for actor in actors if actor.start < words.end and words.start < actor.end]
    yield from sorted(within, key=lambda actor: (not actor.start <= head < actor.end, actor.start))
