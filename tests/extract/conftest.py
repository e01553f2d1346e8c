"""One way to read a text for all tests of reading: tests/extract/telling.py."""

import sys
from pathlib import Path

import pytest

# whether two tellings are of one event the reader helps to say
WITH_READER = ("test_learned", "test_first_pass", "test_drafts", "test_relations")

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def rules_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules are tested by themselves, but where they cannot do without the learned reader."""
    if request.node.path.stem not in WITH_READER:
        monkeypatch.setattr("dateline.extract.what.learned.guesses", lambda *_: ((), ()))
        monkeypatch.setattr("dateline.extract.what.triggers.weigh", lambda reading, listed: list(listed))
