"""Tests of the privacy screen of a person."""
