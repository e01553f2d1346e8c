"""The program `dateline`: its verbs, and how it ends: with a code, and one line where something is wrong.

In: the command line. Out: an exit code of dateline.errors.
"""

from __future__ import annotations

import errno
import io
import os
import sys

import typer

from dateline.cli import deciding, looking, making, measuring, reviewing
from dateline.errors import EXIT_OK, EXIT_STORE, EXIT_USAGE, DatelineError

EXIT_INTERRUPTED = 130
INTERRUPTED = "interrupted; what is stored stays: run it again to go on"
ABOUT = "News reports of conflict in, checkable events out: every value with the words it rests on."

app = typer.Typer(
    name="dateline",
    help=ABOUT,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
GROUPS = (making, looking, deciding, reviewing, measuring)
for name, verb in (pair for group in GROUPS for pair in group.VERBS.items()):
    app.command(name)(verb)


def main(words: list[str] | None = None) -> int:
    """Run the command line (None: that of this process); the exit code."""
    _any_letter()
    try:
        code = app(words, prog_name="dateline", standalone_mode=False)
        sys.stdout.flush()
    except DatelineError as error:
        return _say(str(error), error.exit_code)
    except OSError as error:
        return _disk(error)
    except SystemExit:  # how Typer ends when the reader of a pipe has gone
        return _quiet()
    except Exception as error:
        return _usage(error)
    if code == EXIT_INTERRUPTED:
        return _say(INTERRUPTED, code)
    return code if isinstance(code, int) else EXIT_OK


def _any_letter() -> None:
    """Let a terminal that lacks a letter show its number: that is no error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _say(line: str, code: int) -> int:
    print(f"dateline: {line}", file=sys.stderr)
    return code


def _usage(error: Exception) -> int:
    """One line for words that Typer cannot use; any other exception is a fault of ours and goes on."""
    message = getattr(error, "format_message", None)
    if message is None:
        raise error
    if "\n" in message():  # the help, where no words were given
        print(message())
        return EXIT_USAGE
    return _say(f"{message()} See 'dateline --help'.", EXIT_USAGE)


def _quiet() -> int:
    """Nothing more can be written to standard output, and nothing more shall be tried."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return EXIT_OK


def _disk(error: OSError) -> int:
    """What the system said, in one line, with what to do; quiet where the reader of a pipe has gone."""
    if error.filename is None:
        _quiet()
    if error.errno == errno.EPIPE:
        return EXIT_OK
    what = f"{error.filename}: " if error.filename else ""
    full = "the disk is full; free some space and run it again"
    return _say(what + (full if error.errno == errno.ENOSPC else error.strerror or str(error)), EXIT_STORE)
