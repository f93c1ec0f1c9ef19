"""What a safety plan adds to the interview page: the paper at its side."""
