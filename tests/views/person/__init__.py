"""Tests of the person page and its banner."""
