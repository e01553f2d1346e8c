"""docs/places.md is what dateline does: it is written by docs/places.py."""

from __future__ import annotations

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_what_is_read() -> None:
    spec = importlib.util.spec_from_file_location("places_page", DOCS / "places.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.page() == (DOCS / "places.md").read_text("utf-8"), "run: python docs/places.py"
