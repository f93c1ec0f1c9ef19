"""The parts that screens are built of, one per file."""
