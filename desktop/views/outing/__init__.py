"""Visits away from the hospital: the card of a case, the plan, and each step of the way."""
