"""The administrator's desk of forms: load, make current, retire."""
