"""Work beside the GUI thread: one worker in strict order."""
