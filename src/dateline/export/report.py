"""report.html: the whole dataset as one page that needs no server and no network.

In: a dataset. Out: `OUT/report.html` (private: full articles with the evidence marked), or, where
options.publish is set, `OUT/report.publish.html` (short quotes, private people masked). Every word
from outside is escaped; only this room's own styles and scripts run, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dateline.export import plot_layout
from dateline.export.files import asset, table, write_whole
from dateline.export.mask import Masker
from dateline.export.options import ExportOptions
from dateline.export.page_articles import articles
from dateline.export.page_events import drawn, view
from dateline.model.dataset import Dataset

STYLES = ("assets/palette.css", "assets/page.css", "assets/evidence.css", "assets/map.css", "assets/toll.css")
BLANKS = re.compile(r"[ \t]*\n\s*\n[ \t]*")
SCRIPTS = (
    "assets/base.js",
    "assets/outlines.js",
    "assets/map.js",
    "assets/timeline.js",
    "assets/evidence.js",
    "assets/table.js",
)


def leaflet(name: str) -> str:
    """A file of the Leaflet that is installed, without what would ask for further files."""
    text = files("xstatic.pkg.leaflet").joinpath("data", name).read_text("utf-8")
    outward = "url(" if name.endswith(".css") else "sourceMappingURL"
    lines = [line for line in text.splitlines() if outward not in line]
    return "\n".join(lines)


def embedded(data: Any) -> Markup:
    """JSON that is safe inside a script element: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def policy(styles: list[str], scripts: list[str]) -> str:
    """The Content-Security-Policy that lets only these styles and scripts run, and no request out."""

    def hashes(texts: list[str]) -> str:
        digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
        return " ".join(f"'sha256-{digest}'" for digest in digests)

    parts = ["default-src 'none'", f"style-src {hashes(styles)}", f"script-src {hashes(scripts)}"]
    return "; ".join([*parts, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def environment() -> Environment:
    """The templates, with every value escaped unless it is marked as markup here."""
    loader = PackageLoader("dateline.export", "templates")
    found = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    found.filters["tight"] = lambda text: BLANKS.sub("\n\n", text)
    return found


def context(dataset: Dataset, masker: Masker, options: ExportOptions) -> dict[str, Any]:
    """All that the template prints."""
    shown = [(event, view(event, dataset, masker)) for event in dataset.events]
    shown.sort(key=lambda pair: (pair[1].start or "9999", pair[0].id))
    told_of = articles(dataset, masker)
    return {
        "words": table("words.toml"),
        "events": [row for _, row in shown],
        "articles": told_of,
        "rejected": [masker.plain([r.origin.rsplit("/", 1)[-1], r.problem, r.advice]) for r in dataset.rejected],
        "near": dataset.near_misses,
        "size": (plot_layout.WIDTH, plot_layout.HEIGHT, plot_layout.LEFT),
        "publish": options.publish,
        "names": options.names,
        "counts": {
            "events": len(shown),
            "reports": len(told_of),
            "telling": sum(bool(article.tellings) for article in told_of),
            "claims": sum(len(event.claims) for event in dataset.events),
            "withheld": sum(not event.exported for event in dataset.events),
            "rejected": len(dataset.rejected),
        },
        "data": embedded([drawn(event, row) for event, row in shown]),
        "outlines": embedded(json.loads(asset("assets/outlines.json"))),
    }


def page(dataset: Dataset, options: ExportOptions) -> str:
    """The whole page as HTML."""
    styles = [leaflet("leaflet.css"), *(asset(name) for name in STYLES)]
    scripts = [leaflet("leaflet.js"), *(asset(name) for name in SCRIPTS)]
    return (
        environment()
        .get_template("report.html")
        .render(
            **context(dataset, Masker(dataset, options, leaves=False), options),
            policy=policy(styles, scripts),
            styles=[Markup(text) for text in styles],
            scripts=[Markup(text) for text in scripts],
        )
    )


def write_report(dataset: Dataset, out: Path, options: ExportOptions) -> list[Path]:
    """Write the page into the folder `out`; StoreError where that fails."""
    name = "report.publish.html" if options.publish else "report.html"
    return [write_whole(out / name, page(dataset, options))]
