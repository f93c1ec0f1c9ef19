"""Debriefs after a hard event: asked for in two presses, noted on the review desk."""
