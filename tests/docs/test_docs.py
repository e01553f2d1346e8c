"""What the documents say is so: verbs, options, exit codes, settings; and the commands of the README run."""

from __future__ import annotations

import dataclasses
import re
import shlex
from pathlib import Path

import pytest
import times_page
import typer

import dateline
from dateline import errors
from dateline.cli import main
from dateline.cli.app import EXIT_INTERRUPTED, app
from dateline.config import Config
from dateline.extract.events import day, day_again, day_clock, day_paragraph, day_taken
from dateline.project import Project, open_project
from dateline.project.explain import fields
from dateline.web.keys import usual as usual_keys

ROOT = Path(__file__).parents[2]
VERBS = (ROOT / "docs" / "verbs.md").read_text("utf-8")
TIMES = times_page.PAGE.read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### (\w+)(.*?)(?=^##|\Z)", VERBS, re.MULTILINE | re.DOTALL))
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
SHARED = {"-p", "--project"}


def test_every_verb_has_its_section():
    assert set(SECTIONS) == set(COMMANDS)


@pytest.mark.parametrize("verb", sorted(COMMANDS))
def test_every_option_is_told(verb: str):
    options = {o for parameter in COMMANDS[verb].params for o in parameter.opts if o.startswith("-")} - {"--help"}
    general = VERBS[: VERBS.index("## Making")] + VERBS[VERBS.index("## Deciding") :].split("###", 1)[0]
    where = SECTIONS[verb] + (general if options & SHARED or verb in ("split", "join", "undo") else "")
    assert [option for option in options if f"`{option}" not in where and f" {option} " not in where] == []


def test_no_option_is_told_that_is_not_there():
    real = {o for command in COMMANDS.values() for parameter in command.params for o in parameter.opts}
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", VERBS)) | {"-p"}
    assert told - real - {"--help"} == set()


def test_every_exit_code_is_told():
    codes = {value for name, value in vars(errors).items() if name.startswith("EXIT_")} | {EXIT_INTERRUPTED}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", VERBS, re.MULTILINE)} == codes


def test_every_setting_is_told():
    told = dict(re.findall(r"^\| `([\w.]+)` \| (\S+) \|", VERBS[VERBS.index("## Settings") :], re.MULTILINE))
    usual = dataclasses.asdict(Config())
    review = {f"review.{name}": str(value) for name, value in usual.pop("review").items()}
    assert told == {name: str(value) for name, value in usual.items()} | review


def test_every_key_of_the_review_that_decides_is_told():
    guide = (ROOT / "docs" / "review.md").read_text("utf-8")
    keys = [key for key in usual_keys().values() if key.where == "event"]
    assert [key.name for key in keys if f"`{key.shown}`" not in guide] == []


def test_every_field_that_why_knows_is_told():
    assert [field for field in fields() if f"`{field}`" not in SECTIONS["why"]] == []


def test_the_verbs_are_methods():
    methods = {"add", "extract", "merge", "export", "show", "why", "status", "check", "log", "split", "join", "undo"}
    assert all(callable(getattr(Project, name)) for name in methods)
    assert callable(Project.agree)
    assert callable(Project.write_interactions)
    others = {"run", "init", "codebook", "gazetteer", "score", "compare", "agree", "review", "interactions"}
    assert set(COMMANDS) - methods == others


def test_the_python_example_runs(made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    code = re.search(r"```python\n(.*?)```", VERBS, re.DOTALL)
    assert code
    monkeypatch.setattr(dateline, "open", lambda _: open_project(made), raising=False)
    exec(code[1], {})
    assert "killed of DL-" in capsys.readouterr().out


def commands(text: str) -> list[list[str]]:
    """The dateline commands of the README's indented lines, in order."""
    found = re.findall(r"^    (dateline .*)$", text, re.MULTILINE)
    return [shlex.split(line, comments=True)[1:] for line in found]


def test_the_commands_of_the_readme_run(tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch):
    """In the order in which they stand, in one folder; EVENT and the like stand for what the project holds."""
    reports = tmp_path / "my-reports"
    reports.mkdir()
    for report in open_project(made).reports().values():
        (reports / Path(report.origin or "").name).write_text(report.text)
    monkeypatch.chdir(tmp_path)
    assert commands(README)
    for words in commands(README):
        found = [path.parent for path in tmp_path.glob("**/project.dateline")]
        if words[0] != "run" and found:
            monkeypatch.chdir(found[0])
        if words[0] == "review":  # it would go on until somebody stops it
            assert (found[0] / "project.dateline").exists()
            continue
        assert main(_filled(words, found[0] if found else None)) == 0, words


def _filled(words: list[str], folder: Path | None) -> list[str]:
    """The words with real ids; a split is given the event that has two accounts."""
    if folder is None or not {"EVENT", "ACCOUNT", "DECISION"} & set(words):
        return words
    project = open_project(folder)
    events = sorted(project.events(), key=lambda event: -len(event.accounts))
    ids = iter([event.id for event in events])
    names = {"ACCOUNT": lambda: events[0].accounts[-1].id, "DECISION": lambda: project.log()[-1].id}
    return [next(ids) if word == "EVENT" else names[word]() if word in names else word for word in words]


def test_make_knows_what_the_readme_names():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"make (\w+)`", README)) <= targets
    assert {"demo", "test", "lint", "scores", "bench", "lock"} <= targets


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda path: path.name
)
def test_links_lead_somewhere(path: Path):
    links = re.findall(r"\]\(([^)#]+)", path.read_text("utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (path.parent / link).exists()] == []


def test_the_hard_cases_of_time_are_as_the_page_says():
    assert times_page.page(TIMES) == TIMES
    assert len(times_page.CASES) == 10


@pytest.mark.parametrize(
    "rule",
    [
        *day_taken.TAKEN.values(),
        *(
            day_taken.HEADING,
            day_taken.IN_SENTENCE,
            day_again.AGAIN,
            day_again.THEN,
            day_paragraph.TOLD_BEFORE,
            day_taken.ISSUE,
        ),
        *(day_taken.STORY, day_paragraph.LONG_PAST, day_clock.ALONE, day.COUNTED),
    ],
)
def test_every_rule_that_infers_a_day_is_told(rule: str):
    assert f"| `{rule}` |" in TIMES
