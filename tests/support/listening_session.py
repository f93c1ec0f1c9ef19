"""A session that lets the tests hear what goes into the audit trail, which nobody else reads."""

from datetime import datetime

from desktop.records.audit_event import AuditEvent
from desktop.records.roles import StaffMember
from desktop.services.ports import (
    AuditReader,
    AuditTrail,
    BackupDesk,
    Caseload,
    ErasureDesk,
    FormShelf,
    GlassDesk,
    HandOverDesk,
    Journal,
    KeyDesk,
    PacketStore,
    RecordStore,
    RollbackDesk,
    SecretsChange,
    Session,
    SignOffs,
    SiteBook,
    StaffDesk,
)


class ListeningAudit:
    """Passes each entry on and keeps a copy."""

    def __init__(self, audit: AuditTrail, heard: list[AuditEvent]) -> None:
        self._audit = audit
        self._heard = heard

    def record(self, event: AuditEvent) -> None:
        """Write one entry for real, then remember it."""
        self._audit.record(event)
        self._heard.append(event)


class ListeningSession:
    """Another session with an ear on its audit trail."""

    def __init__(self, session: Session, heard: list[AuditEvent]) -> None:
        self._session = session
        self._audit = ListeningAudit(session.audit, heard)

    @property
    def me(self) -> StaffMember:
        """Who is signed in."""
        return self._session.me

    @property
    def is_on_last_room(self) -> bool:
        """The session's own."""
        return self._session.is_on_last_room

    @property
    def records(self) -> RecordStore:
        """The session's own."""
        return self._session.records

    @property
    def journal(self) -> Journal:
        """The session's own."""
        return self._session.journal

    @property
    def sign_offs(self) -> SignOffs:
        """The session's own."""
        return self._session.sign_offs

    @property
    def packets(self) -> PacketStore:
        """The session's own."""
        return self._session.packets

    @property
    def audit(self) -> AuditTrail:
        """The session's own, overheard."""
        return self._audit

    @property
    def site(self) -> SiteBook:
        """The session's own."""
        return self._session.site

    @property
    def forms(self) -> FormShelf:
        """The session's own."""
        return self._session.forms

    @property
    def staff_desk(self) -> StaffDesk:
        """The session's own."""
        return self._session.staff_desk

    @property
    def key_desk(self) -> KeyDesk:
        """The session's own."""
        return self._session.key_desk

    @property
    def caseload(self) -> Caseload:
        """The session's own."""
        return self._session.caseload

    @property
    def audit_reader(self) -> AuditReader:
        """The session's own."""
        return self._session.audit_reader

    @property
    def rollback(self) -> RollbackDesk:
        """The session's own."""
        return self._session.rollback

    @property
    def erasure_desk(self) -> ErasureDesk:
        """The session's own."""
        return self._session.erasure_desk

    @property
    def glass_desk(self) -> GlassDesk:
        """The session's own."""
        return self._session.glass_desk

    @property
    def hand_over_desk(self) -> HandOverDesk:
        """The session's own."""
        return self._session.hand_over_desk

    def confirm_password(self, password: str, act: str = "") -> None:
        """The session's own."""
        self._session.confirm_password(password, act)

    def change_secrets(self, change: SecretsChange) -> None:
        """The session's own."""
        self._session.change_secrets(change)

    @property
    def backups(self) -> BackupDesk:
        """The session's own."""
        return self._session.backups

    def store_time(self) -> datetime:
        """The session's own."""
        return self._session.store_time()

    def check_pin(self, pin: str) -> bool:
        """The session's own."""
        return self._session.check_pin(pin)

    def close(self) -> None:
        """The session's own."""
        self._session.close()
