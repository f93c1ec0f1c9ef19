"""The completed forms of a case that can name a need, opened: what the needs are read from."""

from dataclasses import dataclass, field
from datetime import datetime

from desktop.forms.answers import answer_values
from desktop.forms.findings import answer_code
from desktop.forms.instances import ItemKey
from desktop.forms.session import FormSession
from desktop.forms.wording import LocalText
from desktop.records.form_record import FormRecord
from desktop.records.ids import RecordId
from desktop.services.draft_session import record_session
from desktop.services.episode_records import forms_of
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.readable import readable
from desktop.services.work import Work

OF_OTHERS = ("family", "staff")
"""Forms (``OfferRule.for_whom``) about a relative's own needs, and what staff judge for themselves:
neither names a need of the person or a step for their paper."""
YOUTH, TELL_FAMILY, TELL_ALL = "youth-talk", "next.tell", "all"
"""The young person's own form, its question what the family may be told, and the open answer.

One's answers can harm the other when they are passed on (Pediatrics 152(4) e2022060189)."""


@dataclass(frozen=True, slots=True)
class NeedsForm:
    """One completed form. ``own`` names one of our own forms, "" is one of the site."""

    record_id: RecordId
    own: str
    title: LocalText
    at: datetime
    record: FormRecord = field(repr=False)
    session: FormSession = field(repr=False)

    @property
    def is_held_back(self) -> bool:
        """Whether what it names stays off paper until somebody puts it there: the paper of a
        young person is read at home, and only "all of it" says that the family may know."""
        return self.own == YOUTH and code_of(self.session, TELL_FAMILY) != TELL_ALL


def needs_forms(work: Work, ref: EpisodeRef) -> tuple[tuple[NeedsForm, ...], int]:
    """Those of the case, oldest first, and how many could not be read."""
    of_others = {
        face.ref.url for _, face in work.library.further() if face.rule.for_whom in OF_OTHERS
    }
    kept = [one for one in forms_of(work, ref) if one.value.instrument.url not in of_others]
    found, unreadable = readable(kept, lambda one: _opened(work, ref, one))
    forms = [one for one in found if one is not None]
    return tuple(sorted(forms, key=lambda one: one.at)), unreadable


def _opened(work: Work, ref: EpisodeRef, form: Revision[FormRecord]) -> NeedsForm | None:
    questionnaire = work.library.by_ref(form.value.instrument)
    if not any(item.marks.needs or item.marks.steps for item in questionnaire.by_link_id.values()):
        return None
    record = form.value
    return NeedsForm(
        form.record_id,
        work.library.own_name(record.instrument.url) or "",
        questionnaire.title,
        record.completed_at or form.at,
        record,
        record_session(work, ref, record),
    )


def code_of(session: FormSession, link_id: str) -> str:
    """The code of the one answer to a question, "" while it has none."""
    key = ItemKey(link_id)
    if key not in session.tree.by_key or not session.state(key).enabled:
        return ""
    values = answer_values(session.state(key).answer)
    return answer_code(values[0]) if values else ""
