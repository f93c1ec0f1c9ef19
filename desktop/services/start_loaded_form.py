"""Begin a loaded form for one case: looked over as a whole before anything is made."""

from desktop.errors import KnownError
from desktop.forms.answers import Unanswered
from desktop.forms.session import FormSession
from desktop.records.episode import CloseReason
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.records.roles import Permission
from desktop.services.append_to_draft import append_change, append_position
from desktop.services.draft_journal import DraftState, drafts_of_episode, own_draft
from desktop.services.draft_rows import Entries
from desktop.services.episode_records import episode_of
from desktop.services.form_offers import FAMILY, FormOffer, offers_for
from desktop.services.form_usability import need_usable
from desktop.services.open_form import OpenForm, begun, opened
from desktop.services.own_caseload import need_case
from desktop.services.ports import DraftRef, EpisodeRef, family_of
from desktop.services.work import Work


def start_loaded_form(work: Work, ref: EpisodeRef, content_hash: str) -> OpenForm:
    """A new draft in exactly this version; a draft of the same form that is open goes on.

    What the form fills in by itself is journaled with the first row, so that another day's date
    or another record does not change it. KnownErrors ``form-start.not-offered``,
    ``form-start.not-yet`` (day), ``form-use.cannot``, ``forms.version-missing``,
    ``episode.closed``, ``draft.someone-elses``.
    """
    form, standing = _looked_over(work, ref, content_hash)
    if standing is not None:
        return opened(work, standing.draft, resumed=True)
    return _new(work, ref, form)


def start_loaded_draft(work: Work, ref: EpisodeRef, content_hash: str) -> DraftRef:
    """As ``start_loaded_form``, for whoever opens the draft next: one that goes on is not filled
    twice."""
    form, standing = _looked_over(work, ref, content_hash)
    if standing is not None:
        return own_draft(work, standing.draft).draft
    return _new(work, ref, form).draft


def _looked_over(
    work: Work, ref: EpisodeRef, content_hash: str
) -> tuple[FormOffer, DraftState | None]:
    """The form that may be begun now, and its draft where one is open."""
    need_case(work, Permission.WRITE_CASES, ref)
    offers = offers_for(work, episode_of(work, ref).value)
    form = next((one for one in offers if one.content_hash == content_hash), None)
    if form is None:
        raise KnownError("form-start.not-offered")
    if form.not_before is not None:
        raise KnownError("form-start.not-yet", day=form.not_before.isoformat())
    for state in drafts_of_episode(work, ref):
        is_same = family_of(state.started.instrument) == form.family
        if state.started.kind is FormKind.LOADED and is_same:
            return form, state
    return form, None


def _new(work: Work, ref: EpisodeRef, form: FormOffer) -> OpenForm:
    episode = episode_of(work, ref).value
    # Members of the family are offered help of their own after a death too.
    if episode.close_reason is not CloseReason.DIED or form.rule.for_whom != FAMILY:
        episode.need_open()
    need_usable(work.library.by_ref(form.ref))
    draft = DraftRef(ref.person_id, RecordId(work.ids.new_id()), 0)
    started = begun(work, ref, FormKind.LOADED, draft, form.ref)
    first = _filled_in(started.session)
    if first:
        append_change(work, started.draft, first)
        append_position(work, started.draft, next(iter(started.session.tree.by_key)))
    return started


def _filled_in(session: FormSession) -> Entries:
    return tuple(
        (key, session.given(key))
        for key, instance in session.tree.by_key.items()
        if instance.is_question and not isinstance(session.given(key), Unanswered)
    )
