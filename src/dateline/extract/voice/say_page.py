"""A text laid out for finding who says what: its quotations, its datelines, and stretches cut to fit.

In: a parsed `Doc` and the cues. Out: `Page`, which cuts and widens stretches of content, and `Said`, the
record of one utterance in tokens.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dateline.codebook.cues import Cues
from dateline.extract.voice.say_tree import Stretch, quotations, trim

DASHES = ("-", "–", "—", "--")
LONGEST_HEAD = 14  # tokens in the longest dateline


@dataclass
class Said:
    """One 'who says what' in tokens: cue, its main word, speaker's head (None: unnamed), contents."""

    word: Token
    cue: Stretch
    source: Token | None
    contents: list[Stretch]
    clause: Stretch
    name: Stretch | None = None  # the speaker as written, where no parsed phrase shows it
    via: list[tuple[Token, Token]] = field(default_factory=list)  # (cue word, speaker) nearer the reader
    beyond: list[tuple[Token, Token]] = field(default_factory=list)  # (cue word, speaker) farther off


class Page:
    """A text with its quotations and the heads of its paragraphs."""

    def __init__(self, doc: Doc, cues: Cues) -> None:
        self.doc = doc
        self.cues = cues
        self.quotes = quotations(doc)
        self.heads = line_heads(doc)

    def quoted(self, token: Token) -> bool:
        """Whether the token stands inside quotation marks."""
        return any(start <= token.i < end for start, end in self.quotes)

    def goes_on(self, token: Token) -> bool:
        """Whether a participle of saying behind a comma goes on for whoever spoke: "... had died, adding that ..."."""
        says = token.lemma_.lower() in self.cues.say or token.lower_ in self.cues.words["quoting_forms"]
        first = token.left_edge.i
        return (
            says
            and token.tag_ == "VBG"
            and token.dep_ == "advcl"
            and token.head.i < first
            and self.doc[first - 1].text == ","
        )

    def cut(self, stretch: Stretch, clause: Stretch) -> list[Stretch]:
        """The stretch up to a semicolon, a paragraph's end or the speaking clause, outside quotations."""
        start, end = stretch
        for token in self.doc[start:end]:
            ends = token.text == ";" or (token.is_space and token.text.count("\n") > 1)
            if ends and not self.quoted(token):
                end = token.i
                break
        if start < clause[0] < end and clause[1] >= end:
            end = clause[0]
        found = trim(self.doc, (start, end))
        return [found] if found else []

    def widen(self, contents: list[Stretch], clause: Stretch = (0, 0)) -> list[Stretch]:
        """Contents widened to the quotations that they open or close, and those that follow at once."""
        found = [self._to_quotes(stretch, clause) for stretch in contents]
        if not any(q[0] < end and start < q[1] for start, end in found for q in self.quotes):
            return found
        last = max(end for _, end in [*found, clause])
        for left, right in self.quotes:
            if left < last or not self._joined(last, left):
                continue
            if "\n\n" in self.doc[last:left].text or right - left < 4 or self._led(left, right):
                break
            found.append((left, right))
            last = right
        return found

    def _to_quotes(self, stretch: Stretch, clause: Stretch) -> Stretch:
        start, end = stretch
        for left, right in self.quotes:
            crosses = start <= left < end < right or (start < right <= end and left < start)
            if crosses and (right <= clause[0] or left >= clause[1]):
                start, end = min(start, left), max(end, right)
        return start, end

    def _joined(self, last: int, left: int) -> bool:
        gap = self.doc[last:left]
        return len(gap) <= 3 and all(t.is_punct or t.is_space or t.dep_ == "cc" for t in gap)

    def _led(self, left: int, right: int) -> bool:
        """Whether a quotation that opens a sentence ends in a comma: then a speaker of its own follows."""
        begins = bool(self.doc[left].is_sent_start) or self.doc[left - 1].text in ".?!"
        return begins and "," in self.doc[right - 2 : right + 1].text


def line_heads(doc: Doc) -> list[Stretch]:
    """Datelines at the head of paragraphs ("DJIBO, March 16 (Agency) - "), as far as their dash."""
    found = []
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            start = token.i + 1
        elif token.text not in DASHES or not start < token.i <= start + LONGEST_HEAD:
            continue
        elif _is_head(doc, start, token.i) and (token.text != "-" or doc[token.i - 1].whitespace_):  # not "so-called"
            found.append((start, token.i + 1))
    return found


def _is_head(doc: Doc, start: int, dash: int) -> bool:
    first = doc[start]
    capitals = first.is_upper and (len(first) > 2 or doc[start + 1].is_upper)  # "EL FASHER"
    return capitals or doc[dash - 1].text == ")" or (first.is_title and dash - start <= 4)
