"""Speaking verbs: for every verb of saying, its words, its speaker and the stretches of what is said.

In: a `Page`. Out: `Said` records in tokens, speakers as they stand (pronouns not yet resolved), with the
speakers between: who quotes the speaker, which agency was told, whom the speaker cites.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.codebook import event_nouns
from dateline.extract.voice.say_content import contents, is_hearer
from dateline.extract.voice.say_page import Page, Said
from dateline.extract.voice.say_tree import (
    SUBJECTS,
    Stretch,
    child,
    children,
    following,
    handed_on,
    subject,
    subtree,
    verb_words,
)  # fmt: skip
from dateline.extract.voice.say_who import noun_phrase, speaker_kind

ASIDE = ("prep", "npadvmod", "advmod", "dative", "prt", "oprd")


def verbs(page: Page) -> list[Said]:
    """All speaking verbs that have content, in the order of the text."""
    found: list[Said] = []
    for token in page.doc:
        if token.pos_ == "VERB" or (token.dep_ in ("ROOT", "ccomp") and token.pos_ in ("NOUN", "ADJ", "AUX")):
            takes = page.cues.say.get(token.lemma_.lower())
            if takes and (token.pos_ == "VERB" or _mistagged(token)):
                said = _verb(page, token, takes, found)
                if said is not None:
                    found.append(said)
    return found


def _mistagged(token: Token) -> bool:
    """Whether a word tagged as a noun stands as a verb: it has a subject and a clause."""
    return child(token, "nsubj") is not None and child(token, "ccomp") is not None


def _verb(page: Page, verb: Token, takes: frozenset[str], before: Sequence[Said]) -> Said | None:
    if child(verb, "auxpass", "nsubjpass") is not None:
        return _passive(page, verb, takes)
    source = _source(page, verb)
    if source is not None and source.lower_ in page.cues.words["first_person"] and page.quoted(verb):
        return None
    if takes == {"clause"} and page.doc[verb.i + 1 : verb.i + 2].text == "to":  # "gunmen believed to be rebels shot"
        return None
    clause = _clause(page, verb)
    found = contents(page, verb, takes, clause, before)
    if not found:
        return None
    if source is None and found[0][1] <= verb.i:  # "...," added another: the parse takes whoever speaks for the object
        source = next((c for c in children(verb, "dobj") if c.left_edge.i == verb.i + 1), None)
    said = Said(verb, _cue(page, verb, found), source, found, clause)
    said.via = [*_quoted_by(page, verb, source), *_told(page, verb)]
    said.beyond = list(_cited(page, verb, source))
    return said


def _cue(page: Page, verb: Token, found: Sequence[Stretch]) -> Stretch:
    """The verb's words, with the preposition that leads to the content ("called for")."""
    start, end = verb_words(verb)
    leads = end < len(page.doc) and page.doc[end].dep_ == "prep" and found[0][0] == end + 1
    return start, end + leads


def _source(page: Page, verb: Token) -> Token | None:
    """The speaker's head: the subject, or the one who is quoted ("quoted a doctor as saying")."""
    quoting = verb.head.head
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and quoting.lemma_ in page.cues.words["quoting"]:
        return child(quoting, "nsubjpass") or child(quoting, "dobj")
    if page.goes_on(verb):
        return _somebody(subject(_speaking(page, verb)))
    own = _subject(page, verb)
    if own is None and verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts):
        return None  # "withdrew, as agreed": whoever withdrew does not say it
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and own is None and not page.doc[verb.i - 1].is_punct:
        return None  # "listed as missing": whoever is listed does not say it
    if own is not None and _beyond(page, own, verb):
        return following(verb)
    return _beside(page, verb, own) or own or _anew(page, verb) or _somebody(subject(verb))


def _subject(page: Page, verb: Token) -> Token | None:
    """The verb's own subject: the nearest of several, who stands beside the verb, else "X, claiming the deed, said"."""
    own = [c for c in verb.lefts if c.dep_ in SUBJECTS] or [c for c in verb.rights if c.dep_ in SUBJECTS][:1]
    led = (child(c, "nsubj") for c in verb.lefts if c.dep_ == "advcl" and c.tag_ == "VBG")
    who = own[-1] if own else next((who for who in led if who is not None), None)
    who = handed_on(who, verb) or who if who is not None else _accorded(page, verb)
    return _between(page, verb) or (who and (_hung(page, verb, who) or who))


def _between(page: Page, verb: Token) -> Token | None:
    """Whoever follows the verb between commas: "The shell, said a source, was fired from the hill"."""
    who = following(verb) if verb.i and page.doc[verb.i - 1].text == "," else None
    end = noun_phrase(who)[1] if who is not None else 0
    alone = end < len(page.doc) and page.doc[end].text in (",", ".")
    return who if who is not None and alone and speaker_kind(who, page.cues) != "other" else None


def _accorded(page: Page, verb: Token) -> Token | None:
    """Whoever stands between "According to Reuters," and a verb to which the parse gives no subject."""
    before = (t for t in page.doc[verb.sent.start : verb.i] if t.dep_ == "pobj")
    return next((who for t in before if (who := handed_on(t, verb)) is not None), None)


def _anew(page: Page, verb: Token) -> Token | None:
    """Whoever begins the clause behind a semicolon, where the parse has the verb share the subject before it."""
    stop = next((t.i for t in reversed(page.doc[verb.sent.start : verb.i]) if t.text == ";"), None)
    if stop is None or verb.dep_ != "conj" or page.quoted(page.doc[stop]) or not verb.head.i < stop < verb.i - 1:
        return None
    return following(page.doc[stop])


def _somebody(who: Token | None) -> Token | None:
    """None for an event, to which the parse gives a participle: "told how the attack unfolded, stating ..."."""
    return None if who is not None and who.lemma_ in event_nouns() and not who.ent_type_ else who


def _beside(page: Page, verb: Token, own: Token | None) -> Token | None:
    """Whoever stands between a comma and the verb: "five died, two of them at once, police said"."""
    doc, last = page.doc, verb_words(verb)[0] - 1
    if own is None or last < 2 or own.i >= last or doc[last].pos_ not in ("NOUN", "PROPN") or doc[last] in own.subtree:
        return None
    start = last
    while start > own.i and (doc[start - 1].pos_ in ("NOUN", "PROPN", "ADJ", "DET") or doc[start - 1].lower_ == "and"):
        start -= 1
    known = doc[start - 1].text == "," and speaker_kind(doc[last], page.cues) != "other"
    first = doc[last]
    while start <= first.head.i < first.i:  # "residents and a lawmaker said"
        first = first.head
    return first if known else None


def _hung(page: Page, verb: Token, own: Token) -> Token | None:
    """Whoever stands right before the verb, where the parse hangs them on a word of what is said, or on a dateline.

    "five were killed in shootouts, mine blasts and raids, an official said".
    """
    last = verb_words(verb)[0] - 1
    known = own.lemma_.lower() in page.cues.kinds or own.lemma_.lower() in page.cues.borne
    if known or own.ent_type_ in ("PERSON", "ORG", "NORP") or own.i >= last:
        return None
    ends = (t for t in own.subtree if t.dep_ in ("appos", "conj") and t.right_edge.i == last)
    told = (t for t in ends if page.doc[t.left_edge.i - 1].text == "," and speaker_kind(t, page.cues) != "other")
    return max(told, key=lambda t: t.left_edge.i, default=None)


def _beyond(page: Page, own: Token, verb: Token) -> bool:
    """Whether the parse takes a word of the quotation for the subject: "It may come later," said James Acton."""
    told = (q for q in page.quotes if q[1] == verb.i and page.doc[q[1] - 2].text in (",", "?", "!"))
    return any(start <= own.i for start, _ in told)


def _speaking(page: Page, verb: Token) -> Token:
    """The verb with which "..., adding that" shares its speaker: it says the clause on which the parse hangs it."""
    node = verb.head
    while node.dep_ in ("conj", "advcl", "xcomp"):
        node = node.head
    return node.head if node.dep_ == "ccomp" and node.head.lemma_.lower() in page.cues.say else verb


def _clause(page: Page, verb: Token) -> Stretch:
    """The speaking clause without what is said: subject, verb, "on Sunday", "in a statement"."""
    own = _subject(page, verb)
    start, last = verb_words(verb)[0], verb.i
    if own is not None and _beyond(page, own, verb):
        own = following(verb)
    if own is not None:
        start, last = min(start, subtree(own)[0]), max(last, subtree(own)[1] - 1)
    for c in verb.rights:
        if c.dep_ in ASIDE:
            if page.doc[c.left_edge.i - 1].text == "," and c.dep_ != "prep":
                break
            last = max(last, c.right_edge.i)
        elif is_hearer(c):
            last = max(last, c.right_edge.i)
    return start, last + 1


def _passive(page: Page, verb: Token, takes: frozenset[str]) -> Said | None:
    """ "It was reported that", "are said to have fled", "was confirmed by the ministry"."""
    agent = child(verb, "agent")
    source = child(agent, "pobj") if agent is not None else None
    if "blame" in takes or (source is None and verb.lemma_.lower() not in page.cues.words["hearsay"]):
        return None
    start, end = verb_words(verb)
    cue = (start, end + (agent is not None and agent.i == end))
    pieces = _passive_pieces(page, verb, takes, source)
    found = [cut for piece in pieces for cut in page.cut(piece, cue)]
    return Said(verb, cue, source, found, cue) if found else None


def _passive_pieces(page: Page, verb: Token, takes: frozenset[str], source: Token | None) -> list[Stretch]:
    clause, infinitive, told = child(verb, "ccomp"), child(verb, "xcomp"), child(verb, "nsubjpass")
    if clause is not None:
        return [subtree(clause)]
    if told is None:
        return []
    if infinitive is not None:
        return [subtree(told), subtree(infinitive)]
    whole = source is not None and "object" in takes and told.lower_ not in page.cues.words["anaphors"]
    return [subtree(told)] if whole else []


def _quoted_by(page: Page, verb: Token, source: Token | None) -> Iterator[tuple[Token, Token]]:
    """Who quotes the speaker: "the agency quoted a doctor as saying", "was quoted by the agency as"."""
    outer = verb.head.head
    if verb.dep_ == "pcomp" and outer.lemma_ in page.cues.words["quoting"]:
        by = child(outer, "agent")
        agency = child(by, "pobj") if by is not None else subject(outer)
        if agency is not None and agency != source:
            yield outer, agency


def _told(page: Page, verb: Token) -> Iterator[tuple[Token, Token]]:
    """Who was told: it may be an agency, which then stands nearer to the reader."""
    for c in children(verb, "dobj", "dative"):
        if verb.lemma_ == "tell" and c.lower_ not in page.cues.words["anaphors"]:
            yield verb, c


def _cited(page: Page, verb: Token, source: Token | None) -> Iterator[tuple[Token, Token]]:
    """Whom the speaker cites: "the agency said, citing police", "state TV, quoting the army, said"."""
    near = [*verb.children]
    for c in verb.children:
        if c.dep_ == "ccomp" or c == source:
            near += children(c, "advcl", "acl")
    for c in near:
        cited = child(c, "dobj", "pobj")
        if c.lemma_ in page.cues.words["quoting"] and cited is not None and c.dep_ in ("advcl", "prep", "conj", "acl"):
            yield c, cited
