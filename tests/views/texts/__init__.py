"""Tests of the texts views."""
