"""One way to read a text for all tests of reading: tests/extract/telling.py."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def rules_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules are tested by themselves; what the learned reader adds, in test_learned.py and by the floors."""
    if "learned" not in request.node.path.stem:
        monkeypatch.setattr("dateline.extract.what.learned.guesses", lambda text: ((), ()))
        monkeypatch.setattr("dateline.extract.what.triggers.weigh", lambda reading, listed: list(listed))
