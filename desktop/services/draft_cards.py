"""One line of a list of drafts: whose, which form, how far, at which question."""

from dataclasses import dataclass
from datetime import datetime

from desktop.forms.instances import ItemKey
from desktop.forms.questionnaire import InstrumentRef, LocalText
from desktop.records.display import display_name
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId, StaffId
from desktop.services.draft_journal import own_draft
from desktop.services.draft_session import OpenDraft, draft_session
from desktop.services.episode_records import episode_of
from desktop.services.ports import DraftRef, EpisodeRef
from desktop.services.staff_names import staff_name
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft as lists show it. ``answered`` counts answers, ``with_reason`` reasons."""

    ref: EpisodeRef
    draft: DraftRef
    kind: FormKind
    alias: str
    form_title: LocalText
    instrument: InstrumentRef
    position_key: ItemKey | None
    position_text: LocalText
    is_position_private: bool
    """Whether the question opens in private only: lists do not name it."""
    section_title: LocalText
    answered: int
    with_reason: int
    total: int
    changed_at: datetime
    author: StaffId
    author_name: str
    is_mine: bool

    @property
    def loaded_record(self) -> RecordId | None:
        """Names the form where its kind alone does not."""
        return self.draft.record_id if self.kind is FormKind.LOADED else None


def draft_card(work: Work, draft: OpenDraft) -> DraftCard:
    """The card of an opened draft."""
    state, session = draft.state, draft.session
    key = position_of(draft)
    item = session.state(key).item if key is not None else None
    place = session.tree.by_key[key] if key is not None else None
    progress = [session.progress(section.link_id) for section in draft.questionnaire.sections]
    return DraftCard(
        ref=state.ref,
        draft=state.draft,
        kind=state.started.kind,
        alias=display_name(episode_of(work, state.ref).value),
        form_title=draft.questionnaire.title,
        instrument=state.started.instrument,
        position_key=key,
        position_text=item.label if item else LocalText(),
        is_position_private=place is not None and place.is_private,
        section_title=draft.questionnaire.item(item.section).text if item else LocalText(),
        answered=sum(one.answered for one in progress),
        with_reason=sum(one.with_reason for one in progress),
        total=sum(one.total for one in progress),
        changed_at=state.changed_at,
        author=state.owner,
        author_name=staff_name(work, state.owner),
        is_mine=state.owner == work.session.me.staff_id,
    )


def own_draft_card(work: Work, draft: DraftRef) -> DraftCard:
    """The card of one's own draft.

    KnownErrors ``draft.someone-elses``, ``draft.gone``, ``forms.version-missing``.
    """
    return draft_card(work, draft_session(work, own_draft(work, draft)))


def position_of(draft: OpenDraft) -> ItemKey | None:
    """Where to go on: the last place that was noted, else the last question answered."""
    key = draft.state.position
    if key is None and draft.state.answered_at:
        key = max(draft.state.answered_at.items(), key=lambda answered: answered[1])[0]
    return key if key in draft.session.tree.by_key else None
