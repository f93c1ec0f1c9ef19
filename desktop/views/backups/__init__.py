"""The administrator's desk of backups: where, when, the last result, and trying a restore."""
