"""Take a consent: signature, mark, representative, or a spoken yes; final when it is kept."""

from dataclasses import replace

from desktop.records.audit_event import AuditAction
from desktop.records.consent import WRITTEN_MODES, Consent, ConsentMode, ConsentStatus
from desktop.records.ids import RecordId
from desktop.records.minor import MinorSigning
from desktop.records.roles import Permission
from desktop.records.signature import Signature
from desktop.services.consent_checks import (
    check_capacity,
    check_minor,
    check_person_name,
    check_scope,
    check_signing,
    check_text,
    check_witnesses,
)
from desktop.services.consent_document import ConsentDocument
from desktop.services.consent_papers import freeze
from desktop.services.episode_records import open_episode_of
from desktop.services.kept_consents import keep_consent
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
    second_witness: str = "",
    representative_authority: str = "",
    person_name: str = "",
    minor: MinorSigning | None = None,
) -> Consent:
    """Keep the yes. A spoken yes to a release is kept and releases nothing (see ``may``).

    ``minor`` says how it is given for somebody under 18. Raises KnownErrors ``consent.*``,
    ``consent-element.*`` and ``minor.*`` for what is missing or not approved; while capacity is
    noted absent only a representative may sign.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    check_capacity(work, ref, mode, minor)
    check_text(work, document)
    check_scope(work, document)
    given = check_minor(work, ref, document, mode, minor) or MinorSigning()
    check_signing(mode, printed_name, signature, representative_authority)
    check_witnesses(work, mode, witness, second_witness)
    check_person_name(document.type, mode, person_name)
    consent = replace(
        asked_consent(work, ref, document, ConsentStatus.GRANTED),
        mode=mode,
        printed_name=printed_name.strip(),
        representative_authority=representative_authority.strip(),
        witness=witness.strip(),
        second_witness=second_witness.strip(),
        signature=signature if mode in WRITTEN_MODES else None,
        valid_until=document.valid_until,
        person_name=person_name.strip(),
        guardian=given.guardian,
        assent=given.assent,
        basis=given.basis,
        basis_found_by=given.basis_found_by.strip(),
    )
    consent = freeze(work, ref, consent)
    keep_consent(work, ref, consent, base=0)
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
