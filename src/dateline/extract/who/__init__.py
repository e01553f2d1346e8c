"""Actors and people: groups, forces and kinds of people, and the private people to be masked."""
