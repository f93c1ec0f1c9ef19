"""Tests of the interview views."""
