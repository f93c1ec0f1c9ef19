"""The window around every screen: rail, status, messages, navigation, shortcuts."""
