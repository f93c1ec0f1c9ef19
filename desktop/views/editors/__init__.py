"""One editor per kind of question; each shows a state and tells the answer, nothing more."""
