"""The invented dataset, and whole exports of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import djibo

from dateline.export.options import ExportOptions
from dateline.model.dataset import Dataset


@pytest.fixture
def dataset() -> Dataset:
    return djibo.dataset()


@pytest.fixture
def private() -> ExportOptions:
    return ExportOptions()


@pytest.fixture
def public() -> ExportOptions:
    return ExportOptions(publish=True)
