"""Tests of the editors views."""
