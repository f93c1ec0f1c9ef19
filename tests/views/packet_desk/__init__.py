"""Tests of the packet desk."""
