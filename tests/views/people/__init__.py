"""Tests of the desk of people."""
