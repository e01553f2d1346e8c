"""What the parse says about a stretch that looks like a time: is it one, and does it lie ahead?

In: the parsed text and a match. Out: yes or no. "May" the verb, "March" the protest, "2,000 troops" and April
the person are no times; "will meet on Friday" looks ahead.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from dateline.extract.when.time_lexicon import WORDS, value
from dateline.extract.when.time_match import Found
from dateline.text import text_of, token_at

_AUXILIARIES = frozenset(WORDS["future"]["auxiliaries"])
_PLANNING = frozenset(WORDS["future"]["planning"])
_AWAITED = frozenset(WORDS["future"]["awaited"])
_LEADS_ON = re.compile(rf"\b(?:{'|'.join(WORDS['future']['before'])})\s+(?:on\s+)?$", re.I)
_DEADLINE = re.compile(rf"\b(?:{'|'.join(WORDS['future']['until'])})\s+$", re.I)
_FOR = re.compile(r"\bfor\s+(?:the\s+)?$", re.I)
_CALLED = frozenset(WORDS["future"]["called"])
_BEHIND = re.compile(r"\bsince\s+(?:the\s+)?$", re.I)
_THINGS = frozenset(WORDS["future"]["things"])
_PLANS = frozenset(WORDS["future"]["plans"])
_MOVING = frozenset(WORDS["future"]["moving"])
_GIVING = frozenset(WORDS["future"]["giving"])
_CUES = frozenset(WORDS["cues"]["before"])
_YEAR_CUES = frozenset(WORDS["cues"]["year"])
_IN_YEAR = frozenset(("in", "since", "until", "during", "year"))  # before "two thousand"
_OF_MONTH = frozenset(WORDS["cues"]["of_month"])
_OF_MONTH_IN_WORDS = frozenset(WORDS["cues"]["of_month_in_words"])
_SHORT_MONTHS = frozenset(WORDS["class"]["mon"])
_POSSESSIVE = frozenset(WORDS["cues"]["possessive"])
_DOUBTFUL = frozenset(WORDS["cues"]["doubtful"])
_FAR = 12  # characters before a short form that are looked at
_LEAD = re.compile(rf"(?:\b(?:{'|'.join(WORDS['cues']['short'])})|\()\s*$", re.I)
_STOP = re.compile(r"[.,;:/)\]•*–—-]\s*$|\n\s*$")
_ENDS = re.compile(r"\s*(?:[.:,;)\n–—-]|$)")
_DAYS = re.compile(rf"(?mi)^ *(?:{'|'.join(WORDS['class']['wday'])})\b")
_OF = re.compile(r"\s+of\b")  # "3/4 of the town"
_NAME = re.compile(r"\s+[A-Z]")  # "on Sun Street"
_COUNTED = re.compile(rf"\b(?:{'|'.join(WORDS['class']['ordinal'])}) (?!of\b)[a-z]+\b[^\n]*$", re.I)
_COUNTING = 100  # characters before "on the fifth" within which the third is told of what it counts
_SPELT = 3  # the least number of a day in words: "on the first" and "on the last" are none


def _before(doc: Doc, token: Token) -> str:
    return str(doc[token.i - 1].lower_) if token.i else ""


def _month_stands(doc: Doc, token: Token) -> bool:
    cued = _before(doc, token) in _CUES
    after = doc[token.i + 1] if token.i + 1 < len(doc) else token
    if token.text == "March" and after.lower_ in ("for", "of", "against") and not cued:  # "the March for Life"
        return False
    if token.i > 1 and doc[token.i - 1].tag_ == "POS" and doc[token.i - 2].lower_ != "year":  # "the Women's March"
        return False
    if token.lower_ in _SHORT_MONTHS or (token.is_upper and not cued):
        return False
    if _before(doc, token) in ("the", "a", "this") and token.dep_ == "compound" and token.head.tag_ in ("NN", "NNS"):
        return bool(token.text[0].isupper()) and token.head.text.islower()  # "the March attack"
    if token.lower_ in _DOUBTFUL and not cued:
        return bool(token.tag_ == "NNP" and token.text[0].isupper() and token.dep_ in ("npadvmod", "pobj"))
    named = token.ent_type_ == "PERSON" or (token.tag_ == "NNP" and token.dep_ == "compound")
    return token.text[0].isupper() and (cued or not (named and after.text[:1].isupper()))


def _year_stands(doc: Doc, token: Token) -> bool:
    after = doc[token.i + 1] if token.i + 1 < len(doc) else token
    if _before(doc, token) == "the" and after.tag_ == "NNS":  # "the 1992 protests"
        return token.text.isdigit() and 1900 <= int(token.text) < 2040
    if _before(doc, token) in _YEAR_CUES:
        return after.tag_ != "NNS" or _before(doc, token) in ("in", "since")
    if after.tag_ in ("NNS", "NNPS", "CD") or _before(doc, token) in (
        "no.",
        "number",
        "flight",
        "than",
        "least",
        "rs.",
        "rs",
    ):
        return False
    return 1900 <= int(token.text) < 2040 if token.text.isdigit() else True


def _day_stands(doc: Doc, token: Token, found: Found) -> bool:
    """ "on the 14th", "on the twelfth"; not "on the 14th floor", "the third of four"."""
    before, last = _before(doc, token), token_at(doc, found.end - 1)
    after = doc[last.i + 1] if last.i + 1 < len(doc) else last
    if word := found.get("ordinal"):
        if found.text.endswith(" month"):
            return True
        told = before in _OF_MONTH_IN_WORDS or found.text.startswith("on ")
        if not told or value("ordinal", word) < _SPELT or _goes_on_counting(doc, found):
            return False
    if found.text.startswith("the ") and before not in _OF_MONTH:
        return False
    opens = token.is_sent_start or (before == "on" and doc[token.i - 1].is_sent_start)
    if opens and after.tag_ in ("NNS", "CD"):  # "On the 14th soldiers fired"
        return True
    return after.lower_ != "of" and after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")


def _goes_on_counting(doc: Doc, found: Found) -> bool:
    """ "On the third day they had a barber, and on the fifth a bank", "hit the second floor. We're on the fifth"."""
    before = text_of(doc)[max(0, found.start - _COUNTING) : found.start]
    return _COUNTED.search(before) is not None


def _is_rate(doc: Doc, token: Token, found: Found) -> bool:
    """ "700 seats a week", "$5 a night", "20% annually"."""
    short = re.fullmatch(r"an? \w+|\w+ly", found.text)
    return bool(short) and token.i > 0 and doc[token.i - 1].tag_ in ("NNS", "NN", "CD")


def _is_paper(doc: Doc, token: Token) -> bool:
    """ "the Communist Party daily Granma"."""
    around = (doc[token.i - 1], doc[min(token.i + 1, len(doc) - 1)]) if token.i else ()
    return bool(around) and all(beside.text.istitle() for beside in around)


def _is_fraction(doc: Doc, found: Found) -> bool:
    """ "three-quarters of the town"."""
    last = token_at(doc, found.end - 1)
    return last.lemma_ == "quarter" and last.i + 1 < len(doc) and doc[last.i + 1].lower_ == "of"


def _is_part(doc: Doc, found: Found) -> bool:
    """Part of a town: "in the quarter of Hay Salama"."""
    last = token_at(doc, found.end - 1)
    return found.text == "the quarter" and [t.text.istitle() for t in doc[last.i + 1 : last.i + 3]] == [False, True]


def _led(doc: Doc, found: Found) -> bool:
    """Does a short form stand by itself between stops, or after a word that leads to a day?

    "Mon: six shots", "Goma. 05/07, a march", "since 05/07"; where several lines begin so, "Tue Sake six shots" too.
    """
    raw, short = text_of(doc), found.get("wday")
    at = found.start + (0 if short else next(n for n, letter in enumerate(found.text) if letter.isdigit()))
    before = raw[max(0, at - _FAR) : at]
    if _OF.match(raw, found.end) or (short and not raw[at].isupper()):
        return False
    if _LEAD.search(before) is not None:
        return not short or _NAME.match(raw, found.end) is None
    if _ENDS.match(raw, found.end):
        return at == 0 or _STOP.search(before) is not None
    opens = raw[:at].rpartition("\n")[2].strip() == ""
    return opens and (not short or len(_DAYS.findall(raw)) > 1)


def stands(doc: Doc, token: Token, found: Found) -> bool:
    """Whether the words, which begin at the token, are a time where they stand."""
    kind = found.rule.resolve
    if kind == "month" and not found.get("year") and token_at(doc, found.end - 1).text in _DOUBTFUL:
        return False  # "this march", "he may"
    if kind == "month" and re.fullmatch(r"[a-z]+\.?", found.text):
        return _month_stands(doc, token)
    if kind == "day of month":
        return _day_stands(doc, token, found)
    if kind == "short numeric" or (kind == "weekday" and found.get("wday")):
        return _led(doc, found)
    if kind == "year" and found.text.isdigit():
        return _year_stands(doc, token)
    if kind == "year words" and not found.get("number") and not found.text.startswith("the year"):
        return _before(doc, token) in _IN_YEAR  # "a crowd of two thousand"
    if kind == "decade" and not re.search(r"\d{3}", found.text):
        return found.text.startswith("the ") and _before(doc, token) not in _POSSESSIVE
    if kind == "duration":
        return not (token.lower_ in ("second", "seconds") or _is_rate(doc, token, found) or _is_fraction(doc, found))
    if kind == "set" and token.dep_ == "amod" and token.lower_ != "daily":  # "a quarterly report"
        return " " in found.text
    if kind == "set":
        return not (_is_rate(doc, token, found) or _is_paper(doc, token))
    if kind == "span" and _is_part(doc, found):
        return False
    if kind == "span":  # "Person of the Year"
        return not (found.text.startswith("the ") and doc[min(token.i + 1, len(doc) - 1)].text.istitle())
    return True


def _plans(token: Token) -> bool:
    parts = [(child.dep_, child.lower_) for child in token.children]
    helpers = {low for dep, low in parts if dep in ("aux", "auxpass")}
    if helpers & _AUXILIARIES and not {"would", "have"} <= helpers:  # "would have hit the school on Saturday"
        return True
    if _AWAITED & {token.lemma_.lower(), token.lower_} and token.tag_ in ("VBN", "JJ"):
        return not _was(token)
    planned = ("aux", "to") in parts and token.head is not token and token.head.lemma_.lower() in _PLANNING
    return (planned and not _was(token.head)) or token.lemma_.lower() in _PLANS


def _was(token: Token) -> bool:
    """Was it awaited once, and is no longer ("had been due")?"""
    return any(child.lower_ == "had" for child in (*token.children, *token.head.children))


def _spoken(token: Token) -> str:
    if _plans(token) or (token.dep_ == "conj" and _plans(token.head)):
        return "future"
    tag, parts = token.tag_, [(child.dep_, child.lower_, child.tag_) for child in token.children]
    if token.lemma_.lower() in _MOVING or ("aux", "to") in [part[:2] for part in parts]:
        return "open"
    if tag in ("VB", "VBP", "VBZ", "MD") or "MD" in [kind for *_, kind in parts]:
        return "open"
    present = [dep for dep, _, kind in parts if kind in ("VBZ", "VBP")]
    if (tag == "VBG" and present) or "auxpass" in present:  # "the case is heard in May"
        return "open"
    return "past" if tag in ("VBD", "VBN") else ""


def tense(token: Token, before: str) -> str:
    """What the clause that holds the token speaks of: "future", "past", "open" (present, modal), "" (no verb).

    `before`: the words right before it, some 25 characters.
    """
    if _BEHIND.search(before):
        return "past"
    thing = False
    for _ in range(6):
        thing = thing or token.lower_ in _THINGS
        if token.pos_ in ("VERB", "AUX") or token.head is token:
            break
        token = token.head
    spoken = _spoken(token) if token.pos_ in ("VERB", "AUX") else ""
    if _FOR.search(before) and token.tag_ == "VBN" and token.lemma_.lower() in _CALLED:
        return "future"
    if spoken != "past" and _LEADS_ON.search(before):
        return "future"
    until = _DEADLINE.search(before)
    if until and token.lemma_.lower() in _MOVING | _GIVING:
        return "future"
    if until and spoken == "open":
        return "future"
    return "open" if spoken != "future" and (thing or until) else spoken
