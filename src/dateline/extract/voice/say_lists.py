"""Speakers of lists and bulletins: "8 injured (city hospital)", "Source: the camp committee", "SDF: 4 men dead".

In: a `Page`. Out: `Said` records in tokens, each with its speaker's `name` as a stretch, for no clause
stands around it. Fragments end at a full stop, a semicolon, a bar or a line's end.
"""

from __future__ import annotations

from dateline.extract.voice.say_page import Page, Said
from dateline.extract.voice.say_tree import Stretch, trim
from dateline.extract.voice.say_who import words_kind

LONGEST_NAME = 6  # words in the longest name of a source
LONGEST_SOURCE = 12  # words in the longest "Source: ..."


def lists(page: Page) -> list[Said]:
    """Everything that a bracket, a label or a name with a colon says, in the order of the text."""
    lines = _split(page, (0, len(page.doc)), lines=True)
    found: list[Said] = []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number and _adjoin(page, lines[number - 1], line) else None
        speaking: Said | None = None
        for fragment in _split(page, line, lines=False):
            said, named = _labelled(page, fragment, line, above), _named(page, fragment)
            first = said or named
            own = [*([first] if first else []), *_bracketed(page, fragment), *_gapped(page, fragment)]
            if not own and (last := _closing(page, fragment, (line[0], fragment[0]))):
                own = [last]
            if speaking is not None and not own and _counts(page, fragment) and not _says(page, fragment):
                speaking.contents.append(fragment)  # "Mayor: four dead, not five. Injured: 31"
            speaking = None if said else _on(page, named) or speaking
            found += own
    return found


def _on(page: Page, said: Said | None) -> Said | None:
    """The utterance where what follows may be of the same source, which is none of the paper's own people."""
    if said is None or said.name is None or words_kind(list(page.doc[slice(*said.name)]), page.cues) == "media":
        return None
    return said


def _says(page: Page, fragment: Stretch) -> bool:
    return any(t.pos_ == "VERB" and t.lemma_.lower() in page.cues.say for t in page.doc[slice(*fragment)])


def _split(page: Page, stretch: Stretch, lines: bool) -> list[Stretch]:
    """The stretch cut at line ends, else at the ends of its fragments."""
    found, start = [], stretch[0]
    for i in range(*stretch):
        token = page.doc[i]
        if ("\n" in token.text) if lines else _ends(page, i):
            found.append((start, i))
            start = i + 1
    return [piece for piece in [*found, (start, stretch[1])] if piece[0] < piece[1]]


def _ends(page: Page, i: int) -> bool:
    token = page.doc[i]
    if token.text in (";", "|") or (len(token) == 2 and token.text[1] == "." and _outcome(page, i)):
        return True
    after = page.doc[i + 1] if i + 1 < len(page.doc) else None
    return token.text == "." and (after is None or not after.text[:1].islower())


def _adjoin(page: Page, above: Stretch, line: Stretch) -> bool:
    """Whether no empty line stands between the two."""
    return page.doc[above[1] : line[0]].text.count("\n") == 1


def _labelled(page: Page, fragment: Stretch, line: Stretch, above: Stretch | None) -> Said | None:
    """ "Source: X" at the end of an item or on the line below: it speaks for the whole item."""
    colon = _colon(page, fragment)
    if colon is None or page.doc[fragment[0] : colon].text.strip().lower() not in page.cues.words["list_labels"]:
        return None
    stop = next((t.i for t in page.doc[colon + 1 : fragment[1]] if t.text in (",", "(")), fragment[1])
    name = trim(page.doc, (colon + 1, stop))
    bar = fragment[0] > 0 and page.doc[fragment[0] - 1].text == "|"
    before = trim(page.doc, (line[0], fragment[0] - bar)) or above
    if not name or not before or name[1] - name[0] > LONGEST_SOURCE:
        return None
    return _said(page, (fragment[0], colon + 1), name, before)


def _closing(page: Page, fragment: Stretch, before: Stretch) -> Said | None:
    """ "12 guards dead, 7 raiders. Commissioner's figure.", "Two sources.": for what its line tells before it."""
    words = [t for t in page.doc[slice(*fragment)] if not t.is_space and not t.is_punct]
    if not 2 <= len(words) <= LONGEST_NAME or any(t.pos_ in ("VERB", "AUX") for t in words):
        return None
    told, own = words[-1], words[-2]
    if own.tag_ == "POS" and told.lemma_.lower() in page.cues.words["list_accounts"]:
        name, cue = (words[0].i, own.i), (told.i, told.i + 1)
    elif words[0].like_num and told.lemma_.lower() in page.cues.words["sources"]:
        name, cue = (words[0].i, told.i + 1), (told.i, told.i + 1)
    else:
        return None
    what = trim(page.doc, before)
    return _said(page, cue, name, what) if what and _counts(page, what) else None


def _named(page: Page, fragment: Stretch) -> Said | None:
    """ "Civil Defence: 3 dead": the fragment's figures are the named source's."""
    colon = _colon(page, fragment)
    name = trim(page.doc, (_lead(page, fragment), colon)) if colon is not None else None
    if colon is None or not name or not _reports(page, name):
        return None
    what = (colon + 1, fragment[1])
    if not _counts(page, what) or (_armed(page, name) and not _of_whom(page, what)):
        return None
    return _said(page, (colon, colon + 1), name, what)


def _lead(page: Page, fragment: Stretch) -> int:
    """Where the name before the colon begins: after the "from" of "other figures came from X", if there is one."""
    counted = False
    start = fragment[0] + page.doc[fragment[0]].text[:1].isdigit()  # behind the clock time of a live report
    for token in page.doc[start : fragment[1]]:
        if counted and token.lower_ in page.cues.words["list_leads"]:
            return token.i + 1
        counted = counted or token.lemma_.lower() in page.cues.words["toll_nouns"]
        if token.text == ":":
            break
    return start


def _bracketed(page: Page, fragment: Stretch) -> list[Said]:
    """ "8 injured (city hospital)": the figures before the bracket are those of the source in it."""
    doc, start, found = page.doc, fragment[0], []
    for left in range(*fragment):
        if doc[left].text != "(" or left == start:
            continue
        right = next((t.i for t in doc[left + 1 : left + 2 + LONGEST_NAME] if t.text == ")"), None)
        if right is None:
            continue
        name = trim(doc, (left + 1, right))
        fits = name and _closes(page, right) and _reports(page, name) and _counts(page, (start, left))
        if name and fits and (not _armed(page, name) or _outcome(page, left - 1)):
            found.append(_said(page, (left, left + 1), name, (start, left)))
            start = right + 1
    return found


def _gapped(page: Page, fragment: Stretch) -> list[Said]:
    """ "The union says nineteen died, the police 31": a source and its figure without a verb."""
    doc, found = page.doc, []
    cue = next((t for t in doc[slice(*fragment)] if t.pos_ == "VERB" and t.lemma_.lower() in page.cues.say), None)
    for figure in doc[slice(*fragment)]:
        if cue is None or figure.i <= cue.i or not figure.like_num or not _closes(page, figure.i):
            continue
        comma = next((t.i for t in doc[max(cue.i, figure.i - LONGEST_NAME) : figure.i] if t.text == ","), None)
        name = trim(doc, (comma + 1, figure.i)) if comma is not None else None
        if name and _reports(page, name):
            found.append(_said(page, (name[0] - 1, name[0]), name, (figure.i, figure.i + 1)))
    return found


def _said(page: Page, cue: Stretch, name: Stretch, what: Stretch) -> Said:
    head = page.doc[name[1] - 1]
    return Said(head, cue, head, [what], (min(cue[0], name[0]), max(cue[1], name[1])), name=name)


def _colon(page: Page, fragment: Stretch) -> int | None:
    return next((t.i for t in page.doc[slice(*fragment)][:LONGEST_SOURCE] if t.text == ":"), None)


def _closes(page: Page, i: int) -> bool:
    after = page.doc[i + 1] if i + 1 < len(page.doc) else None
    return after is None or after.text in (".", ";", ",", "|") or "\n" in after.text


def _reports(page: Page, name: Stretch) -> bool:
    """Whether the name is that of a body that gives figures (not "3 killed (a teacher)")."""
    tokens = list(page.doc[slice(*name)])
    if len(tokens) > LONGEST_NAME or any(t.like_num or t.text == "," for t in tokens):
        return False
    head = page.doc[slice(*name)].root
    heads = {tokens[-1].lower_, tokens[-1].lemma_.lower(), head.lemma_.lower() if tokens[-1].pos_ != "ADP" else ""}
    return bool(heads & page.cues.words["list_heads"]) or words_kind(tokens, page.cues) in ("media", "monitor")


def _armed(page: Page, name: Stretch) -> bool:
    """Whether the name may as well be that of the people counted ("police: 3 dead", "12 killed (army)")."""
    tokens = list(page.doc[slice(*name)])
    return words_kind(tokens, page.cues) == "party" or tokens[-1].lower_ == "police"


def _counts(page: Page, stretch: Stretch) -> bool:
    return any(t.like_num or t.lower_ in page.cues.words["nobody"] for t in page.doc[slice(*stretch)])


def _of_whom(page: Page, stretch: Stretch) -> bool:
    """Whether the fragment names those it counts."""
    words = (t for i in range(*stretch) if (t := page.doc[i]).is_alpha and not _outcome(page, i))
    return any(t.pos_ in ("NOUN", "PROPN") or t.is_upper for t in words)


def _outcome(page: Page, i: int) -> bool:
    token = page.doc[i]
    return bool({token.lower_.rstrip("."), token.lemma_.lower()} & page.cues.words["list_outcomes"])
