"""Loaders and mappings of the other corpora, on invented files in their layouts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks import (
    case2021,
    ecbplus,
    geoparsing,
    hrdsattack,
    m2e2,
    plover_gsr,
    plover_relations,
    polnear,
    re3d,
    tempeval3,
)
from benchmarks.common.inputs import InputError, fingerprint
from benchmarks.common.reading import read_report
from benchmarks.common.tally import Tally, right
from benchmarks.geoparsing.load import Name
from benchmarks.geoparsing.places import FARTHEST, Found, far
from benchmarks.hrdsattack.load import Record, month, number, plain, value
from benchmarks.hrdsattack.pick import record
from benchmarks.m2e2.load import Argument, Trigger
from benchmarks.m2e2.read import table as m2e2_table
from benchmarks.m2e2.read import triggers as m2e2_triggers
from benchmarks.re3d.load import Entity, Relation
from benchmarks.re3d.read import directed
from dateline.extract.read import read
from dateline.model.reading import EventGuess
from dateline.model.report import Report


def test_case2021_rows_and_labels(tiny: dict[str, Path]):
    rows = case2021.load(tiny["case2021"]).units
    assert [(row.name, row.label) for row in rows] == [("some:1", "ATTACK"), ("some:2", "NATURAL_DISASTER")]
    assert rows[0].text.startswith('Gunmen "attacked"')  # quotation marks are no quoting
    labels = [case2021.judge(row).labels["sub-event"][0] for row in rows]
    assert labels == [("Attack", "Attack"), ("NATURAL_DISASTER", "none")]


def test_case2021_takes_an_event_of_a_type_of_its_own_before_one_that_is_other():
    text = "Rebels released two nurses near Goma on Friday. On Saturday gunmen attacked a village near Gao."
    snippet = case2021.Snippet("one", text, "ATTACK")
    assert case2021.judge(snippet).labels["sub-event"] == [("Attack", "Attack")]


def test_case2021_has_all_25_types():
    assert len(case2021.types()["acled"]) == 25


def test_hrdsattack_values():
    assert [value(raw) for raw in (None, "None", "n/a", "unknown", " Goma ", "Ocober")] == [
        None, None, None, None, "Goma", "October",
    ]  # fmt: skip
    assert [number(raw) for raw in ("26.0", "09", 2021, "None", "soon")] == ["26", "9", "2021", None, None]
    assert [month(raw) for raw in ("03", "3.0", "march", "Novermber", None)] == [
        "March", "March", "March", "November", None,
    ]  # fmt: skip
    assert plain("<p>One &amp; two.</p> <p>Three.</p>") == "One & two.\n\nThree."


def test_hrdsattack_articles(tiny: dict[str, Path]):
    article = hrdsattack.load(tiny["hrdsattack"]).units[0]
    assert article.text == "Police in Goma arrested the reporter Ana Prueba on Monday.\n\nA & B"
    assert article.published == date(2021, 3, 16)
    assert article.gold == Record(
        True, "state actor", ("Ana Prueba",), frozenset({"arbitrary detention"}), "DR Congo", None,
        "Goma", "2021", "March",
    )  # fmt: skip


def test_hrdsattack_fields_both_ways():
    gold = Record(country="USA", city="Goma", month="March", violations=frozenset({"killing", "torture"}))
    told = Record(country="United States", city=None, month="March", violations=frozenset({"killing"}))
    assert hrdsattack.field_tally("country", gold, told) == right(1, 1, 1)  # the same country
    assert hrdsattack.field_tally("city", gold, told) == right(0, 0, 1)
    assert hrdsattack.field_tally("day", gold, told) == Tally()  # gold has none
    assert hrdsattack._published("country", gold, told) == ("USA", "United States")  # but not the same string
    empty, none = hrdsattack._published("day", gold, told)
    assert empty != none  # the published code never counts an empty field as right


def test_hrdsattack_victims_loose():
    # "Ana" stands in "Ana Prueba", "Max" in none: one of two read, of one in gold
    assert hrdsattack.victim_tally(["Ana Prueba"], ["Ana", "Max"]) == right(1, 2, 1)


def test_hrdsattack_picks_the_violation():
    text = "Traders marched in Goma on Monday.\n\nPolice in Bukavu arrested the reporter Ana Prueba on Tuesday."
    found = record(read(Report(text, published=date(2021, 3, 17))))
    assert (found.violations, found.day, found.month, found.kind) == (
        {"arbitrary detention"}, "16", "March", "state actor",
    )  # fmt: skip
    assert record(read(Report("The harvest was good."))).violations == {"unknown"}


def test_hrdsattack_fills_the_record_from_the_same_violation():
    text = (
        "Police arrested the reporter Ana Prueba. Her paper wrote of it.\n\nTraders marched in Goma on Monday.\n\n"
        "On 3 February 2021 police arrested the lawyer Juan Ensayo in Bukavu, DR Congo."
    )
    found = record(read(Report(text)))
    assert (found.city, found.year, found.month, found.day) == ("Bukavu", "2021", "February", "3")
    assert found.victims == ("Ana Prueba", "Juan Ensayo")


def test_hrdsattack_looks_for_what_is_missing_in_other_events():
    text = (
        "Police arrested the reporter Ana Prueba in DR Congo in 2021.\n\n"
        "In May 2021 traders marched in Goma, DR Congo.\n\nIn June 2020 fishermen marched in Mombasa, Kenya."
    )
    found = record(read(Report(text)))
    assert (found.city, found.year, found.month) == ("Goma", "2021", "May")


def test_hrdsattack_cities_by_their_words_and_city_states():
    gold = Record(country="China", city="Las Anod")
    told = Record(country="Hong Kong", city="Laascaanood", city_words="Las Anod")
    assert hrdsattack.field_tally("city", gold, told) == right(1, 1, 1)
    assert hrdsattack.field_tally("country", gold, told) == right(1, 1, 1)  # filed under China by the annotators
    found = record(read(Report("Police arrested the reporter Ana Prueba in Hong Kong on 3 February 2021.")))
    assert (found.country, found.city) == ("Hong Kong", "Hong Kong")


def test_hrdsattack_takes_the_date_that_is_written_out():
    text = (
        "Police arrested the reporter Ana Prueba in Goma on Monday.\n\nOn 3 February 2021 traders marched in Goma.\n\n"
        "On 9 January 2021 police arrested the lawyer Juan Ensayo in Goma."
    )
    found = record(read(Report(text, published=date(2021, 3, 17))))
    assert (found.year, found.month, found.day) == ("2021", "January", "9")  # the march hit nobody


def test_hrdsattack_takes_the_country_of_most_events():
    text = (
        "Police in Nairobi, Kenya, arrested the reporter Ana Prueba.\n\nPolice in Goma arrested the lawyer Juan Ensayo."
        "\n\nGunmen abducted two teachers in Bukavu."
    )
    assert record(read(Report(text))).country == "Democratic Republic of Congo"


def test_hrdsattack_takes_a_town_that_no_event_has():
    text = (
        "Police in DR Congo arrested the reporter Ana Prueba.\n\nThe release of a calendar was a success in Goma, "
        "a printer said."
    )
    assert record(read(Report(text))).city == "Goma"


def test_hrdsattack_parts_of_the_kingdom_are_the_kingdom():
    gold, told = Record(country="Scotland"), Record(country="United Kingdom")
    assert hrdsattack.field_tally("country", gold, told) == right(1, 1, 1)


def test_geoparsing_layouts(tiny: dict[str, Path]):
    lgl, virus = sorted(geoparsing.load(tiny["geoparsing"]).units, key=lambda article: article.corpus)
    assert (lgl.layout, virus.layout) == ("lgl", "geovirus")
    assert lgl.names == (Name(12, 16, (-1.67409, 29.22845), 216281), Name(34, 40, None))
    assert [lgl.text[name.start : name.end] for name in lgl.names] == ["Goma", "Bukavu"]
    assert virus.text[virus.names[0].start : virus.names[0].end] == "Goma"  # counted from 1 in the file


def test_geoparsing_end_to_end():
    # Goma right; Bukavu has no gold point and counts nowhere; Kigali is no gold name: 1 of 2 said, 1 wanted
    gold = [Name(0, 4, (0.0, 0.0)), Name(5, 9, None)]
    found = [Found(0, 4, "Goma", (1.0, 0.0)), Found(5, 9, "Bukavu", (0.0, 0.0)), Found(10, 15, "Kigali", (0.0, 0.0))]
    assert geoparsing.end_to_end(gold, found) == right(1, 2, 1)
    assert far((0.0, 0.0), (1.0, 0.0)) == pytest.approx(111.2, abs=0.3)
    assert far(None, (0.0, 0.0)) == FARTHEST


def test_geoparsing_error_measures():
    import numpy as np

    errors = np.array([0.0, 160.0, 162.0, FARTHEST])
    assert geoparsing.within(errors) == 0.5
    assert geoparsing.median(errors) == 161
    assert geoparsing.mean(errors) == pytest.approx((160 + 162 + FARTHEST) / 4)
    assert geoparsing.auc(np.zeros(3)) == 0
    assert geoparsing.auc(np.full(3, FARTHEST)) == pytest.approx(1, abs=1e-4)
    # two errors, 0 and the worst: a straight line from 0 to 1, half the square under it
    assert geoparsing.auc(np.array([0.0, FARTHEST])) == pytest.approx(0.5, abs=1e-4)


def test_geoparsing_places_a_given_name(tiny: dict[str, Path]):
    judged = geoparsing.judge(geoparsing.load(tiny["geoparsing"] / "TR-News.xml").units[0])
    assert judged.numbers["TR-News"] == [0.0]
    assert judged.tallies["TR-News: names, exact"] == right(2, 2, 2)


def test_tempeval3_documents(tiny: dict[str, Path]):
    document = tempeval3.load(tiny["tempeval3"]).units[0]
    assert document.made == date(2020, 5, 14)
    assert [(g.text, g.kind, g.value) for g in document.gold] == [
        ("May 12, 2020", "DATE", "2020-05-12"), ("three days", "DURATION", "P3D"),
    ]  # fmt: skip
    assert all(document.text[g.start : g.end] == g.text for g in document.gold)
    assert "&" in document.text
    tallies = tempeval3.judge(document).tallies
    assert {name: tallies[name].hit for name in tempeval3.NAMES} == {"strict": 2, "relaxed": 2, "value": 2, "type": 2}


def test_polnear_spans(tiny: dict[str, Path]):
    article = polnear.load(tiny["polnear"]).units[0]
    assert article.gold == {"Source": [((0, 9),)], "Cue": [((10, 14),)], "Content": [((15, 34),)]}
    assert set(polnear.judge(article).tallies.values()) == {right(1, 1, 1)}


def test_polnear_pieces_are_one_span():
    page = polnear.Page("He said, she said.")
    assert page.words([(0, 2), (9, 12)]) == {0, 2}
    assert page.spell(frozenset({0, 2})) == "He she"


def test_polnear_compares_no_saying_within_another():
    text = "The mayor said that police had confirmed that ten men had died."
    found = polnear.read(text, polnear.Page(text))
    assert [len(found[role]) for role in ("Source", "Cue", "Content")] == [1, 1, 1]
    assert polnear.Page(text).spell(found["Source"][0]) == "The mayor"


def test_polnear_punctuation_alone_counts_by_its_place():
    page = polnear.Page("Mayor: ten. Police: six.")
    one, other = page.words([(5, 7)]), page.words([(18, 19)])
    assert one != other
    assert (page.spell(one), page.words([(6, 7)])) == (":", frozenset())


def test_plover_relations_marks(tiny: dict[str, Path], monkeypatch: pytest.MonkeyPatch):
    marked, plain_row = plover_relations.load(tiny["plover_relations"]).units
    assert [marked.text[slice(*span)] for span in (marked.source, marked.target)] == ["Rebels", "soldiers"]
    assert [plain_row.text[slice(*span)] for span in (plain_row.source, plain_row.target)] == ["mayor", "sang"]
    assert plover_relations.judge(marked).labels == {"root": [("ASSAULT", "ASSAULT")], "class": [("4", "4")]}
    monkeypatch.setattr(plover_relations, "interactions", lambda text: ((), ()))
    assert plover_relations.judge(plain_row).labels["root"] == [("CONSULT", "none")]  # counted as wrong


def test_plover_relations_has_15_roots_in_4_classes():
    classes = plover_relations.table()["classes"]
    assert (len(classes), set(classes.values())) == (15, {"1", "2", "3", "4"})


def test_plover_gsr_records(tiny: dict[str, Path]):
    fight, consult = plover_gsr.load(tiny["plover_gsr"]).units
    assert (fight.actors, fight.recipients) == ({"TUR"}, {"SYR"})
    assert consult.actors == consult.recipients == {"JPN"}  # mutual; a slip mended; IGO is no country
    judged = plover_gsr.judge(fight)
    assert judged.tallies[plover_gsr.ROOT] == judged.tallies[plover_gsr.BOTH] == right(1, 1, 1)


def test_m2e2_articles(tiny: dict[str, Path]):
    article = m2e2.load(tiny["m2e2"]).units[0]
    assert article.text == "Police arrested two men in Goma .\n\nThey met ."
    assert article.published == date(2016, 4, 19)
    assert article.triggers[0] == Trigger((7, 15), "Justice:Arrest-Jail")
    assert article.arguments == (Argument((27, 31), "Justice:Arrest-Jail", "Place"),)
    tallies = m2e2.judge(article).tallies  # the meeting is of no type that is scored
    assert tallies["trigger and type, exact"] == right(1, 1, 1)
    assert tallies["argument, exact"].hit == 1


def test_m2e2_words_have_a_type_of_their_own():
    text = "Gunmen killed nine soldiers in an attack on a base near Gao on Monday. Police in Bamako arrested two men."
    found = m2e2_triggers(read_report(text))
    assert [(text[slice(*trigger.span)], trigger.kind) for trigger in found] == [
        ("killed", "Life:Die"), ("attack", "Conflict:Attack"), ("arrested", "Justice:Arrest-Jail")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels executed two soldiers near Gao on Monday.", [("executed", "Life:Die")]),
        ("Police in Gao took two men into custody on Monday.", [("took two men into custody", "Justice:Arrest-Jail")]),
        ("Protesters threw stones at police in Bamako on Monday.", [("threw stones", "Conflict:Attack")]),
        ("Police fired tear gas at students in Bamako on Monday.", []),
    ],
)
def test_m2e2_counts_what_its_annotators_mark(text: str, found: list[tuple[str, str]]):
    assert [(text[slice(*t.span)], t.kind) for t in m2e2_triggers(read_report(text))] == found


@pytest.mark.parametrize(("short", "number"), [(0.0, 1), (0.01, 0)])
def test_m2e2_words_of_the_learned_reader_alone_count_where_it_is_all_but_certain(short, number, monkeypatch):
    text = "Fighters descended in force over the village of Bria on Monday and killed Ali."
    at, score = text.index("descended"), m2e2_table()["alone"] - short
    guessed = (EventGuess(at, at + 9, "descended", score, (("Attack", 0.99),)),)
    monkeypatch.setattr("dateline.extract.what.learned.guesses", lambda *_: (guessed, ()))
    found = m2e2_triggers(read_report(text))
    assert [text[slice(*t.span)] for t in found] == ["descended"] * number  # "killed" is ruled out by the reader


def test_m2e2_sentences_stand_in_order_each_once_with_the_gold_of_all_copies(tmp_path: Path):
    def row(number: int, words: str, *triggers: int) -> dict[str, object]:
        events = [
            {"event_type": "Conflict:Attack", "trigger": {"start": at, "end": at + 1}, "arguments": []}
            for at in triggers
        ]
        return {"sentence_id": f"X_2016.04.19.1_{number}", "words": words.split(), "golden-event-mentions": events}

    rows = [row(10, "It ended ."), row(2, "A raid and a strike .", 1), row(2, "A raid and a strike .", 4)]
    path = tmp_path / "dev.json"
    path.write_text(json.dumps(rows), "utf-8")
    (article,) = m2e2.load(path).units
    assert article.text == "A raid and a strike .\n\nIt ended ."
    assert [article.text[slice(*t.span)] for t in article.triggers] == ["raid", "strike"]


def test_m2e2_overlap_needs_the_same_type():
    gold = m2e2.keyed("trigger and type", [Trigger((0, 4), "Life:Die")])
    assert m2e2.overlapping(gold, m2e2.keyed("trigger and type", [Trigger((0, 9), "Conflict:Attack")])) == right(
        0, 1, 1
    )
    assert m2e2.overlapping(gold, m2e2.keyed("trigger and type", [Trigger((0, 9), "Life:Die")])) == right(1, 1, 1)


def test_ecbplus_topics(tiny: dict[str, Path]):
    topic = ecbplus.load(tiny["ecbplus"]).units[0]
    one = topic.documents()[0]
    assert (topic.name, one.name, one.subtopic, one.text) == (
        "36",
        "36_1ecb",
        "36ecb",
        "Gunmen attacked Goma .\n\nIt rained .",
    )
    assert [(m.words, m.chain) for m in one.mentions] == [("attacked", "ACT1")]  # sentence 1 is not in the list
    assert len(ecbplus.load(tiny["ecbplus"] / "ECB+" / "36" / "36_1ecb.xml").units[0].files) == 1


def test_ecbplus_judges_a_topic(tiny: dict[str, Path]):
    tallies = ecbplus.judge(ecbplus.load(tiny["ecbplus"]).units[0]).tallies
    # three mentions of one chain: two links wanted; every mention alone finds none
    assert tallies["every mention alone, MUC"] == Tally(0, 0, 0, 2)
    assert tallies["events, B-cubed"].wanted == 3
    assert tallies["documents, pairwise"].wanted == 1  # the two of ecb
    assert tallies["documents, stories, pairwise"].got == 1
    assert tallies["mentions by story and head, MUC"].got == 2  # the same text thrice: one story, one head


def test_re3d_documents(tiny: dict[str, Path]):
    document = re3d.load(tiny["re3d"]).units[0]
    assert document.entities == (Entity((36, 39), "Location"), Entity((43, 49), "Temporal"))  # confidence 0 is out
    assert document.relations == (Relation("FightingAgainst", (0, 16), (24, 30)),)
    tallies = re3d.judge(document).tallies
    assert tallies["Location, exact"].hit == tallies["Temporal, exact"].hit == 1


def test_re3d_relations_that_run_both_ways():
    assert directed(Relation("FightingAgainst", (9, 12), (0, 4))) == Relation("FightingAgainst", (0, 4), (9, 12))
    assert directed(Relation("BelongsTo", (9, 12), (0, 4))) == Relation("BelongsTo", (9, 12), (0, 4))


BROKEN = {
    case2021: ("a.tsv", "id\ttext\n1\tx\n"),
    hrdsattack: ("a.json", '[{"sample": {}}]'),
    geoparsing: ("a.xml", "<articles><article><text>x</text></article></articles>"),
    tempeval3: ("a.tml", "<TimeML><DOCID>x</DOCID></TimeML>"),
    polnear: ("text/a.txt", "x"),
    plover_relations: ("a.tsv", "sentence\nx\n"),
    plover_gsr: ("a.json", '[{"id": "x"}]'),
    m2e2: ("a.json", '[{"words": []}]'),
    re3d: ("documents.json", '{"_id": "A"}'),
}


@pytest.mark.parametrize("corpus", BROKEN, ids=lambda module: module.__name__)
def test_a_file_of_another_layout_is_told_in_one_line(corpus: object, tmp_path: Path):
    name, text = BROKEN[corpus]
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    with pytest.raises(InputError) as error:
        list(corpus.load(tmp_path).units)  # type: ignore[attr-defined]
    assert str(tmp_path) in str(error.value)
    assert "\n" not in str(error.value)


def test_the_fingerprint_follows_names_and_contents(tmp_path: Path):
    one, two = tmp_path / "a", tmp_path / "b"
    one.write_text("x")
    two.write_text("y")
    first = fingerprint([one, two])
    assert first == fingerprint([two, one])
    two.write_text("z")
    assert fingerprint([one, two]) != first
