"""Load a form into the store: checked, licence confirmed, kept for good with its exact bytes."""

from desktop.errors import BugError, KnownError
from desktop.forms.known.instrument import KnownInstrument
from desktop.forms.questionnaire import LocalText, Questionnaire
from desktop.records.audit_event import AuditAction
from desktop.records.form_conditions import FormConditions
from desktop.records.roles import Permission
from desktop.services.check_form_import import ImportReport, check_form_import
from desktop.services.form_conditions import keep_form_conditions, need_conditions
from desktop.services.list_forms import FormCard, card_of
from desktop.services.ports import LicenceConfirmation, LoadedForm
from desktop.services.work import Work


def import_form(
    work: Work,
    name: str,
    data: bytes,
    confirmed_by: str = "",
    conditions: FormConditions | None = None,
) -> FormCard:
    """Keep the form; it is not offered before it is made current.

    ``confirmed_by`` names who says that the hospital may use a form with a copyright notice, or
    one of an instrument whose rights are not free. ``conditions`` are what was decided about an
    instrument that is known. Loading the same bytes again changes nothing, or brings back a file
    that was damaged. KnownErrors: the first refusal of ``check_form_import``,
    ``form-import.licence-missing``, ``form-import.permission-missing`` (name, holder), those of
    ``need_conditions``.
    """
    work.need(Permission.LOAD_FORMS)
    report = check_form_import(work, name, data)
    if report.refusals:
        raise report.refusals[0]
    if report.form is None:
        raise BugError("a form that could not be read and was not refused")
    instruments = _instruments(report, conditions)
    _need_licence(report, instruments, confirmed_by.strip())
    if conditions is not None:
        need_conditions(conditions)
    form = _loaded(work, report.form, name, confirmed_by.strip(), instruments)
    here = next((one for one in work.session.forms.forms() if one.ref == form.ref), None)
    if here is not None and work.session.forms.bytes_of(form.content_hash) is not None:
        return card_of(work, here)
    work.session.forms.keep(form, data)
    work.audit(AuditAction.FORM_LOADED, form.content_hash)
    if conditions is not None:
        keep_form_conditions(work, form.content_hash, conditions)
    return card_of(work, form)


def _instruments(
    report: ImportReport, conditions: FormConditions | None
) -> tuple[KnownInstrument, ...]:
    """Those whose rights somebody has to confirm: what its codes name, and what it was said to be.

    That somebody picks another name, or none, opens no form that is not the hospital's to use.
    """
    chosen = report.registry.of(conditions.known) if conditions is not None else None
    found = dict.fromkeys(one for one in (report.instrument, chosen) if one is not None)
    return tuple(one for one in found if one.rights.must_confirm)


def _need_licence(
    report: ImportReport, instruments: tuple[KnownInstrument, ...], confirmed_by: str
) -> None:
    if confirmed_by:
        return
    if report.needs_licence:
        raise KnownError("form-import.licence-missing")
    for one in instruments:
        raise KnownError("form-import.permission-missing", name=one.name)


def _loaded(
    work: Work,
    form: Questionnaire,
    name: str,
    confirmed_by: str,
    instruments: tuple[KnownInstrument, ...],
) -> LoadedForm:
    """A form without a title goes by the name of its file.

    What was confirmed is the notice of the form, and what is known of the rights beside it.
    """
    now = work.clock.now()
    notice = form.copyright.strip()
    known = (_rights(one) for one in instruments)
    confirmed = "\n".join((*filter(None, [notice]), *known))
    return LoadedForm(
        url=form.url,
        version=form.version,
        content_hash=form.content_hash,
        title=LocalText(form.title.base or name, dict(form.title.translations)),
        languages=form.languages,
        status=form.status,
        copyright=notice,
        loaded_by=work.session.me.staff_id,
        loaded_at=now,
        licence=LicenceConfirmation(confirmed, confirmed_by, now) if confirmed else None,
    )


def _rights(one: KnownInstrument) -> str:
    holder = f"{one.rights.holder}. " if one.rights.holder else ""
    return f"{one.name}: {holder}{one.rights.terms.base}"
