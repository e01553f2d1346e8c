"""Errors that a person can act on: one line, which file, what is wrong, what to do; exit codes."""

from __future__ import annotations

EXIT_OK, EXIT_SOME_REJECTED, EXIT_NOTHING_READ, EXIT_USAGE, EXIT_STORE = 0, 1, 3, 2, 4


class DatelineError(Exception):
    """What went wrong, in one line for a person; `exit_code` is what the command line returns."""

    exit_code = EXIT_USAGE


class StoreError(DatelineError):
    """The project file cannot be read or written (missing, locked, full disk, not a project)."""

    exit_code = EXIT_STORE


class NothingReadError(DatelineError):
    """No report could be read from what was given."""

    exit_code = EXIT_NOTHING_READ
