"""What a screen is to the shell: a controller with a view, and what it may ask of the shell."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.background.runner import BackgroundRunner
from desktop.forms.instances import ItemKey
from desktop.records.consent import Purpose
from desktop.records.form_record import FormKind
from desktop.records.ids import PersonId, RecordId
from desktop.services.confirmations import ConfirmedAct
from desktop.services.person_steps import StepKind
from desktop.services.ports import EpisodeRef
from desktop.services.untold_alerts import UntoldName
from desktop.services.work import Work
from desktop.views.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.views.patient.patient_controller import PatientController


class Opens(StrEnum):
    """What else a case can be opened for."""

    NEW_CASE = "new-case"
    """A new case of the person, where this one is closed."""


Then = StepKind | UntoldName | Opens
"""What a case is opened for: a step of it, to note who was told of an alert, a new case."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message bar: danger, warning, success or accent (information).

    ``text`` says what happened, what is safe and what to do now.
    """

    tone: Tone
    text: str


class Navigator(Protocol):
    """What a screen may ask of the shell. Every ``open_*`` first lets the old screen flush."""

    def open_home(self) -> None:
        """The first desk of the signed-in role."""
        ...

    def sign_out(self) -> None:
        """Let somebody else sign in, after everything pending is stored."""
        ...

    def open_worklist(self) -> None: ...
    def open_person(self, ref: EpisodeRef, then: Then | None = None) -> None:
        """A case; ``then`` goes on to that at once."""
        ...

    def open_form(
        self,
        ref: EpisodeRef,
        kind: FormKind,
        at: ItemKey | None = None,
        record_id: RecordId | None = None,
    ) -> None:
        """A form of a case; ``record_id`` names a loaded one."""
        ...

    def open_consents(
        self, ref: EpisodeRef, recipient: str = "", purpose: Purpose | None = None
    ) -> None: ...
    def open_needs(self, ref: EpisodeRef) -> None: ...
    def open_packet(self, ref: EpisodeRef) -> None: ...
    def open_review(self, visit_id: RecordId | None = None) -> None: ...
    def open_packet_desk(self) -> None: ...
    def open_privacy(self, ref: EpisodeRef) -> None: ...
    def open_lent(self, person_id: PersonId) -> None:
        """What a privacy officer may read of one person."""
        ...

    def open_reach(self) -> None: ...
    def open_oversight(self) -> None: ...
    def open_audit(self, about: PersonId) -> None:
        """Who looked at one person."""
        ...

    def say(self, message: Message) -> None:
        """Show a message bar above the screen until it is closed or the screen changes."""
        ...

    def hush(self) -> None:
        """Take the message bar away: what it said is of something no longer on the screen."""
        ...

    def fail(self, error: Exception) -> None:
        """Show what went wrong: a KnownError by its sentence, anything else as our mistake."""
        ...

    def ask_password(self, act: ConfirmedAct, then: Callable[[], None]) -> None:
        """Ask for the password again in place of the screen; ``then`` only when it is right."""
        ...

    def put_back(self, backup: Path) -> None:
        """Sign out and go to the page that puts a backup in the place of the store."""
        ...

    def turn_to_patient(self, side: "PatientController") -> None:
        """Give the whole window to the person until staff type their PIN."""
        ...

    def show_unsaved(self, *, is_unsaved: bool) -> None:
        """Something on the screen is not on its way to the store: "Not saved yet" until it is."""
        ...

    def saving(self) -> None:
        """The status line says "Saving"."""
        ...

    def saved(self, at: datetime) -> None:
        """The status line says "Saved" with the time; only after the store said so."""
        ...

    def not_saved(self, error: Exception) -> None:
        """The status line says "Not saved" and a danger bar says why."""
        ...

    def set_title(self, title: str) -> None:
        """The window title: a screen name or an alias, never a legal name."""
        ...

    def set_badge(self, desk: str, count: int) -> None:
        """The count on a desk of the rail ("worklist", "review", "packets")."""
        ...


@dataclass(frozen=True, slots=True)
class ScreenContext:
    """What every controller is given."""

    work: Work
    runner: BackgroundRunner
    navigator: Navigator
    language: str
    """Interface language: "en" or "es"."""


class ScreenController(Protocol):
    """One screen. The shell keeps only the current one and can rebuild it at any time."""

    @property
    def view(self) -> QWidget: ...

    def start(self) -> None:
        """Load what is shown; called once the view is in the window."""
        ...

    def flush(self) -> None:
        """Hand pending text to the store now: before cover, lock, leaving, language change."""
        ...


class DisplayChooser(QObject):
    """A screen on which the display is chosen (help).

    Signals: ``display_changed(theme, scale)``; ``language_chosen(language)``.
    """

    display_changed = Signal(str, float)
    language_chosen = Signal(str)


@runtime_checkable
class HoldsUnsaved(Protocol):
    """A screen that keeps in memory what the store refused."""

    @property
    def has_refused_changes(self) -> bool:
        """Whether leaving now would lose something that the store did not take."""
        ...


@runtime_checkable
class HearsLate(Protocol):
    """A desk that lists who is not back from an off-site visit."""

    def hear_late(self) -> None:
        """Somebody else is missed, or nobody any more: read it again."""
        ...


def unsaved_in(screen: object) -> bool:
    """Whether the store has already refused something that only this screen still holds."""
    return isinstance(screen, HoldsUnsaved) and screen.has_refused_changes


def tell_late(screen: object) -> None:
    """Let a desk that lists who is missed read it again; any other screen has no need to."""
    if isinstance(screen, HearsLate):
        screen.hear_late()
