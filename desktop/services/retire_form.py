"""Retire a loaded form: nothing new is begun with it, what was begun opens as before."""

from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.list_forms import FormCard, card_of
from desktop.services.make_form_current import loaded_form
from desktop.services.ports import FormStand, FormStanding
from desktop.services.work import Work


def retire_form(work: Work, content_hash: str) -> FormCard:
    """Take the form out of use. KnownError ``form-current.no-such-form``."""
    work.need(Permission.LOAD_FORMS)
    form = loaded_form(work, content_hash)
    me = work.session.me.staff_id
    stand = FormStand(content_hash, FormStanding.RETIRED, me, work.clock.now())
    work.session.forms.stand([stand])
    work.audit(AuditAction.FORM_RETIRED, content_hash)
    return card_of(work, form)
