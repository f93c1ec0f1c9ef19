"""The consent screen on real services, most of it on a real sealed store."""
