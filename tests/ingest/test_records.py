import json
from datetime import date

from dateline.ingest import IngestOptions
from dateline.model.report import Incoming, Rejected
from ingest.making import SECOND, STORY, one, read, refusal


def test_a_bad_line_is_named_and_the_rest_go_on(tmp_path):
    lines = [json.dumps({"title": "Raid", "text": STORY}), "{broken", "", "7", json.dumps({"text": SECOND})]
    results = read(tmp_path, "a.jsonl", "\n".join(lines))
    assert [type(result) for result in results] == [Incoming, Rejected, Rejected, Incoming]
    assert "line 2 is not JSON" in results[1].problem
    assert [r.origin[-2:] for r in results if isinstance(r, Rejected)] == ["#2", "#4"]


def test_nested_objects_are_read_as_they_are(tmp_path):
    sample = {
        "Input.title": "Raid",
        "Input.publish_date": "2019-09-17 02:48:13",
        "Input.article_interface": f"<p>{STORY}</p>",
    }
    report = one(tmp_path, "a.json", json.dumps([{"id": 1, "sample": sample}])).report
    assert (report.title, report.text, report.published) == ("Raid", STORY, date(2019, 9, 17))
    news = {
        "articles": [
            {"source": {"id": None, "name": "Tambe Times"}, "publishedAt": "2025-05-05T10:00:00Z", "content": STORY}
        ]
    }
    report = one(tmp_path, "b.json", json.dumps(news)).report
    assert (report.publisher, report.published) == ("Tambe Times", date(2025, 5, 5))


def test_dotted_paths_can_be_named(tmp_path):
    data = json.dumps([{"a": {"b": {"words": STORY}}, "text": "no"}])
    for name in ("a.b.words", "words"):
        assert one(tmp_path, "a.json", data, IngestOptions(columns={"text": name})).report.text == STORY


def test_shapes_of_json(tmp_path):
    record = {"text": STORY, "entities": [{"a": 1}, {"a": 2}]}
    for name, shape in {
        "one": record,
        "list": [record],
        "named": {"x1": record},
        "strings": [STORY],
        "inside": {"n": 1, "items": [record]},
    }.items():
        assert one(tmp_path, f"{name}.json", json.dumps(shape)).report.text == STORY
    lines = f"{json.dumps(record)}\n{json.dumps(record)}\n"
    assert len(read(tmp_path, "lines.json", lines)) == 2
    assert (
        one(tmp_path, "paragraphs.json", json.dumps([{"text": [STORY, SECOND]}])).report.text == f"{STORY}\n\n{SECOND}"
    )


def test_deep_and_broken_json(tmp_path):
    assert refusal(tmp_path, "a.json", "[" * 100_000) == ": is nested too deeply"
    assert "is not JSON" in refusal(tmp_path, "b.json", '{"text": ')
    assert "no list of reports" in refusal(tmp_path, "c.json", "7")
    assert refusal(tmp_path, "d.json", "[]") == ": has no rows"
    deep = json.dumps({"text": STORY, "x": 0}).replace("0}", '{"a":' * 100 + "1" + "}" * 101)
    assert one(tmp_path, "e.jsonl", deep).report.text == STORY
    first, second = read(tmp_path, "f.jsonl", '{"a":' * 100_000 + "\n" + json.dumps({"text": STORY}))
    assert "nested too deeply" in first.problem
    assert second.report.text == STORY
