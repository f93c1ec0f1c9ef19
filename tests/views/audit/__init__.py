"""Tests of the desk of the audit trail."""
