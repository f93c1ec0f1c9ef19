"""A filled form as it is kept: its instrument, its response, the room and the alerts' acts."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop.forms.questionnaire import InstrumentRef
from desktop.records.alert import HandOff
from desktop.records.form_signature import FormSignature
from desktop.records.ids import EpisodeId, RecordId, StaffId
from desktop.records.room import RoomState
from desktop.records.taken_back import TakenBack


class FormKind(StrEnum):
    """Which part of the visit a form is."""

    ASSESSMENT = "assessment"
    SAFETY_PLAN = "safety-plan"
    LOADED = "loaded-form"
    """A form that the site loaded; a case may have several, so each is named by its record."""


class FormStatus(StrEnum):
    """Where a form stands: only a form that passed its own gate is complete."""

    IN_PROGRESS = "in-progress"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class FormRecord:
    """One revision of one form. ``response`` is the canonical QuestionnaireResponse (JSON text)."""

    form_id: RecordId
    episode_id: EpisodeId
    kind: FormKind
    instrument: InstrumentRef
    author: StaffId
    """Who completed this revision."""
    status: FormStatus
    started_at: datetime
    response: str = field(repr=False)
    language: str = "en"
    completed_at: datetime | None = None
    room: RoomState | None = None
    hand_offs: tuple[HandOff, ...] = ()
    review_due: date | None = None
    amendment_reason: str = field(default="", repr=False)
    writers: frozenset[StaffId] = frozenset()
    """Everyone who wrote a row of this or an earlier revision."""
    signatures: tuple[FormSignature, ...] = field(default=(), repr=False)
    """Those that stood when it was completed; the response carries the same."""
    as_of: datetime | None = None
    """What its expressions took for now, where it corrects an earlier revision."""
    launch: str = field(default="", repr=False)
    """What its form was told of the case (FHIR resources by launch context name, JSON text);
    empty in records that were kept before this was."""
    taken_back: tuple[TakenBack, ...] = ()
    """Alerts that were answered away with nobody told, of this and earlier revisions."""

    @property
    def moment(self) -> datetime | None:
        """What its expressions took for now: today's calendar never changes a finished form."""
        return self.as_of or self.completed_at
