"""Claims as a page shows them: the value in words, who says it, how sure the words are.

In: claims. Out: `ClaimView`s, masked where published, with no markup in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.export import phrases, told
from dateline.export.files import table
from dateline.export.mask import Masker
from dateline.gazetteer.countries import country_facts
from dateline.model.claims import Claim
from dateline.model.values import Speaker


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim, ready to print; `number` links it to its words on the page."""

    number: int
    id: str
    heading: str
    kind: str
    value: str
    said: str
    doubt: str
    quote: str
    basis: str
    part: bool


def place_words(place: dict[str, Any] | None) -> str:
    """ "near Arbinda, Soum, Sahel, Burkina Faso"."""
    place = place or {}
    country = country_facts(place.get("country") or "")
    name = place.get("name") or place.get("text") or ""
    parts = [name, place.get("admin2"), place.get("admin1"), country.name if country else place.get("country")]
    words = ", ".join(part for part in dict.fromkeys(parts) if part)
    relation = place.get("relation") or ("near" if place.get("precision") == "near" else "")
    return f"{relation} {words}".strip() or "not told"


def blame_words(value: dict[str, Any]) -> str:
    """Responsibility in words: "the army is accused by a resident"."""
    parts = (value.get("actor"), table("words.toml")["responsibility"].get(value.get("ground"), value.get("ground")))
    by = f"by {value['by']}" if value.get("by") else ""
    return " ".join(part for part in (*parts, by) if part)


def value_words(claim: Claim) -> str:
    """What the claim gives its field, in words."""
    value = claim.value
    if not isinstance(value, dict):
        return str(value)
    if claim.field in told.HARMS:
        return phrases.claim_toll(claim)
    if claim.field == "type":
        return str(value.get("acled_sub_event") or value.get("plover_root") or "")
    if claim.field == "participant":
        return f"{value.get('name')} ({value.get('role')})"
    shapes = {"period": phrases.period_words, "place": place_words, "responsibility": blame_words}
    return shapes[claim.field](value) if claim.field in shapes else str(value.get("value") or value.get("kind") or "")


def speaker_words(speaker: Speaker, masker: Masker) -> str:
    """ "a local official (official)"."""
    kind = table("words.toml")["kind"].get(speaker.kind, speaker.kind)
    return f"{phrases.lower_article(masker.speaker(speaker)) or 'unnamed'} ({kind})"


def said_words(claim: Claim, masker: Masker) -> str:
    """Who says so: "a local official (official), via Reuters (media)", else the report itself."""
    return ", via ".join(speaker_words(speaker, masker) for speaker in claim.chain) or "the report itself"


def doubt_words(claim: Claim) -> str:
    """Stance and verification where they are more than a plain statement."""
    words = table("words.toml")
    stance = "" if claim.stance == "asserted" else words["stance"].get(claim.stance, claim.stance)
    checked = words["verification"].get(claim.verification, claim.verification or "")
    return " · ".join(part for part in (stance, checked) if part)


def view(number: int, claim: Claim, masker: Masker) -> ClaimView:
    """The claim as the page shows it."""
    heading, kind = table("words.toml")["field"].get(claim.field, (claim.field, "with"))
    return ClaimView(
        number=number,
        id=claim.id,
        heading=heading,
        kind=kind,
        value=masker.words(value_words(claim)),
        said=said_words(claim, masker),
        doubt=doubt_words(claim),
        quote=" … ".join(masker.quote(passage) for passage in claim.passages),
        basis=masker.words(" ".join(part for part in (claim.basis or "", *claim.inputs) if part))
        if claim.basis
        else "",
        part=claim.part_of is not None,
    )


ORDER = {name: place for place, name in enumerate(table("words.toml")["field"])}


def in_order(claims: tuple[Claim, ...]) -> list[Claim]:
    """Claims by field, as the page lists them; within a field as they stand in the text."""
    return sorted(claims, key=lambda c: (ORDER.get(c.field, 99), c.passages[0].start if c.passages else -1, c.id))
