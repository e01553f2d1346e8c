"""What the codebook says of a field, a type or a rule.

In: a name. Out: its definition; DatelineError where the codebook has no such name.
"""

from __future__ import annotations

from dateline.codebook import load_codebook
from dateline.errors import DatelineError
from dateline.findings import definitions


def defined() -> dict[str, dict[str, str]]:
    """Every definition: fields, types (ACLED's sub-events), rules ("field: rule")."""
    book = load_codebook()
    types = {
        entry.sub_event: f"{entry.definition} [{entry.event}; PLOVER {' '.join(filter(None, entry.plover))}]"
        for entry in book.types.values()
    }
    rules = {f"{field or 'any field'}: {rule}": words for (field, rule), words in definitions().items()}
    return {"fields": dict(book.fields), "types": types, "rules": rules}


def define(name: str) -> dict[str, str]:
    """The definitions that go by that name, in any case; a field's rules come with it."""
    wanted = name.casefold()
    rows = (pair for group in defined().values() for pair in group.items())
    found = {key: words for key, words in rows if wanted in (key.casefold(), *key.casefold().split(": ", 1))}
    if not found:
        raise DatelineError(f"{name}: the codebook has no such field, type or rule; 'dateline codebook' lists them")
    return found
