"""A navigator that only notes what a screen asked of the shell."""

from dataclasses import dataclass, field
from datetime import datetime

from desktop.forms.instances import ItemKey
from desktop.records.consent import Purpose
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.services.ports import EpisodeRef
from desktop.views.screen import Message


@dataclass
class NotingNavigator:
    """Notes the wishes of a screen in order."""

    log: list[str] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    title: str = ""

    def open_home(self) -> None:
        """Noted."""
        self.log.append("home")

    def open_worklist(self) -> None:
        """Noted."""
        self.log.append("worklist")

    def open_person(self, ref: EpisodeRef) -> None:
        """Noted."""
        self.log.append("person")

    def open_form(self, ref: EpisodeRef, kind: FormKind, at: ItemKey | None = None) -> None:
        """Noted."""
        self.log.append("form")

    def open_consents(
        self, ref: EpisodeRef, recipient: str = "", purpose: Purpose | None = None
    ) -> None:
        """Noted."""
        self.log.append("consents")

    def open_packet(self, ref: EpisodeRef) -> None:
        """Noted."""
        self.log.append("packet")

    def open_review(self, visit_id: RecordId | None = None) -> None:
        """Noted."""
        self.log.append("review")

    def open_packet_desk(self) -> None:
        """Noted."""
        self.log.append("packet desk")

    def say(self, message: Message) -> None:
        """Kept."""
        self.messages.append(message)

    def fail(self, error: Exception) -> None:
        """Kept."""
        self.errors.append(error)

    def saving(self) -> None:
        """Noted."""
        self.log.append("saving")

    def saved(self, at: datetime) -> None:
        """Noted."""
        self.log.append("saved")

    def not_saved(self, error: Exception) -> None:
        """Noted and kept."""
        self.log.append("not saved")
        self.errors.append(error)

    def set_title(self, title: str) -> None:
        """Kept."""
        self.title = title

    def set_badge(self, desk: str, count: int) -> None:
        """Noted."""
        self.log.append(f"badge {desk} {count}")
