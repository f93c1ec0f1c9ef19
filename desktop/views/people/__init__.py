"""The desk of people: accounts, one-time codes, and the keys that are handed on."""
