"""What the words around a place name say: how it relates to where, and whether it is a location at all.

In: spots and the parse. Out: the spots with relation ("10 km north of"), phrase, role (origin,
launched-from, destination, distance-mark), the place they lie in, and `why_not` for metonymy and the like.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from spacy.tokens import Token

from dateline.extract.where.place_context import ROAD
from dateline.extract.where.place_geometry import within
from dateline.extract.where.place_scan import Scan
from dateline.extract.where.place_spot import Spot
from dateline.extract.where.place_words import words
from dateline.model.values import Candidate

GOVERNMENT = "stands for its government"
NATIVE = re.compile(r"(?:,|\b(?:natives?|residents?|citizens?|nationals?)) of (?:the )?$")
HEAD = re.compile(r"(?:^|\n)\s*(?:\d{1,3}\s?[.)|]|[*•–—-]|[^\n]*\d{4}-\d\d-\d\d,)\s+$")
FILES = re.compile(r"(?:, )?(?:our|(?:(?:this|the) )?\w+['’]s) (?:\w+ )?(?:correspondent|reporter|stringer)\b")
OTHER_END = re.compile(r"(?:-| (?:and|to|with) )(?:the )?$")
WHERE = re.compile(r",? where\b")
LISTED = re.compile(r", |,? and |,? or ")  # between the names of a list
COUNTRIES = re.compile(r", |,? and |-|–")  # between the names of two countries
CONTAINED = re.compile(
    r"^(?:, |, in | in | of | \()(?:the )?"
    r"(?:[a-z-]+ern |north |south |east |west |central |restive |volatile |neighbou?ring )*"
    r"(?:(?:province|state|region|district|governorate|county|department|prefecture|oblast)s? of )?(?:the )?$",
    re.IGNORECASE,
)
OPENED = re.compile(r"(?:^|[.!?:”\"]\s|\n)\s*(?:(?:And|But|Meanwhile,?) )?[Ii]n (?:neighbou?ring |nearby )?$")
SENTENCE = re.compile(r"[.!?;\n](?=\s|$)")
MARKED = re.compile(
    r"^,?(?: \(| )?(?:(?:which|that) )?"
    r"(?:(?:lies|is|sits|stands|lay|was|located|situated)(?: located| situated)?)?,?\s*"
    r"(?P<what>(?:a|an|the) (?:[a-z-]+ ){0,3})?$"
)
TELLS = re.compile(r"\b(?:was|were|is|are|had|has|have)\b|ed $")  # "in X, a convoy was ambushed 20 km north of Y"


def read_cues(spots: list[Spot], scan: Scan) -> None:
    """Fill in relation, container, mark, role and why_not of every spot."""
    listed = units_listed(spots, scan.text)
    for i, (left, right) in enumerate(pairwise(spots)):
        if listed.isdisjoint((i - 1, i)):
            contain(left, right, scan.text)
        mark(left, right, scan.text)
        other_end(left, right, scan.text)
    for spot in spots:
        if spot.other_end and not spot.inside:  # "between Gao and Ansongo, Gao region": both lie there
            spot.inside = spot.other_end.inside
    opened(spots, scan.text)
    for spot in spots:
        if spot.why_not is None and spot.role == "location":
            judge(spot, scan)
    for left, right in pairwise(spots):
        if left.inside is right:
            right.why_not = right.why_not or f"says where {left.text} is"
            left.phrase_end = max(left.phrase_end, right.end)
    for left, right in pairwise(spots):
        if COUNTRIES.fullmatch(scan.text, left.end, right.start) and not left.inside:
            as_country(left, right)
            as_country(right, left)


def contain(left: Spot, right: Spot, text: str) -> None:
    """Note where "X, Y", "X in Y" or "Y's X" say that one place lies in another."""
    between = text[left.end : right.start]
    if right.people and not right.found:
        return
    if between.lower() in ("'s ", "’s ") or re.fullmatch(
        r"['’]s (?:[a-z-]+ ){0,2}(?:province|city|town|village) of ", between
    ):
        if left.found and (wider(left, right) or (right.kind in ("A2", "F", "P") and not left.why_not)):
            right.inside, left.why_not = left, left.why_not or f"says where {right.text} is"
        return
    if text[right.end : right.end + 1] == "-" and text[right.end + 1 : right.end + 2].islower():
        return
    if between == ", " and HEAD.search(text[max(0, left.start - 24) : left.start]) and wider(left, right):
        right.inside, left.why_not = left, left.why_not or f"says where {right.text} is"
        return
    if CONTAINED.match(bare(between)) and wider(right, left) and right.relation_kind is None:
        left.inside = right


def opened(spots: list[Spot], text: str) -> None:
    """Put the places of a sentence in the country with which it opens: "In neighbouring Ecuador, ... San Lorenzo"."""
    for number, spot in enumerate(spots):
        if not OPENED.search(text[max(0, spot.start - 40) : spot.start]) or text[spot.end : spot.end + 2] != ", ":
            continue
        end = SENTENCE.search(text, spot.end)
        for other in spots[number + 1 :] if any(c.feature == "C" for c in spot.found) else ():
            if end and other.start > end.start():
                break
            if other.inside is None and wider(spot, other):
                other.inside = spot


def units_listed(spots: list[Spot], text: str) -> set[int]:
    """Where three units of a country stand in a list: "Iowa, Wisconsin, and Utah" puts none in another."""
    gaps = [LISTED.fullmatch(text, a.end, b.start) is not None for a, b in pairwise(spots)]
    lists = (i for i, (one, two) in enumerate(pairwise(gaps)) if one and two)
    return {i for i in lists if set.intersection(*map(unit_countries, spots[i : i + 3]))}


def unit_countries(spot: Spot) -> set[str | None]:
    """The countries that have a first-level unit of the name."""
    return {c.country for c in spot.found if c.feature == "A1" and c.score > 0.9}


def as_country(spot: Spot, beside: Spot) -> None:
    """Take a name for the country's beside the name of another country: "Cameroon, Chad and Niger"."""
    nations = [c for c in spot.found if c.feature == "C"]
    sure = any(c.feature == "C" and c.score > 0.9 for c in beside.found) and not doubtful(beside.found)
    if nations and sure and not spot.inside and spot.kind in (None, "F") and len(spot.found) > len(nations):
        spot.kind = "C"


def doubtful(found: Collection[Candidate]) -> bool:
    """Whether so great a unit or city elsewhere bears a country's name that the country may not be meant: Georgia.

    A country of more people than that goes before it: Niger is no state of Nigeria.
    """
    nations = {c.country: c.population for c in found if c.feature == "C"}
    great = [c for c in found if c.feature in ("A1", "P") and c.population > 1_000_000 and c.score > 0.9]
    return any(c.country not in nations and c.population > max(nations.values(), default=0) for c in great)


def bare(between: str) -> str:
    """What stands between two names, less the word for the kind of place that the first one is."""
    cue = words().cued.match(between)
    rest = between[cue.end() :] if cue else between
    return " " + rest if cue and rest[:1].isalnum() else rest


def wider(outer: Spot, inner: Spot) -> bool:
    """Whether some place of the one name lies in a unit, region or country of the other name."""
    if outer.why_not or inner.why_not or outer.key == inner.key:
        return False
    if any(c.feature == "C" and c.score > 0.9 for c in inner.found):
        return False
    if inner.feature and not inner.found:
        return not outer.people and any(c.score > 0.6 for c in outer.found)
    units = [c for c in outer.found if c.feature != "P" and c.score > 0.6]
    if not inner.found:
        return any(c.feature in ("C", "A1", "R") for c in units) or outer.kind in ("A1", "A2")
    return any(within(i, o) and i.geonameid != o.geonameid for i in inner.found[:60] for o in units[:8])


def mark(left: Spot, right: Spot, text: str) -> None:
    """Note where "X, 40 km north of Y" makes Y the mark by which X is placed."""
    if right.relation_kind not in ("distance", "direction", "near", "edge", "rim") or left.why_not:
        return
    between = text[left.end : right.phrase_start]
    marked = MARKED.match(bare(between))
    if marked and not TELLS.search(marked["what"] or "") and left.key != right.key:
        left.mark = right
        if WHERE.match(text[right.end : right.end + 8]):  # "..., where police fired": a location after all
            right.relation = right.relation_kind = None
            right.phrase_start = right.start
        else:
            right.role = "distance-mark"


def other_end(left: Spot, right: Spot, text: str) -> None:
    """Note where "between X and Y", "the road from X to Y", "the X-Y road" name two ends: X stands for both."""
    between = text[left.end : right.start]
    named = ROAD.match(text, left.end) is not None
    if named:
        left.relation_kind, left.relation = "road", "on the road from"
    if (named or left.relation_kind in ("road", "between")) and OTHER_END.fullmatch(between) and not left.people:
        right.role, left.other_end = "distance-mark", right


def judge(spot: Spot, scan: Scan) -> None:
    """Set role and why_not from the parse."""
    token = scan.token(scan.words[spot.last])
    known = words()
    if scan.text[spot.end : spot.end + 1] == "-" and scan.text[spot.end + 1 : spot.end + 2].islower():
        tail = re.match(r"-(\w+)", scan.text[spot.end :])
        word = tail.group(1) if tail else ""
        spot.role = "origin" if word in ("born", "based", "native") else spot.role
        spot.why_not = None if word in ("born", "based", "native") else "describes an actor"
        return
    if token.head.lower_ == "from" and FILES.match(scan.text, spot.end):
        spot.role = "filed-from"
        return
    origin(spot, token, scan)
    nation = any(c.feature == "C" for c in spot.found)
    actor = names_actor(spot, scan)
    bound = token.dep_ in ("compound", "amod", "nmod") or followed_by_name(spot, scan)
    if nation and bound and OPENED.search(scan.text[max(0, spot.start - 40) : spot.start]) and not spot.text.isupper():
        return  # "In Burkina Faso soldiers shot in the air"
    if nation and spot.kind is None and (bound or (actor and spot.lead not in known.strong)):
        spot.why_not = "names an actor" if actor else "describes what follows"
    elif not nation and actor and spot.lead not in known.strong:
        spot.why_not = "names an actor"
    elif scan.words[spot.last].possessive and nation:
        spot.why_not = None if governed(token) else "names an owner, no location"
    elif spot.relation_kind is None and spot.kind is None and not headed(spot, scan.text):
        spot.why_not = metonymy(token, nation)


def names_actor(spot: Spot, scan: Scan) -> bool:
    """Whether a noun for people or forces follows: "Kabul police", "Kurdistan regional government"."""
    if scan.words[spot.last].possessive:
        return False
    for word in scan.words[spot.last + 1 : spot.last + 3]:
        if word.gap != " ":
            return False
        if word.text.lower() in words().actors:
            return True
        if word.text.lower() not in words().between:
            return False
    return False


def followed_by_name(spot: Spot, scan: Scan) -> bool:
    """Whether a capitalised word goes on right after the name of a country."""
    after = scan.words[spot.last + 1 : spot.last + 2]
    return bool(after and after[0].cap and after[0].gap == " " and not scan.words[spot.last].possessive
                and scan.token(after[0]).pos_ == "PROPN")  # fmt: skip


def governed(token: Token) -> bool:
    """Whether the phrase that a possessor belongs to follows a preposition of place."""
    return token.head.dep_ == "pobj" and token.head.head.lower_ in words().strong


def headed(spot: Spot, text: str) -> bool:
    """Whether a name heads an item of a list by itself: "Ramadi: Gunmen attacked a police post"."""
    return spot.heads and text[spot.end : spot.end + 2] in (": ", " |")


def opens_item(token: Token) -> bool:
    """Whether a name stands by itself at the head of an item: "(1) Mon: Bukavu, gunmen killed a nurse"."""
    doc, first, last = token.doc, token.left_edge.i, token.i
    alone = first > 0 and last < len(doc) - 1 and doc[last + 1].text == ","
    return alone and doc[first - 1].text in (":", ")", "/", "|")


def metonymy(token: Token, nation: bool) -> str | None:
    """Why a name stands for a government or a team here; None where it may be a location."""
    known, head = words(), token.head
    while token.dep_ == "conj" and head.dep_ in ("nsubj", "pobj", "conj") and head.pos_ == "PROPN":
        token, head = head, head.head
    does = token.dep_ == "nsubj" and head.pos_ in ("VERB", "AUX") and head.lemma_.lower() in known.metonymy_verbs
    if does and not opens_item(token):
        return GOVERNMENT
    if token.dep_ == "pobj" and head.lower_ == "by" and nation:
        return GOVERNMENT
    if (
        token.dep_ == "pobj"
        and head.lower_ in known.metonymy_prepositions
        and head.head.lemma_.lower() in known.metonymy_nouns
    ):
        return GOVERNMENT
    if token.dep_ == "dobj" and head.lemma_.lower() in (known.addressing if nation else known.blaming):
        return GOVERNMENT
    return None


def origin(spot: Spot, token: Token, scan: Scan) -> None:
    """Set the roles origin and launched-from."""
    known, head = words(), token.head
    after = scan.words[spot.last + 1 : spot.last + 2]
    if (after and after[0].gap == " " and after[0].text in ("native", "natives")) or NATIVE.search(
        scan.text[max(0, spot.start - 30) : spot.start]
    ):
        spot.role = "origin"
    if token.dep_ == "pobj" and head.lower_ == "from":
        above = head.head
        if above.lower_ in known.launch_nouns or above.lemma_.lower() in known.launch_verbs:
            spot.role = "launched-from"
        elif above.lower_ in known.origin or above.lemma_ == "be" or above.lemma_.lower() in known.origin_verbs:
            spot.role = "origin"
    elif (
        (token.dep_ == "dobj" and head.lemma_ == "flee")
        or (
            token.dep_ == "pobj"
            and head.lower_ == "of"
            and head.head.lower_ in ("native", "resident", "residents", "citizen", "citizens")
        )
        or (token.dep_ == "pobj" and head.lower_ == "in" and head.head.lower_ == "born")
        or (token.dep_ == "pobj" and head.lower_ == "of" and somebody(head.head, spot))
    ):
        spot.role = "origin"
    elif token.dep_ == "pobj" and head.lower_ == "to" and brought(head.head):
        spot.role = "destination"
    elif shelled_from(token):
        spot.role = "launched-from"


def shelled_from(token: Token) -> bool:
    """Whether guns stand there: "was shelled from the garrison at X", "fired from the outskirts of X"."""
    base = token.head.head
    if token.dep_ != "pobj" or base.dep_ != "pobj" or base.head.lower_ != "from":
        return False
    return base.head.head.lemma_.lower() in words().shelled_from


def brought(token: Token) -> bool:
    """Whether "to X" says where somebody is brought: "put on a bus to Lanzhou", "turned back to Cyprus"."""
    verb = token if token.pos_ == "VERB" else token.head
    return verb.lemma_.lower() in words().brought


def somebody(token: Token, spot: Spot) -> bool:
    """Whether "of X" says where people are from: "Ana Prueba of Kobe", "soldiers of Chad", but not "people of Gao"."""
    nation = any(c.feature == "C" for c in spot.found)
    return token.ent_type_ == "PERSON" or (nation and token.lower_ in words().origin)
