"""The desk of reach: who was eligible, reached and not, in numbers alone."""
