"""One signed-in person's view of the store."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from desktop.records.roles import StaffMember
from desktop.services.ports.audit_reader import AuditReader
from desktop.services.ports.audit_trail import AuditTrail
from desktop.services.ports.backup_desk import BackupDesk
from desktop.services.ports.caseload import Caseload
from desktop.services.ports.erasure_desk import ErasureDesk
from desktop.services.ports.form_shelf import FormShelf
from desktop.services.ports.glass_desk import GlassDesk
from desktop.services.ports.hand_over_desk import HandOverDesk
from desktop.services.ports.journal import Journal
from desktop.services.ports.key_desk import KeyDesk
from desktop.services.ports.packet_store import PacketStore
from desktop.services.ports.revisions import RecordStore
from desktop.services.ports.rollback_desk import RollbackDesk
from desktop.services.ports.sign_offs import SignOffs
from desktop.services.ports.site_book import SiteBook
from desktop.services.ports.staff_desk import StaffDesk


@dataclass(frozen=True, slots=True)
class SecretsChange:
    """A wish of the signed-in person; what is None stays as it is."""

    password: str = field(repr=False)
    """The password that is in force."""
    new_password: str | None = field(default=None, repr=False)
    new_pin: str | None = field(default=None, repr=False)


class Session(Protocol):
    """One signed-in person's view of the store."""

    @property
    def me(self) -> StaffMember: ...
    @property
    def is_on_last_room(self) -> bool: ...
    @property
    def records(self) -> RecordStore: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def sign_offs(self) -> SignOffs: ...
    @property
    def packets(self) -> PacketStore: ...
    @property
    def audit(self) -> AuditTrail: ...
    @property
    def site(self) -> SiteBook: ...
    @property
    def forms(self) -> FormShelf: ...

    @property
    def staff_desk(self) -> StaffDesk: ...
    @property
    def key_desk(self) -> KeyDesk: ...
    @property
    def erasure_desk(self) -> ErasureDesk: ...
    @property
    def caseload(self) -> Caseload: ...
    @property
    def audit_reader(self) -> AuditReader: ...
    @property
    def rollback(self) -> RollbackDesk: ...
    @property
    def backups(self) -> BackupDesk: ...
    @property
    def glass_desk(self) -> GlassDesk: ...

    @property
    def hand_over_desk(self) -> HandOverDesk: ...

    def store_time(self) -> datetime:
        """By which what lasts for a time begins and ends: never earlier than the store has seen.

        A wall clock that is set back lengthens nothing. For what people are shown and told, the
        wall clock counts.
        """
        ...

    def confirm_password(self, password: str, act: str = "") -> None:
        """Return when it is the signed-in person's; slow, and counted like a sign-in.

        ``act`` names in the audit trail for what a wrong one was given.

        KnownErrors ``sign-in.wrong-password``, ``sign-in.wait``, ``sign-in.stopped``.
        """
        ...

    def change_secrets(self, change: SecretsChange) -> None:
        """Choose another password, PIN or both. KnownErrors as above, ``password.*``, ``pin.*``."""
        ...

    def check_pin(self, pin: str) -> bool:
        """Whether this is the signed-in person's cover-screen PIN."""
        ...

    def close(self) -> None:
        """Checkpoint the audit chain and forget the keys."""
        ...
