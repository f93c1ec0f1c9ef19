"""Tests of the window around every screen."""
