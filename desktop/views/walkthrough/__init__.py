"""Plays the bedside journey through the real widgets, for the headless demo and its pictures."""
