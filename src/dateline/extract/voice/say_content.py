"""What is said: the stretches of content that belong to a speaking verb or an "according to".

In: a `Page`, the verb with what it may take (cues.toml), its speaking clause and the utterances found
before it. Out: stretches of tokens: what follows the verb, what stands before or around its clause, or a
noun phrase that stands for it; widened to whole quotations.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dateline.extract.voice.say_page import DASHES, Page, Said
from dateline.extract.voice.say_tree import CLOSING, STRAIGHT, SUBJECTS, Stretch, child, children, subtree, trim

HEARERS = ("tell", "inform", "remind", "ask", "warn", "assure")
NO_PEOPLE_OF_A_TOLL: tuple[str, ...] = ("MONEY", "PERCENT", "QUANTITY", "ORDINAL")
NO_PEOPLE: tuple[str, ...] = (*NO_PEOPLE_OF_A_TOLL, "DATE", "TIME")
REFLEXIVES = ("himself", "herself", "itself", "themselves")  # "a man who called himself their colonel"
ADDED = ("advcl", "prep", "npadvmod", "advmod", "xcomp")


def contents(page: Page, verb: Token, takes: frozenset[str], clause: Stretch, before: Sequence[Said]) -> list[Stretch]:
    """The stretches that the verb says, in the order of the text; none where it says nothing."""
    if verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts):
        thing = child(verb, "dobj")
        if thing is not None and thing.pos_ != "PRON":  # "opened fire as students raised their flag"
            return []
        return host(page, verb, (min(clause[0], verb.left_edge.i), clause[1]))
    found = _following(page, verb, takes) or _figures(page, verb, takes, clause)
    found = found or _clause_after(page, verb, takes, clause) or _quote_after(page, verb, takes, clause)
    found = found or _around(page, verb, takes, clause, before) or _complement(page, verb, takes, clause)
    return page.widen(found, clause) if found else _so_says(page, verb, takes)


def _following(page: Page, verb: Token, takes: frozenset[str]) -> list[Stretch]:
    """All the rest behind "informs the public of the following"."""
    start = verb.sent.end
    said = [t.lower_ for t in page.doc[verb.i + 1 : start] if t.is_alpha]
    rest = trim(page.doc, (start, len(page.doc)))
    return [rest] if rest and "clause" in takes and said[-2:] == ["the", "following"] else []


def _so_says(page: Page, verb: Token, takes: frozenset[str]) -> list[Stretch]:
    """The whole sentence before "So says the command"."""
    first = verb.sent.start
    if "clause" not in takes or verb.i != first + 1 or page.doc[first].lower_ not in page.cues.words["so"]:
        return []
    last = next((t for t in reversed(page.doc[:first]) if not t.is_space), None)
    found = trim(page.doc, (last.sent.start, first)) if last is not None else None
    return [found] if found else []


def is_hearer(token: Token) -> bool:
    """Whether the token is the one who is told ("told reporters that ...")."""
    return token.dep_ == "dobj" and token.head.lemma_ in HEARERS


def _clause_after(page: Page, verb: Token, takes: frozenset[str], clause: Stretch) -> list[Stretch]:
    """A clause or an infinitive that follows the verb, from its "that" on."""
    for c in verb.rights:
        finite = c.dep_ == "ccomp" and "clause" in takes
        infinitive = c.dep_ == "xcomp" and "infinitive" in takes and child(c, "aux") is not None
        gerund = c.dep_ == "xcomp" and "object" in takes and c.tag_ == "VBG"
        start, end = subtree(c)
        parted = any(t.text == ";" for t in page.doc[verb.i : max(start, verb.i)])  # what follows is told anew
        if (finite or infinitive or gerund) and not parted:
            whom = child(verb, "dobj")
            if infinitive and whom is not None and verb.i < whom.i < start and verb.lemma_ != "tell":
                start = whom.left_edge.i
            mark = child(c, "mark")
            if mark is not None and mark.lower_ == "that" and mark.i > verb.i:
                start = mark.i
            return page.cut((max(start, verb.i + 1), _whole_end(verb, _own_end(page, c, end))), clause)
    for c in verb.rights:
        if c.lower_ in page.cues.words["quoting_forms"] and (told := child(c, "ccomp")) is not None:
            return page.cut(subtree(told), clause)
    return []


def _own_end(page: Page, told: Token, end: int) -> int:
    """Where what is told ends: before the ", adding that ..." which the parse may hang on it."""
    on = (t.left_edge.i for t in told.subtree if page.goes_on(t) and not page.quoted(t) and t.head.i >= told.i)
    return min([end, *on])


def _whole_end(verb: Token, end: int) -> int:
    """The sentence's end where the parse stops before a finite verb: "said that rounds fired from there | had hit"."""
    last = verb.sent.end
    return last if end < last and verb.doc[end].tag_ in ("VBD", "VBP", "VBZ", "MD") else end


def _quote_after(page: Page, verb: Token, takes: frozenset[str], clause: Stretch) -> list[Stretch]:
    """A quotation that follows the speaking clause at once, after a colon or a comma; or all after a colon."""
    if verb.dep_ == "acl" and verb.tag_ == "VBN":  # "the dead found so far"
        return []
    doc, end = page.doc, clause[1]
    mark = doc[end].text if end < len(doc) else ""
    led = clause[0] > 0 and doc[clause[0] - 1].text in (*STRAIGHT, *CLOSING)
    if mark == ":" or (mark == "," and not led):
        for quote in page.quotes:
            if quote[0] in (end, end + 1) or (quote[0] == end + 2 and doc[end + 1].is_space):
                return [quote]
    if mark == ":" and takes & {"quote", "clause"}:
        return page.cut((end + 1, verb.sent.end), clause)
    if takes & {"quote", "clause"}:
        return [q for q in page.quotes if q[0] == end and q[1] - q[0] > 3][:1]
    return []


def _around(page: Page, verb: Token, takes: frozenset[str], clause: Stretch, before: Sequence[Said]) -> list[Stretch]:
    """What stands before the speaking clause, up to its comma, and what goes on after it."""
    doc, last = page.doc, clause[0] - 1
    while last >= 0 and (doc[last].is_space or doc[last].text in DASHES):
        last -= 1
    if last < 0 or not takes & {"clause", "quote"}:
        return []
    quoted = next((q for q in page.quotes if q[1] == last + 1), None)
    if quoted is None and not (doc[last].text == "," and _independent(verb)):
        return []
    begin = _begin(page, verb, clause[0], before, quoted)
    onward = _onward(page, verb, clause)
    if begin >= last or (quoted is None and not _fronted(page, verb, [(begin, last), *onward])):
        return []
    return [(begin, last + 1), *onward]


def _independent(verb: Token) -> bool:
    """Whether the verb may speak of what stands before it: not hung on another clause, unless by the parse."""
    told_before = any(c.dep_ == "ccomp" for c in verb.lefts)
    return told_before or verb.dep_ not in ("conj", "relcl", "acl", "advcl")


def _fronted(page: Page, verb: Token, pieces: list[Stretch]) -> bool:
    """Whether the pieces around the speaking clause hold a clause, and the verb has no object of its own."""
    thing = child(verb, "dobj")
    if child(verb, *SUBJECTS) is None or (thing is not None and thing.i > verb.i and not is_hearer(thing)):
        return False
    tokens = [t for start, end in pieces for t in page.doc[start:end] if t.pos_ in ("VERB", "AUX")]
    lent = any(c.dep_ in SUBJECTS and c.i < pieces[0][1] for c in verb.lefts)  # "Six men, say police, were killed"
    return bool(tokens) and (lent or any(child(t, *SUBJECTS) is not None for t in tokens))


def _begin(page: Page, verb: Token, start: int, before: Sequence[Said], quoted: Stretch | None) -> int:
    """Where content that stands before the speaking clause begins."""
    doc, first = page.doc, verb.sent.start
    if quoted is not None and (quoted[0] < first or (quoted[0] > first and doc[quoted[0] - 1].text in ".?!")):
        return quoted[0]
    held = quoted[0] if quoted is not None else start
    begin = max(
        [first, *(s.clause[1] for s in before if first <= s.cue[0] < held and _stands(s) and s.clause[1] <= start)]
    )
    begin = max([begin, *(end for line, end in page.heads if line <= begin < end)])
    while begin < start and _opening(doc[begin], first):
        begin += 1
    return begin


def _stands(said: Said) -> bool:
    """Whether it is said in a clause of its own, not in one that describes somebody ("voters who say that ...")."""
    return said.word.tag_ != "VB" and said.word.dep_ not in ("relcl", "acl")


def _opening(token: Token, first: int) -> bool:
    mark = token.is_punct and token.text not in ("“", '"')
    return mark or (token.dep_ == "cc" and token.i != first)


def _onward(page: Page, verb: Token, clause: Stretch) -> list[Stretch]:
    """The rest of an interrupted sentence: "..., he said, ..."."""
    doc, end = page.doc, clause[1]
    if end + 1 >= verb.sent.end or doc[end].text != ",":
        return []
    follow = doc[end + 1]
    node = follow
    while node.head not in (node, verb):
        node = node.head
    added = node.head == verb and node != verb and node.dep_ in (*ADDED, "conj", "dep")
    if added or (follow.dep_ == "cc" and not _joined_on(page, verb, follow)) or follow.text in ("“", '"'):
        return []
    return page.cut((end + 1, verb.sent.end), clause)


def _joined_on(page: Page, verb: Token, word: Token) -> bool:
    """Whether what "and" joins on is told by the same speaker: "six fell, he said, and 13 were freed"."""
    rest = page.doc[word.i : verb.sent.end]
    suffers = any(t.dep_ == "nsubjpass" for t in rest)
    return word.lower_ == "and" and suffers and not any(t.lemma_.lower() in page.cues.say for t in rest)


def _complement(page: Page, verb: Token, takes: frozenset[str], clause: Stretch) -> list[Stretch]:
    """A noun phrase or the phrase of a preposition that stands for what is said."""
    thing = child(verb, "dobj")
    if thing is not None and thing.i > verb.i and thing.lower_ not in page.cues.words["anaphors"]:
        end = _object_end(page, verb, thing, takes)
        if end:
            return page.cut((subtree(thing)[0], end), clause)
    for c in children(verb, "prep"):
        if c.lower_ in takes and c.i > verb.i and c.right_edge.i > c.i:
            return page.cut((c.i + 1, c.right_edge.i + 1), clause)
    for c in children(verb, "advcl"):
        mark = child(c, "mark")
        if mark is not None and mark.lower_ == "for" and "for" in takes and mark.i > verb.i:
            return page.cut((mark.i + 1, c.right_edge.i + 1), clause)
    return []


def _object_end(page: Page, verb: Token, thing: Token, takes: frozenset[str]) -> int:
    """Where content that begins with the object ends; 0 where the object is no content."""
    if "object" in takes and thing.pos_ not in ("PROPN", "PRON"):
        return subtree(thing)[1]
    as_what = next((c for c in children(verb, "prep") if c.lower_ == "as" and c.i > thing.i), None)
    if takes & {"object", "naming", "as"} and as_what is not None:
        return as_what.right_edge.i + 1
    named = child(verb, "oprd", "ccomp")
    if "naming" in takes and named is not None and thing.lower_ not in REFLEXIVES:
        return named.right_edge.i + 1
    toll = "toll" in takes and thing.lemma_.lower() in page.cues.words["toll_nouns"]
    if "blame" in takes or (toll and child(verb, "prep") is not None):
        edges = (c.right_edge.i + 1 for c in verb.rights if c.dep_ in ("prep", "dobj") and c.i >= thing.i)
        return _before_aside(verb, max(edges))
    return 0


def _before_aside(verb: Token, end: int) -> int:
    """Where what somebody is blamed for ends: before a clause about them, "..., whose leader had been caught"."""
    asides = (t for t in verb.doc[verb.i : end] if t.dep_ == "relcl" and t.doc[t.left_edge.i - 1].text == ",")
    return min([end, *(t.left_edge.i - 1 for t in asides)])


def _figures(page: Page, verb: Token, takes: frozenset[str], clause: Stretch) -> list[Stretch]:
    """A count with all that it lists: "put the dead at 23, eight of them children", "admit to 16"."""
    doc, thing = page.doc, child(verb, "dobj")
    start, other = verb.i + 1, NO_PEOPLE
    if start + 1 < len(doc) and doc[start].lower_ in takes & {"of", "to"}:
        start += 1
    elif "toll" in takes and thing is not None and _toll_told(page, thing):
        start, other = subtree(thing)[0], NO_PEOPLE_OF_A_TOLL
    elif "number" not in takes and not ("clause" in takes and _number_follows(verb)):
        return []
    numbered = any(t.like_num and t.ent_type_ not in other for t in doc[start : min(start + 7, verb.sent.end)])
    return page.cut((start, _before_next(verb, start)), clause) if numbered and start > verb.i else []


def _number_follows(verb: Token) -> bool:
    """ "Says nineteen", where the parse may take the figure for the subject; not "finding no one else"."""
    thing = next((c for c in verb.rights if c.dep_ in ("dobj", "nsubj")), None)
    return thing is not None and thing.like_num and thing.lemma_.lower() != "one"


def _toll_told(page: Page, thing: Token) -> bool:
    """Whether the object is a toll ("the dead", "the toll") or a figure with one behind it ("three killed")."""
    words = page.cues.words["toll_nouns"]
    behind = thing.like_num and thing.i + 1 < len(page.doc) and thing.nbor().lower_ in words
    return thing.lemma_.lower() in words or thing.lower_ in words or behind


def _before_next(verb: Token, start: int) -> int:
    """Where the next finite clause begins after `start`, else the sentence's end."""
    for token in verb.doc[start : verb.sent.end]:
        own = child(token, *SUBJECTS)
        if token.tag_ in ("VBD", "VBP", "VBZ", "MD") and own is not None and own.i >= start and token.pos_ != "NOUN":
            return max(own.left_edge.i, start)
    return verb.sent.end


def host(page: Page, token: Token, phrase: Stretch) -> list[Stretch]:
    """The clause that an "according to X" at its head, at its end or in its middle speaks of."""
    doc, sent = page.doc, token.sent
    words = (t.i for t in sent if not t.is_space and not t.is_punct and t.dep_ not in ("cc", "advmod"))
    if phrase[0] <= next(words, sent.start) + 1 and phrase[0] - sent.start <= 3:
        return page.widen(page.cut((phrase[1], sent.end), phrase))
    begin = max([sent.start, *(end for start, end in page.heads if start <= sent.start < end)])
    for t in doc[begin : phrase[0]]:
        begin = _host_begin(page, t, token, begin)
    before = trim(doc, (begin, phrase[0]))
    if (not before and doc[begin - 1].text == ";") or (before and _leads(page, before, phrase)):
        return page.widen(page.cut((before[0] if before else phrase[1], sent.end), phrase))
    found = [before] if before else []
    if phrase[1] + 1 < sent.end and doc[phrase[1]].text == "," and _goes_on(doc[phrase[1] + 1]):
        found += page.cut((phrase[1] + 1, sent.end), phrase)
    return found


def _leads(page: Page, before: Stretch, phrase: Stretch) -> bool:
    """Whether only what leads to the clause stands before the phrase: "With him, by their count, nine have died"."""
    led = page.doc[before[0]].dep_ == "prep" and not any(t.pos_ in ("VERB", "AUX") for t in page.doc[slice(*before)])
    return led and page.doc[phrase[1] : phrase[1] + 1].text == ","


def _host_begin(page: Page, t: Token, token: Token, begin: int) -> int:
    """The later beginning of the clause where `t` starts one: after ";" or ":", or a conjunct of its own."""
    if t.text in (";", ":") and not page.quoted(t):
        return t.i + 1
    own = child(t, *SUBJECTS)
    if own is not None and t.dep_ == "conj" and t.pos_ in ("VERB", "AUX") and t.is_ancestor(token):
        return max(begin, own.left_edge.i)
    return begin


def _goes_on(token: Token) -> bool:
    """Whether the clause before an insertion has its verb only after it."""
    return (token.dep_ != "cc" and token.pos_ in ("VERB", "AUX")) or token.dep_ in ("auxpass", "aux", "ROOT")
