"""Forms that the site loaded: exact bytes, who loaded them, their licence, which are current."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from desktop.forms.questionnaire import InstrumentRef
from desktop.forms.wording import LocalText
from desktop.records.ids import StaffId


class FormStanding(StrEnum):
    """Whether a loaded form is offered for new drafts; each opens what was begun with it."""

    LOADED = "loaded"
    """Kept, not offered: not made current yet, or another version took its place."""
    CURRENT = "current"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class LicenceConfirmation:
    """That the hospital may use a form: the form's own copyright text, who said so, when."""

    text: str
    confirmed_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LoadedForm:
    """What is known of a loaded form without reading it. ``content_hash`` is SHA-256 (hex)."""

    url: str
    version: str
    content_hash: str
    title: LocalText
    languages: tuple[str, ...]
    status: str
    copyright: str
    loaded_by: StaffId
    loaded_at: datetime
    licence: LicenceConfirmation | None = None

    @property
    def ref(self) -> InstrumentRef:
        """What drafts and records name it by."""
        return InstrumentRef(self.url, self.version, self.content_hash)

    @property
    def family(self) -> str:
        """What it shares with its other versions."""
        return family_of(self.ref)


def family_of(instrument: InstrumentRef) -> str:
    """What all versions of a form share: its address. Many real forms have none: such a form
    stands by itself, and only its hash names it."""
    return instrument.url or instrument.content_hash


@dataclass(frozen=True, slots=True)
class FormStand:
    """That a form has a standing from now on."""

    content_hash: str
    standing: FormStanding
    by: StaffId
    at: datetime


class FormShelf(Protocol):
    """Loaded forms, added by administrators only, readable to every account; never changed."""

    def forms(self) -> Sequence[LoadedForm]:
        """All whose administrator signature holds, oldest first."""
        ...

    def standings(self) -> Mapping[str, FormStand]:
        """The newest standing of each form by content hash; without one it is LOADED."""
        ...

    def bytes_of(self, content_hash: str) -> bytes | None:
        """The exact file; None when it is not here whole."""
        ...

    def keep(self, form: LoadedForm, data: bytes) -> None:
        """Add one, signed by the signed-in administrator."""
        ...

    def stand(self, stands: Sequence[FormStand]) -> None:
        """Change standings, all at once, signed by the signed-in administrator."""
        ...
