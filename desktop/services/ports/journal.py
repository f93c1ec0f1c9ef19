"""The draft journal: one sealed row per change."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from desktop.records.ids import PersonId, RecordId, StaffId


@dataclass(frozen=True, slots=True)
class DraftRef:
    """Which draft a journal row belongs to.

    ``amends`` names the signed revision that an amendment draft is written on; a signed record
    takes journal rows only from such a draft.
    """

    person_id: PersonId
    record_id: RecordId
    base: int
    amends: int | None = None


class JournalKind(StrEnum):
    """What a journal row holds."""

    STARTED = "started"
    ANSWER = "answer"
    POSITION = "position"
    ROOM = "room"
    HAND_OFF = "hand-off"
    LANGUAGE = "language"
    CONTENT = "content"
    SIGNATURE = "signature"
    CARRIED = "carried"
    """Its answers went on in another version of the form; a later "started" row opens it again."""


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One durable change of a draft. ``body`` is JSON text; ``key`` the item it is about."""

    kind: JournalKind
    key: str
    body: str = field(repr=False)
    author: StaffId
    at: datetime


class Journal(Protocol):
    """The draft journal: one sealed row per change, durable before append returns."""

    def append(self, draft: DraftRef, row: JournalRow) -> int:
        """Write one row; returns its sequence number (from 1). KnownError ``store.signed``."""
        ...

    def rows(self, draft: DraftRef) -> Sequence[JournalRow]:
        """All rows of the draft in order."""
        ...

    def drafts(self) -> Sequence[DraftRef]:
        """Every record that has journal rows and that this account can open."""
        ...

    def discard(self, draft: DraftRef) -> None:
        """Remove the draft's rows; the base revision stays."""
        ...
