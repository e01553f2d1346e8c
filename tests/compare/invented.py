"""Small invented datasets in ACLED's and UCDP's columns: real places, no real event, no text of either dataset."""

from __future__ import annotations

import csv
import io
from typing import Any

from dateline.compare import Comparison, compare_entries, from_rows
from dateline.compare.theirs import Table
from dateline.ingest.dates import order_of, parse_date
from dateline.ingest.tables import csv_rows

ACLED = ("event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "actor1", "assoc_actor_1",
         "actor2", "assoc_actor_2", "country", "admin1", "admin2", "location", "latitude", "longitude", "geo_precision",
         "notes", "fatalities")  # fmt: skip
UCDP = ("id", "type_of_violence", "side_a", "side_b", "where_prec", "where_coordinates", "adm_1", "adm_2",
        "latitude", "longitude", "country", "event_clarity", "date_prec", "date_start", "date_end", "best", "high",
        "low")  # fmt: skip
DJIBO = {"country": "Burkina Faso", "admin1": "Sahel", "admin2": "Soum", "location": "Djibo", "latitude": "14.0986",
         "longitude": "-1.6266", "geo_precision": "1"}  # fmt: skip
DORI = {**DJIBO, "admin2": "Seno", "location": "Dori", "latitude": "14.0354", "longitude": "-0.0345"}
KYIV = {"country": "Ukraine", "admin1": "Kyiv", "location": "Kyiv", "latitude": "50.4547", "longitude": "30.5238"}
GUNMEN = "Unidentified Armed Group (Burkina Faso)"
CIVILIANS = "Civilians (Burkina Faso)"


def acled(number: int, **more: str) -> dict[str, str]:
    """A row in ACLED's columns: gunmen attack Djibo on 15 March 2025 and kill 11."""
    usual = {
        "event_id_cnty": f"BFO{number}", "event_date": "2025-03-15", "time_precision": "1",
        "event_type": "Violence against civilians", "sub_event_type": "Attack", "actor1": GUNMEN,
        "actor2": CIVILIANS, "fatalities": "11", **DJIBO,
    }  # fmt: skip
    return {**dict.fromkeys(ACLED, ""), **usual, **more}


def ucdp(number: int, **more: str) -> dict[str, str]:
    """The same in UCDP's columns."""
    usual = {
        "id": str(number), "type_of_violence": "3", "side_a": "JNIM", "side_b": "Civilians", "where_prec": "1",
        "where_coordinates": "Djibo town", "adm_1": "Sahel region", "adm_2": "Soum province", "latitude": "14.0986",
        "longitude": "-1.6266", "country": "Burkina Faso", "event_clarity": "1", "date_prec": "1",
        "date_start": "2025-03-15 00:00:00.000", "date_end": "2025-03-15 00:00:00.000",
        "best": "11", "high": "17", "low": "11",
    }  # fmt: skip
    return {**dict.fromkeys(UCDP, ""), **usual, **more}


def days(cells: Any) -> Any:
    order = order_of(cells)
    return [parse_date(cell, order)[0] for cell in cells]


def written(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    """The rows as a CSV file."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(rows[0]), delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def table(rows: list[dict[str, str]], **chosen: str) -> Table:
    """The rows, written and read again."""
    return from_rows(csv_rows(written(rows).encode())[0], days, chosen)


def compared(ours: list[dict[str, str]], theirs: list[dict[str, str]]) -> Comparison:
    """Ours beside theirs."""
    one, two = table(ours), table(theirs)
    return compare_entries(one.entries, two.entries, two.dataset, two.title, two.unread, one.unread)
