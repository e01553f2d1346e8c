import dataclasses

import djibo
import pytest

from dateline.export.acled import write_acled
from dateline.export.geojson import write_geojson
from dateline.export.jsonl import write_jsonl
from dateline.export.mask import Masker, merged, sentence, short
from dateline.export.names import Names
from dateline.export.options import ExportOptions
from dateline.export.report import write_report
from dateline.model.dataset import Dataset
from dateline.model.report import Report
from dateline.model.values import Participant

TEXT = (
    "Gunmen shot Moussa Kéré, a trader, outside his shop in Djibo on Saturday, Fatou Zida, who saw it, said. "
    "The army confirmed the attack.\n\nMr Kéré leaves two wives. Salif Ouédraogo buried him on Sunday."
)
REPORT = Report(
    TEXT,
    title="MOUSSA KERE, TRADER, SHOT",
    published=djibo.REPORT.published,
    publisher="Sahel News",
    url="https://news.example/2025/moussa-kere-shot",
    origin="in/moussa_kere.txt",
)
NAMES = ("Moussa", "Kéré", "KERE", "moussa", "kere", "Fatou", "Zida", "Salif", "Ouédraogo")
WITNESS = ("Fatou Zida", "witness", "said")
WRITERS = (write_jsonl, write_acled, write_geojson, write_report)


def ranges(*names: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(name), TEXT.index(name) + len(name)) for name in names)


def shooting(kind=None, who=None) -> Dataset:
    kind = kind or djibo.acled("Violence against civilians", "Attack", mode="firearms")
    victim = Participant("recipient", "Moussa Kéré, a trader", "Moussa Kéré", None, "Civilians", "BF")
    start = TEXT.index("Fatou")
    told = djibo.claim("killed", djibo.toll("killed", 1, 1, 1), "Moussa Kéré, a trader", report=REPORT)
    if who:
        speaker = dataclasses.replace(djibo.Speaker(*who), start=start, end=start + len(who[0]))
        told = dataclasses.replace(told, chain=(speaker,))
    claims = [
        djibo.claim(
            "type", {"acled_event": kind.acled_event, "acled_sub_event": kind.acled_sub_event}, "shot", report=REPORT
        ),
        djibo.claim("participant", victim, "Moussa Kéré, a trader", report=REPORT),
        told,
    ]
    event = djibo.event(9, kind, claims, when=djibo.day(3, 15), where=djibo.DJIBO, who=(victim,), lowest=1)
    people = ranges("Moussa Kéré", "Fatou Zida", "Salif Ouédraogo")
    return djibo.dataset(event, reports=(REPORT,), people=people)


def published(dataset: Dataset, out, **options) -> str:
    files = [path for write in WRITERS for path in write(dataset, out, ExportOptions(publish=True, **options))]
    return "\n".join(path.read_text("utf-8") for path in files)


def test_no_published_file_holds_a_private_name(tmp_path):
    everything = published(shooting(who=WITNESS), tmp_path)
    assert [name for name in NAMES if name in everything] == []
    assert "[name masked]" in everything
    assert "https://news.example/" in everything


@pytest.mark.parametrize("url", [None, "https://moussakere.example/x", "https://n.example/moussak%C3%A9re.html"])
def test_file_names_and_hosts_give_nobody_away(url):
    masker = Masker(shooting(), ExportOptions(publish=True))
    report = dataclasses.replace(REPORT, publisher=None, title=None, url=url)
    shown = masker.publisher(report) + masker.url(report.url)
    assert "kere" not in shown.lower()
    assert masker.address("in/notes_kere_2.txt") == "[name masked]"


def test_data_files_mask_though_not_published(tmp_path):
    path = write_jsonl(shooting(who=WITNESS), tmp_path, ExportOptions())[0]
    assert "Moussa Kéré" not in path.read_text("utf-8")


def test_the_private_page_masks_nothing(tmp_path):
    path = write_report(shooting(who=WITNESS), tmp_path, ExportOptions())[0]
    assert "Moussa Kéré, a trader" in path.read_text("utf-8")


def test_a_reason_keeps_names_but_never_a_witness(tmp_path):
    everything = published(shooting(who=WITNESS), tmp_path, names="families agreed")
    assert "Zida" not in everything
    assert "a witness" in everything
    assert "Names are kept: families agreed" in everything


def test_a_reason_keeps_names(tmp_path):
    everything = published(shooting(), tmp_path, names="families agreed")
    assert "Moussa Kéré" in everything
    assert "moussa-kere-shot" in everything


def test_victims_of_sexual_violence_are_never_named(tmp_path):
    kind = djibo.acled("Violence against civilians", "Sexual violence", mode="sexual")
    everything = published(shooting(kind), tmp_path, names="families agreed")
    assert [name for name in NAMES[:5] if name in everything] == []


def test_children_are_never_named(tmp_path):
    data = shooting()
    event = data.events[0]
    child = dataclasses.replace(event.claims[2], value=djibo.plain(djibo.toll("killed", 1, 1, 1, age="child")))
    data = dataclasses.replace(data, events=(dataclasses.replace(event, claims=(*event.claims[:2], child)),))
    assert "Moussa" not in published(data, tmp_path, names="families agreed")


def test_a_later_mention_by_surname_is_masked_too():
    masker = Masker(shooting(), ExportOptions(publish=True))
    assert masker.cut(REPORT, TEXT.index("Mr K"), TEXT.index(" leaves")) == "Mr [name masked]"
    assert masker.words("The widow of Kere") == "The widow of [name masked]"


def test_a_quote_that_begins_inside_a_name_shows_nothing_of_it():
    masker = Masker(shooting(), ExportOptions(publish=True))
    inside = TEXT.index("Kéré")
    assert masker.cut(REPORT, inside + 1, inside + 14) == "[name masked], a trader"


def test_a_medic_who_could_be_found_is_only_called_one():
    masker = Masker(djibo.dataset(), ExportOptions(publish=True))
    speaker = next(c for c in djibo.mortar().claims if c.field == "killed").chain[0]
    assert masker.speaker(speaker) == "a medic"
    assert masker.cut(djibo.REPORT, speaker.start, speaker.end + 1) == "[source masked]."


def test_a_place_is_not_masked_for_sharing_a_name(tmp_path):
    text = "Gunmen shot Adama Djibo in Djibo."
    report = Report(text, published=djibo.REPORT.published, publisher="Sahel News")
    kind = djibo.acled("Violence against civilians", "Attack")
    claims = [
        djibo.claim("type", {"acled_event": kind.acled_event, "acled_sub_event": "Attack"}, "shot", report=report)
    ]
    event = djibo.event(8, kind, claims, when=djibo.day(3, 15), where=djibo.DJIBO)
    people = ((text.index("Adama"), text.index(" in")),)
    everything = published(djibo.dataset(event, reports=(report,), people=people), tmp_path)
    assert "Djibo" in everything
    assert "Adama" not in everything


@pytest.mark.parametrize(("length", "want"), [(10, 10), (200, 200), (900, 200)])
def test_published_quotes_are_short(length, want):
    assert len(short("word " * (length // 5))) <= want


def test_a_cut_never_leaves_half_a_mask():
    assert "[" not in short("x" * 190 + " [name masked] and more")


def test_ranges_that_overlap_become_one():
    assert merged([(5, 9), (1, 3), (2, 6)]) == [(1, 9)]


def test_a_sentence_is_found_around_a_passage():
    text = "One shot rang. Two men fell in Goma. The end."
    assert text[slice(*sentence(text, 23, 27))].strip() == "Two men fell in Goma."


def test_words_for_groups_and_peoples_are_no_private_names():
    names = Names(["Houthis", "Moussa Kéré", "Burkinabe"], ["Houthis"])
    assert names.single == {"moussa", "kere"}


def test_codes_are_not_masked_though_a_person_is_called_so():
    text = "Attack Ouédraogo was shot near the Zone Adama."
    report = Report(text, published=djibo.REPORT.published, publisher="Sahel News")
    people = ((0, len("Attack Ouédraogo")),)
    masker = Masker(djibo.dataset(djibo.mortar(), reports=(report,), people=people), ExportOptions())
    assert masker.plain({"acled_sub_event": "Attack", "text": "Attack", "admin2": "Attack"}) == {
        "acled_sub_event": "Attack", "text": "[name masked]", "admin2": "Attack",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen came. On Monday the Houthi-led side spoke, Gunmen said", {"Monday", "Houthi", "Houthi-led", "Gunmen"}),
        ("Gunmen came.\nSoldiers fled. In all 3 of them (Ali) left", set()),
    ],
)
def test_words_with_a_capital_within_a_sentence_are_names(text, names):
    report = dataclasses.replace(REPORT, text=text)
    assert Masker(Dataset((), {report.id: report}, (), (), ()), ExportOptions()).capitals == names
