"""Tests of the safety_plan views."""
