"""Help: shortcuts, short answers, display, about."""
