"""The loaded forms as the administrator's desk shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.forms.known.instrument import KnownInstrument
from desktop.records.form_conditions import FormConditions
from desktop.records.roles import Permission
from desktop.services.form_conditions import form_conditions
from desktop.services.ports import FormStand, FormStanding, LoadedForm
from desktop.services.staff_names import staff_name
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class FormCard:
    """A loaded form. ``is_whole`` is False when its file is gone or changed: it cannot open.

    ``replaces_own`` while current: it takes the place of one of our own forms.
    """

    form: LoadedForm
    standing: FormStanding
    loaded_by: str
    is_whole: bool
    replaces_own: bool = False
    conditions: FormConditions | None = None
    """What was decided about an instrument that is known."""
    instrument: KnownInstrument | None = None
    """That instrument."""


def list_forms(work: Work) -> tuple[FormCard, ...]:
    """Every loaded form once, versions of one form together, the newest loaded first."""
    work.need(Permission.LOAD_FORMS)
    newest = {one.content_hash: one for one in work.session.forms.forms()}
    ordered = list(newest.values())[::-1]
    first = {one.family: at for at, one in reversed(list(enumerate(ordered)))}
    ordered.sort(key=lambda one: first[one.family])
    stands = work.session.forms.standings()
    return tuple(_card(work, one, stands) for one in ordered)


def card_of(work: Work, form: LoadedForm) -> FormCard:
    """The card of one loaded form."""
    return _card(work, form, work.session.forms.standings())


def _card(work: Work, form: LoadedForm, stands: Mapping[str, FormStand]) -> FormCard:
    stand = stands.get(form.content_hash)
    decided = form_conditions(work, form.content_hash)
    instrument = work.library.known().of(decided.known) if decided is not None else None
    return FormCard(
        form,
        stand.standing if stand else FormStanding.LOADED,
        staff_name(work, form.loaded_by),
        work.session.forms.bytes_of(form.content_hash) is not None,
        work.library.own_name(form.url) is not None,
        decided,
        instrument,
    )
