"""spaCy's own answers in less time: what its pipeline works out again for each word is kept, or found for all at once.

In: a loaded pipeline. Out: the same pipeline, which gives the same documents. A pipeline that is built in another way
keeps its own components.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, EntityRecognizer
from spacy.tokens import Doc, Span
from spacy.tokens._retokenize import set_token_attrs

WORD: list[int | str] = ["TAG", "LOWER", "DEP"]  # what the rules for single words look at
FEATURES = 3  # of spaCy's recogniser of names: the word, the first of the open name, the one before


def quicken(nlp: Language) -> None:
    """Put the quick components in place of those that they know."""
    if nlp.has_pipe("lemmatizer"):
        _index(nlp.get_pipe("lemmatizer"))
    if nlp.has_pipe("attribute_ruler"):
        nlp.add_pipe("dateline_rules", after="attribute_ruler")
        nlp.disable_pipe("attribute_ruler")
    if nlp.has_pipe("ner") and _usual(nlp.get_pipe("ner")):
        nlp.add_pipe("dateline_names", after="ner")
        nlp.disable_pipe("ner")


def _index(lemmatizer: Any) -> None:
    """Words that are lemmas already, kept as sets: spaCy looks through lists of thousands for each new word."""
    if lemmatizer.lookups.has_table("lemma_index"):
        table = lemmatizer.lookups.get_table("lemma_index")
        for kind in list(table):
            table[kind] = frozenset(table[kind])


def _usual(ner: Any) -> bool:
    """Is it the recogniser that `Names` knows: greedy, of three features, with a layer above?"""
    model = ner.model
    return bool(
        type(ner) is EntityRecognizer
        and ner.cfg.get("beam_width", 1) == 1
        and model.attrs.get("has_upper")
        and not model.attrs.get("unseen_classes")
        and model.get_ref("lower").get_dim("nF") == FEATURES
    )


class Rules:
    """The attribute ruler: what its rules for single words say is kept by tag, word and dependency."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.ruler, self.known = ruler, dict[tuple[int, ...], list[int]]()
        self.single, self.several = Matcher(ruler.vocab), Matcher(ruler.vocab)
        for number, rule in enumerate(ruler.patterns):
            alone = max(map(len, rule["patterns"])) == 1  # type: ignore[arg-type]
            (self.single if alone else self.several).add(str(number), rule["patterns"])  # type: ignore[arg-type]

    def __call__(self, doc: Doc) -> Doc:
        """The document with what the rules say; a later rule goes before an earlier one."""
        found = [(int(doc.vocab.strings[name]), at, end) for name, at, end in self.several(doc, allow_missing=True)]
        keys = [tuple(row) for row in doc.to_array(WORD).tolist()]
        self._learn(doc, {key: at for at, key in enumerate(keys) if key not in self.known})
        found += ((number, at, at + 1) for at, key in enumerate(keys) for number in self.known[key])
        for number, at, end in sorted(found):
            index = self.ruler.indices[number]
            set_token_attrs(doc[index + (end if index < 0 else at)], self.ruler.attrs[number])
        return doc

    def _learn(self, doc: Doc, new: dict[tuple[int, ...], int]) -> None:
        """Keep which rules for single words hold for new words: these are asked about side by side."""
        words = [doc[at] for at in new.values()]
        tags, deps, texts = ([getattr(word, name) for word in words] for name in ("tag_", "dep_", "text"))
        beside = Doc(doc.vocab, words=texts, tags=tags, deps=deps, heads=list(range(len(words))))
        keys = list(new)
        self.known |= {key: [] for key in keys}
        for name, at, _ in self.single(beside, allow_missing=True):
            self.known[keys[at]].append(int(doc.vocab.strings[name]))


class Names:
    """The recogniser of names: outside of a name its next step depends on no step before, so all are found at once."""

    def __init__(self, ner: EntityRecognizer) -> None:
        names: Any = ner.model
        self.words, self.lower, self.upper = (names.get_ref(part) for part in ("tok2vec", "lower", "upper"))
        moves = [ner.moves.get_class_name(at).partition("-")[::2] for at in range(ner.moves.n_moves)]
        self.labels = [label for _, label in moves]
        self.at = {move: at for at, move in enumerate(moves)}
        self.starts, self.units = (np.array([move == kind and label != "" for move, label in moves]) for kind in "BU")
        self.out = self.at["O", ""]

    def __call__(self, doc: Doc) -> Doc:
        """The document with its names."""
        doc.set_ents(self._names(doc) if len(doc) else [])
        return doc

    def _names(self, doc: Doc) -> list[Span]:
        """The names, from the first word on."""
        parts = self.lower.predict(self.words.predict([doc]))  # row 0 stands for no word
        blank, starts = doc.to_array(["IS_SPACE", "SENT_START"]).astype(np.int64).T
        ends = np.append(starts[1:] == 1, True)  # no name goes on after this word
        best = self._best(parts, blank == 1, ends)
        found, free = list[Span](), 0
        for start in np.flatnonzero(best != self.out).tolist():
            if start >= free:
                free = start + 1
                if self.starts[best[start]]:
                    free = self._end(parts, start, ends, self.labels[best[start]])
                found.append(Span(doc, start, free, self.labels[best[start]]))
        return found

    def _best(self, parts: Any, blank: Any, ends: Any) -> Any:
        """For each word the best step, were no name open."""
        scores = self._scores(parts[1:, 0] + parts[0, 1] + parts[0, 2])
        barred = np.ones(scores.shape, bool)
        barred[:, self.out] = False
        barred[:, self.units] = blank[:, None]
        barred[:, self.starts] = (blank | ends)[:, None]
        return np.where(barred, -np.inf, scores).argmax(1)

    def _end(self, parts: Any, start: int, ends: Any, label: str) -> int:
        """The word after the last of the name that begins at `start`."""
        inside, last = self.at["I", label], self.at["L", label]
        at = start + 1
        while not ends[at]:
            (scores,) = self._scores((parts[at + 1, 0] + parts[start + 1, 1] + parts[at, 2])[None])
            if scores[last] > scores[inside] or (scores[last] == scores[inside] and last < inside):
                break
            at += 1
        return at + 1

    def _scores(self, sums: Any) -> Any:
        """What the layers above make of the summed features."""
        hidden = (sums + self.lower.get_param("b")).max(-1)
        return hidden @ self.upper.get_param("W").T + self.upper.get_param("b")


@Language.factory("dateline_rules")
def _rules(nlp: Language, name: str) -> Rules:
    return Rules(nlp.get_pipe("attribute_ruler"))  # type: ignore[arg-type]


@Language.factory("dateline_names")
def _names(nlp: Language, name: str) -> Names:
    return Names(nlp.get_pipe("ner"))
