"""Tests of the lock views."""
