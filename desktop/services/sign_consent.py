"""Take a consent: signature, mark, representative, or a spoken yes; final when it is kept."""

import hashlib
from dataclasses import replace

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.consent import (
    WITNESSED_MODES,
    WRITTEN_MODES,
    Consent,
    ConsentMode,
    ConsentStatus,
    ConsentType,
)
from desktop.records.ids import RecordId
from desktop.records.kinds import CONSENT
from desktop.records.roles import Permission
from desktop.records.room import CapacityResult
from desktop.records.signature import Signature
from desktop.services.consent_document import ConsentDocument, filled_document, is_approved
from desktop.services.episode_records import capacity_of, open_episode_of
from desktop.services.local_day import local_day
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def sign_consent(
    work: Work,
    ref: EpisodeRef,
    document: ConsentDocument,
    *,
    mode: ConsentMode,
    printed_name: str,
    signature: Signature | None,
    witness: str = "",
    representative_authority: str = "",
) -> Consent:
    """Keep the yes. A spoken yes to a release is kept and releases nothing (see ``may``).

    Raises a KnownError ``consent.*`` for what is missing or not approved; while capacity is noted
    absent only a representative may sign.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    _check_capacity(work, ref, mode)
    check_text(work, document)
    _check_scope(work, document)
    _check_signing(mode, printed_name, signature, witness, representative_authority)
    consent = replace(
        asked_consent(work, ref, document, ConsentStatus.GRANTED),
        mode=mode,
        printed_name=printed_name.strip(),
        representative_authority=representative_authority.strip(),
        witness=witness.strip(),
        signature=signature if mode in WRITTEN_MODES else None,
        valid_until=document.valid_until,
    )
    work.session.records.save(CONSENT, ref.person_id, consent.consent_id, consent, base=0)
    work.audit(AuditAction.CONSENT_GIVEN, consent.consent_id, document.sha256)
    return consent


def asked_consent(
    work: Work, ref: EpisodeRef, document: ConsentDocument, status: ConsentStatus
) -> Consent:
    """A new consent as asked just now, with exactly the text that was shown."""
    return Consent(
        consent_id=RecordId(work.ids.new_id()),
        episode_id=ref.episode_id,
        type=document.type,
        status=status,
        asked_at=work.clock.now(),
        asked_by=work.session.me.staff_id,
        language=document.language,
        text_ref=document.text_ref,
        scope=document.scope,
        document_text=document.signed_text,
        document_sha256=document.sha256,
    )


def check_text(work: Work, document: ConsentDocument) -> None:
    """Refuse a text that is not exactly what this store would show, or that nobody approved."""
    if not (work.session.site.is_demo or is_approved(work, document.text_ref)):
        raise KnownError("consent.text-not-approved")
    shown = filled_document(
        work, document.type, document.scope, document.language, document.valid_until
    )
    own_hash = hashlib.sha256(document.signed_text.encode()).hexdigest()
    if document.text_ref != shown.text_ref or not shown.sha256 == document.sha256 == own_hash:
        raise KnownError("consent.text-changed")


def _check_capacity(work: Work, ref: EpisodeRef, mode: ConsentMode) -> None:
    """An adult is presumed able to decide; a doubt that somebody noted is settled before signing.

    Source: Appelbaum, N Engl J Med 2007;357:1834-40.
    """
    capacity = capacity_of(work, ref)
    if capacity is None or mode is ConsentMode.REPRESENTATIVE:
        return
    if capacity.value.result is not CapacityResult.PRESENT:
        raise KnownError(f"consent.capacity-{capacity.value.result}")


def _check_scope(work: Work, document: ConsentDocument) -> None:
    if document.type is ConsentType.RELEASE and not (
        document.scope is not None
        and document.scope.is_complete
        and document.scope.expires_on == document.valid_until
    ):
        raise KnownError("consent.scope-incomplete")
    if document.valid_until is None or document.valid_until < local_day(work):
        raise KnownError("consent.expires-in-past")


def _check_signing(
    mode: ConsentMode, printed_name: str, signature: Signature | None, witness: str, authority: str
) -> None:
    if not printed_name.strip():
        raise KnownError("consent.name-missing")
    if mode in WRITTEN_MODES and (signature is None or signature.is_empty):
        raise KnownError("consent.signature-empty")
    if mode in WITNESSED_MODES and not witness.strip():
        raise KnownError("consent.witness-missing")
    if mode is ConsentMode.REPRESENTATIVE and not authority.strip():
        raise KnownError("consent.authority-missing")
