"""Consents: each by itself, with recipient, purpose, categories, expiry and withdrawal."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from desktop.errors import KnownError
from desktop.forms.questionnaire import InstrumentRef
from desktop.records.ids import EpisodeId, RecordId, StaffId
from desktop.records.signature import Signature


class ConsentType(StrEnum):
    """What the consent is for."""

    PARTICIPATION = "participation"
    CONTACT = "contact"
    RELEASE = "release"


class Purpose(StrEnum):
    """Why something is shared."""

    MENTORING = "mentoring"
    CASE_MANAGEMENT = "case-management"
    HOME_VISITS = "home-visits"
    PEER_SUPPORT = "peer-support"
    FAMILY_ENGAGEMENT = "family-engagement"
    VICTIM_SERVICES = "victim-services"


class Category(StrEnum):
    """What kind of information is shared."""

    IDENTITY_CONTACT = "identity-contact"
    INJURY = "injury"
    NEEDS = "needs"
    SAFETY_PLAN = "safety-plan"
    MENTAL_HEALTH = "mental-health"
    SUBSTANCE_USE = "substance-use"
    HIV = "hiv"
    SCHOOL = "school"
    LEGAL = "legal"


class ConsentMode(StrEnum):
    """How the yes was given. A mark or a representative's signature counts as written."""

    SIGNED = "signed"
    MARK = "mark"
    REPRESENTATIVE = "representative"
    VERBAL = "verbal"
    TELEPHONE = "telephone"


WRITTEN_MODES = frozenset({ConsentMode.SIGNED, ConsentMode.MARK, ConsentMode.REPRESENTATIVE})
"""Modes that can release information.

A release needs a signature (45 CFR 164.508(c)(1)(vi)) and, for VOCA-funded work, informed,
written, reasonably time-limited consent (28 CFR 94.115(b)).
"""

WITNESSED_MODES = frozenset({ConsentMode.MARK, ConsentMode.VERBAL, ConsentMode.TELEPHONE})
"""Modes in which somebody else must have seen or heard the yes."""


class ConsentStatus(StrEnum):
    """Where one consent stands."""

    GRANTED = "granted"
    DECLINED = "declined"
    ASK_LATER = "ask-later"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ConsentScope:
    """To whom, why, what, until when. ``expires_on`` is the last day on which it holds."""

    recipient: str
    purpose: Purpose
    categories: frozenset[Category]
    expires_on: date | None

    @property
    def is_complete(self) -> bool:
        """Whether every core element is there: a blank one makes an authorization defective
        (45 CFR 164.508(b)(2)(ii), (c)(1))."""
        return bool(self.recipient.strip() and self.categories and self.expires_on)


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent as asked and answered; final at the person's signature."""

    consent_id: RecordId
    episode_id: EpisodeId
    type: ConsentType
    status: ConsentStatus
    asked_at: datetime
    asked_by: StaffId
    language: str
    text_ref: InstrumentRef
    scope: ConsentScope | None = None
    mode: ConsentMode | None = None
    printed_name: str = field(default="", repr=False)
    representative_authority: str = ""
    witness: str = field(default="", repr=False)
    signature: Signature | None = field(default=None, repr=False)
    document_text: str = field(default="", repr=False)
    """Exactly what was shown, in the language shown."""
    document_sha256: str = ""
    valid_until: date | None = None
    """The last day on which it holds, as the text says; a release has the same in its scope."""
    withdrawn_at: datetime | None = None
    withdrawn_how: str = ""

    def has_expired(self, on: date) -> bool:
        """Whether its last day is over; what has no last day is not over."""
        return self.valid_until is not None and on > self.valid_until

    def withdrawn(self, at: datetime, how: str) -> "Consent":
        """The same consent, withdrawn (45 CFR 164.508(b)(5)); only a granted one can be."""
        if self.status is not ConsentStatus.GRANTED:
            raise KnownError("consent.not-granted")
        return replace(self, status=ConsentStatus.WITHDRAWN, withdrawn_at=at, withdrawn_how=how)


@dataclass(frozen=True, slots=True)
class GateAnswer:
    """Yes or no of the consent gate, and why: ``reason_id`` is a message id."""

    allowed: bool
    reason_id: str
    consent_id: RecordId | None = None


_CLOSEST_FIRST = (
    "consent-gate.withdrawn",
    "consent-gate.declined-since",
    "consent-gate.expired",
    "consent-gate.no-end-date",
    "consent-gate.not-written",
    "consent-gate.category-not-covered",
    "consent-gate.purpose-not-covered",
    "consent-gate.declined",
    "consent-gate.asked-later",
    "consent-gate.never-asked",
)


def may(
    consents: Iterable[Consent],
    recipient: str,
    purpose: Purpose,
    category: Category,
    on: date,
) -> GateAnswer:
    """The one gate for print-for-partner, export and referral.

    Yes only when a granted, unexpired, written release names this recipient, this purpose and
    this category (45 CFR 164.508(b)(2), (c); 28 CFR 94.115(b)), and no later withdrawal or refusal
    for the same recipient, purpose and category followed it. No answer reads as no; the reason is
    the nearest miss, so that the user learns what to ask for.
    """
    about = [
        consent
        for consent in consents
        if consent.type is ConsentType.RELEASE
        and consent.scope is not None
        and consent.scope.recipient == recipient
    ]
    last_no = max(
        (at for c in about if (at := _said_no_at(c, purpose, category)) is not None), default=None
    )
    reasons: set[str] = set()
    for consent in about:
        reason = _why_not(consent, purpose, category, on, last_no)
        if reason is None:
            return GateAnswer(True, "consent-gate.covered", consent.consent_id)
        reasons.add(reason)
    for reason in _CLOSEST_FIRST:
        if reason in reasons:
            return GateAnswer(False, reason)
    return GateAnswer(False, "consent-gate.never-asked")


def _said_no_at(consent: Consent, purpose: Purpose, category: Category) -> datetime | None:
    """When this consent became a no for this purpose and category."""
    scope = consent.scope
    if scope is None or scope.purpose is not purpose or category not in scope.categories:
        return None
    if consent.status is ConsentStatus.WITHDRAWN:
        return consent.withdrawn_at
    return consent.asked_at if consent.status is ConsentStatus.DECLINED else None


def _why_not(
    consent: Consent, purpose: Purpose, category: Category, on: date, last_no: datetime | None
) -> str | None:
    scope = consent.scope
    if scope is None or consent.status is ConsentStatus.ASK_LATER:
        return "consent-gate.asked-later"
    if consent.status is ConsentStatus.DECLINED:
        return "consent-gate.declined"
    if scope.purpose is not purpose:
        return "consent-gate.purpose-not-covered"
    if category not in scope.categories:
        return "consent-gate.category-not-covered"
    if consent.status is ConsentStatus.WITHDRAWN:
        return "consent-gate.withdrawn"
    if consent.mode not in WRITTEN_MODES:
        return "consent-gate.not-written"
    if scope.expires_on is None:
        return "consent-gate.no-end-date"
    if on > scope.expires_on:
        return "consent-gate.expired"
    if last_no is not None and consent.asked_at <= last_no:
        return "consent-gate.declined-since"
    return None
