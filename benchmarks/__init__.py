"""Benchmarks: each figure beside a named yardstick measured in the same run."""
