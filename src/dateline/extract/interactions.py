"""What one actor says or does to another, in PLOVER's roots: praise, demands, talks, aid, sanctions beside violence.

In: a Reading with its parse and actors. Out: `Interaction`s in text order. The learned reader finds the words and both
sides; a side is the nearest of its sentence. They are no events: nothing is dated, merged or counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from dateline.actors import country_name, country_of
from dateline.codebook import load_toml
from dateline.encoder import interactions as guessed
from dateline.extract.who.actor_country import country_in
from dateline.model.reading import ActorMention, Interaction, InteractionGuess, Reading, RoleGuess, Side
from dateline.text import span_at, text_of, token_at

TABLE = load_toml("interactions.toml")


def interactions(reading: Reading) -> tuple[Interaction, ...]:
    """All that the reader is sure enough of (`least` in interactions.toml); of two tellings in a sentence the surer.

    Nothing where the report was not read.
    """
    if reading.doc is None:
        return ()
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
    words = nearest(guess, near)
    if words is None:
        return None
    span = span_at(reading.words, words.start, words.end)
    while len(span) > 1 and span[0].pos_ in ("ADP", "PUNCT"):  # "by the bishops"
        span = span[1:]
    return Side(span.start_char, span.end_char, span.text, *_known(span, reading.actors))


def _known(span: Span, actors: Sequence[ActorMention]) -> tuple[str, str | None, str | None]:
    """Name, id and country of the listed actor that the words name: a country alone is its government, no force of it.

    A kind of people ("MPs") has no name, and no country but that of its words.
    """
    country = country_in(span.doc, span.start, span.end - 1)
    if country and country_of(span.text.removeprefix("the ")) == country:
        return country_name(country) or "", None, country
    actor = next(_actors(span, actors), None)
    if actor is None or actor.actor is None:
        return "", None, country or (actor.country if actor and actor.told else None)
    return actor.name, actor.actor, country or actor.country


def nearest(guess: InteractionGuess, sides: Sequence[RoleGuess]) -> RoleGuess | None:
    """The words for a side that stand nearest to those of the interaction."""
    return min(sides, key=lambda s: (max(s.start - guess.end, guess.start - s.end), s.start), default=None)


def _actors(span: Span, actors: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """The actors in the words, the one around their head first."""
    head = span.root.idx
    within = [actor for actor in actors if actor.start < span.end_char and span.start_char < actor.end]
    yield from sorted(within, key=lambda actor: (not actor.start <= head < actor.end, actor.start))
