from datetime import date

import pytest
from made import Book, by, exactly, killed, toll

from dateline.codebook import load_codebook
from dateline.model.values import Speaker


def told(*figures, sub_event="Attack"):
    """The event of one report that gives these (toll, keywords) figures, in order."""
    book = Book()
    report = book.report("Gunmen attacked a village near the river, and several people died there.")
    account = book.tell(report, sub_event)
    made = []
    for number, (value, more) in enumerate(figures):
        whole = {"part_of": made[more.pop("part")].id} if "part" in more else {}
        made.append(book.claim(report, value.harm, value, number + 1, **more, **whole))
    return book.fold(book.add(account, *made)), [claim.id for claim in made]


def test_lowest_of_the_wholes():
    event, (high, low, _) = told(
        (toll(17), by("a local official")),
        (exactly(11), by("the army", "party")),
        (exactly(4, status="combatant"), by("the army", "party") | {"part": 1}),
    )
    found = event.finding("killed", "acled: lowest reliable")
    assert found.value == 11
    assert found.supporting == (low,)
    assert found.opposing == (high,)
    assert killed(event, "airwars: min-max") == [7, 17]
    assert killed(event, "ucdp: best") == 17  # the army is a party to the fight


@pytest.mark.parametrize(
    ("words", "estimate", "number"),
    [
        ("dozens of people", toll(24), 12),
        ("more than a dozen people", toll(13), 13),
        ("hundreds", toll(200), 100),
        ("several villagers", toll(3), 3),
        ("many", toll(3), 10),
        ("villagers", toll(2), 3),
        ("at least two villagers", toll(2), 2),
        ("about 30", toll(None, 30), 30),
        ("some 20 people", toll(None, 20), 20),
        ("up to 30", toll(None, None, 30), 0),
        ("nobody", exactly(0), 0),
    ],
)
def test_vague_words_as_acled_writes_them(words, estimate, number):
    event, _ = told((estimate, {"original": words}))
    assert killed(event) == number


def test_silence_is_zero_for_acled_and_empty_for_the_others():
    event, _ = told()
    assert event.finding("killed", "acled: lowest reliable").inputs == ("acled: none told",)
    assert killed(event) == 0
    assert killed(event, "ucdp: best") is None
    assert killed(event, "airwars: min-max") == [None, None]


def test_parts_without_a_whole_are_added_where_nobody_can_be_in_both():
    event, _ = told(
        (exactly(2, status="combatant", occupation="soldier"), {}),
        (exactly(4, status="civilian"), {}),
        (exactly(3, status="civilian", age="child"), {}),  # may be among the four
    )
    assert killed(event) == 6


def test_parts_are_never_added_to_a_whole():
    event, _ = told((exactly(9), {}), (exactly(4, age="child"), {"part": 0}), (exactly(5, sex="female"), {"part": 0}))
    assert killed(event) == killed(event, "ucdp: best") == 9


def test_a_part_larger_than_the_whole_is_the_whole():
    event, _ = told((exactly(3), {}), (exactly(5, status="civilian"), {"part": 0}))
    assert killed(event) == 5


def test_a_rivals_part_does_not_raise_the_whole():
    event, _ = told(
        (exactly(5), by("the army")),
        (exactly(23), by("residents")),
        (exactly(15, age="child"), by("residents") | {"part": 1}),
    )
    assert killed(event) == 5


@pytest.mark.parametrize(
    ("sub_event", "number"), [("Attack", 6), ("Armed clash", 28), ("Suicide bomb", 28), ("Grenade", 6)]
)
def test_the_perpetrators_dead_count_by_type(sub_event, number):
    event, _ = told(
        (exactly(22, status="combatant", perpetrators=True), by("the army")),
        (exactly(2, status="combatant", occupation="soldier"), by("the army")),
        (exactly(4, status="civilian"), by("the army")),
        sub_event=sub_event,
    )
    assert killed(event) == number
    assert killed(event, "ucdp: best") == 28
    assert killed(event, "airwars: min-max") == [4, 4]


def test_the_bomber_counts_beside_his_victims():
    event, _ = told((exactly(12), {}), (exactly(1, perpetrators=True), {}), sub_event="Suicide bomb")
    assert killed(event) == 13


def test_the_same_speakers_later_figure_replaces_the_earlier():
    book = Book()
    first = book.report("First text of the day.", date(2025, 3, 16), "Agency")
    later = book.report("Second text, a day on.", date(2025, 3, 17), "Radio")
    one = book.claim(first, "killed", exactly(9), 1, **by("the governor"))
    two = book.claim(later, "killed", exactly(14), 1, **by("the governor"))
    event = book.fold(book.tell(first, "Attack", None, None, one), book.tell(later, "Attack", None, None, two))
    assert killed(event) == 14
    assert event.finding("tolls").value[0]["claims"] == [two.id]
    assert one.id in event.finding("tolls").opposing


def earlier(speaker):
    """On the word of somebody who is told to have said so before."""
    return {"chain": (Speaker(speaker, "official", "had earlier said"),)}


def test_a_figure_called_an_earlier_one_gives_way_to_that_speakers_other_figure():
    event, _ = told(
        (exactly(11), earlier("the ministry")), (exactly(8), by("the ministry")), (exactly(14), by("the army"))
    )
    assert killed(event, "airwars: min-max") == [8, 14]
    alone, _ = told((exactly(11), earlier("the ministry")), (exactly(14), by("the army")))
    assert killed(alone, "airwars: min-max") == [11, 14]


def test_what_a_report_of_the_day_calls_an_earlier_figure_is_so_in_all_of_them():
    book = Book()
    morning, evening = (book.report(f"Text of the {word}, in full.", publisher=word) for word in ("morning", "evening"))
    said = [
        book.claim(report, "killed", exactly(number), at, **voice)
        for report, number, at, voice in (
            (morning, 11, 1, by("the ministry")),
            (morning, 11, 2, by("residents")),
            (evening, 8, 1, by("the ministry")),
            (evening, 11, 2, earlier("the ministry")),
        )
    ]
    first = book.tell(morning, "Attack", None, None, *said[:2])
    second = book.tell(evening, "Attack", None, None, *said[2:])
    event = book.fold(first, second)
    found = event.finding("killed", "airwars: min-max")
    speakers = {c.chain[-1].speaker for c in event.claims if c.id in found.supporting}
    assert (found.value, speakers) == ([8, 11], {"residents", "the ministry"})
    assert killed(book.fold(second), "airwars: min-max") == [8, 8]


def test_an_unnamed_speaker_of_another_outlet_is_somebody_else():
    book = Book()
    first = book.report("First text of the day.", date(2025, 3, 16), "Agency")
    later = book.report("Second text, a day on.", date(2025, 3, 17), "Radio")
    one = book.claim(first, "killed", exactly(9), 1, **by("an official"))
    two = book.claim(later, "killed", exactly(14), 1, **by("an official"))
    event = book.fold(book.tell(first, "Attack", None, None, one), book.tell(later, "Attack", None, None, two))
    assert killed(event) == 9
    assert killed(event, "ucdp: best") == 14
    assert event.finding("tolls").value[0]["disputed"]


def test_retracted_denied_and_running_totals_are_left_out():
    event, _ = told(
        (exactly(3), {"verification": "retracted"}),
        (exactly(5), {"stance": "denied"} | by("the army")),
        (exactly(400, cumulative=True), {}),
        (exactly(8), {}),
    )
    assert killed(event) == 8
    totals = [entry for entry in event.finding("tolls").value if entry["cumulative"]]
    assert [entry["low"] for entry in totals] == [400]


def test_ucdp_takes_the_confirmed_figure():
    event, _ = told((exactly(20), by("residents")), (exactly(16), {"verification": "confirmed"} | by("police")))
    assert killed(event, "ucdp: best") == 16


def test_the_others_are_added_to_those_told_beside_them():
    medics = by("medics", "medic")
    event, (_, _) = told(
        (exactly(1, status="civilian", occupation="vendor"), {**medics, "original": "a vendor"}),
        (toll(5), {**medics, "original": "at least five other people"}),
    )
    assert killed(event) == 6


def test_others_beside_nobody_are_all_there_are():
    event, _ = told((toll(5), {"original": "at least five other people"}))
    assert killed(event) == 5


def test_a_whole_of_the_same_speaker_goes_before_one_and_the_others():
    medics = by("medics", "medic")
    event, _ = told(
        (exactly(7), {**medics, "original": "seven people"}),
        (exactly(1, status="civilian", occupation="vendor"), {**medics, "original": "a vendor"}),
        (toll(5), {**medics, "original": "five others"}),
    )
    assert killed(event) == 7


def test_most_sources_and_latest():
    book = Book()
    figures = [("A", 9, 16), ("B", 9, 16), ("C", 14, 17), ("D", 12, 18)]
    for publisher, number, day in figures:
        report = book.report(f"{publisher}: gunmen attacked a village near the river.", date(2025, 3, day), publisher)
        book.add(book.tell(report), book.claim(report, "killed", exactly(number), 1, **by(f"{publisher} man")))
    event = book.fold()
    assert killed(event, "most sources") == 9
    assert killed(event, "latest") == 12
    assert len(event.finding("killed", "most sources").supporting) == 1
    assert killed(told()[0], "most sources") is killed(told()[0], "latest") is None


def test_reprints_are_no_further_sources():
    book = Book()
    for publisher, number, text in (("A", 9, "one wire"), ("B", 9, "one wire"), ("C", 14, "own"), ("D", 14, "other")):
        report = book.report(f"Gunmen attacked a village, {text}.", date(2025, 3, 16), publisher)
        book.add(book.tell(report), book.claim(report, "killed", exactly(number), 1))
    assert killed(book.fold(), "most sources") == 14


def test_doubtful_figures_count_where_there_is_no_other(tmp_path, monkeypatch):
    disputed = by("residents", "witness") | {"verification": "disputed"}
    event, _ = told((exactly(4), disputed), (exactly(9), by("a doctor", "medic")))
    assert killed(event) == 9
    assert killed(told((exactly(4), {"verification": "disputed"}))[0]) == 4
    table = '[speaker]\nmedic = "doubtful"\n[verification]\n'
    (tmp_path / "reliability.toml").write_text(table)
    monkeypatch.setattr("dateline.findings.killed.load_codebook", lambda: load_codebook(str(tmp_path)))
    assert killed(told((exactly(7), by("a doctor", "medic")), (exactly(9), by("residents", "witness")))[0]) == 9
