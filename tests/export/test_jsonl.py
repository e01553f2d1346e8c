import copy
import json

import djibo
import pytest
from jsonschema import Draft202012Validator

from dateline.export.interchange import schema
from dateline.export.jsonl import write_jsonl

CHECK = Draft202012Validator(schema())


def lines(dataset, out, options):
    (path,) = write_jsonl(dataset, out, options)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(schema())


def test_every_line_fits_the_schema(dataset, private, public, tmp_path):
    for options in (private, public):
        written = lines(dataset, tmp_path, options)
        assert len(written) == 7
        assert [error.message for line in written for error in CHECK.iter_errors(line)] == []


def test_every_quote_is_the_report_s_words(dataset, private, tmp_path):
    for event in lines(dataset, tmp_path, private):
        for claim in event["claims"]:
            for p in claim["passages"]:
                assert djibo.TEXT[p["start"] : p["end"]] == p["quote"]


def test_the_raid_is_told_as_the_format_says(dataset, private, tmp_path):
    raid = lines(dataset, tmp_path, private)[0]
    assert list(raid)[:4] == ["id", "type", "stance", "salience"]
    assert raid["type"]["acled"] == {"event_type": "Violence against civilians", "sub_event_type": "Attack"}
    whole = next(c for c in raid["claims"] if c["original"] == "at least 17 people")
    assert whole["value"] == {
        "low": 17,
        "best": None,
        "high": None,
        "group": {"status": "unknown"},
        "cumulative": False,
    }
    assert whole["attribution"][0]["speaker"] == "a local official"
    soldiers = next(t for t in raid["tolls"] if t["group"].get("occupation") == "soldier")
    assert soldiers["subset_of"] == next(c["id"] for c in raid["claims"] if c["original"] == "11 had died")
    assert "candidates" not in raid["place"]


def test_rules_on_one_field_stand_beside_each_other(dataset, private, tmp_path):
    killed = lines(dataset, tmp_path, private)[0]["findings"]["killed"]
    assert (killed["rule"], killed["value"]) == ("acled: lowest reliable", 7)
    assert [other["rule"] for other in killed["also"]] == ["ucdp: best", "airwars: min-max"]


def test_a_withheld_event_says_why(dataset, private, tmp_path):
    ambush = lines(dataset, tmp_path, private)[3]
    assert not ambush["exported"]
    assert "denied by the government" in ambush["withheld"]


@pytest.mark.parametrize(
    ("path", "bad"),
    [
        (("id",), "ETH9766"),
        (("stance",), "maybe"),
        (("period", "start"), "15 March"),
        (("place", "lat"), 140.0),
        (("tolls", 0, "low"), -1),
        (("claims", 0, "passages", 0, "quote"), ""),
        (("claims", 4, "value"), {"low": "17"}),
        (("findings", "killed", "invented"), 1),
    ],
)
def test_the_schema_refuses_what_is_wrong(dataset, private, tmp_path, path, bad):
    line = copy.deepcopy(lines(dataset, tmp_path, private)[0])
    target = line
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = bad
    assert list(CHECK.iter_errors(line))


def test_a_claim_needs_words_or_a_basis(dataset, private, tmp_path):
    line = lines(dataset, tmp_path, private)[0]
    line["claims"][0]["passages"] = []
    assert list(CHECK.iter_errors(line))
    line["claims"][0]["basis"] = "published"
    assert not list(CHECK.iter_errors(line))


def test_the_same_dataset_gives_the_same_bytes(dataset, private, tmp_path):
    first = write_jsonl(dataset, tmp_path / "a", private)[0].read_bytes()
    assert write_jsonl(djibo.dataset(), tmp_path / "b", private)[0].read_bytes() == first
