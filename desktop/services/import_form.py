"""Load a form into the store: checked, licence confirmed, kept for good with its exact bytes."""

from desktop.errors import BugError, KnownError
from desktop.forms.questionnaire import LocalText, Questionnaire
from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.check_form_import import check_form_import
from desktop.services.list_forms import FormCard, card_of
from desktop.services.ports import LicenceConfirmation, LoadedForm
from desktop.services.work import Work


def import_form(work: Work, name: str, data: bytes, confirmed_by: str = "") -> FormCard:
    """Keep the form; it is not offered before it is made current.

    ``confirmed_by`` names who says that the hospital may use a form with a copyright notice.
    Loading the same bytes again changes nothing, or brings back a file that was damaged.
    KnownErrors: the first refusal of ``check_form_import``, ``form-import.licence-missing``.
    """
    work.need(Permission.LOAD_FORMS)
    report = check_form_import(work, name, data)
    if report.refusals:
        raise report.refusals[0]
    if report.form is None:
        raise BugError("a form that could not be read and was not refused")
    if report.needs_licence and not confirmed_by.strip():
        raise KnownError("form-import.licence-missing")
    form = _loaded(work, report.form, name, confirmed_by.strip())
    here = next((one for one in work.session.forms.forms() if one.ref == form.ref), None)
    if here is not None and work.session.forms.bytes_of(form.content_hash) is not None:
        return card_of(work, here)
    work.session.forms.keep(form, data)
    work.audit(AuditAction.FORM_LOADED, form.content_hash)
    return card_of(work, form)


def _loaded(work: Work, form: Questionnaire, name: str, confirmed_by: str) -> LoadedForm:
    """A form without a title goes by the name of its file."""
    now = work.clock.now()
    notice = form.copyright.strip()
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
        licence=LicenceConfirmation(notice, confirmed_by, now) if notice else None,
    )
