"""Invented schools, and the lists that come back about their leavers, with the slips that real lists carry."""

from benchmarks.match_clerk import Clerk, Rates
from benchmarks.match_people import Person, Town

__all__ = ["Clerk", "Person", "Rates", "Town"]
