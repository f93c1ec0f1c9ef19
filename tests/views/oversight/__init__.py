"""Tests of the oversight desk."""
