"""Why a value is what it is, and the record, list and status of what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.model.claims import Event
from dateline.model.values import plain
from dateline.project import Project, define, defined
from dateline.project.explain import fields


def raid(project: Project) -> Event:
    """The raid on Djibo: the event for which "at least 17 people" is claimed."""
    return next(e for e in project.events() if any(c.original == "at least 17 people" for c in e.claims))


def test_why_killed_gives_words_speakers_rule_and_rivals(project: Project):
    text = str(project.why(raid(project).id, "killed"))
    assert (
        "“at least 17 people”  djibo.txt" in text.replace(str(project.path.parent), "")
        or "“at least 17 people”" in text
    )
    for part in (
        "acled: lowest reliable",
        "The lowest figure told for all the dead",
        "a local official (official; “said”)",
    ):
        assert part in text
    assert "characters 112–130" in text
    assert "2025-03-16" in text


def test_every_quote_of_an_explanation_stands_where_it_says(project: Project):
    reports = project.reports()
    for event in project.events():
        for finding in (f for field in fields() if field != "merge" for f in project.why(event.id, field).findings):
            for ground in (*finding.supporting, *finding.opposing):
                for quote in ground.quotes:
                    assert reports[quote.report].text[quote.start : quote.end] == quote.quote


def test_every_finding_of_every_event_can_be_explained(project: Project):
    for event in project.events():
        for found in event.findings:
            why = project.why(event.id, found.field)
            assert (found.rule, plain(found.value)) in [(f.rule, plain(f.value)) for f in why.findings]
            assert all(f.definition for f in why.findings)
            assert str(why)


def test_why_place_shows_the_namesakes(project: Project, tmp_path: Path):
    told = tmp_path / "tripoli.txt"
    told.write_text("In Lebanon, gunmen killed two soldiers in Tripoli on Monday. Lebanese officials blamed smugglers.")
    project.add([told])
    project.extract()
    project.merge()
    event = next(e for e in project.events() if "Tripoli" in str(e.finding("place")))
    text = str(project.why(event.id, "place"))
    assert "Ash Shimāl, LB" in text or "Lebanon" in text
    assert "LY" in text or "Libya" in text


def test_why_merge_gives_the_comparisons(project: Project):
    merged = next((e for e in project.events() if len({a.report for a in e.accounts}) > 1), None)
    assert merged, "two reports of one raid are one event"
    text = str(project.why(merged.id, "merge"))
    assert "the same event, score" in text
    assert "bits  " in text
    assert "second.txt" in text


def test_a_join_is_among_the_reasons(project: Project):
    one, two = project.events()[:2]
    decision = project.join(one.id, two.id, "by hand", "Ada")
    assert decision.id in str(project.why(one.id, "merge"))


def test_of_what_nobody_tells_it_says_so(project: Project):
    untold = next(e for e in project.events() if e.finding("weapon") is None)
    assert "Nothing is told of it" in str(project.why(untold.id, "weapon"))


def test_an_unknown_field_is_answered_with_the_known(project: Project):
    with pytest.raises(DatelineError, match="colour: no such field; there are type, period"):
        project.why(project.events()[0].id, "colour")


def test_other_words_for_fields(project: Project):
    event = raid(project).id
    assert project.why(event, "where") == project.why(event, "place")
    assert project.why(event, "fatalities") == project.why(event, "killed")


def test_the_record_holds_every_claim_report_and_reason(project: Project):
    for event in project.events():
        text = str(project.show(event.id))
        for name in (event.id, *(c.id for c in event.claims), *(a.id for a in event.accounts)):
            assert name in text


def test_the_list_holds_every_event_and_puts_news_first(project: Project):
    found = project.listing()
    assert {row.id for row in found.rows} == {event.id for event in project.events()}
    assert found.first(None) == found.rows
    few = found.first(2)
    assert len(few) == 2
    assert not any(row.withheld or row.salience == "background" for row in few)


def test_the_list_says_who_gives_each_figure(project: Project):
    row = next(row for row in project.listing().rows if row.id == raid(project).id)
    killed = next(line for line in row.harm if line.startswith("killed: "))
    assert "at least 17 people (a local official" in killed
    assert "11 people (the army" in killed


def test_the_status_counts_every_report(project: Project):
    status = project.status()
    assert status.outcomes == {"events": 2}
    assert sum(status.events.values()) == len(project.events())
    assert sum(status.withheld.values()) == sum(not event.exported for event in project.events())
    assert all(row.events for row in status.reports)
    assert str(status).startswith("2 reports\n")


def test_unread_words_are_listed_with_where_they_stand(project: Project):
    reports = project.reports()
    for row in project.status().reports:
        assert len(row.unread_lines()) == 1 + len({item.kind for item in row.unread})
        for item in row.unread:
            assert reports[row.id].text[item.passage.start : item.passage.end] == item.passage.quote


def test_the_codebook_defines_fields_types_and_rules():
    assert "killed: ucdp: best" in define("Killed")
    assert list(define("armed clash")) == ["Armed clash"]
    assert set(defined()) == {"fields", "types", "rules"}
    with pytest.raises(DatelineError, match="no such field, type or rule"):
        define("colour")
