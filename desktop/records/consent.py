"""Consents: each by itself, with recipient, purpose, categories, expiry and withdrawal."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from desktop.errors import KnownError
from desktop.forms.questionnaire import InstrumentRef
from desktop.records.ids import EpisodeId, RecordId, StaffId
from desktop.records.minor import Assent, MinorBasis
from desktop.records.signature import Signature


class ConsentType(StrEnum):
    """What the consent is for."""

    PARTICIPATION = "participation"
    CONTACT = "contact"
    RELEASE = "release"
    PART2 = "part2"
    """Records of a substance use treatment program to one recipient (42 CFR 2.31)."""
    PHOTOGRAPHS = "photographs"
    RESEARCH = "research"


SCOPED_TYPES = frozenset({ConsentType.RELEASE, ConsentType.PART2})
"""Those that name a recipient, a purpose, what, and a last day."""

SPOKEN_TYPES = frozenset({ConsentType.PARTICIPATION, ConsentType.CONTACT})
"""Those for which a spoken yes is enough; any other opens nothing before it is in writing."""


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
    TREATMENT_RECORDS = "treatment-records"
    """Records that came from a substance use treatment program: a Part 2 consent alone covers
    them (42 CFR 2.31(a)(3), 2.33)."""


RELEASE_CATEGORIES = frozenset(Category) - {Category.TREATMENT_RECORDS}
"""What a release can cover."""


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


class ToldHow(StrEnum):
    """How a partner was told that a consent was taken back."""

    BY_PHONE = "by-phone"
    IN_WRITING = "in-writing"
    IN_PERSON = "in-person"


@dataclass(frozen=True, slots=True)
class PartnerTold:
    """That a partner knows: how, when and from whom."""

    how: ToldHow
    at: datetime
    by: StaffId


class CopyGiven(StrEnum):
    """What became of the person's copy."""

    ON_PAPER = "on-paper"
    KEPT_HERE = "kept-here"
    """Not safe to carry: the team keeps it for the person."""
    NOT_WANTED = "not-wanted"


@dataclass(frozen=True, slots=True)
class CopyNote:
    """What became of the copy, and when."""

    how: CopyGiven
    at: datetime


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
    second_witness: str = field(default="", repr=False)
    withdrawn_at: datetime | None = None
    withdrawn_how: str = ""
    told: PartnerTold | None = None
    """That its partner knows that it was taken back."""
    paper_sha256: str = ""
    """Digest of the PDF that was frozen when it was given."""
    copy: CopyNote | None = None
    person_name: str = field(default="", repr=False)
    """Whose record it is, where somebody else signed for that person."""
    guardian: RecordId | None = None
    """The guardian who gave it for a minor."""
    assent: Assent | None = None
    basis: MinorBasis | None = None
    """By what a minor gave it alone, and who found that it holds."""
    basis_found_by: str = field(default="", repr=False)

    @property
    def opens_nothing(self) -> bool:
        """Whether it was spoken and needs to be in writing: a release needs a signature
        (45 CFR 164.508(c)(1)(vi); 42 CFR 2.31(a)(8); 28 CFR 94.115(b))."""
        return self.type not in SPOKEN_TYPES and self.mode not in WRITTEN_MODES

    def has_expired(self, on: date) -> bool:
        """Whether its last day is over; what has no last day is not over."""
        return self.valid_until is not None and on > self.valid_until

    def withdrawn(self, at: datetime, how: str) -> "Consent":
        """The same consent, withdrawn (45 CFR 164.508(b)(5)); only a granted one can be."""
        if self.status is not ConsentStatus.GRANTED:
            raise KnownError("consent.not-granted")
        return replace(self, status=ConsentStatus.WITHDRAWN, withdrawn_at=at, withdrawn_how=how)
