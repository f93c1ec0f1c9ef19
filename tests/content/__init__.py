"""Tests of the care content: instruments, consent texts, directories, reading ease."""
