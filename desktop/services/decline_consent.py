"""Keep a no, or an "ask me later", with the text that was shown."""

from desktop.records.audit_event import AuditAction
from desktop.records.consent import Consent, ConsentStatus
from desktop.records.roles import Permission
from desktop.services.consent_document import ConsentDocument
from desktop.services.desk_copies import take_back_letters
from desktop.services.episode_records import episode_of
from desktop.services.kept_consents import keep_consent
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.sign_consent import asked_consent
from desktop.services.work import Work


def decline_consent(
    work: Work, ref: EpisodeRef, document: ConsentDocument, *, later: bool
) -> Consent:
    """A no needs nothing: no signature, no capacity note, no approved text, no open case.

    A no to a release also takes back letters to that recipient that wait at the packet desk.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    episode_of(work, ref)
    status = ConsentStatus.ASK_LATER if later else ConsentStatus.DECLINED
    consent = asked_consent(work, ref, document, status)
    keep_consent(work, ref, consent, base=0)
    work.audit(AuditAction.CONSENT_DECLINED, consent.consent_id, consent.status.value)
    if document.scope is not None and not later:
        take_back_letters(work, ref, document.scope.recipient)
    return consent
