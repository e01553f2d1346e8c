"""The layout of a gazetteer file, and which names go into it.

In: a name. Out: the tables `entry` (one row a place), `name` (folded key -> entry; kind 0 main name,
1 curated, 2 other, 3 that of a quarter), `loose`, `unit` (how many places a first-level unit has), `present` (a map of
the names); whether another name is worth a row.
"""

from __future__ import annotations

SCHEMA = """
CREATE TABLE entry (id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, country TEXT, admin1 TEXT,
                    admin2 TEXT, feature TEXT, population INTEGER, zone TEXT, unit1 INTEGER, unit2 INTEGER);
CREATE TABLE name (key TEXT, entry INTEGER, kind INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE loose (key TEXT, entry INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
"""
UNITS = """
CREATE TABLE unit AS SELECT country, admin1, count(*) AS places FROM entry
WHERE feature IN ('P', 'A2') AND admin1 IS NOT NULL GROUP BY country, admin1 ORDER BY country, admin1;
"""
PRESENT = "CREATE TABLE present (bits BLOB)"
MAIN, CURATED, OTHER, QUARTER = 0, 1, 2, 3


def worth_keeping(name: str) -> bool:
    """Whether another name can turn up in English news: no code, no transcription in small letters."""
    return len(name) > 2 and not name[0].islower() and not (len(name) < 5 and name.isupper())
