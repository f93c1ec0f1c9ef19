"""Substance-use treatment content (42 CFR Part 2): a short note, and documents with it."""

from dataclasses import dataclass, field
from datetime import datetime

from desktop.errors import KnownError
from desktop.records.ids import EpisodeId, RecordId, StaffId

LONGEST_NOTE = 2_000
"""Characters of one note: what is longer is a document."""
MOST_DOCUMENTS = 5
LARGEST_DOCUMENT_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Part2Document:
    """A paper of a treatment programme as it came."""

    title: str = field(repr=False)
    content_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Part2Note:
    """One note of one case; only people named by an administrator open it (42 CFR 2.12, 2.13)."""

    note_id: RecordId
    episode_id: EpisodeId
    text: str = field(repr=False)
    written_by: StaffId
    written_at: datetime
    documents: tuple[Part2Document, ...] = field(default=(), repr=False)

    def need_whole(self) -> None:
        """Return when it can be kept.

        KnownErrors ``part2.note-empty``, ``part2.note-too-long``, ``part2.too-many-documents``,
        ``part2.document-too-large``.
        """
        if not self.text.strip() and not self.documents:
            raise KnownError("part2.note-empty")
        if len(self.text) > LONGEST_NOTE:
            raise KnownError("part2.note-too-long", most=LONGEST_NOTE)
        if len(self.documents) > MOST_DOCUMENTS:
            raise KnownError("part2.too-many-documents", most=MOST_DOCUMENTS)
        if any(len(each.data) > LARGEST_DOCUMENT_BYTES for each in self.documents):
            raise KnownError("part2.document-too-large", most=LARGEST_DOCUMENT_BYTES // 1024**2)
