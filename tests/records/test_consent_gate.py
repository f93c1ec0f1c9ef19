"""The consent gate: every edge of every field."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.errors import KnownError
from desktop.forms.questionnaire import InstrumentRef
from desktop.records.consent import (
    Category,
    Consent,
    ConsentMode,
    ConsentScope,
    ConsentStatus,
    ConsentType,
    Purpose,
)
from desktop.records.consent_gate import GateAnswer, may
from desktop.records.ids import EpisodeId, RecordId, StaffId

ASKED = datetime(2026, 3, 14, 14, 2, tzinfo=UTC)
LAST_DAY = date(2026, 6, 12)
PEERS = "Northside Peers"
SCOPE = ConsentScope(
    PEERS, Purpose.PEER_SUPPORT, frozenset({Category.IDENTITY_CONTACT, Category.NEEDS}), LAST_DAY
)
GRANTED = Consent(
    RecordId("c1"),
    EpisodeId("e1"),
    ConsentType.RELEASE,
    ConsentStatus.GRANTED,
    ASKED,
    StaffId("s1"),
    "en",
    InstrumentRef("https://firstlight.example/fhir/Questionnaire/consent-release", "1.0.0", "00"),
    scope=SCOPE,
    mode=ConsentMode.SIGNED,
)


def ask(*consents: Consent, on: date = LAST_DAY, **changed: object) -> GateAnswer:
    """The gate's answer about needs for peer support at Northside Peers."""
    recipient = str(changed.get("recipient", PEERS))
    purpose = changed.get("purpose", Purpose.PEER_SUPPORT)
    category = changed.get("category", Category.NEEDS)
    assert isinstance(purpose, Purpose)
    assert isinstance(category, Category)
    return may(consents, recipient, purpose, category, on)


def test_a_granted_release_covers_its_recipient_purpose_and_category() -> None:
    answer = ask(GRANTED, on=ASKED.date())

    assert answer == GateAnswer(True, "consent-gate.covered", RecordId("c1"))


def test_without_any_consent_the_answer_is_no() -> None:
    assert ask() == GateAnswer(False, "consent-gate.never-asked")


def test_it_holds_on_its_last_day_and_no_longer_the_day_after() -> None:
    assert ask(GRANTED, on=LAST_DAY).allowed

    after = ask(GRANTED, on=LAST_DAY + timedelta(days=1))

    assert after == GateAnswer(False, "consent-gate.expired")


@pytest.mark.parametrize("mode", [ConsentMode.MARK, ConsentMode.REPRESENTATIVE])
def test_a_mark_and_a_representative_count_as_written(mode: ConsentMode) -> None:
    assert ask(replace(GRANTED, mode=mode)).allowed


@pytest.mark.parametrize("mode", [ConsentMode.VERBAL, ConsentMode.TELEPHONE, None])
def test_a_spoken_yes_releases_nothing(mode: ConsentMode | None) -> None:
    assert ask(replace(GRANTED, mode=mode)).reason_id == "consent-gate.not-written"


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("recipient", "Elm Street Mentors", "consent-gate.never-asked"),
        ("recipient", "northside peers", "consent-gate.never-asked"),
        ("purpose", Purpose.MENTORING, "consent-gate.purpose-not-covered"),
        ("category", Category.INJURY, "consent-gate.category-not-covered"),
        ("category", Category.SAFETY_PLAN, "consent-gate.category-not-covered"),
    ],
)
def test_nothing_beside_the_scope_is_covered(field: str, value: object, reason: str) -> None:
    assert ask(GRANTED, **{field: value}) == GateAnswer(False, reason)


@pytest.mark.parametrize("consent_type", [ConsentType.PARTICIPATION, ConsentType.CONTACT])
def test_other_consents_release_nothing(consent_type: ConsentType) -> None:
    assert ask(replace(GRANTED, type=consent_type)).reason_id == "consent-gate.never-asked"


def test_a_release_without_an_end_or_a_scope_covers_nothing() -> None:
    endless = replace(GRANTED, scope=replace(SCOPE, expires_on=None))

    assert ask(endless).reason_id == "consent-gate.no-end-date"
    assert ask(replace(GRANTED, scope=None)).reason_id == "consent-gate.never-asked"


def test_declined_and_ask_later_are_no_with_their_own_reason() -> None:
    declined = replace(GRANTED, status=ConsentStatus.DECLINED, mode=None)
    later = replace(GRANTED, status=ConsentStatus.ASK_LATER, mode=None)

    assert ask(declined).reason_id == "consent-gate.declined"
    assert ask(later).reason_id == "consent-gate.asked-later"


def test_a_withdrawn_release_covers_nothing() -> None:
    withdrawn = GRANTED.withdrawn(ASKED + timedelta(hours=1), "told us")

    assert ask(withdrawn).reason_id == "consent-gate.withdrawn"


def test_withdrawing_one_copy_takes_the_older_copy_along() -> None:
    older = replace(GRANTED, consent_id=RecordId("c0"), asked_at=ASKED - timedelta(days=1))
    withdrawn = GRANTED.withdrawn(ASKED + timedelta(hours=1), "told us")

    assert not ask(older, withdrawn).allowed


def test_a_later_no_overrules_an_earlier_yes() -> None:
    no = replace(
        GRANTED,
        consent_id=RecordId("c2"),
        status=ConsentStatus.DECLINED,
        mode=None,
        asked_at=ASKED + timedelta(hours=1),
    )

    assert ask(GRANTED, no).reason_id == "consent-gate.declined-since"


def test_a_yes_after_a_no_holds() -> None:
    no = replace(
        GRANTED, status=ConsentStatus.DECLINED, mode=None, asked_at=ASKED - timedelta(hours=1)
    )

    assert ask(no, GRANTED).allowed


def test_a_no_about_something_else_does_not_overrule() -> None:
    other = replace(SCOPE, categories=frozenset({Category.INJURY}))
    no = replace(
        GRANTED,
        status=ConsentStatus.DECLINED,
        mode=None,
        scope=other,
        asked_at=ASKED + timedelta(hours=1),
    )

    assert ask(GRANTED, no).allowed


def test_later_does_not_take_a_yes_back() -> None:
    later = replace(
        GRANTED,
        status=ConsentStatus.ASK_LATER,
        mode=None,
        asked_at=ASKED + timedelta(hours=1),
    )

    assert ask(GRANTED, later).allowed


@pytest.mark.parametrize(
    "status", [ConsentStatus.DECLINED, ConsentStatus.ASK_LATER, ConsentStatus.WITHDRAWN]
)
def test_only_a_granted_consent_can_be_withdrawn(status: ConsentStatus) -> None:
    with pytest.raises(KnownError, match=r"consent\.not-granted"):
        replace(GRANTED, status=status).withdrawn(ASKED, "told us")


@pytest.mark.parametrize(
    "scope",
    [
        replace(SCOPE, recipient=" "),
        replace(SCOPE, categories=frozenset()),
        replace(SCOPE, expires_on=None),
    ],
)
def test_a_scope_with_a_blank_element_is_not_complete(scope: ConsentScope) -> None:
    assert SCOPE.is_complete
    assert not scope.is_complete
