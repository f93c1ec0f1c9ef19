"""One signed-in person's view of the store."""

from typing import Protocol

from desktop.records.roles import StaffMember
from desktop.services.ports.audit_trail import AuditTrail
from desktop.services.ports.form_shelf import FormShelf
from desktop.services.ports.journal import Journal
from desktop.services.ports.packet_store import PacketStore
from desktop.services.ports.revisions import RecordStore
from desktop.services.ports.sign_offs import SignOffs
from desktop.services.ports.site_book import SiteBook


class Session(Protocol):
    """One signed-in person's view of the store."""

    @property
    def me(self) -> StaffMember: ...
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

    def check_pin(self, pin: str) -> bool:
        """Whether this is the signed-in person's cover-screen PIN."""
        ...

    def close(self) -> None:
        """Checkpoint the audit chain and forget the keys."""
        ...
