"""The audit trail: whoever writes it cannot read it back."""

from typing import Protocol

from desktop.records.audit_event import AuditEvent


class AuditTrail(Protocol):
    """Hash-chained entries sealed to the auditor; whoever writes cannot read them back."""

    def record(self, event: AuditEvent) -> None:
        """Append one entry; durable on return."""
        ...
