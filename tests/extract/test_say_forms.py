"""Attribution: forms of news prose on which the parse stumbles, each with its speaker and what is said."""

import pytest

from dateline.extract.voice.attribution import attribution
from dateline.model.reading import Reading, Saying
from dateline.model.report import Report
from dateline.text import parse


def told(text: str) -> list[Saying]:
    return list(attribution(Reading(Report(text), doc=parse(text))).sayings)


def pairs(text: str) -> list[tuple[str, str]]:
    return [(saying.chain[-1].speaker, saying.text) for saying in told(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (  # the participle goes on for whoever spoke, not for the people told of
            "Police said that ten people had died in the attack, adding that four were children.",
            [("Police", "that ten people had died in the attack"), ("Police", "that four were children")],
        ),
        (  # what stands behind a semicolon is told anew
            "Ten people lost their lives, an aide to the mayor said; the army counts seven dead.",
            [("an aide to the mayor", "Ten people lost their lives"), ("the army", "seven dead")],
        ),
        (  # a word of the quotation is not its speaker
            '"If it lacks food now, it will starve later," said James Acton, a doctor at the hospital.',
            [("James Acton, a doctor at the hospital", '"If it lacks food now, it will starve later,"')],
        ),
        (  # a curly mark that a straight one closes
            "“At this point we have nine dead,\" said Mayor Don Guardian in an interview.",
            [("Mayor Don Guardian", "“At this point we have nine dead,\"")],
        ),
        (  # an event says nothing, though the parse gives it the participle
            'An eyewitness described for the agency how the attack unfolded, stating, "I was crossing the road."',
            [("", "I was crossing the road")],
        ),
        (
            "A youth leader, Mr Danladi Pam, who spoke to our reporter by phone from Bokkos, put the bodies found "
            'so far at fourteen, "mostly old people".',
            [("A youth leader, Mr Danladi Pam", 'the bodies found so far at fourteen, "mostly old people"')],
        ),
        (  # the figure is no subject
            "The plaque says 31; the teacher's widow, who washed them, says thirty-four.",
            [("The plaque", "31"), ("the teacher's widow", "thirty-four")],
        ),
        (  # nor what follows the semicolon a part of the speaker's name
            "Police in Mocimboa speak of four dead; the insurgents, who claimed the raid on their channel, of eleven.",
            [("Police in Mocimboa", "four dead"), ("the insurgents", "the raid on their channel")],
        ),
        (
            "The army in Goma conceded a retreat and the loss of three men; the Mai-Mai, through a man who called "
            "himself their colonel, claimed 20 soldiers killed and a mortar taken.",
            [
                ("The army in Goma", "a retreat and the loss of three men"),
                ("the Mai-Mai", "20 soldiers killed and a mortar taken"),
            ],
        ),
        (  # what leads to the clause is no clause
            "With him, by this newspaper's count, two candidates have been killed.",
            [("this newspaper", "With him, by this newspaper's count, two candidates have been killed")],
        ),
        (
            "The boy, as a local station had it on Monday, died.",
            [("a local station", "The boy"), ("a local station", "died")],
        ),
        (
            "Soldiers shot three rebels, according to the army, which withdrew an earlier claim of eight.",
            [("the army", "Soldiers shot three rebels"), ("the army", "of eight")],
        ),
        (  # whoever stands between commas speaks, whatever the parse takes for the subject
            "Six men, say police, were killed in Goma.",
            [("police", "Six men"), ("police", "were killed in Goma")],
        ),
        (  # the one whom an agency quotes is no apposition to its name
            "According to Reuters, the mayor, Anna Kovac, said six people were killed.",
            [
                ("Reuters", "the mayor, Anna Kovac, said six people were killed"),
                ("the mayor, Anna Kovac", "six people were killed"),
            ],
        ),
        ("The union's figure is nine dead.", [("The union", "nine dead")]),
        ("The rebels boast of 20 killed.", [("The rebels", "20 killed")]),
        (  # "not" denies the other number, not what is listed
            "The inquiry lists nine dead, not the five named by a charity.",
            [("The inquiry", "nine dead, not the five named by a charity")],
        ),
        (
            "The army admitted killing ten men.",
            [("The army", "killing ten men")],
        ),
        (
            "Five people are dead in Gird Sinjir. So says the mayor's office in Khanaqin.",
            [("the mayor's office in Khanaqin", "Five people are dead in Gird Sinjir")],
        ),
        (
            "One officer was shot; two rifles are gone. So says the command.",
            [("the command", "One officer was shot; two rifles are gone")],
        ),
        (
            "Two persons died at Mungo. That is from the mayor of a neighbouring village.",
            [("the mayor of a neighbouring village", "Two persons died at Mungo")],
        ),
        (
            "The panel lists six dead and 28 people with burns.",
            [("The panel", "six dead and 28 people with burns")],
        ),
        (
            "The channel gave three killed on the gunmen's side.",
            [("The channel", "three killed on the gunmen's side")],
        ),
        (
            "The assertion of the Azerbaijani side that units shelled the village is false.",
            [("the Azerbaijani side", "that units shelled the village")],
        ),
        (
            "The rebels described the raid as a massacre.",
            [("The rebels", "the raid as a massacre")],
        ),
    ],
)  # fmt: skip
def test_form(text: str, found: list[tuple[str, str]]) -> None:
    assert pairs(text) == found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The governor said 20 had died. A nurse at the hospital gave a lower toll. She had counted 14 bodies.",
            "A nurse at the hospital",
        ),
        (
            "The governor said 20 had died. The ambulance service was there. It counted 17 wounded.",
            "The ambulance service",
        ),
    ],
)
def test_a_pronoun_stands_for_whom_the_sentence_before_tells_of(text: str, speaker: str) -> None:
    assert pairs(text)[-1][0] == speaker


def test_a_name_with_a_colon_goes_on_in_its_line() -> None:
    text = "22.10 Mayor: four dead, not five. Injured: 31, of whom eight critical.\n\nTwenty were held."
    assert pairs(text) == [("Mayor", "four dead, not five"), ("Mayor", "Injured: 31, of whom eight critical")]


def test_a_reporter_s_label_says_nothing_of_its_own_further_on() -> None:
    text = "REPORTER: Three people were killed there. Eleven were hurt, in 20 minutes."
    assert ("REPORTER", "Eleven were hurt, in 20 minutes") not in pairs(text)


@pytest.mark.parametrize(
    "text", ["The men went to say that ten had died.", "Two men reported as missing since May were found."]
)
def test_nobody_has_said_it(text: str) -> None:
    assert not [who for who, _ in pairs(text) if who]


@pytest.mark.parametrize(
    ("text", "speaker", "word"),
    [
        # an hour or a dateline before a name is no part of it
        ("10:15 A local defence force says it shelled the post.", "A local defence force", "shelled"),
        (
            "EL FASHER, Sudan - Grain traders closed their stores, complaining that armed men had stolen the sorghum.",
            "Grain traders",
            "stolen",
        ),
        # nor is a body meant where people stand nearer
        (
            "The army said it lost nobody. What the fighters call an answer came at dusk. They say that a post fell.",
            "the fighters",
            "post",
        ),
        # forms of saying
        ("Armenia charged that jets had bombed a farm.", "Armenia", "bombed"),
        ("In the version of a priest who fled, shells had been falling since Sunday.", "a priest", "falling"),
        ("By their own delegates' count, 120 people were held.", "their own delegates", "held"),
        ("Police fired smoke and then, as the doctors have it, live rounds.", "the doctors", "fired"),
        ("Eleven are in custody, say police; their union says nineteen.", "their union", "nineteen"),
        ("The ministry put the injured at six.", "The ministry", "six"),
    ],
)
def test_whose_words_they_are(text: str, speaker: str, word: str) -> None:
    at = text.index(word)
    over = [saying for saying in told(text) if saying.start <= at < saying.end]
    assert over
    assert over[-1].chain[-1].speaker.startswith(speaker)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Soldiers came off the hill, as agreed, with monitors on the other side.", "came"),
        ("A correction: on Monday we reported that a worker had been kidnapped in Kano.", "kidnapped"),
        ("The ministry blamed a faction, whose commander had been captured in May.", "captured"),
    ],
)
def test_what_is_on_nobodys_word(text: str, word: str) -> None:
    at = text.index(word)
    named = [s.chain for s in told(text) if s.start <= at < s.end and any(link.speaker for link in s.chain)]
    assert named == []


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        (  # the nearest of two subjects
            "KYIV/MOSCOW, Oct 19, 2024 - Ukraine said on Saturday its troops had driven its foes out of a village.",
            "driven",
            "Ukraine",
        ),
        (
            "Monywa, date unclear: a villager alleges that army drones let down canisters of choking gas; 9 ill.",
            "canisters",
            "a villager",
        ),
        (  # whom the parse hangs on a word of what is said
            "GROZNY, Russia - Eight servicemen were killed in shootouts, mine blasts and attacks on checkpoints across "
            "Chechnya over the past 24 hours, an official in the Moscow-backed administration said Thursday.",
            "killed",
            "an official in the Moscow-backed administration",
        ),
        (
            "The Group for the Support of Islam and Muslims (JNIM), claiming the operation in a video, spoke of 37 "
            "soldiers dead and seven taken prisoner.",
            "37 soldiers",
            "The Group for the Support of Islam and Muslims (JNIM)",
        ),
        (  # the parse stops before the verb
            "Honduras said Tuesday that four mortar rounds fired out of Nicaragua had come down among the coffee "
            "sheds of Cifuentes, wounding a peasant woman and her son.",
            "wounding",
            "Honduras",
        ),
        (
            "Four of the pursuers and many raiders fell in the shoot-out, the commissioner said, and 13 of the "
            "children were brought home.",
            "13 of",
            "the commissioner",
        ),
        (  # all that follows
            "The Directorate of Information informs national opinion of the following.\n\n1. On Monday units of the "
            "army dislodged rebels at Kassoulou.\n\n2. On Saturday an armoured vehicle struck a mine.",
            "struck",
            "The Directorate of Information",
        ),
    ],
)
def test_whose_word_it_is(text: str, word: str, speaker: str) -> None:
    at = text.index(word)
    assert [s.chain[-1].speaker for s in told(text) if s.start <= at < s.end] == [speaker]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("In Nabire, police opened fire on Monday as students raised the banned Morning Star flag.", "opened"),
        ("Gunmen believed to be of the JVP shot a bus depot manager and his son on Saturday.", "shot"),
        ("Soldiers, finding no one else, shot dead two rice farmers at Letpan.", "farmers"),
    ],
)
def test_what_only_looks_like_saying(text: str, word: str) -> None:
    at = text.index(word)
    assert [s for s in told(text) if s.start <= at < s.end] == []
