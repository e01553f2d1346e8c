"""Who: armed groups, states and their forces by name and period; nouns for people."""

from dateline.actors.countries import country_name, country_of
from dateline.actors.groups import ActorFile, Named, load_actors
from dateline.actors.people import PeopleNoun, people, people_noun
from dateline.actors.states import Actor, generic, state_force

__all__ = [
    "Actor",
    "ActorFile",
    "Named",
    "PeopleNoun",
    "country_name",
    "country_of",
    "generic",
    "load_actors",
    "people",
    "people_noun",
    "state_force",
]
