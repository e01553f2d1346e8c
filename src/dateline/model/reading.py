"""A report and all that has been read in it so far: the layers that components add.

In: a `Report`. Out: a `Reading` whose layers hold mentions with character offsets into the text.
Components take a Reading and return a new one (`reading.add(places=...)`).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from dateline.model.claims import Account, Claim
from dateline.model.report import Dateline, Passage, Report
from dateline.model.values import Estimate, Group, Period, Place, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A passage recognised as something: offsets into the report's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class TimeMention(Mention):
    """A time expression; `kind`: date, time, duration, set. `value` is its TIMEX3 value.

    `period` is the time that the words around it make of it: "from Monday to Wednesday" is two expressions of one
    period. `phrase_start`/`phrase_end` cover those words (-1: no more than the expression).
    `why_not` says why it is no day on which something happened ("the third attack since May").
    """

    kind: str = "date"
    value: str = ""
    period: Period | None = None
    anchored_to: str | None = None  # "event": relative to another event ("two days after X")
    phrase_start: int = -1
    phrase_end: int = -1
    why_not: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class PlaceMention(Mention):
    """A named place with its best reading; start/end cover the name alone.

    `phrase_start`/`phrase_end` cover relation and name ("near Arbinda", "10 km north of Goma").
    `usable` is False for what is no location (metonymy, part of an actor's or outlet's name).
    """

    place: Place = Place()
    phrase_start: int = -1
    phrase_end: int = -1
    usable: bool = True
    why_not: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class NumberMention(Mention):
    """A quantity of people or things as told: "at least 17", "more than a dozen"."""

    estimate: Estimate = Estimate()
    ordinal: bool = False


@dataclass(frozen=True, slots=True, order=True)
class RoleGuess(Mention):
    """Words that the learned reader takes to fill a role in some event, with the probability `score`.

    `role`: actor, recipient, party, target, weapon, place, time, speaker, or the harm that the words count.
    """

    role: str = "actor"
    score: float = 0.0


@dataclass(frozen=True, slots=True, order=True)
class ActorMention(Mention):
    """A mention of a group, a state's force or a kind of people; start/end cover the noun phrase.

    `head` is the character offset of the head word. `actor` is the actor file's id (None: generic).
    `category` is ACLED's inter word (State forces, Rebel group, Political militia, Identity
    militia, Rioters, Protesters, Civilians, External/Other forces) or "" for what takes no part
    (courts, outlets, agencies that speak). `told`: the words name the country ("Malian troops"),
    it is not merely the country that the report speaks of most. `guess`: the role that the learned reader finds likely.
    """

    head: int = -1
    name: str = ""
    actor: str | None = None
    category: str = ""
    country: str | None = None
    generic: bool = True
    occupation: str | None = None
    told: bool = False
    guess: RoleGuess | None = None


@dataclass(frozen=True, slots=True, order=True)
class EventGuess(Mention):
    """Words that the learned reader takes to name an event, with the probability `score`.

    `types` are (sub-event, its probability given that an event is named), the likeliest first; `stance` and
    `salience` are the likeliest. `mark`, an array of 64 numbers, is what it makes of the words, to hold against others.
    """

    score: float = 0.0
    types: tuple[tuple[str, float], ...] = ()
    stance: str = "asserted"
    salience: str = "main"
    mark: Any = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, order=True)
class InteractionGuess(Mention):
    """Words that the learned reader takes to name what one actor says or does to another, with the probability `score`.

    `roots` are (PLOVER root, its probability given that an interaction is named), the likeliest first.
    """

    score: float = 0.0
    roots: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Side(Mention):
    """The words for one side of an interaction, and the actor that they name: name, id and country (ISO), if known."""

    name: str = ""
    actor: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Interaction(Mention):
    """Words that tell what `source` says or does to `target`: PLOVER's root and class (1 to 4), and its probability."""

    root: str = ""
    quad: int = 0
    score: float = 0.0
    source: Side | None = None
    target: Side | None = None


@dataclass(frozen=True, slots=True, order=True)
class Trigger(Mention):
    """A word or phrase that tells of an event or a statement that matters.

    `head` is the offset of the head word; `entry` the codebook's trigger id; `guess` what the learned reader
    says of its words (None: nothing).
    """

    head: int = -1
    lemma: str = ""
    pos: str = "VERB"
    entry: str = ""
    guess: EventGuess | None = None


@dataclass(frozen=True, slots=True, order=True)
class Saying(Mention):
    """Who says what: start/end cover the content; `chain` is nearest speaker first."""

    chain: tuple[Speaker, ...] = ()
    cue_start: int = -1
    cue_end: int = -1


@dataclass(frozen=True, slots=True, order=True)
class StanceMention(Mention):
    """A stretch that is alleged, denied, planned or hypothetical; start/end cover the stretch."""

    stance: str = "alleged"
    cue: str = ""
    cue_start: int = -1
    cue_end: int = -1


@dataclass(frozen=True, slots=True, order=True)
class VerificationMention(Mention):
    """Words that confirm, doubt, dispute or retract; start/end cover what they speak of."""

    verification: str = "unverified"
    cue: str = ""
    cue_start: int = -1
    cue_end: int = -1


@dataclass(frozen=True, slots=True, order=True)
class HarmMention(Mention):
    """A harm with its count: start/end cover the figure with what it counts ("17 people").

    `head` is the offset of the harm's own word ("killing"); `group_start`/`group_end` cover the
    counted noun phrase (-1: elided); `part_of` is the index, in the layer, of the whole it is a part of.
    `score`: the learned reader's probability where only it found the harm (1: found by rule).
    """

    harm: str = "killed"
    estimate: Estimate = Estimate()
    group: Group = Group()
    head: int = -1
    harm_start: int = -1
    harm_end: int = -1
    group_start: int = -1
    group_end: int = -1
    cumulative: bool = False
    part_of: int | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True, order=True)
class FeatureMention(Mention):
    """A weapon or a kind of target: `field` is "weapon" or "target", `value` the codebook's word, else the text's own.

    `score` is the learned reader's probability where only it found the words, 1 where the lists have them.
    """

    field: str = "weapon"
    value: str = ""
    head: int = -1
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What one sentence tells of one event; members are indexes into the layers of that name.

    `triggers` begins with the main one; `sentence` and `paragraph` count from 0; `stances` are
    indexes of the stance mentions over the main trigger; `beside` are actors in its clause that the
    parse gives no role; `fresh` says that the words set the event
    apart ("another", "a second"), `definite` that they point back ("the attack"), `spared` that it tells only that
    nobody came to harm.
    """

    triggers: tuple[int, ...]
    families: tuple[str, ...]
    sentence: int
    paragraph: int
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    parties: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    times: tuple[int, ...] = ()
    harms: tuple[int, ...] = ()
    features: tuple[int, ...] = ()
    stances: tuple[int, ...] = ()
    weak: bool = False
    fresh: bool = False
    definite: bool = False
    spared: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A number, place, time or group in the text that no claim used."""

    kind: str
    passage: Passage


@dataclass(frozen=True)
class Reading:
    """A report and its layers. `outcome` says what came of it once all components have run."""

    report: Report
    doc: Doc | None = field(default=None, compare=False, repr=False)
    dateline: Dateline | None = None
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    numbers: tuple[NumberMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    guesses: tuple[EventGuess, ...] = ()
    fillers: tuple[RoleGuess, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    sayings: tuple[Saying, ...] = ()
    stances: tuple[StanceMention, ...] = ()
    verifications: tuple[VerificationMention, ...] = ()
    harms: tuple[HarmMention, ...] = ()
    features: tuple[FeatureMention, ...] = ()
    frames: tuple[Frame, ...] = ()
    claims: tuple[Claim, ...] = ()
    accounts: tuple[Account, ...] = ()
    unread: tuple[Unread, ...] = ()
    people: tuple[Mention, ...] = ()
    outcome: str = ""  # "events", "no events: why", "not read: why"

    def add(self, **layers: Any) -> Reading:
        """A copy with the given layers in place."""
        return dataclasses.replace(self, **layers)

    @property
    def story_day(self) -> date | None:
        """The day from which relative times count: the dateline's, else the day of publication."""
        return (self.dateline and self.dateline.day) or self.report.published

    @property
    def words(self) -> Doc:
        """The parsed text; ValueError before the component "parse" has run."""
        if self.doc is None:
            raise ValueError("the report has not been parsed yet")
        return self.doc
