"""The actor swap: what its table holds, and how differences are counted."""

from __future__ import annotations

import tomllib

from benchmarks.swap import TABLE, Told, compare, sentences, text


def test_two_hundred_sentences_in_which_only_the_actor_changes():
    rows = list(sentences())
    actors = tomllib.loads(TABLE.read_text("utf-8"))["actors"]
    assert len({sentence for _, _, sentence in rows}) == 200
    for act in {act for act, _, _ in rows}:
        told = {name: sentence for row, name, sentence in rows if row == act}
        bare = {_bare(sentence, actors[name]) for name, sentence in told.items()}
        assert len(told) == len(actors)
        assert len(bare) == 1


def _bare(sentence: str, actor: str) -> str:
    return sentence.replace(actor, "X").replace(actor[0].upper() + actor[1:], "X")


def test_those_who_differ_from_the_commonest_are_named_and_counted():
    def told(sentence: str) -> Told:
        odd = "Hamas" in sentence and "village" in sentence
        return Told("Armed clash" if odd else "Attack", "combatant" if odd else "unknown")

    rows = {row.act: row for row in compare(told)}
    assert rows["village"].other_type == {"hamas": "Armed clash"}
    assert rows["village"].other_status == {"hamas": "combatant"}
    assert (rows["shots"].other_type, rows["shots"].common) == ({}, Told("Attack", "unknown"))
    assert "another type: 2 of 200" in text(list(rows.values()), 200)  # the truce is told in a village as well
