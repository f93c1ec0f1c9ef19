"""Screens: each shows a state and emits what the user wants; nothing here decides or stores."""
