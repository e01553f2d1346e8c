"""The plug-in door: what is registered, in what order, and what a broken plug-in says."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from dateline import registry
from dateline.errors import DatelineError
from dateline.registry import plugins


@pytest.mark.parametrize(
    ("group", "some"),
    [
        ("inputs", {"csv", "text", "html", "pdf", "docx", "jsonl"}),
        ("components", {"parse", "frames", "accounts"}),
        ("exporters", {"acled", "geojson", "jsonl", "report"}),
    ],
)
def test_the_built_ins_come_in_by_the_door_in_order_of_name(group: str, some: set[str]) -> None:
    found = plugins(group)
    assert some <= set(found)
    assert list(found) == sorted(found)
    assert all(callable(plugin) for plugin in found.values())


def test_a_group_without_plug_ins_is_empty() -> None:
    assert plugins("nothing-of-the-kind") == {}


def test_a_plug_in_of_another_package_comes_in_with_the_built_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("counted", "collections:Counter", "dateline.inputs")
    built_in = EntryPoint("zeal", "json:loads", "dateline.inputs")
    monkeypatch.setattr(registry, "entry_points", lambda group: (built_in, point))
    assert list(plugins("inputs")) == ["counted", "zeal"]


@pytest.mark.parametrize("value", ["no.such.module:read", "json:no_such_name"])
def test_a_broken_plug_in_is_one_line_that_names_it(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    point = EntryPoint("broken", value, "dateline.inputs")
    monkeypatch.setattr(registry, "entry_points", lambda group: (point,))
    with pytest.raises(DatelineError) as error:
        plugins("inputs")
    assert "broken" in str(error.value)
    assert value in str(error.value)
    assert "\n" not in str(error.value)
