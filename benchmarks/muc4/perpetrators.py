"""Who did it: individuals, organisations, and how sure that is.

In: an event and its reading. Out: fills of the PERP slots. People of a group ("FMLN guerrillas") are individuals, and
their group is the organisation, by the shortest name that the text has for it; a group's name alone is no individual.
Guerrillas, terrorists and the like without a name are of the armed group that the message names, where it names one;
"army troops" and "members of the police" have their group in their own words. "They", cars and helicopters are nobody.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from benchmarks.muc4.names import persons
from benchmarks.muc4.phrases import phrase
from benchmarks.muc4.syntax import Fill, Option
from benchmarks.muc4.wording import bare, in_full, strings, table, uncounted, undoubted, upper
from dateline.actors import people_noun
from dateline.evaluate.told import Told, ToldEvent
from dateline.extract.what.evidence import NONSTATE
from dateline.model.reading import ActorMention, Reading
from dateline.text import span_at

DANGLING = re.compile(r"\s+(?:AND|OR)$")  # behind the first of a list


def perpetrators(event: ToldEvent, reading: Reading) -> dict[str, tuple[Fill, ...]]:
    """The fills of all PERP slots."""
    doers = [told for told in event.participants if told.value["role"] == "actor" and told.rests]
    groups = {name: told for told in doers if (name := _organisation(told, reading))}
    people = (_individual(told, reading) for told in doers if _are_people(told, reading))
    confidence = tuple(Fill((Option(_confidence(told), (name,)),)) for name, told in groups.items())
    return {
        "PERP: INDIVIDUAL ID": strings(people),
        "PERP: ORGANIZATION ID": strings(iter(groups)),
        "PERP: ORGANIZATION CONFIDENCE": confidence,
    }


def _are_people(told: Told, reading: Reading) -> bool:
    head = span_at(reading.words, *told.spans[0]).root
    return not told.value.get("actor") or (head.is_lower and head.lemma_.lower() not in table()["bodies"]["words"])


def _individual(told: Told, reading: Reading) -> str:
    """The words for the doer; a person's name in full; "" for a thing and a pronoun."""
    head = span_at(reading.words, *told.spans[0]).root
    if not _is_somebody(head):
        return ""
    words = undoubted(uncounted(DANGLING.sub("", _without_group(told, reading))))
    return (head.ent_type_ == "PERSON" and in_full(words, persons(reading))) or words


def _without_group(told: Told, reading: Reading) -> str:
    """The doer's words, without the name of an armed group before them: "FMLN rebels"; its members keep the name."""
    start, end = told.spans[0]
    words = span_at(reading.words, start, end)
    armed = told.value.get("actor") and told.value.get("category") in NONSTATE
    keeps = not words.root.is_lower or words.root.lemma_.lower() in table()["bodies"]["of_their_group"]
    named = [token for token in words.doc[words.start : words.root.i] if armed and _is_of_a_name(token)]
    if keeps or not named:
        return phrase(reading, (start, end))
    return upper(reading.report.text[words.doc[named[-1].i + 1].idx : end])


def _is_of_a_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper() and token.ent_type_ not in ("GPE", "NORP")


def _is_somebody(head: Token) -> bool:
    """Is it a name, a noun for people, or for people together ("gang")?"""
    together: list[str] = table()["bodies"]["together"]
    named = head.pos_ == "PROPN" or head.ent_type_ in ("PERSON", "ORG", "NORP")
    known = people_noun([head.lower_]) or people_noun([head.lemma_.lower()]) or head.lemma_.lower() in together
    return head.pos_ != "PRON" and bool(named or known)


def _organisation(told: Told, reading: Reading) -> str:
    """The shortest name that the text has for the doer's group; where it has none, what the doer's words say of it."""
    group = told.value.get("actor") or _only_group(told, reading)
    mentions = (actor for actor in reading.actors if group and actor.actor == group)
    names = [bare(upper(actor.text)) for actor in mentions if _is_name(actor, reading)]
    if names:
        return min(names, key=len)
    return _group_told(told, reading) if _are_people(told, reading) else bare(upper(told.quote))


def _group_told(told: Told, reading: Reading) -> str:
    """The group in the words for its people: "army troops", "members of the armed forces"; "" where there is none."""
    words = span_at(reading.words, *told.spans[0])
    before, behind = words[: words.root.i - words.start], words[words.root.i - words.start + 1 :]
    if told.value.get("actor") and any(_is_body(token) for token in before):
        kept = (token.text for token in before if token.pos_ not in ("DET", "NUM", "PUNCT"))
        return undoubted(bare(upper(" ".join(kept))))
    if told.value.get("actor") and behind and behind[0].lower_ == "of" and any(_is_body(token) for token in behind):
        return bare(upper(behind[1:].text))
    return ""


def _is_body(token: Token) -> bool:
    """Is it a noun for a body, or part of a name that is no place's?"""
    name = token.pos_ == "PROPN" and token.is_alpha and not token.is_lower and token.ent_type_ != "GPE"
    return name or token.lemma_.lower() in table()["bodies"]["words"]


def _only_group(told: Told, reading: Reading) -> str | None:
    """The only armed group that the message names, for "the guerrillas" and others who must be of some group."""
    head = span_at(reading.words, *told.spans[0]).root
    if told.value.get("category") not in NONSTATE or head.lemma_.lower() not in table()["bodies"]["of_a_group"]:
        return None
    named = {m.actor for m in reading.actors if m.actor and m.category in NONSTATE and _is_name(m, reading)}
    return named.pop() if len(named) == 1 else None


def _is_name(actor: ActorMention, reading: Reading) -> bool:
    """Is it a group's name: no person's, with or without a title, and no day's ("1 May")?"""
    words = span_at(reading.words, actor.start, actor.end)
    titled = words[0].lower_.rstrip(".") in table()["titles"]["before"] or any(t.ent_type_ == "DATE" for t in words)
    return not titled and not words.root.is_lower and words.root.ent_type_ != "PERSON"


def _confidence(told: Told) -> str:
    ground: str = told.value.get("responsibility", "stated")
    found: str = table()["slots"]["confidence"].get(ground, "REPORTED AS FACT")
    official = any(speaker.kind in ("official", "party") for speaker in told.chain[:1])
    return f"{found} BY AUTHORITIES" if ground == "accused" and official else found
