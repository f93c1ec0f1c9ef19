"""A visit under review: submitted, returned with comments, signed off, amended."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from desktop.errors import KnownError
from desktop.records.ids import EpisodeId, RecordId, StaffId


class ReviewState(StrEnum):
    """The one state machine that guards edit, review and signing."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Comment:
    """A reviewer's or author's words about one answer (FHIR SDC item-answerAssessment)."""

    comment_id: RecordId
    form_id: RecordId
    item_key: str
    author: StaffId
    author_name: str
    at: datetime
    text: str = field(repr=False)
    settled: bool = False
    reply_to: RecordId | None = None


@dataclass(frozen=True, slots=True)
class FormVersion:
    """Exactly which revision of which form is under review."""

    form_id: RecordId
    revision: int


@dataclass(frozen=True, slots=True)
class Visit:
    """What the author sends to review together: forms of one episode, and the conversation."""

    visit_id: RecordId
    episode_id: EpisodeId
    author: StaffId
    """Who first sent it."""
    author_name: str
    state: ReviewState
    writers: frozenset[StaffId] = frozenset()
    """Everyone who wrote any of it, the author too: none of them may review it."""
    forms: tuple[FormVersion, ...] = ()
    submitted_at: datetime | None = None
    comments: tuple[Comment, ...] = ()
    reviewed_by: StaffId | None = None
    signed_at: datetime | None = None

    @property
    def open_comments(self) -> tuple[Comment, ...]:
        """Comments that start a thread and are not settled."""
        return tuple(c for c in self.comments if c.reply_to is None and not c.settled)

    def wrote(self, staff_id: StaffId) -> bool:
        """Whether this person wrote any of the visit: four eyes need somebody else."""
        return staff_id == self.author or staff_id in self.writers

    def submitted(
        self, forms: tuple[FormVersion, ...], writers: frozenset[StaffId], at: datetime
    ) -> "Visit":
        """Sent to review: from draft or returned only. ``writers`` adds to who wrote before."""
        self._need(ReviewState.DRAFT, ReviewState.RETURNED)
        return replace(
            self,
            state=ReviewState.SUBMITTED,
            forms=forms,
            writers=self.writers | writers,
            submitted_at=at,
        )

    def commented(self, comment: Comment) -> "Visit":
        """With one more comment; a signed visit takes none, an empty comment says nothing."""
        self._need(ReviewState.SUBMITTED, ReviewState.RETURNED)
        if not comment.text.strip():
            raise KnownError("review.comment-empty")
        if comment.reply_to is not None:
            self._need_thread(comment.reply_to)
        return replace(self, comments=(*self.comments, comment))

    def settled(self, comment_id: RecordId, by: StaffId) -> "Visit":
        """With one thread settled, by someone who did not write the record.

        Were it the writer's to settle, an open question could be waved through to the signature.
        """
        self._need(ReviewState.SUBMITTED, ReviewState.RETURNED)
        self._need_other(by)
        self._need_thread(comment_id)
        return replace(
            self,
            comments=tuple(
                replace(c, settled=True) if c.comment_id == comment_id else c for c in self.comments
            ),
        )

    def returned(self, reviewer: StaffId) -> "Visit":
        """Sent back with at least one open comment, by someone who is not the author."""
        self._need(ReviewState.SUBMITTED)
        self._need_other(reviewer)
        if not self.open_comments:
            raise KnownError("review.return-needs-comment")
        return replace(self, state=ReviewState.RETURNED, reviewed_by=reviewer)

    def signed(self, reviewer: StaffId, at: datetime) -> "Visit":
        """Signed off: the author can never approve, and open comments come first."""
        self._need(ReviewState.SUBMITTED)
        self._need_other(reviewer)
        if self.open_comments:
            raise KnownError("review.comments-open")
        return replace(self, state=ReviewState.SIGNED, reviewed_by=reviewer, signed_at=at)

    def _need(self, *states: ReviewState) -> None:
        if self.state not in states:
            raise KnownError(f"review.not-in-state.{self.state.value}")

    def _need_other(self, reviewer: StaffId) -> None:
        if self.wrote(reviewer):
            raise KnownError("review.own-record")

    def _need_thread(self, comment_id: RecordId) -> None:
        if not any(c.comment_id == comment_id and c.reply_to is None for c in self.comments):
            raise KnownError("review.no-such-comment")
