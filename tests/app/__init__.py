"""Tests of the command line, the start and the developer's commands."""
