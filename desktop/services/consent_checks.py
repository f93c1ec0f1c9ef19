"""What must be there before a consent may be signed; each thing that is missing has a sentence."""

import hashlib

from desktop.errors import KnownError
from desktop.records.consent import (
    SCOPED_TYPES,
    WITNESSED_MODES,
    WRITTEN_MODES,
    ConsentMode,
    ConsentType,
)
from desktop.records.minor import MinorSigning, is_minor
from desktop.records.minor_rules import need_minor_may
from desktop.records.room import CapacityResult
from desktop.records.signature import Signature
from desktop.services.age import age_of
from desktop.services.consent_document import ConsentDocument, filled_document, is_approved
from desktop.services.episode_records import capacity_of, guardians_of
from desktop.services.guardians import site_allows_alone
from desktop.services.local_day import local_day
from desktop.services.ports import EpisodeRef
from desktop.services.site_settings import TELEPHONE_WITNESSES, site_number
from desktop.services.work import Work


def check_text(work: Work, document: ConsentDocument) -> None:
    """Refuse a text that is not exactly what this store would show, that nobody approved, or that
    does not say all it must (45 CFR 164.508(b)(2)(ii), (c); 42 CFR 2.31(a), (c))."""
    if not (work.session.site.is_demo or is_approved(work, document.text_ref)):
        raise KnownError("consent.text-not-approved")
    shown = filled_document(
        work, document.type, document.scope, document.language, document.valid_until
    )
    own_hash = hashlib.sha256(document.signed_text.encode()).hexdigest()
    if document.text_ref != shown.text_ref or not shown.sha256 == document.sha256 == own_hash:
        raise KnownError("consent.text-changed")
    for element in shown.missing:
        raise KnownError(f"consent-element.{element.value}")


def check_scope(work: Work, document: ConsentDocument) -> None:
    """Refuse a scope with a blank element, and a last day that has passed."""
    if document.type in SCOPED_TYPES and not (
        document.scope is not None
        and document.scope.is_complete
        and document.scope.expires_on == document.valid_until
    ):
        raise KnownError("consent.scope-incomplete")
    if document.valid_until is None or document.valid_until < local_day(work):
        raise KnownError("consent.expires-in-past")


def check_capacity(
    work: Work, ref: EpisodeRef, mode: ConsentMode, minor: MinorSigning | None
) -> None:
    """An adult is presumed able to decide; a doubt that somebody noted is settled before signing.

    Source: Appelbaum, N Engl J Med 2007;357:1834-40.
    """
    capacity = capacity_of(work, ref)
    is_by_guardian = minor is not None and minor.guardian is not None
    if capacity is None or mode is ConsentMode.REPRESENTATIVE or is_by_guardian:
        return
    if capacity.value.result is not CapacityResult.PRESENT:
        raise KnownError(f"consent.capacity-{capacity.value.result}")


def check_minor(
    work: Work,
    ref: EpisodeRef,
    document: ConsentDocument,
    mode: ConsentMode,
    minor: MinorSigning | None,
) -> MinorSigning | None:
    """What is kept of how a minor's consent was given; None for whoever is of age."""
    if not is_minor(age_of(work, ref)):
        return None
    need_minor_may(
        minor,
        mode,
        document.type,
        document.scope,
        guardians_of(work, ref),
        site_allows_alone=site_allows_alone(work),
    )
    return minor


def check_signing(
    mode: ConsentMode, printed_name: str, signature: Signature | None, authority: str
) -> None:
    """Refuse one without a name, without ink where it is written, without the signer's right."""
    if not printed_name.strip():
        raise KnownError("consent.name-missing")
    if mode in WRITTEN_MODES and (signature is None or signature.is_empty):
        raise KnownError("consent.signature-empty")
    if mode is ConsentMode.REPRESENTATIVE and not authority.strip():
        raise KnownError("consent.authority-missing")


def check_person_name(consent_type: ConsentType, mode: ConsentMode, person_name: str) -> None:
    """A consent about treatment records names the person (42 CFR 2.31(a)(1)), whoever signs."""
    is_for_another = mode is ConsentMode.REPRESENTATIVE
    if consent_type is ConsentType.PART2 and is_for_another and not person_name.strip():
        raise KnownError("consent.person-name-missing")


def check_witnesses(work: Work, mode: ConsentMode, witness: str, second_witness: str) -> None:
    """A mark and a spoken yes need a witness; how many listen on the phone is the site's rule."""
    if mode not in WITNESSED_MODES:
        return
    if not witness.strip():
        raise KnownError("consent.witness-missing")
    if mode is not ConsentMode.TELEPHONE:
        return
    if witnesses_by_phone(work) > 1 and not second_witness.strip():
        raise KnownError("consent.second-witness-missing")
    if witness.strip().casefold() == second_witness.strip().casefold():
        raise KnownError("consent.second-witness-missing")


def witnesses_by_phone(work: Work) -> int:
    """How many members of staff must hear a yes on the phone."""
    return site_number(work, "telephone-witnesses", TELEPHONE_WITNESSES)
