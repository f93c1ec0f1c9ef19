"""What is kept: people, episodes, attempts, consent, review, roles. No Qt, no SQL."""
