"""Write what was just done into a draft; durable when each of these returns.

Whose draft it is was checked when it was opened; these do no more than one write, because they
run on every answer. Each row carries its author.
"""

from datetime import datetime

from desktop.errors import BugError
from desktop.forms.answers import Answer
from desktop.forms.instances import ItemKey
from desktop.records.alert import HandOff
from desktop.records.audit_event import AuditAction
from desktop.records.form_signature import FormSignature
from desktop.records.roles import Permission
from desktop.records.room import RoomState
from desktop.services.draft_rows import Entries, body_of, entries_body
from desktop.services.ports import DraftRef, JournalKind, JournalRow
from desktop.services.work import Work


def append_answer(work: Work, draft: DraftRef, key: ItemKey, answer: Answer) -> datetime:
    """An answer, a reason or a cleared answer; the time at which it was saved."""
    return append_change(work, draft, ((key, answer),))


def append_change(work: Work, draft: DraftRef, entries: Entries) -> datetime:
    """Everything that one act changed, as one row; the time at which it was saved."""
    return _append(work, draft, JournalKind.ANSWER, entries[0][0], entries_body(entries))


def append_position(work: Work, draft: DraftRef, key: ItemKey) -> datetime:
    """Where the person is in the form."""
    return _append(work, draft, JournalKind.POSITION, key)


def append_room(work: Work, draft: DraftRef, room: RoomState) -> datetime:
    """The room as it is from here on."""
    return _append(work, draft, JournalKind.ROOM, "", body_of(room))


def append_hand_off(work: Work, draft: DraftRef, hand_off: HandOff) -> datetime:
    """Who was told about an alert, or that no one was reached."""
    if hand_off.form_id != draft.record_id:
        raise BugError("a hand-off of another form")
    saved_at = _append(work, draft, JournalKind.HAND_OFF, hand_off.alert_code, body_of(hand_off))
    if hand_off.closes:
        work.audit(AuditAction.ALERT_ACKNOWLEDGED, draft.record_id, hand_off.alert_code)
    return saved_at


def append_signature(work: Work, draft: DraftRef, signature: FormSignature) -> datetime:
    """A signature under the form or a part of it; KnownErrors ``form-signature.*``."""
    signature.need_whole()
    row_key, body = signature.target, body_of(signature)
    saved_at = _append(work, draft, JournalKind.SIGNATURE, row_key, body)
    work.audit(AuditAction.FORM_SIGNATURE_TAKEN, draft.record_id)
    return saved_at


def append_language(work: Work, draft: DraftRef, language: str) -> datetime:
    """The language of the interview: "en", "es" or "both"."""
    if language not in ("en", "es", "both"):
        raise BugError("a language that no interview has")
    return _append(work, draft, JournalKind.LANGUAGE, language)


def _append(work: Work, draft: DraftRef, kind: JournalKind, key: str, body: str = "{}") -> datetime:
    work.need(Permission.WRITE_CASES)
    now = work.clock.now()
    row = JournalRow(kind, key, body, work.session.me.staff_id, now)
    work.session.journal.append(draft, row)
    return now
