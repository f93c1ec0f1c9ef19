"""People under 18: their guardians, their own agreement, and when they may decide alone."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from desktop.errors import KnownError
from desktop.records.ids import EpisodeId, RecordId, StaffId

MAJORITY_YEARS = 18
"""Parents decide for whoever is younger (C.G.S. 45a-604; OLR report 2002-R-0860)."""


class Assent(StrEnum):
    """What a minor says to what a guardian signs."""

    YES = "yes"
    NO = "no"
    NOT_ABLE = "not-able"
    """Too young, asleep, sedated: asked again when that changes."""


class MinorBasis(StrEnum):
    """By what law or rule a minor decides alone."""

    MENTAL_HEALTH = "mental-health"
    """C.G.S. 19a-14c: outpatient mental health treatment by a psychiatrist, psychologist, LCSW or
    LMFT who documented the five findings; a master social worker (LMSW) cannot use it."""
    SUBSTANCE_USE = "substance-use"
    """C.G.S. 17a-688: a minor may agree alone to substance use treatment, and parents are not told
    without the minor's consent."""
    SITE_POLICY = "site-policy"
    """The hospital's own rule. Whether a minor may join a programme alone is not settled by a
    statute that we know of, so it is a site setting, off by default."""


@dataclass(frozen=True, slots=True)
class MayNotConsent:
    """That a guardian may not consent: who decided it and when, and nothing more.

    An abuser of the minor or of the other parent may not consent to a release (28 CFR
    94.115(b)(2)). Why it was decided is not written down here.
    """

    decided_by: str = field(repr=False)
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class Guardian:
    """Somebody with authority to decide for a minor. ``document_seen`` is the paper that shows
    it; empty when none was seen."""

    guardian_id: RecordId
    episode_id: EpisodeId
    name: str = field(repr=False)
    relationship: str = field(repr=False)
    document_seen: str = field(repr=False)
    noted_at: datetime
    noted_by: StaffId
    may_not: MayNotConsent | None = None

    def barred(self, decided_by: str, at: datetime) -> "Guardian":
        """The same guardian, who may not consent; KnownError ``guardian.decided-by-missing``."""
        if not decided_by.strip():
            raise KnownError("guardian.decided-by-missing")
        return replace(self, may_not=MayNotConsent(decided_by.strip(), at))


def is_minor(age_years: int | None) -> bool:
    """Whether somebody of this age is under 18; an unknown age is not taken for one."""
    return age_years is not None and age_years < MAJORITY_YEARS


def age_on(birth_date: date, day: date) -> int:
    """Full years on a day; whoever was born on 29 February is a year older on 1 March."""
    had_birthday = (day.month, day.day) >= (birth_date.month, birth_date.day)
    return day.year - birth_date.year - (0 if had_birthday else 1)


@dataclass(frozen=True, slots=True)
class MinorSigning:
    """How a consent of a minor is given: by a guardian with the minor's own word, or alone."""

    guardian: RecordId | None = None
    assent: Assent | None = None
    basis: MinorBasis | None = None
    basis_found_by: str = field(default="", repr=False)
