from __future__ import annotations

from dataclasses import replace

from hand import arrest, gold, raid, reading

from dateline.evaluate import NearMiss, cluster_figures
from dateline.evaluate.counts import Count


def tellings(*names, near=()):
    """Reports that each tell the raid (one happening) and an arrest of their own."""
    first, second = gold().events
    events = (replace(first, happening="gao"), second)
    return [replace(gold(), name=name, events=events, near_misses=near if name == names[0] else ()) for name in names]


def read(*names):
    """Accounts get ids of their own, as those of different reports have."""
    rows = {}
    for name in names:
        made = [(replace(a, report=name), claims) for a, claims in (raid(), arrest())]
        rows[name] = reading(*made)
    return rows


def ids(rows):
    return {name: [a.id for a in row.accounts] for name, row in rows.items()}


def test_tellings_brought_together_are_right():
    rows = read("a", "b")
    told = ids(rows)
    found = cluster_figures(tellings("a", "b"), rows, [(told["a"][0], told["b"][0]), (told["a"][1],), (told["b"][1],)])
    assert {name: figure.count.f1 for name, figure in found.items() if figure.count.wanted} == {
        "same event, end to end": 1, "same event, given both": 1,
        "same event, B-cubed precision": 1, "same event, B-cubed recall": 1,
    }  # fmt: skip


def test_all_in_one_heap_costs_precision():
    rows = read("a", "b")
    heap = [name for row in ids(rows).values() for name in row]
    found = cluster_figures(tellings("a", "b"), rows, [heap])
    # of the 4 pairs across the two reports 1 is right; each raid is with 2 of its kind in 4, each arrest with 1
    assert found["same event, given both"].count == Count(1, 4, 1)
    assert found["same event, B-cubed precision"].count == Count(2 / 4 + 1 / 4 + 2 / 4 + 1 / 4, 4, 4)
    assert found["same event, B-cubed recall"].count == Count(4, 4, 4)


def test_three_tellings_left_apart_miss_three_pairs():
    rows = read("a", "b", "c")
    single = [(name,) for row in ids(rows).values() for name in row]
    found = cluster_figures(tellings("a", "b", "c"), rows, single)
    assert found["same event, given both"].count == Count(0, 0, 3)
    # each raid stands alone though two others tell it: 3 of 6 accounts have a third
    assert round(found["same event, B-cubed recall"].count.recall, 9) == round((3 * 1 / 3 + 3) / 6, 9)


def test_a_missed_telling_counts_end_to_end_only():
    rows = {**read("a"), "b": reading()}
    found = cluster_figures(tellings("a", "b"), rows, [(name,) for name in ids(rows)["a"]])
    assert found["same event, end to end"].count == Count(0, 0, 1)
    assert found["same event, given both"].count == Count(0, 0, 0)


def test_a_near_miss_must_stay_apart():
    near = (NearMiss(("a", "raid"), ("b", "arrest"), "next day"),)
    rows = read("a", "b")
    told = ids(rows)
    reports = tellings("a", "b", near=near)
    apart = cluster_figures(reports, rows, [(name,) for row in told.values() for name in row])
    merged = cluster_figures(reports, rows, [(told["a"][0], told["b"][1]), (told["a"][1],), (told["b"][0],)])
    assert apart["near miss kept apart"].count == Count(1, 1, 1)
    assert merged["near miss kept apart"].count == Count(0, 1, 1)
