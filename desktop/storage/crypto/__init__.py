"""The only room that names a cipher or the keyring; it knows bytes, not SQL and not the domain."""
