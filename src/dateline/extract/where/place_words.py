"""The words and patterns of place_words.toml, ready for use.

In: place_words.toml. Out: one `Words` value with sets and compiled patterns, loaded once a process.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.gazetteer.names import key
from dateline.text.wording import wording

UNIT = r"(?:km|kms|kilomet(?:er|re)s?|miles?|mi|meters?|metres?|m)\b"
FIGURE = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|sixty|hundred|"
    r"a dozen|dozens of|several|a few|half a|a hundred|about a|a)"
)
ABOUT = (
    r"(?:(?:about|some|around|roughly|nearly|almost|just|over|only|more than|less than|up to|approximately|"
    r"an estimated) )*"
)
FEATURES = ("road", "nature", "site", "first_nature", "first_site", "houses", "venues")
ORIGIN = "of|from|outside|off|inside|into|away from"  # after a distance


@dataclass(frozen=True, slots=True)
class Words:
    """What the file holds; patterns match at the end of the text before a name."""

    kinds: dict[str, str]  # word -> feature (P, A1, A2, R, F)
    offices: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    scene_after: frozenset[str]
    scenes: frozenset[str]
    taken: frozenset[str]
    seized: frozenset[str]
    titles: frozenset[str]
    posts: frozenset[str]
    against: frozenset[str]
    parts: frozenset[str]
    directions: frozenset[str]
    inner: frozenset[str]
    opening: frozenset[str]
    called: frozenset[str]
    never: frozenset[str]
    nameless: frozenset[str]  # these, and what governs a name
    phrases: frozenset[str]  # those of several words
    begin_phrase: frozenset[str]  # with which one of these begins
    organisation_after: frozenset[str]
    news_after: frozenset[str]
    firm_after: frozenset[str]
    public: frozenset[str]
    features: dict[str, str]  # last word of a name -> road, nature, site
    feature_first: dict[str, str]  # first word of a name -> nature, site
    feature_words: frozenset[str]  # of which a feature's name, or what follows it, holds one
    numbered: frozenset[str]
    shortened: frozenset[str]
    houses: frozenset[str]
    styles: frozenset[str]
    surname_like: frozenset[str]
    venues: frozenset[str]
    streets: frozenset[str]
    house_after: re.Pattern[str]  # a venue in the town that is named before it
    no_feature: frozenset[str]
    abbreviations: frozenset[str]
    word: re.Pattern[str]
    organisation_before: re.Pattern[str]
    metonymy_verbs: frozenset[str]
    addressing: frozenset[str]
    blaming: frozenset[str]
    metonymy_nouns: frozenset[str]
    metonymy_prepositions: frozenset[str]
    origin: frozenset[str]
    actors: frozenset[str]
    between: frozenset[str]
    origin_verbs: frozenset[str]
    brought: frozenset[str]
    launch_verbs: frozenset[str]
    shelled_from: frozenset[str]
    launch_nouns: frozenset[str]
    renowned: frozenset[tuple[str, str]]  # country and folded name of towns known everywhere
    weights: dict[str, float]
    unknown: dict[str, float]
    labels: dict[str, float]
    longer_labels: dict[str, float]
    relations: tuple[tuple[str, re.Pattern[str]], ...]
    way: re.Pattern[str]  # what follows the name of the place to which a road leads
    relation_words: dict[str, frozenset[str]]  # kind of relation -> words of which it needs one
    fillers: re.Pattern[str]
    filler_words: frozenset[str]
    filler_ends: frozenset[str]
    relation_ends: frozenset[str]
    organisation_ends: frozenset[str]
    cued: re.Pattern[str]


def either(phrases: list[str]) -> str:
    """An alternation of plain phrases, longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)))


def before(patterns: list[str], fillers: str) -> re.Pattern[str]:
    """A pattern for any of the phrases, standing right before a name (fillers between)."""
    return re.compile(rf"(?<![\w-])(?P<words>(?i:{'|'.join(patterns)}))\s+(?:{fillers})?$")


def filler_pattern(data: dict[str, Any]) -> str:
    """What may stand between a relation and its name: "the town of", "northern", "the"."""
    kinds = either([word for group in data["kinds"].values() for word in group])
    epithets = either(data["reading"]["epithets"] + data["reading"]["directions"])
    word = rf"(?:[Tt]he|[a-z]+-held|{epithets})"
    return rf"(?:{word} )*(?:(?:[a-z]+ )?(?:{kinds})(?: of)? )?(?:{word} )*"


def word_pattern(short: dict[str, list[str]]) -> re.Pattern[str]:
    """What is one word: an abbreviation with its points, else letters and digits with apostrophes between."""
    known = [(word, r"\b") for word in short["sure"]] + [(word, ", ") for word in short["after_comma"]]
    longest = sorted(known, key=lambda pair: -len(pair[0]))
    pointed = "|".join(starting_with(lead, *word.partition(".")) for word, lead in longest)
    return re.compile(rf"(\w\w*(?:\.(?:{pointed}|(?<=\b[^\W\d_]\.)(?:[^\W\d_]\.)+)|(?:['’ʼ‘]\w+)+)?)")


def starting_with(lead: str, head: str, point: str, rest: str) -> str:
    """A pattern for the rest of an abbreviation where its head has been read."""
    return rf"(?<={lead}{re.escape(head + point)}){re.escape(rest)}"


@cache
def words() -> Words:
    """The words, loaded once."""
    data = tomllib.loads(files(__package__).joinpath("place_words.toml").read_text("utf-8"))
    reading, metonymy, people = data["reading"], data["metonymy"], data["people"]
    fillers, relation = filler_pattern(data), data["relation"]
    distance = rf"{ABOUT}{FIGURE}(?:\s?-\s?|\s+to\s+|\s+)?(?:{FIGURE})?[\s-]?{UNIT}(?:\s?\([^)]*\))?[, ]*(?:away )?"
    side = r"(?:(?:to the |due )?(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)? )?"
    patterns = [("distance", [rf"{distance}\s*{side}(?:{ORIGIN})"])]
    patterns += [(name, relation[name]) for name in ("road", "border", "edge", "rim", "direction", "near", "between")]
    phrased = [phrase for group in relation.values() for phrase in group]
    relations = tuple((name, before(group, fillers)) for name, group in patterns)
    organisation = re.compile(
        rf"(?<!\w)(?:(?i:{either(data['organisation']['before'])})|{either(data['organisation']['named_before'])})"
        r"[\s-]?(?:the |al-)?$"
    )
    abbreviations = (data["abbreviations"]["sure"], data["abbreviations"]["after_comma"])
    phrases = frozenset(word for word in data["never"]["words"] if " " in word)
    return Words(
        kinds={word: feature for feature, group in data["kinds"].items() for word in group},
        offices=frozenset(reading["offices"]),
        strong=frozenset(reading["strong"]),
        weak=frozenset(reading["weak"]),
        scene_after=frozenset(reading["scene_after"]),
        scenes=frozenset(reading["scenes"]),
        taken=frozenset(reading["taken"]),
        seized=frozenset(reading["seized"]),
        titles=frozenset(reading["titles"]),
        posts=frozenset(reading["posts"]),
        against=frozenset(reading["against"]),
        parts=frozenset(reading["parts"]),
        directions=frozenset(reading["directions"]),
        inner=frozenset(reading["inner"]),
        opening=frozenset(reading["opening"]),
        called=frozenset(reading["called"]),
        never=frozenset(data["never"]["words"]),
        nameless=frozenset(data["never"]["words"] + reading["strong"] + reading["weak"]),
        phrases=phrases,
        begin_phrase=frozenset(phrase.split()[0] for phrase in phrases),
        organisation_after=frozenset(data["organisation"]["after"]),
        news_after=frozenset(data["organisation"]["news"]),
        firm_after=frozenset(data["organisation"]["firm"]),
        public=frozenset(data["organisation"]["public"]),
        features={word: kind for kind in ("road", "nature", "site") for word in data["features"][kind]},
        feature_first={word: kind for kind in ("nature", "site") for word in data["features"][f"first_{kind}"]},
        feature_words=frozenset(word for kind in FEATURES for word in data["features"][kind]).union(*abbreviations),
        numbered=frozenset(data["features"]["numbered"]),
        shortened=frozenset(data["features"]["shortened"]),
        houses=frozenset(data["features"]["houses"]),
        styles=frozenset(data["features"]["styles"]),
        surname_like=frozenset(data["features"]["surname_like"]),
        venues=frozenset(data["features"]["venues"]),
        streets=frozenset(data["features"]["streets"]),
        house_after=re.compile(rf"(?:['’]s)?(?: [a-z-]+){{0,2}} (?:{either(data['features']['houses_in_town'])})\b"),
        no_feature=frozenset(data["features"]["begin_none"]),
        abbreviations=frozenset().union(*abbreviations),
        word=word_pattern(data["abbreviations"]),
        organisation_before=organisation,
        metonymy_verbs=frozenset(metonymy["verbs"]),
        addressing=frozenset(metonymy["addressing"]),
        blaming=frozenset(metonymy["blaming"]),
        metonymy_nouns=frozenset(metonymy["nouns"]),
        metonymy_prepositions=frozenset(metonymy["prepositions"]),
        origin=frozenset(people["origin"]),
        between=frozenset(people["between"]),
        actors=frozenset(people["actors"]),
        origin_verbs=frozenset(people["origin_verbs"]),
        brought=frozenset(people["brought"]),
        launch_verbs=frozenset(people["launch_verbs"]),
        shelled_from=frozenset(people["shelled_from"]),
        launch_nouns=frozenset(people["launch_nouns"]),
        renowned=frozenset((town[:2], key(town[3:])) for town in data["renowned"]["towns"]),
        weights=data["weights"],
        unknown=data["unknown"],
        labels=data["labels"],
        longer_labels=data["longer_labels"],
        relations=relations,
        cued=re.compile(rf" (?:(?i:{either([w for group in data['kinds'].values() for w in group])})\b ?)+"),
        way=re.compile(rf" (?:{either(data['way']['words'])})\b(?!-)"),
        relation_words={kind: frozenset(needed) for kind, needed in data["relation_words"].items()},
        fillers=re.compile(rf"(?<!\w){fillers}$"),
        filler_words=wording(fillers).every,
        filler_ends=wording(fillers).last,
        relation_ends=wording("|".join([fillers, ORIGIN, *phrased])).last,
        organisation_ends=wording(organisation.pattern).last,
    )
