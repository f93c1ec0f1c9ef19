"""The administrator's desk of contacts: whom the site wants told about an alert."""
