"""Who: armed groups, states and their forces by name and period; nouns for people. No text is read here."""

from dateline.actors.people import PeopleNoun, people, people_noun

__all__ = ["PeopleNoun", "people", "people_noun"]
