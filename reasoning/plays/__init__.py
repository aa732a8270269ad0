"""Plays: which of them the declared rules call for, on the facts of one person."""

from reasoning.plays.answers import PlayMatch, PlaysAnswer, PlaysRequest
from reasoning.plays.choosing import choose_plays

__all__ = ["PlayMatch", "PlaysAnswer", "PlaysRequest", "choose_plays"]
