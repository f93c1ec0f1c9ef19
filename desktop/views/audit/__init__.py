"""The privacy officer's desk of the audit trail."""
