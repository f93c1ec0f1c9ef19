"""Tests of the FHIRPath room."""
