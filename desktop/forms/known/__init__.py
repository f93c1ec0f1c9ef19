"""Instruments that hospitals already use: facts and rules about them, never their wording."""
