"""A navigator that only notes what a screen asked of the shell."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.forms.instances import ItemKey
from desktop.records.consent import Purpose
from desktop.records.form_record import FormKind
from desktop.records.ids import PersonId, RecordId
from desktop.services.confirmations import ConfirmedAct
from desktop.services.ports import EpisodeRef
from desktop.views.patient.patient_controller import PatientController
from desktop.views.screen import Message, Then

SAVED_STATES = ("saving", "saved", "not saved")


class NotingNavigator(QObject):
    """Notes every wish of a screen in order; one per sign-in, as the shell itself.

    ``log`` has a word for each wish, ``opened`` the places with what was named.
    """

    def __init__(self) -> None:
        super().__init__()
        self.log: list[str] = []
        self.opened: list[tuple[object, ...]] = []
        self.messages: list[Message] = []
        self.errors: list[Exception] = []
        self.saves: list[datetime] = []
        self.title = ""
        self.is_unsaved = False
        self.hushed = 0
        self.asked: Callable[[], None] | None = None
        self.turned: PatientController | None = None

    def open_home(self) -> None:
        """Noted."""
        self._open("home")

    def sign_out(self) -> None:
        """Noted."""
        self._open("sign-out")

    def put_back(self, backup: Path) -> None:
        """Noted."""
        self._open("put-back", backup)

    def open_worklist(self) -> None:
        """Noted."""
        self._open("worklist")

    def open_person(self, ref: EpisodeRef, then: Then | None = None) -> None:
        """Noted."""
        self._open("person", ref, *([then] if then else []))

    def open_form(
        self,
        ref: EpisodeRef,
        kind: FormKind,
        at: ItemKey | None = None,
        record_id: RecordId | None = None,
    ) -> None:
        """Noted; the record only where a loaded form is named by it."""
        named = () if record_id is None else (record_id,)
        self._open("form", ref, kind, at, *named)

    def open_consents(
        self, ref: EpisodeRef, recipient: str = "", purpose: Purpose | None = None
    ) -> None:
        """Noted."""
        self._open("consents", ref)

    def open_needs(self, ref: EpisodeRef) -> None:
        """Noted."""
        self._open("needs", ref)

    def open_packet(self, ref: EpisodeRef) -> None:
        """Noted."""
        self._open("packet", ref)

    def open_review(self, visit_id: RecordId | None = None) -> None:
        """Noted."""
        self._open("review", visit_id)

    def open_packet_desk(self) -> None:
        """Noted."""
        self._open("packets")

    def open_privacy(self, ref: EpisodeRef) -> None:
        """Noted."""
        self._open("privacy", ref)

    def open_lent(self, person_id: PersonId) -> None:
        """Noted."""
        self._open("lent", person_id)

    def open_audit(self, about: PersonId) -> None:
        """Noted."""
        self._open("audit", about)

    def open_reach(self) -> None:
        """Noted."""
        self._open("reach")

    def open_oversight(self) -> None:
        """Noted."""
        self._open("oversight")

    def say(self, message: Message) -> None:
        """Kept."""
        self.messages.append(message)

    def hush(self) -> None:
        """Counted."""
        self.hushed += 1

    def fail(self, error: Exception) -> None:
        """Kept."""
        self.errors.append(error)

    def ask_password(self, act: ConfirmedAct, then: Callable[[], None]) -> None:
        """Noted; what was wanted waits in ``asked`` for the test to go on with it."""
        self.log.append(f"password for {act.value}")
        self.asked = then

    def turn_to_patient(self, side: PatientController) -> None:
        """Kept."""
        self.log.append("patient")
        self.turned = side

    def show_unsaved(self, *, is_unsaved: bool) -> None:
        """Kept."""
        self.is_unsaved = is_unsaved

    def saving(self) -> None:
        """Noted."""
        self.log.append("saving")

    def saved(self, at: datetime) -> None:
        """Noted and kept."""
        self.log.append("saved")
        self.saves.append(at)

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

    @property
    def saved_state(self) -> str:
        """The newest of saving, saved, not saved."""
        states = [each for each in self.log if each in SAVED_STATES]
        return states[-1] if states else ""

    def _open(self, place: str, *named: object) -> None:
        self.log.append(place)
        self.opened.append((place, *named))
