"""Who may give a consent of somebody under 18: every way, every basis, every edge of age."""

from datetime import UTC, date, datetime
from itertools import product

import pytest

from desktop.errors import KnownError
from desktop.records.consent import Category, ConsentMode, ConsentScope, ConsentType, Purpose
from desktop.records.ids import EpisodeId, RecordId, StaffId
from desktop.records.minor import Assent, Guardian, MinorBasis, MinorSigning, age_on, is_minor
from desktop.records.minor_rules import BY_GUARDIAN, basis_covers, need_minor_may

NOW = datetime(2026, 3, 14, 14, 2, tzinfo=UTC)
MOTHER = Guardian(
    RecordId("g1"), EpisodeId("e1"), "Gwen Guardian", "mother", "", NOW, StaffId("s1")
)
BARRED = MOTHER.barred("Lee License, LCSW", NOW)
SIGNED_BY_HER = MinorSigning(MOTHER.guardian_id, Assent.YES)


def scope(*categories: Category) -> ConsentScope:
    """A release of these to an invented partner."""
    day = date(2026, 6, 12)
    return ConsentScope("Northside Peers", Purpose.MENTORING, frozenset(categories), day)


def refusal(
    minor: MinorSigning | None,
    mode: ConsentMode = ConsentMode.REPRESENTATIVE,
    kind: ConsentType = ConsentType.PARTICIPATION,
    wanted: ConsentScope | None = None,
    guardian: Guardian = MOTHER,
    *,
    alone: bool = False,
) -> str:
    """The message id of the refusal, "" when it may be given."""
    try:
        need_minor_may(minor, mode, kind, wanted, [guardian], site_allows_alone=alone)
    except KnownError as error:
        return error.message_id
    return ""


@pytest.mark.parametrize(("age", "expected"), [(None, False), (0, True), (17, True), (18, False)])
def test_a_minor_is_whoever_is_known_to_be_under_18(age: int | None, expected: bool) -> None:
    assert is_minor(age) is expected


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2008, 3, 14), date(2026, 3, 13), 17),
        (date(2008, 3, 14), date(2026, 3, 14), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2026, 3, 14), date(2026, 3, 14), 0),
    ],
)
def test_a_year_is_full_on_the_birthday(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


def test_a_guardian_gives_it_with_the_young_persons_word() -> None:
    assert refusal(SIGNED_BY_HER) == ""
    not_able = MinorSigning(MOTHER.guardian_id, Assent.NOT_ABLE)
    assert refusal(not_able) == ""
    assert refusal(MinorSigning(MOTHER.guardian_id)) == "minor.assent-missing"
    assert refusal(MinorSigning(MOTHER.guardian_id, Assent.NO)) == "minor.said-no"


def test_without_a_guardian_of_the_case_nothing_is_given() -> None:
    stranger = MinorSigning(RecordId("g9"), Assent.YES)

    for minor in (None, MinorSigning(), MinorSigning(assent=Assent.YES), stranger):
        assert refusal(minor) == "minor.guardian-missing"


@pytest.mark.parametrize("mode", [one for one in ConsentMode if one not in BY_GUARDIAN])
def test_the_young_person_does_not_sign_in_the_guardians_place(mode: ConsentMode) -> None:
    assert refusal(SIGNED_BY_HER, mode) == "minor.guardian-missing"


def test_a_guardian_who_may_not_consent_gives_nothing_in_any_way() -> None:
    for mode, kind, assent in product(BY_GUARDIAN, ConsentType, Assent):
        minor = MinorSigning(MOTHER.guardian_id, assent)
        assert refusal(minor, mode, kind, guardian=BARRED) == "minor.guardian-may-not"


def test_that_a_guardian_may_not_consent_is_who_decided_and_when_and_no_more() -> None:
    assert BARRED.may_not is not None
    assert set(BARRED.may_not.__slots__) == {"decided_by", "decided_at"}
    with pytest.raises(KnownError, match=r"guardian\.decided-by-missing"):
        MOTHER.barred("  ", NOW)


FOUND = {
    (MinorBasis.SITE_POLICY, ConsentType.PARTICIPATION, None),
    (MinorBasis.SITE_POLICY, ConsentType.CONTACT, None),
    (MinorBasis.SUBSTANCE_USE, ConsentType.PART2, Category.TREATMENT_RECORDS),
    (MinorBasis.SUBSTANCE_USE, ConsentType.RELEASE, Category.SUBSTANCE_USE),
    (MinorBasis.MENTAL_HEALTH, ConsentType.RELEASE, Category.MENTAL_HEALTH),
    (MinorBasis.SUBSTANCE_USE, ConsentType.RELEASE, Category.IDENTITY_CONTACT),
    (MinorBasis.MENTAL_HEALTH, ConsentType.RELEASE, Category.IDENTITY_CONTACT),
}


def test_each_basis_covers_its_own_care_and_nothing_else() -> None:
    for basis, kind in product(MinorBasis, ConsentType):
        for category in (None, *Category):
            wanted = scope(category) if category else None
            expected = (basis, kind, category) in FOUND
            if kind in (ConsentType.PARTICIPATION, ConsentType.CONTACT, ConsentType.PART2):
                expected = any((basis, kind) == one[:2] for one in FOUND)
            assert basis_covers(basis, kind, wanted) is expected, (basis, kind, category)
    more = scope(Category.MENTAL_HEALTH, Category.NEEDS)
    assert not basis_covers(MinorBasis.MENTAL_HEALTH, ConsentType.RELEASE, more)


def test_alone_needs_a_basis_that_covers_who_found_it_and_where_it_is_policy_the_policy() -> None:
    mental = MinorSigning(basis=MinorBasis.MENTAL_HEALTH, basis_found_by="Lee License, LCSW")
    policy = MinorSigning(basis=MinorBasis.SITE_POLICY, basis_found_by="Lee License, LCSW")
    nobody = MinorSigning(basis=MinorBasis.MENTAL_HEALTH, basis_found_by=" ")
    signed, release = ConsentMode.SIGNED, ConsentType.RELEASE
    wanted = scope(Category.MENTAL_HEALTH)

    assert refusal(mental, signed, release, wanted) == ""
    assert refusal(mental, signed, release, scope(Category.NEEDS)) == "minor.basis-does-not-cover"
    assert refusal(mental, signed) == "minor.basis-does-not-cover"
    assert refusal(nobody, signed, release, wanted) == "minor.found-by-missing"
    assert refusal(mental, ConsentMode.REPRESENTATIVE, release, wanted) == "minor.signs-alone"
    assert refusal(policy, signed) == "minor.site-does-not-allow"
    assert refusal(policy, signed, alone=True) == ""
