"""Whom to tell that a consent was taken back, and that it was done."""

from dataclasses import replace

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.consent import Consent, ConsentStatus, PartnerTold, ToldHow
from desktop.records.ids import RecordId
from desktop.records.roles import Permission
from desktop.services.kept_consents import consents_of, keep_consent, kept_consent
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def partners_to_tell(work: Work, ref: EpisodeRef) -> tuple[Consent, ...]:
    """Consents to share that were taken back and whose partner was not told yet, oldest first."""
    return tuple(
        consent
        for consent in consents_of(work, ref)
        if consent.status is ConsentStatus.WITHDRAWN and consent.scope and consent.told is None
    )


def note_partner_told(work: Work, ref: EpisodeRef, consent_id: RecordId, how: ToldHow) -> Consent:
    """Keep that the partner was told, how, when and by whom; KnownError ``consent.not-to-tell``."""
    need_case(work, Permission.WRITE_CASES, ref)
    revision = kept_consent(work, ref, consent_id)
    consent = revision.value
    if consent.status is not ConsentStatus.WITHDRAWN or consent.scope is None:
        raise KnownError("consent.not-to-tell")
    told = PartnerTold(how, work.clock.now(), work.session.me.staff_id)
    noted = replace(consent, told=told)
    keep_consent(work, ref, noted, base=revision.number)
    work.audit(AuditAction.PARTNER_TOLD, consent_id, how.value)
    return noted
