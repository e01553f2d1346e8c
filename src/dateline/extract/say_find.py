"""Speaking verbs: for every verb of saying, its words, its speaker and the stretches of what is said.

In: a parsed `Doc` with its quotations. Out: `Said` records in tokens, speakers not yet resolved.
Content follows the verb ("said that ..."), stands before it ("..., police said"), or on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dateline.codebook.cues import Cues
from dateline.extract.say_tree import (
    CLOSING,
    STRAIGHT,
    SUBJECTS,
    Stretch,
    child,
    children,
    quotations,
    subject,
    subtree,
    trim,
    verb_words,
)


@dataclass
class Said:
    """One 'who says what' in tokens: cue, its main word, speaker's head (None: unnamed), contents."""

    word: Token
    cue: Stretch
    source: Token | None
    contents: list[Stretch]
    clause: Stretch
    via: list[tuple[Token, Token]] = field(default_factory=list)  # (cue word, speaker) nearer the reader
    beyond: list[tuple[Token, Token]] = field(default_factory=list)  # (cue word, speaker) farther off


class Finder:
    """Finds the speaking verbs of one text, sentence by sentence."""

    def __init__(self, doc: Doc, cues: Cues) -> None:
        self.doc = doc
        self.cues = cues
        self.quotes = quotations(doc)
        self.heads = _line_heads(doc)

    def verbs(self) -> list[Said]:
        """All speaking verbs that have content, in the order of the text."""
        found: list[Said] = []
        for token in self.doc:
            if token.pos_ in ("VERB", "AUX", "NOUN", "ADJ") and token.tag_[:2] in ("VB", "NN", "JJ"):
                takes = self.cues.say.get(token.lemma_.lower())
                if takes and (token.pos_ == "VERB" or self._mistagged(token)):
                    said = self._verb(token, takes, found)
                    if said:
                        found.append(said)
        return found

    def _quoted(self, token: Token) -> bool:
        return any(start <= token.i < end for start, end in self.quotes)

    def _mistagged(self, token: Token) -> bool:
        return (
            token.dep_ in ("ROOT", "ccomp")
            and child(token, "nsubj") is not None
            and child(token, "ccomp") is not None
        )

    def _verb(self, verb: Token, takes: frozenset[str], before: list[Said]) -> Said | None:
        if verb.tag_ == "VB" and any(c.lower_ == "to" for c in children(verb, "aux")):
            return None
        passive = child(verb, "auxpass", "nsubjpass") is not None
        if passive:
            return self._passive(verb, takes)
        source = self._source(verb)
        if source is not None and source.lower_ in self.cues.words["first_person"] and self._quoted(verb):
            return None
        said = Said(verb, verb_words(verb), source, [], self._clause(verb))
        said.contents = self._contents(verb, takes, said.clause, before)
        following = self.doc[verb.i + 1] if verb.i + 1 < len(self.doc) else verb
        if following.dep_ == "prep" and said.contents and said.contents[0][0] == verb.i + 2:
            said.cue = (said.cue[0], verb.i + 2)
        if not said.contents:
            return None
        self._reach(verb, said)
        return said

    def _source(self, verb: Token) -> Token | None:
        if (
            verb.dep_ == "pcomp"
            and verb.head.lower_ == "as"
            and verb.head.head.lemma_ in self.cues.words["quoting"]
        ):
            quoting = verb.head.head
            return child(quoting, "nsubjpass") or child(quoting, "dobj")
        return subject(verb)

    def _clause(self, verb: Token) -> Stretch:
        """The speaking clause without what is said: subject, verb, "on Sunday", "in a statement"."""
        own = child(verb, *SUBJECTS)
        start = min(verb_words(verb)[0], subtree(own)[0] if own is not None else verb.i)
        end = max(verb.i, subtree(own)[1] - 1 if own is not None and own.i > verb.i else verb.i)
        for c in verb.rights:
            if c.dep_ in ("prep", "npadvmod", "advmod", "dative", "prt", "oprd", "tmod") and c.i > verb.i:
                if self.doc[c.left_edge.i - 1].text == "," and c.dep_ != "prep":
                    break
                end = max(end, c.right_edge.i)
            elif c.dep_ == "dobj" and _person(c):
                end = max(end, c.right_edge.i)
        return start, end + 1

    def _contents(
        self, verb: Token, takes: frozenset[str], clause: Stretch, before: list[Said]
    ) -> list[Stretch]:
        if verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts):
            return host(self, verb, (min(clause[0], verb.left_edge.i), clause[1]))
        for finder in (self._after, self._around, self._complement):
            found = finder(verb, takes, clause, before)
            if found:
                return self._with_quotes(found, clause)
        return []

    def _after(self, verb: Token, takes: frozenset[str], clause: Stretch, _: list[Said]) -> list[Stretch]:
        """What follows: a clause, an infinitive, a quotation after a colon."""
        for c in verb.rights:
            finite = c.dep_ == "ccomp" and "clause" in takes
            infinitive = c.dep_ == "xcomp" and "infinitive" in takes and child(c, "aux") is not None
            if (finite or infinitive) and c.i > verb.i:
                start, end = subtree(c)
                mark = child(c, "mark")
                if mark is not None and mark.lower_ == "that" and mark.i > verb.i:
                    start = mark.i
                return self._cut((max(start, verb.i + 1), end), clause)
        for c in verb.rights:
            if c.lower_ in self.cues.words["quoting_forms"] and (told := child(c, "ccomp")) is not None:
                return self._cut(subtree(told), clause)
        end = clause[1]
        if end < len(self.doc) and self.doc[end].text in (":", ","):
            led = clause[0] > 0 and self.doc[clause[0] - 1].text in (*STRAIGHT, *CLOSING)
            for start, stop in self.quotes if self.doc[end].text == ":" or not led else ():
                if start in (end + 1, end) or (start == end + 2 and self.doc[end + 1].is_space):
                    return [(start, stop)]
            if self.doc[end].text == ":":
                return self._cut((end + 1, verb.sent.end), clause)
        for start, stop in self.quotes:
            if start == end and stop - start > 3 and ("quote" in takes or "clause" in takes):
                return [(start, stop)]
        return []

    def _around(
        self, verb: Token, takes: frozenset[str], clause: Stretch, before: list[Said]
    ) -> list[Stretch]:
        """What stands before the speaking clause, up to its comma, and what goes on after it."""
        if not takes & {"clause", "quote"}:
            return []
        doc, start = self.doc, clause[0]
        last = start - 1
        while last >= 0 and (doc[last].is_space or (doc[last].text in ("-", "–", "—"))):
            last -= 1
        if last < 0:
            return []
        closing = doc[last].text
        quoted = next((q for q in self.quotes if q[1] == last + 1), None)
        if (
            quoted is None
            and (closing != "," or verb.dep_ in ("conj", "relcl", "acl", "advcl"))
            and not self._speaks_of(verb, closing)
        ):
            return []
        begin = self._begin(verb, start, before, quoted)
        onward = self._onward(verb, clause)
        if begin >= last or (quoted is None and not self._fronted(verb, begin, last, onward)):
            return []
        return [(begin, last + 1), *onward]

    def _fronted(self, verb: Token, begin: int, last: int, onward: list[Stretch]) -> bool:
        """Whether a clause stands before the speaking clause (or around it), and the verb has no object."""
        thing = child(verb, "dobj")
        if child(verb, *SUBJECTS) is None or (thing is not None and thing.i > verb.i and not _person(thing)):
            return False
        tokens = [t for a, b in [(begin, last), *onward] for t in self.doc[a:b]]
        return any(child(t, *SUBJECTS) is not None for t in tokens if t.pos_ in ("VERB", "AUX"))

    def _speaks_of(self, verb: Token, closing: str) -> bool:
        return closing == "," and any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.lefts)

    def _begin(self, verb: Token, start: int, before: list[Said], quoted: Stretch | None) -> int:
        begin = verb.sent.start
        if quoted is not None and quoted[0] < begin:
            return quoted[0]
        if quoted is not None and begin < quoted[0] and self.doc[quoted[0] - 1].text in (".", "?", "!"):
            return quoted[0]
        for said in before:
            if begin <= said.cue[0] < start and said.clause[1] <= start:
                begin = max(begin, said.clause[1])
        for line, end in self.heads:
            if line <= begin < end:
                begin = end
        while begin < start and (
            (self.doc[begin].is_punct
            and self.doc[begin].text not in ("“", '"'))
            or (self.doc[begin].dep_ == "cc"
            and begin != verb.sent.start)
        ):
            begin += 1
        return begin

    def _onward(self, verb: Token, clause: Stretch) -> list[Stretch]:
        """The rest of an interrupted sentence: "..., he said, ..." """
        doc, end = self.doc, clause[1]
        if end >= verb.sent.end or doc[end].text != ",":
            return []
        follow = doc[end + 1]
        node = follow
        while node.head != node and node.head != verb:
            node = node.head
        if (
            node.head == verb
            and node.dep_ in ("advcl", "prep", "npadvmod", "advmod", "xcomp")
            and node != verb
        ):
            return []
        if (
            follow.dep_ == "cc"
            or doc[end + 1].text in ("“", '"')
            or (node.head == verb and node.dep_ in ("conj", "dep"))
        ):
            return []
        return self._cut((end + 1, verb.sent.end), clause)

    def _complement(
        self, verb: Token, takes: frozenset[str], clause: Stretch, _: list[Said]
    ) -> list[Stretch]:
        """A noun phrase or a phrase of a preposition that stands for what is said."""
        thing = child(verb, "dobj")
        if thing is not None and thing.i > verb.i and thing.lower_ not in self.cues.words["anaphors"]:
            if "object" in takes and thing.pos_ not in ("PROPN", "PRON"):
                return self._cut(subtree(thing), clause)
            if "blame" in takes:
                ends = [
                    c.right_edge.i + 1 for c in verb.rights if c.dep_ in ("prep", "dobj") and c.i >= thing.i
                ]
                return self._cut((subtree(thing)[0], max(ends)), clause)
            if "naming" in takes and (named := child(verb, "oprd", "ccomp")) is not None:
                return self._cut((subtree(thing)[0], named.right_edge.i + 1), clause)
            if (
                "toll" in takes
                and thing.lemma_.lower() in self.cues.words["toll_nouns"]
                and child(verb, "prep") is not None
            ):
                return self._cut(
                    (
                        subtree(thing)[0],
                        max(c.right_edge.i for c in verb.rights if c.dep_ in ("prep", "dobj")) + 1,
                    ),
                    clause,
                )
        for c in children(verb, "prep"):
            if c.lower_ in takes and c.i > verb.i and c.right_edge.i > c.i:
                return self._cut((c.i + 1, c.right_edge.i + 1), clause)
        return []

    def _cut(self, stretch: Stretch, clause: Stretch) -> list[Stretch]:
        """The stretch up to a semicolon, a line's end or the speaking clause, outside quotations."""
        start, end = stretch
        for token in self.doc[start:end]:
            outside = not any(q[0] <= token.i < q[1] for q in self.quotes)
            if outside and (token.text == ";" or (token.is_space and token.text.count("\n") > 1)):
                end = token.i
                break
        if start < clause[0] < end and clause[1] >= end:
            end = clause[0]
        found = trim(self.doc, (start, end))
        return [found] if found else []

    def _with_quotes(self, contents: list[Stretch], clause: Stretch) -> list[Stretch]:
        """Contents widened to the quotations that they open or close, and those that follow at once."""
        found = []
        for start, end in contents:
            for left, right in self.quotes:
                if start <= left < end < right or (start < right <= end and left < start):
                    if right <= clause[0] or left >= clause[1]:
                        start, end = min(start, left), max(end, right)
            found.append((start, end))
        last = max(end for _, end in [*found, clause])
        if not any(q[0] < end and start < q[1] for start, end in found for q in self.quotes):
            return found
        for left, right in self.quotes:
            gap = self.doc[last:left]
            if (
                left >= last
                and len(gap) <= 3
                and all(t.is_punct or t.is_space or t.dep_ == "cc" for t in gap)
            ):
                if "\n\n" in gap.text or right - left < 4 or self._led(right, left):
                    break
                found.append((left, right))
                last = right
        return found

    def _led(self, right: int, last: int) -> bool:
        """Whether a quotation that opens a sentence ends in a comma: then a speaker of its own follows."""
        begins = bool(self.doc[last].is_sent_start) or self.doc[last - 1].text in ".?!"
        return begins and "," in self.doc[right - 2 : right + 1].text

    def _passive(self, verb: Token, takes: frozenset[str]) -> Said | None:
        """ "It was reported that", "are said to have fled", "was confirmed by the ministry"."""
        agent = child(verb, "agent")
        source = child(agent, "pobj") if agent is not None else None
        told = child(verb, "nsubjpass")
        if "blame" in takes or (source is None and verb.lemma_.lower() not in self.cues.words["hearsay"]):
            return None
        cue = (
            verb_words(verb)[0],
            agent.i + 1 if agent is not None and agent.i == verb.i + 1 else verb.i + 1,
        )
        clause = child(verb, "ccomp")
        open_ = child(verb, "xcomp")
        pieces: list[Stretch] = []
        if clause is not None:
            pieces = [subtree(clause)]
        elif open_ is not None and told is not None:
            pieces = [subtree(told), subtree(open_)]
        elif (
            told is not None
            and source is not None
            and "object" in takes
            and told.lower_ not in self.cues.words["anaphors"]
        ):
            pieces = [subtree(told)]
        contents = [cut for piece in pieces for cut in self._cut(piece, cue)]
        return Said(verb, cue, source, contents, cue) if contents else None

    def _reach(self, verb: Token, said: Said) -> None:
        """Speakers between: who quotes the speaker, which agency was told, whom the speaker cites."""
        quoting = self.cues.words["quoting"]
        if verb.dep_ == "pcomp" and verb.head.head.lemma_ in quoting:
            outer = verb.head.head
            by = child(outer, "agent")
            agency = child(by, "pobj") if by is not None else subject(outer)
            if agency is not None and agency != said.source:
                said.via.append((outer, agency))
        near = [*verb.children]
        for c in verb.children:
            if c.dep_ == "ccomp" or c == said.source:
                near += [cc for cc in c.children if cc.dep_ in ("advcl", "acl")]
        for c in near:
            if (
                c.dep_ in ("advcl", "prep", "conj", "acl")
                and c.lemma_ in quoting
                and (cited := child(c, "dobj", "pobj")) is not None
            ):
                said.beyond.append((c, cited))
            if (
                c.dep_ in ("dobj", "dative")
                and verb.lemma_ == "tell"
                and c.lower_ not in self.cues.words["anaphors"]
            ):
                said.via.append((verb, c))


def _person(token: Token) -> bool:
    return token.dep_ == "dobj" and token.head.lemma_ in ("tell", "inform", "remind", "ask", "warn", "assure")


def _line_heads(doc: Doc) -> list[Stretch]:
    """Datelines at the head of paragraphs ("DJIBO, March 16 (Agency) - "), as far as their dash."""
    found = []
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            start = token.i + 1
        elif token.text in ("-", "–", "—", "--") and start < token.i <= start + 14:
            first = doc[start]
            if (
                (first.is_upper
                and len(first) > 2)
                or doc[token.i - 1].text == ")"
                or (first.is_title and token.i - start <= 4)
            ):
                found.append((start, token.i + 1))
    return found


def host(finder: Finder, token: Token, phrase: Stretch) -> list[Stretch]:
    """The clause that an "according to X" at its head, at its end or in its middle speaks of."""
    doc, sent = finder.doc, token.sent
    first = next(
        (t.i for t in sent if not t.is_space and not t.is_punct and t.dep_ not in ("cc", "advmod")),
        sent.start,
    )
    if phrase[0] <= first + 1 and phrase[0] - sent.start <= 3:
        return _quoted(finder, finder._cut((phrase[1], sent.end), phrase))
    begin = max([sent.start] + [end for start, end in finder.heads if start <= sent.start < end])
    for t in doc[begin : phrase[0]]:
        inside = any(q[0] <= t.i < q[1] for q in finder.quotes)
        if t.text in (";", ":") and not inside:
            begin = t.i + 1
        elif (
            t.dep_ == "conj"
            and t.pos_ in ("VERB", "AUX")
            and child(t, *SUBJECTS) is not None
            and t.is_ancestor(token)
        ):
            begin = max(begin, child(t, *SUBJECTS).left_edge.i)  # type: ignore[union-attr]
    before = trim(doc, (begin, phrase[0]))
    found = [before] if before else []
    follow = doc[phrase[1]] if phrase[1] < sent.end else None
    if (
        follow is not None
        and follow.text == ","
        and phrase[1] + 1 < sent.end
        and _goes_on(doc[phrase[1] + 1])
    ):
        found += finder._cut((phrase[1] + 1, sent.end), phrase)
    return found


def _goes_on(token: Token) -> bool:
    """Whether the clause before an insertion has its verb only after it."""
    return (token.dep_ != "cc" and token.pos_ in ("VERB", "AUX")) or token.dep_ in ("auxpass", "aux", "ROOT")
