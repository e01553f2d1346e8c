"""The five roles of GTT: from its own JSON, or from templates in the keys' syntax.

In: a gtt JSON file's rows, or `Template`s. Out: (incident type, role -> entities) for each template, as
`benchmarks.common.entities` takes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.common.entities import ROLES, Entity, Roles
from benchmarks.common.entities import Template as Filled
from benchmarks.muc4.syntax import Template

SLOT_OF = {
    "PerpInd": "PERP: INDIVIDUAL ID",
    "PerpOrg": "PERP: ORGANIZATION ID",
    "Target": "PHYS TGT: ID",
    "Victim": "HUM TGT: NAME",
    "Weapon": "INCIDENT: INSTRUMENT ID",
}


def from_gtt(templates: Sequence[dict[str, Any]]) -> list[Filled]:
    """The templates of one row of a gtt file; the same template twice counts once."""
    found: list[Filled] = []
    for row in templates:
        roles = {role: [tuple(m[0] for m in entity) for entity in row.get(role, []) if entity] for role in ROLES}
        filled = (str(row["incident_type"]), roles)
        if filled not in found:
            found.append(filled)
    return found


def from_templates(templates: Sequence[Template]) -> list[Filled]:
    """The same out of templates in the keys' syntax; as in GTT, victims are those that are named."""
    found: list[Filled] = []
    for template in templates:
        roles = {
            role: [tuple(option.value for option in fill.options) for fill in template.fills(slot)]
            for role, slot in SLOT_OF.items()
        }
        filled = (" / ".join(template.types()).lower(), roles)
        if filled not in found:
            found.append(filled)
    return found


def over_document(templates: Sequence[Filled]) -> Roles:
    """The entities of a document by role, whatever the template; entities that share a mention are one."""
    found: dict[str, list[Entity]] = {}
    for role in ROLES:
        merged: list[Entity] = []
        for _, roles in templates:
            for entity in roles.get(role, ()):
                same = next((i for i, known in enumerate(merged) if set(known) & set(entity)), None)
                if same is None:
                    merged.append(entity)
                else:
                    merged[same] = tuple(dict.fromkeys((*merged[same], *entity)))
        found[role] = merged
    return found
