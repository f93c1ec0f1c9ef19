"""Tests of the desk of backups."""
