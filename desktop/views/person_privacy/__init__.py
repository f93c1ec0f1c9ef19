"""What concerns the privacy of one person: reference, restricted notes, erasing, lending."""
