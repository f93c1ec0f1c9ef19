"""A minor's consents: guardian and assent, who may not, deciding alone, and turning 18."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.consent import Category, Consent, ConsentMode, ConsentType
from desktop.records.episode import CaseSource
from desktop.records.ids import RecordId
from desktop.records.minor import Assent, MinorBasis, MinorSigning
from desktop.records.person import PersonIdentity
from desktop.services.add_case import NewCase, add_case
from desktop.services.age import age_of
from desktop.services.consent_document import consent_document, default_scope
from desktop.services.consents import AskAgain, read_consents
from desktop.services.guardians import MINOR_ALONE, add_guardian, bar_guardian
from desktop.services.identity import save_identity
from desktop.services.ports import EpisodeRef, Setting
from desktop.services.work import Work
from tests.services.bench import ADMIN, ROSA, Bench
from tests.services.test_consents import peers, release, share, sign

FOUND_BY = "Lee License, LCSW"


@pytest.fixture
def work(bench: Bench) -> Work:
    return bench.work_as(ROSA)


@pytest.fixture
def ref(bench: Bench, work: Work) -> EpisodeRef:
    """Somebody of 15."""
    new = NewCase("ED 7", CaseSource.TRAUMA_PAGE, bench.clock.now(), "en", age_years=15)
    return add_case(work, new).ref


def by(guardian: RecordId, assent: Assent | None = Assent.YES) -> dict[str, object]:
    """Signed by this guardian, with the young person's word."""
    return {
        "mode": ConsentMode.REPRESENTATIVE,
        "representative_authority": "mother",
        "minor": MinorSigning(guardian, assent),
    }


def alone(basis: MinorBasis) -> dict[str, object]:
    """Signed by the young person alone."""
    return {"minor": MinorSigning(basis=basis, basis_found_by=FOUND_BY)}


def refusal(work: Work, ref: EpisodeRef, **changed: object) -> str:
    """Why the release is not signed."""
    with pytest.raises(KnownError) as refused:
        sign(work, ref, release(work, ref), **changed)
    return refused.value.message_id


def test_a_guardian_signs_with_assent_and_both_are_kept(work: Work, ref: EpisodeRef) -> None:
    mother = add_guardian(work, ref, " Gwen Guardian ", "mother", "birth certificate")

    consent = sign(work, ref, release(work, ref), **by(mother.guardian_id))

    assert share(work, ref) == "consent-gate.covered"
    assert (consent.guardian, consent.assent) == (mother.guardian_id, Assent.YES)
    assert mother.name == "Gwen Guardian"
    assert "Gwen" not in repr(mother)


def test_a_minor_signs_nothing_alone_without_a_basis(work: Work, ref: EpisodeRef) -> None:
    mother = add_guardian(work, ref, "Gwen Guardian", "mother")

    assert refusal(work, ref) == "minor.guardian-missing"
    assert refusal(work, ref, **by(mother.guardian_id, Assent.NO)) == "minor.said-no"
    assert refusal(work, ref, **by(mother.guardian_id, None)) == "minor.assent-missing"
    assert share(work, ref) == "consent-gate.never-asked"


def test_an_adult_needs_no_guardian_and_none_is_kept(bench: Bench, work: Work) -> None:
    adult = bench.new_case()

    consent = sign(work, adult, release(work, adult), minor=MinorSigning(RecordId("g1")))

    assert consent.guardian is None


def test_a_guardian_who_may_not_consent_opens_nothing_before_or_after(
    bench: Bench, work: Work, ref: EpisodeRef
) -> None:
    mother = add_guardian(work, ref, "Gwen Guardian", "mother")
    sign(work, ref, release(work, ref), **by(mother.guardian_id))
    assert share(work, ref) == "consent-gate.covered"

    barred = bar_guardian(work, ref, mother.guardian_id, "Olive Oncall, MD")

    assert barred.may_not is not None
    assert barred.may_not.decided_by == "Olive Oncall, MD"
    assert share(work, ref) == "consent-gate.guardian-may-not"
    assert refusal(work, ref, **by(mother.guardian_id)) == "minor.guardian-may-not"
    card = next(each for each in read_consents(work, ref).cards if each.consent is not None)
    assert card.ask_again is AskAgain.GUARDIAN_MAY_NOT
    assert not card.is_given
    assert AuditAction.GUARDIAN_BARRED in bench.actions()


def test_a_young_person_releases_alone_what_the_law_lets_them_have_alone(
    work: Work, ref: EpisodeRef
) -> None:
    scope = replace(
        default_scope(work, peers(work)), categories=frozenset({Category.MENTAL_HEALTH})
    )
    document = consent_document(work, ref, ConsentType.RELEASE, scope, "en")

    sign(work, ref, document, **alone(MinorBasis.MENTAL_HEALTH))

    assert share(work, ref, Category.MENTAL_HEALTH) == "consent-gate.covered"
    assert refusal(work, ref, **alone(MinorBasis.MENTAL_HEALTH)) == "minor.basis-does-not-cover"


def test_taking_part_alone_is_the_hospitals_rule(bench: Bench, work: Work, ref: EpisodeRef) -> None:
    document = consent_document(work, ref, ConsentType.PARTICIPATION, None, "en")

    def take_part() -> Consent:
        return sign(work, ref, document, **alone(MinorBasis.SITE_POLICY))

    with pytest.raises(KnownError, match=r"minor\.site-does-not-allow"):
        take_part()
    bench.work_as(ADMIN).session.site.change_setting(Setting(MINOR_ALONE, "on"))

    assert take_part().basis is MinorBasis.SITE_POLICY
    assert read_consents(work, ref).may_sign_alone


def test_the_age_follows_the_date_of_birth_and_at_18_the_person_is_asked(
    bench: Bench, work: Work, ref: EpisodeRef
) -> None:
    mother = add_guardian(work, ref, "Gwen Guardian", "mother")
    sign(work, ref, release(work, ref), **by(mother.guardian_id))
    today = bench.clock.now().astimezone().date()
    birthday = today + timedelta(days=1)
    born = date(birthday.year - 18, birthday.month, birthday.day)
    save_identity(work, ref, PersonIdentity(ref.person_id, birth_date=born))
    assert (age_of(work, ref), read_consents(work, ref).is_minor) == (17, True)

    bench.clock.advance(24 * 3600)

    page = read_consents(work, ref)
    assert (page.age_years, page.is_minor) == (18, False)
    card = next(each for each in page.cards if each.consent is not None)
    assert card.ask_again is AskAgain.OF_AGE
    assert card.is_given
    assert share(work, ref) == "consent-gate.covered"


@pytest.mark.parametrize(
    ("name", "relationship", "expected"),
    [(" ", "mother", "guardian.name-missing"), ("Gwen", " ", "guardian.relationship-missing")],
)
def test_a_guardian_has_a_name_and_a_relationship(
    work: Work, ref: EpisodeRef, name: str, relationship: str, expected: str
) -> None:
    with pytest.raises(KnownError) as refused:
        add_guardian(work, ref, name, relationship)

    assert refused.value.message_id == expected
