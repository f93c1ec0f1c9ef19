"""Tests of the rendering room."""
