"""Moves between roles: one additive, fitted model of how feasible they are and how alike roles are. Public names."""

from reasoning.transitions.answer import Part, Transition, transition
from reasoning.transitions.grounds import Ground, Standpoint
from reasoning.transitions.landscape import Landscape
from reasoning.transitions.ranking import Neighbour, Scored, adjacent, scores
from reasoning.transitions.remembering import landscape
from reasoning.transitions.weights import Order

__all__ = [
    "Ground",
    "Landscape",
    "Neighbour",
    "Order",
    "Part",
    "Scored",
    "Standpoint",
    "Transition",
    "adjacent",
    "landscape",
    "scores",
    "transition",
]
