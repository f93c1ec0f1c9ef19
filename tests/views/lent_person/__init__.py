"""Tests of what a privacy officer reads."""
