"""Withdraw a consent; what was shared stays shared, nothing more goes out."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.consent import Consent
from desktop.records.ids import RecordId
from desktop.records.roles import Permission
from desktop.services.desk_copies import take_back_letters
from desktop.services.kept_consents import keep_consent, kept_consent
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def withdraw_consent(work: Work, ref: EpisodeRef, consent_id: RecordId, how: str) -> Consent:
    """The withdrawn consent; its recipient is whom to tell. ``how`` says how it was asked for.

    Letters to that recipient that wait at the packet desk are taken back. KnownErrors
    ``consent.not-granted``, ``consent.how-missing``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    if not how.strip():
        raise KnownError("consent.how-missing")
    revision = kept_consent(work, ref, consent_id)
    withdrawn = revision.value.withdrawn(work.clock.now(), how.strip())
    keep_consent(work, ref, withdrawn, base=revision.number)
    work.audit(AuditAction.CONSENT_WITHDRAWN, consent_id)
    if withdrawn.scope is not None:
        take_back_letters(work, ref, withdrawn.scope.recipient)
    return withdrawn
