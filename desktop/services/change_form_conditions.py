"""Decide anew about a loaded form: which instrument it is, for whom and from when."""

from dataclasses import dataclass

from desktop.errors import KnownError
from desktop.forms.known.registry import Registry
from desktop.forms.questionnaire import Questionnaire
from desktop.records.form_conditions import FormConditions
from desktop.records.roles import Permission
from desktop.services.form_conditions import drop_form_conditions, keep_form_conditions
from desktop.services.list_forms import FormCard, card_of
from desktop.services.make_form_current import loaded_form
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class ToDecide:
    """A loaded form with what it can be said to be."""

    card: FormCard
    form: Questionnaire
    registry: Registry


def read_to_decide(work: Work, content_hash: str) -> ToDecide:
    """The form as a whole. KnownErrors ``form-current.no-such-form``, ``forms.version-missing``."""
    work.need(Permission.LOAD_FORMS)
    loaded = loaded_form(work, content_hash)
    form = work.library.by_ref(loaded.ref)
    return ToDecide(card_of(work, loaded), form, work.library.known())


def change_form_conditions(
    work: Work, content_hash: str, wanted: FormConditions | None
) -> FormCard:
    """Keep what was decided; None says that it is none of the known instruments.

    Work in hand keeps to the total that it was begun with; ages and days hold at once.
    KnownErrors ``form-current.no-such-form``, ``form-known.no-licence`` (name) where the rights
    are not free and nobody confirmed any at loading, those of ``need_conditions``.
    """
    work.need(Permission.LOAD_FORMS)
    form = loaded_form(work, content_hash)
    if wanted is None:
        drop_form_conditions(work, content_hash)
        return card_of(work, form)
    instrument = work.library.known().of(wanted.known)
    if instrument is not None and instrument.rights.must_confirm and form.licence is None:
        raise KnownError("form-known.no-licence", name=instrument.name)
    keep_form_conditions(work, content_hash, wanted)
    return card_of(work, form)
