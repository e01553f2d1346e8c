"""Attribution: who says what, with what word, and through whom it reached the reader.

In: a Reading with its parsed text (and its actor mentions, where they are there already). Out: the
layer `sayings`: one `Saying` for each unbroken stretch of content, with the chain of speakers, nearest
to the reader first; stretches of one utterance share cue and chain. Pronouns give the words of the
speaker they stand for.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dateline.codebook.cues import Cues, load_cues
from dateline.extract.component import component
from dateline.extract.voice.say_find import verbs
from dateline.extract.voice.say_lists import lists
from dateline.extract.voice.say_other import others
from dateline.extract.voice.say_page import Page, Said
from dateline.extract.voice.say_proposed import proposals
from dateline.extract.voice.say_tree import Stretch, quotations, trim
from dateline.extract.voice.say_who import Memory, speaker_kind, words_kind
from dateline.model.reading import Reading, Saying
from dateline.model.values import Speaker

LONGEST_CHAIN = 4
LONGEST_TAIL = 5  # tokens after "says" with which a sentence ends in who speaks


@component(requires=("doc", "fillers"), provides=("sayings",))
def attribution(reading: Reading) -> Reading:
    """The reading with its sayings, in the order of the text."""
    doc = reading.words
    cues = load_cues()
    told = sayings(doc, find(doc, cues), cues)
    told += proposals(reading, told, cues)
    return reading.add(sayings=tuple(sorted(told, key=lambda saying: (saying.start, saying.end, saying.cue_start))))


def find(doc: Doc, cues: Cues) -> list[Said]:
    """Every utterance of the text in tokens, speakers as they stand, in the order of the cues."""
    page = Page(doc, cues)
    told = [*verbs(page), *others(page)]
    cues_met = {said.cue for said in told}
    listed = [said for said in lists(page) if said.cue not in cues_met]
    found = sorted([*told, *listed], key=lambda said: said.cue)
    _carry_on(page, found)
    _count_on(page, found)
    return found


def _carry_on(page: Page, found: list[Said]) -> None:
    """Give a quotation that no verb introduces to the speaker before it in the same paragraph."""
    taken = [stretch for said in found for stretch in said.contents]
    for quote in page.quotes:
        if quote[1] - quote[0] < 5 or any(a < quote[1] and quote[0] < b for a, b in taken):
            continue
        if not _whole(page.doc, quote):
            continue
        before = [s for s in found if s.cue[0] < quote[0] and s.word.tag_ != "VB" and not page.quoted(s.word)]
        if (
            before
            and quote[0] - max(before[-1].clause[1], before[-1].contents[-1][1]) < 40
            and before[-1].source is not None
        ):
            before[-1].contents.append(quote)


def _count_on(page: Page, found: list[Said]) -> None:
    """Figures without a verb go on for who spoke last: "Shells fell, residents say. One person dead; several hurt."."""
    taken = [stretch for said in found for stretch in (*said.contents, said.cue)]
    for sentence in page.doc.sents:
        bare = not any(token.pos_ in ("VERB", "AUX") for token in sentence)
        if not bare or not any(token.like_num for token in sentence):
            continue
        before = [said for said in found if said.cue[0] < sentence.start]
        if not before or any(a < sentence.end and sentence.start < b for a, b in taken):
            continue
        gap = page.doc[before[-1].cue[1] : sentence.start]
        if len(gap) <= LONGEST_TAIL and "\n" not in gap.text_with_ws and before[-1].source is not None:
            before[-1].contents.append((sentence.start, sentence.end))


def _whole(doc: Doc, quote: Stretch) -> bool:
    """Whether the quotation holds at least one whole sentence."""
    first = next((t for t in doc[quote[0] + 1 : quote[1]] if not t.is_space), doc[quote[0]])
    last = doc[quote[1] - 1 : min(quote[1] + 1, len(doc))].text + doc[quote[1] - 2].text
    return (first.text[:1].isupper() or first.is_digit) and any(mark in last for mark in ".?!")


def sayings(doc: Doc, found: Iterable[Said], cues: Cues) -> list[Saying]:
    """Sayings with resolved speakers; an utterance inside another's content hangs on that chain."""
    memory = Memory(doc, cues)
    quotes = quotations(doc)
    chains: list[tuple[Said, tuple[Speaker, ...]]] = []
    for said in found:
        if _unsaid(said, cues):
            continue
        if _authors_own(said, quotes, cues):
            continue
        own = _links(doc, said, memory)
        outer = _outer(said, chains, cues) if said.name is None else ()
        chain = tuple(dict.fromkeys((*outer, *own)))[-LONGEST_CHAIN:]
        chains.append((said, chain))
    told = [_saying(doc, said, chain, piece) for said, chain in chains for piece in _pieces(doc, said)]
    return sorted(told, key=lambda saying: (saying.start, saying.end, saying.cue_start))


def _pieces(doc: Doc, said: Said) -> list[Stretch]:
    found = (trim(doc, piece) for piece in said.contents)
    return [piece for piece in found if piece]


def _links(doc: Doc, said: Said, memory: Memory) -> list[Speaker]:
    links = []
    for word, head in said.via:
        if word.lemma_ != "tell" or (head.pos_ == "PROPN" and speaker_kind(head, memory.cues) == "media"):
            links.append(_speaker(doc, word, head, memory))
    earlier = any(t.lower_ in memory.cues.words["earlier"] for t in doc[said.cue[0] : said.word.i])
    begin = said.word.i if said.name is None and not earlier else said.cue[0]
    cue = doc[begin : max(said.cue[1], begin + 1)].text
    if said.name is not None:
        links.append(_as_written(doc, said.name, cue, memory))
    elif said.source is None:
        links.append(Speaker("", "other", cue))
    else:
        links.append(_speaker(doc, said.word, said.source, memory, cue))
    links += [_speaker(doc, word, head, memory) for word, head in said.beyond]
    return links


def _speaker(doc: Doc, word: Token, head: Token, memory: Memory, cue: str | None = None) -> Speaker:
    who = memory.meet(head)
    span = doc[who.stretch[0] : who.stretch[1]]
    return Speaker(span.text, who.kind, cue or word.text, span.start_char, span.end_char)


def _as_written(doc: Doc, name: Stretch, cue: str, memory: Memory) -> Speaker:
    span = doc[name[0] : name[1]]
    return Speaker(span.text, words_kind(list(span), memory.cues), cue, span.start_char, span.end_char)


def _unsaid(said: Said, cues: Cues) -> bool:
    """Whether nobody says it: "did not say that", "no one has claimed", "wants to", "to say that"."""
    source = said.source
    if "intent" in cues.say.get(said.word.lemma_.lower(), ()) or any(c.tag_ == "TO" for c in said.word.children):
        return True
    nobody = cues.words["nobody"]
    if source is not None and source.lemma_.lower() in cues.words["no_speakers"]:
        return True
    silent = source is not None and (source.lower_ in nobody or any(c.lower_ in nobody for c in source.lefts))
    return silent or any(c.dep_ == "neg" for c in said.word.lefts)  # "lists nine dead, not five" is said


def _authors_own(said: Said, quotes: Iterable[Stretch], cues: Cues) -> bool:
    """Whether the text speaks for itself: "what we know so far", "this shows that"."""
    if said.source is None or said.name is not None:
        return False
    quoted = any(start <= said.source.i < end for start, end in quotes)
    we = said.source.lower_ in cues.words["first_person"] and not quoted
    return we or (said.source.tag_ == "DT" and said.source.lower_ in cues.words["pointers"])


def _outer(said: Said, chains: list[tuple[Said, tuple[Speaker, ...]]], cues: Cues) -> tuple[Speaker, ...]:
    """The chain of the smallest utterance whose content holds this cue."""
    holders = [
        (end - start, chain)
        for other, chain in chains
        for start, end in other.contents
        if start <= said.cue[0] < end
        and other.source is not None
        and other.source != said.source
        and other.word.lemma_ not in cues.words["denials"]
    ]
    return min(holders, key=lambda pair: pair[0])[1] if holders else ()


def _saying(doc: Doc, said: Said, chain: tuple[Speaker, ...], piece: Stretch) -> Saying:
    span, cue = doc[piece[0] : piece[1]], doc[said.cue[0] : said.cue[1]]
    return Saying(span.start_char, span.end_char, span.text, chain, cue.start_char, cue.end_char)
