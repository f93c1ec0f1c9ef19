"""The administrator's desk: consent texts and their approval."""
