"""Places of the world by name: one SQLite file, built once from installed data, opened in no time."""

from dateline.gazetteer.added import Source, add_dump, added_dumps
from dateline.gazetteer.countries import CountryFacts, countries, country_code, country_facts, people
from dateline.gazetteer.gazetteer import Gazetteer, gazetteer_path, of_quarter, open_gazetteer

__all__ = [
    "CountryFacts",
    "Gazetteer",
    "Source",
    "add_dump",
    "added_dumps",
    "countries",
    "country_code",
    "country_facts",
    "gazetteer_path",
    "of_quarter",
    "open_gazetteer",
    "people",
]
