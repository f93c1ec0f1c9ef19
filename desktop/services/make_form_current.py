"""Make one version of a loaded form current: new drafts are begun with it."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.form_usability import need_usable
from desktop.services.list_forms import FormCard, card_of
from desktop.services.own_form_checks import own_version_check
from desktop.services.ports import FormStand, FormStanding, LoadedForm
from desktop.services.work import Work


def make_form_current(work: Work, content_hash: str) -> FormCard:
    """Offer this version; the version that was current steps back. Drafts stay in their own.

    A version of one of our own forms takes its place for new work until it is retired.
    KnownErrors ``form-current.no-such-form``, ``forms.version-missing``, ``form-use.cannot``, and
    those of ``own_version_check``.
    """
    work.need(Permission.LOAD_FORMS)
    form = loaded_form(work, content_hash)
    whole = work.library.by_ref(form.ref)
    need_usable(whole)
    # Also here: the app may have come with a newer version since the form was loaded.
    for refusal in own_version_check(work.library, whole).refusals:
        raise refusal
    now, me = work.clock.now(), work.session.me.staff_id
    stands = work.session.forms.standings()
    replaced = {
        one.content_hash
        for one in work.session.forms.forms()
        if one.family == form.family
        and one.content_hash != content_hash
        and one.content_hash in stands
        and stands[one.content_hash].standing is FormStanding.CURRENT
    }
    work.session.forms.stand(
        [
            *(FormStand(one, FormStanding.LOADED, me, now) for one in sorted(replaced)),
            FormStand(content_hash, FormStanding.CURRENT, me, now),
        ]
    )
    work.audit(AuditAction.FORM_MADE_CURRENT, content_hash)
    return card_of(work, form)


def loaded_form(work: Work, content_hash: str) -> LoadedForm:
    """The loaded form of this hash; KnownError ``form-current.no-such-form``."""
    for form in reversed(work.session.forms.forms()):
        if form.content_hash == content_hash:
            return form
    raise KnownError("form-current.no-such-form")
