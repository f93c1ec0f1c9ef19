"""The database's own refusals: what is signed or chained cannot be edited by any statement."""

SIGNED = "firstlight: signed"
"""What the triggers raise when a signed record would change."""
APPEND_ONLY = "firstlight: append-only"
"""What the triggers raise when a row that only ever grows would change or go."""

_APPEND_ONLY_TABLES = (
    "certificates",
    "records",
    "revisions",
    "sign_offs",
    "audit",
    "audit_checkpoints",
    "site_facts",
    "trust_log",
    "person_log",
    "glass_log",
)
_GUARDED_BY_SIGNATURE = ("revisions", "journal")

_GUARD = (
    "CREATE TRIGGER TABLE_signed BEFORE INSERT ON TABLE "
    "WHEN NEW.amends IS NOT "
    "(SELECT max(revision) FROM sign_offs WHERE record_id = NEW.record_id) "
    "BEGIN SELECT RAISE(ABORT, 'firstlight: signed'); END"
)


def trigger_statements() -> tuple[str, ...]:
    """Every CREATE TRIGGER of the store, in a fixed order."""
    refusals = tuple(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END"
        for table in _APPEND_ONLY_TABLES
        for verb in ("UPDATE", "DELETE")
    )
    guards = tuple(_GUARD.replace("TABLE", table) for table in _GUARDED_BY_SIGNATURE)
    return refusals + guards
