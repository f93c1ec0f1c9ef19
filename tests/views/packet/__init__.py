"""Tests of the packet composer."""
