"""Destroy what is kept for a time only: packets after 72 hours, lent keys after their four."""

from datetime import timedelta

from desktop.records.audit_event import AuditAction
from desktop.services.work import Work

KEPT_FOR = timedelta(hours=72)
"""How long the desk keeps a packet."""


def clear_overdue(work: Work) -> None:
    """By anybody signed in: it opens nothing. During a rollback alarm everything stays."""
    work.session.glass_desk.clear_over()
    clear_old_packets(work)


def clear_old_packets(work: Work) -> None:
    """The packets alone; how many is in the audit trail."""
    deleted = work.session.packets.delete_older_than(work.session.store_time() - KEPT_FOR)
    if deleted:
        work.audit(AuditAction.PACKET_DELETED, detail=f"older-than-72-h:{deleted}")
