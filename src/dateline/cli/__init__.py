"""The command line: verbs for people, each one method of a project.

In: words typed in a terminal. Out: text on standard output, progress and one-line errors on standard
error, an exit code. Heavy modules are imported only by the verbs that need them.
"""

from dateline.cli.app import main

__all__ = ["main"]
