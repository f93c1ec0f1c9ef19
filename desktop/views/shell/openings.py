"""The places that a screen may ask the shell for, each by name."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from desktop.forms.instances import ItemKey
from desktop.records.consent import Purpose
from desktop.records.form_record import FormKind
from desktop.records.ids import PersonId, RecordId
from desktop.services.ports import EpisodeRef
from desktop.views.screen import Then
from desktop.views.shell.place import Desk, Place


class OpensPlaces(Protocol):
    """What these need of the shell."""

    def open(self, place: Place, *, remember: bool = True) -> None:
        """Flush the old screen, then show the new one."""
        ...

    @property
    def restore_requested(self) -> SignalInstance:
        """A backup is to be put in the place of the store."""
        ...

    @property
    def turn_requested(self) -> SignalInstance:
        """The person shall have the window."""
        ...


class Openings:
    """Part of a navigator."""

    def open_worklist(self: OpensPlaces) -> None:
        """The worklist."""
        self.open(Place(Desk.WORKLIST))

    def open_person(self: OpensPlaces, ref: EpisodeRef, then: Then | None = None) -> None:
        """One person's case; ``then`` goes on to that at once."""
        self.open(Place(Desk.PERSON, ref, then=then))

    def open_form(
        self: OpensPlaces,
        ref: EpisodeRef,
        kind: FormKind,
        at: ItemKey | None = None,
        record_id: RecordId | None = None,
    ) -> None:
        """A form of a case, at a question if one is named."""
        self.open(Place(Desk.FORM, ref, kind=kind, at=at, record_id=record_id))

    def open_consents(
        self: OpensPlaces, ref: EpisodeRef, recipient: str = "", purpose: Purpose | None = None
    ) -> None:
        """The consents of a case."""
        self.open(Place(Desk.CONSENTS, ref, recipient=recipient, purpose=purpose))

    def open_needs(self: OpensPlaces, ref: EpisodeRef) -> None:
        """The needs of a case."""
        self.open(Place(Desk.NEEDS, ref))

    def open_packet(self: OpensPlaces, ref: EpisodeRef) -> None:
        """The packet of a case."""
        self.open(Place(Desk.PACKET, ref))

    def open_review(self: OpensPlaces, visit_id: RecordId | None = None) -> None:
        """The review desk."""
        self.open(Place(Desk.REVIEW, visit_id=visit_id))

    def open_packet_desk(self: OpensPlaces) -> None:
        """The packet desk."""
        self.open(Place(Desk.PACKETS))

    def open_privacy(self: OpensPlaces, ref: EpisodeRef) -> None:
        """What concerns the privacy of one person."""
        self.open(Place(Desk.PRIVACY, ref))

    def open_lent(self: OpensPlaces, person_id: PersonId) -> None:
        """What a privacy officer may read of one person."""
        self.open(Place(Desk.LENT, person_id=person_id))

    def open_reach(self: OpensPlaces) -> None:
        """How many people were reached, in numbers."""
        self.open(Place(Desk.REACH))

    def open_oversight(self: OpensPlaces) -> None:
        """Accesses to review, erasures, holds."""
        self.open(Place(Desk.OVERSIGHT))

    def open_audit(self: OpensPlaces, about: PersonId) -> None:
        """Who looked at one person."""
        self.open(Place(Desk.AUDIT, about=about))

    def put_back(self: OpensPlaces, backup: Path) -> None:
        """The page that puts a backup back, outside of the session."""
        self.restore_requested.emit(backup)

    def turn_to_patient(self: OpensPlaces, side: QObject) -> None:
        """The person has the window until staff type their PIN."""
        self.turn_requested.emit(side)

    def open_help(self: OpensPlaces) -> None:
        """Shortcuts, how do I, display."""
        self.open(Place(Desk.HELP))
