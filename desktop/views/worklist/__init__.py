"""The worklist: who was not seen yet, whom to call, what is due, what came back."""
