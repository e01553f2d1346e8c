"""Finding the phrases that stand for groups, forces and people, names and nouns joined.

In: a parsed text. Out: `phrases(doc)`, each with its tokens, its noun from people.toml, the actors
that a name in it may mean and the country whose forces it stands for; in the order of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.actors import country_of, load_actors, people
from dateline.extract.who.actor_nations import nations
from dateline.extract.who.actor_nouns import NOTHING, bears, noun_phrases
from dateline.extract.who.actor_phrase import Phrase, first_token, last_token, modifiers, noun_list
from dateline.text import text_of


def phrases(doc: Doc) -> list[Phrase]:
    """Every phrase of the text, sorted; none overlaps another."""
    names = list(_names(doc))
    found = _free([*noun_phrases(doc, names), *_bare(doc, names)])
    found = _free([*_joined(doc, sorted(found, key=_order)), *nations_as_phrases(doc)])
    done = [_finished(doc, phrase) for phrase in found if _kept(phrase)]
    return sorted(_free(sorted(done, key=lambda p: (p.introduced, *_order(p)))), key=_order)


def _order(phrase: Phrase) -> tuple[int, int]:
    return phrase.first, phrase.last


def _free(found: list[Phrase]) -> list[Phrase]:
    """The phrases in the order given, less those that overlap one before them."""
    taken: set[int] = set()
    out = []
    for phrase in found:
        span = set(range(phrase.first, phrase.last + 1))
        if not span & taken:
            taken |= span
            out.append(phrase)
    return out


def _kept(phrase: Phrase) -> bool:
    collective = phrase.noun is not None and phrase.noun.kind == "collective"
    return not collective or bool(phrase.named) or phrase.definite


def _names(doc: Doc) -> Iterator[Phrase]:
    starts = [token.idx for token in doc]
    for hit in load_actors().scan(text_of(doc)):
        first, last = bisect_right(starts, hit.start) - 1, bisect_right(starts, hit.end - 1) - 1
        head = next((t.i for t in doc[first : last + 1] if not first <= t.head.i <= last), last)
        yield Phrase(first, last, head, named=hit.actors)


def _bare(doc: Doc, names: list[Phrase]) -> Iterator[Phrase]:
    """Names that no noun took in, with their determiner."""
    for name in names:
        head = doc[name.head]
        alone = head.dep_ not in ("compound", "nmod", "amod", "poss") or head.head.i <= name.last
        first = first_token(head, name.first) if alone and not head.text.islower() else name.first
        yield Phrase(first, name.last, name.head, named=name.named)
        yield name


def _joined(doc: Doc, found: list[Phrase]) -> list[Phrase]:
    """Neighbours made one: "militant group Boko Haram", "members of Boko Haram", "X (ABC)"."""
    out: list[Phrase] = []
    for phrase in reversed(found):
        follower = out[-1] if out else None
        if phrase.noun is NOTHING:
            continue
        if follower is not None and follower.noun is not NOTHING and _join(doc, phrase, follower):
            out.pop()
        _numbered(doc, phrase)
        out.append(phrase)
    return out


def _join(doc: Doc, phrase: Phrase, follower: Phrase) -> bool:
    """Take `follower` into `phrase` where they are one; says whether it was."""
    gap = [t.lower_ for t in doc[phrase.last + 1 : follower.first] if not t.is_space]
    if doc[phrase.last].sent.start != doc[follower.first].sent.start or len(gap) > 3:
        return False
    if _alongside(phrase, follower, gap) or _belongs(phrase, follower, gap):
        phrase.named = phrase.named or follower.named
        if phrase.noun is not None and phrase.noun.kind in ("collective", "people", "armed") and not follower.named:
            phrase.noun = follower.noun
        phrase.last = follower.last + (
            1 if gap == ["("] and doc[min(follower.last + 1, len(doc) - 1)].text == ")" else 0
        )
        return True
    return False


def _alongside(phrase: Phrase, follower: Phrase, gap: list[str]) -> bool:
    if not follower.named or follower.noun is not None:
        return False
    if phrase.named:
        return gap == ["("] and bool(set(phrase.named) & set(follower.named))
    group = phrase.noun is not None and phrase.noun.kind in ("armed", "collective", "state")
    return group and gap in ([], ['"'], ["“"], ["-"], [",", "the"], [","], ["known", "as"], ["called"], ["("])


def _belongs(phrase: Phrase, follower: Phrase, gap: list[str]) -> bool:
    noun = phrase.noun
    if (
        noun is None
        or phrase.named
        or not gap
        or gap[0] not in ("of", "from")
        or len(gap) > 2
        or (len(gap) == 2 and gap[1] != "the")
    ):
        return gap == ["belonging", "to"] and noun is not None and bool(follower.named)
    bundle = noun.kind == "collective" or (
        noun.kind == "armed" and follower.noun is not None and follower.noun.kind == "armed"
    )
    if bundle and gap == ["of"]:
        return True
    state = follower.noun is not None and follower.noun.kind == "state"
    return bears(noun) and (bool(follower.named) or (state and noun.kind != "state"))


def _numbered(doc: Doc, phrase: Phrase) -> None:
    """ "two of the attackers": the count leads the phrase."""
    at = phrase.first - 2
    if at >= 0 and doc[at + 1].lower_ == "of" and (doc[at].lower_ in noun_list("counts") or doc[at].like_num):
        phrase.first, phrase.head = at, at


def nations_as_phrases(doc: Doc) -> Iterator[Phrase]:
    """Countries that act and people called by their country."""
    for first, last, head, country in nations(doc):
        yield Phrase(first, last, head, people()["people"] if country is None else None, country=country)


def _finished(doc: Doc, phrase: Phrase) -> Phrase:
    words = [t.lower_ for t in doc[phrase.first : phrase.last + 1]]
    phrase.definite = words[0] in ("the", "this", "these", "those")
    if phrase.noun is not None:
        last = last_token(phrase.last, doc)
        phrase.turned = _turned(doc, phrase, words, last)
        phrase.last = last
        _introduced(doc, phrase)
    return phrase


def _turned(doc: Doc, phrase: Phrase, words: list[str], last: int) -> str | None:
    noun = phrase.noun
    if noun is None or noun.kind not in ("civilian", "people"):
        return None
    told = {*words, "-".join(words[-4:-1]), *(f"{a}-{b}" for a, _, b in zip(words, words[1:], words[2:], strict=False))}
    if told & modifiers()["protest"]:
        return "Protesters"
    if told & modifiers()["riot"]:
        return "Rioters"
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    faceless = noun.noun in noun_list("faceless") and (
        doc[last].lower_ in noun_list("arming") or _acts_unknown(doc[phrase.head], told)
    )
    if told & modifiers()["armed"] or after == "armed" or faceless:
        return "Identity militia" if noun.noun in noun_list("locals") else "Political militia"
    return None


def _acts_unknown(head: Token, told: set[str]) -> bool:
    agent = head.dep_ == "nsubj" or (head.dep_ == "pobj" and head.head.lower_ == "by")
    return agent and bool(told & {"unidentified", "unknown", "unnamed"})


def _introduced(doc: Doc, phrase: Phrase) -> None:
    """ "Ann Example, a journalist": the name before the comma belongs to the phrase."""
    head = doc[phrase.head]
    if (
        head.dep_ != "appos"
        or head.head.ent_type_ not in ("PERSON", "")
        or head.head.pos_ != "PROPN"
        or not 0 < phrase.first - head.head.i <= 3
    ):
        return
    first = first_token(head.head, head.head.i)
    if country_of(doc[first : head.head.i + 1].text) is None:
        phrase.first, phrase.head, phrase.introduced = first, head.head.i, True
