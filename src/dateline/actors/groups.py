"""The actor file: groups and forces by name, period and country.

In: groups/*.tsv beside this file (id, name, category, countries, from, to, aliases, source, licence).
Out: `load_actors()`; `.resolve("JNIM", "BF", day)`; `.scan(text)` finds names with their offsets.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from dateline.actors.countries import country_name, country_of, table
from dateline.actors.people import people_noun
from dateline.actors.states import Actor, changes, state_force

WORD = re.compile(r"[^\W_]+(?:[’'`ʿʾ‘.][^\W_]+)*")
ACRONYM = re.compile(r"[A-Z0-9][A-Z0-9\-/.]{0,5}")


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in a text: offsets, and the actors that it may mean."""

    start: int
    end: int
    actors: tuple[Actor, ...]


@dataclass(frozen=True)
class ActorFile:
    """All known actors with an index of their names."""

    actors: tuple[Actor, ...]
    index: dict[str, tuple[Actor, ...]] = field(repr=False, default_factory=dict)
    first: dict[str, tuple[tuple[str, ...], ...]] = field(repr=False, default_factory=dict)
    capitals: dict[str, int] = field(repr=False, default_factory=dict)  # fewest words in capitals, by name

    def get(self, ident: str) -> Actor | None:
        """The actor of that id, state forces included, or None."""
        known = self.index.get(f"#{ident}")
        return known[0] if known else state_by_id(ident)

    def named(self, words: str) -> tuple[Actor, ...]:
        """Every actor that bears the name, in the file's order; short capitals count as written."""
        bare = words.removeprefix("the ").removeprefix("The ").strip()
        exact = self.index.get(f"={bare}")
        return exact or self.index.get(" ".join(pieces(bare)), ())

    def resolve(self, words: str, country: str | None = None, day: date | None = None) -> Actor | None:
        """The one actor that the words mean in that country on that day; None where open or unknown."""
        words = words.title() if words.isupper() and len(words) > 8 and not self.named(words) else words
        inside = (choose(hit.actors, country, day) for hit in self.scan(words))
        found = choose(self.named(words), country, day) or next(filter(None, inside), None)
        return found or state_from_words(words, country, day)

    def scan(self, text: str) -> Iterator[Named]:
        """The names in a text, longest first match, left to right, never overlapping."""
        words = list(WORD.finditer(text))
        at, loud = 0, text.isupper()
        while at < len(words):
            size, hit = self._longest(text, words, at, loud)
            if hit is not None:
                yield hit
            at += size

    def _longest(self, text: str, words: list[re.Match[str]], at: int, loud: bool) -> tuple[int, Named | None]:
        for keys in self.first.get(piece(words[at].group()), ()) or self.first.get(bare_piece(words[at].group()), ()):
            span = words[at : at + len(keys)]
            if len(span) < len(keys) or not same(span, keys):
                continue
            start, end = span[0].start(), end_of(span[-1], keys[-1])
            actors = self._meant(text[start:end], keys, loud)
            if actors and "\n\n" not in text[start:end]:
                return len(keys), Named(start, end, actors)
        return 1, None

    def _meant(self, words: str, keys: tuple[str, ...], loud: bool) -> tuple[Actor, ...]:
        exact = self.index.get(f"={words.replace('.', '')}", ())
        if loud and words in table("generic.toml")["scan"]["shadowed"]:
            return ()
        if exact:
            return exact
        name = " ".join(keys)
        shown = capitalised(words)
        return self.index.get(name, ()) if shown >= min(self.capitals.get(name, 9), 2) else ()


def same(span: list[re.Match[str]], keys: tuple[str, ...]) -> bool:
    """Whether the words are the keys; the last may carry a genitive."""
    *head, last = span
    plain = all(piece(word.group()) == key for word, key in zip(head, keys, strict=False))
    return plain and keys[-1] in (piece(last.group()), bare_piece(last.group()))


def end_of(word: re.Match[str], key: str) -> int:
    """Where the name ends: before the genitive where that is no part of the name."""
    return word.end() if piece(word.group()) == key else word.start() + len(without_genitive(word.group()))


def without_genitive(word: str) -> str:
    """The word without its 's."""
    return word[:-2] if word[-2:].lower() in ("'s", "’s") else word


@lru_cache(maxsize=200_000)
def piece(word: str) -> str:
    """A word for look-up: lower case, no accents, no inner marks."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return re.sub(r"[^\w]", "", bare.casefold())


@lru_cache(maxsize=200_000)
def bare_piece(word: str) -> str:
    """`piece` of the word without its genitive."""
    return piece(without_genitive(word))


def pieces(words: str) -> tuple[str, ...]:
    """The look-up words of a name."""
    return tuple(piece(word) for word in WORD.findall(words))


def capitalised(name: str) -> int:
    """How many of the words of more than three letters begin with a capital (of all, where none is as long)."""
    words = WORD.findall(name)
    return sum(word[0].isupper() for word in [w for w in words if len(w) > 3] or words)


def forms(name: str) -> list[str]:
    """The name and what its form gives: "M23: March 23 Movement", "X (ISSP)"."""
    found = [name]
    short, colon, full = name.partition(": ")
    if colon:
        found += [full, short, *(part for part in short.split("/") if len(part) > 2)]
    bare, _, inner = name.rstrip(")").partition(" (")
    return [*found, bare, inner] if inner.isupper() else found


def unqualified(name: str) -> str | None:
    """The name without its qualifier in brackets ("X (Mali)" -> "X"), or None."""
    bare, bracket, inner = name.split(": ")[-1].rstrip(")").partition(" (")
    return bare if bracket and not inner.isupper() else None


def choose(found: Iterable[Actor], country: str | None, day: date | None) -> Actor | None:
    """The one that fits period and country best; None where two fit alike."""
    candidates = list(found)
    for fits in (lambda a: a.lived(day), lambda a: country in a.countries, lambda a: country == a.country):
        candidates = [actor for actor in candidates if fits(actor)] or candidates
    if day is None and len({a.name for a in candidates}) == 1:
        return candidates[-1]
    return candidates[0] if len(candidates) == 1 else None


def state_from_words(words: str, country: str | None, day: date | None) -> Actor | None:
    """The force that "Malian army", "police of Kenya" or, in a known country, "the army" names, or None."""
    rest, said = words.replace("’s", "").replace("'s", "").split(), False
    for at, size in ((at, n) for n in (3, 2, 1) for at in range(len(rest) - n + 1)):
        if found := country_of(" ".join(rest[at : at + size])):
            country, rest, said = found, rest[:at] + rest[at + size :], True
            break
    left = [word.lower() for word in rest if word.lower() not in ("the", "of")]
    noun = people_noun(left) if left else None
    if noun is None or country is None or not (said or len(noun.noun.split()) == len(left)):
        return None
    force = "military" if noun.noun in ("force", "forces", "personnel") else noun.force
    return state_force(country, force, day) if force and force in table("generic.toml")["state"] else None


def state_by_id(ident: str) -> Actor | None:
    """The state force of an id such as "bf-military-2022-09-30", or None."""
    code, kind, since = (*ident.split("-", 2), "", "")[:3]
    if kind not in table("generic.toml")["state"] or country_name(code.upper()) is None:
        return None
    if not since:
        return state_force(code.upper(), kind, date.min)
    return (
        state_force(code.upper(), kind, date.fromisoformat(since)) if since in changes().get(code.upper(), ()) else None
    )


@cache
def load_actors() -> ActorFile:
    """The actor file of the package, read once a process."""
    actors = tuple(actor for name in sorted(files(__package__).joinpath("groups").iterdir(), key=str)
                   if name.name.endswith(".tsv") for actor in rows(name.read_text(encoding="utf-8")))  # fmt: skip
    index: dict[str, list[Actor]] = {}
    first: dict[str, set[tuple[str, ...]]] = {}
    capitals: dict[str, int] = {}
    for actor in actors:
        index[f"#{actor.id}"] = [actor]
        for alias in (*forms(actor.name), *actor.aliases):
            enter(actor, alias, index, first, capitals)
    taken = frozenset(index)
    for actor in actors:
        bare = unqualified(actor.name)
        if bare and not taken.intersection(keys_of(bare)):
            enter(actor, bare, index, first, capitals)
    ordered = {word: tuple(sorted(names, key=lambda n: (-len(n), n))) for word, names in first.items()}
    return ActorFile(actors, {key: tuple(found) for key, found in index.items()}, ordered, capitals)


def enter(
    actor: Actor,
    alias: str,
    index: dict[str, list[Actor]],
    first: dict[str, set[tuple[str, ...]]],
    capitals: dict[str, int],
) -> None:
    """Make the actor findable by the alias."""
    folded, shown = " ".join(pieces(alias)), capitalised(alias)
    capitals[folded] = min(shown, capitals.get(folded, shown))
    for key in keys_of(alias):
        if actor not in index.setdefault(key, []):
            index[key].append(actor)
    if words := pieces(alias):
        first.setdefault(words[0], set()).add(words)


def keys_of(alias: str) -> list[str]:
    """Index keys: "=IS" for short capitals (as written only), else the folded words."""
    folded = " ".join(pieces(alias))
    capitals = sum(c.isupper() for c in alias)
    if len(alias) <= 5 and (ACRONYM.fullmatch(alias) or (capitals > 1 and alias.isalnum())):
        return [f"={alias.replace('.', '')}"] + ([folded] if spoken(alias) else [])
    return [folded]


def spoken(acronym: str) -> bool:
    """Whether it may be written as a word ("Unita"): long enough, and no English word."""
    return len(acronym) > 3 and acronym.upper() not in table("generic.toml")["scan"]["shadowed"]


def rows(text: str) -> Iterator[Actor]:
    """The actors of one TSV file."""
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        countries = tuple(filter(None, row["countries"].split(",")))
        yield Actor(
            row["id"], row["name"], row["category"], countries[0] if countries else None, countries,
            int(row["from"]) if row["from"] else None, int(row["to"]) if row["to"] else None,
            tuple(filter(None, row["aliases"].split("|"))), row["source"], row["licence"],
        )  # fmt: skip
