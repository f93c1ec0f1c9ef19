"""The consent gate over every combination: it never says yes unless each condition holds."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from desktop.forms.questionnaire import InstrumentRef
from desktop.messages import LANGUAGES, catalogue
from desktop.records.consent import (
    RELEASE_CATEGORIES,
    SPOKEN_TYPES,
    WRITTEN_MODES,
    Category,
    Consent,
    ConsentMode,
    ConsentScope,
    ConsentStatus,
    ConsentType,
    Purpose,
)
from desktop.records.consent_gate import GateRules, may, type_for
from desktop.records.ids import RecordId
from tests.records.test_consent_gate import ASKED, GRANTED, LAST_DAY, PEERS, SCOPE

SIGNED_ON = ASKED.astimezone().date()
MOTHER, FATHER = RecordId("mother"), RecordId("father")
OTHER_TEXT = InstrumentRef(GRANTED.text_ref.url, "2.0.0", "11")
MODES = (*ConsentMode, None)
DAYS = tuple(day + timedelta(days=step) for day in (SIGNED_ON, LAST_DAY) for step in (-1, 0, 1))
TEXTS = (None, frozenset({GRANTED.text_ref}), frozenset({OTHER_TEXT}))


@dataclass(frozen=True)
class Asked:
    """One consent and one question about it."""

    consent: Consent
    category: Category
    on: date
    rules: GateRules

    @property
    def should_open(self) -> bool:
        """Said again in plain words, as the law has it."""
        consent, scope = self.consent, self.consent.scope
        return (
            consent.type is type_for(self.category)
            and consent.status is ConsentStatus.GRANTED
            and consent.mode in WRITTEN_MODES
            and scope is not None
            and self.category in scope.categories
            and scope.expires_on is not None
            and SIGNED_ON <= self.on <= scope.expires_on
            and consent.guardian not in self.rules.barred
            and (self.rules.texts is None or consent.text_ref in self.rules.texts)
        )


def all_asked() -> list[Asked]:
    """Every kind, answer, way, guardian, text and edge of the time, crossed with the scopes."""
    scopes = [
        ConsentScope(PEERS, Purpose.PEER_SUPPORT, frozenset(categories), last)
        for categories in ({Category.NEEDS}, {Category.TREATMENT_RECORDS}, set())
        for last in (LAST_DAY, None)
    ]
    found = []
    for kind, status, mode, scope in product(ConsentType, ConsentStatus, MODES, scopes):
        for guardian, barred in (
            (None, ()),
            (MOTHER, ()),
            (MOTHER, (FATHER,)),
            (MOTHER, (MOTHER,)),
        ):
            consent = replace(
                GRANTED, type=kind, status=status, mode=mode, scope=scope, guardian=guardian
            )
            for texts, day in product(TEXTS, DAYS):
                rules = GateRules(frozenset(barred), texts)
                category = Category.NEEDS
                if Category.TREATMENT_RECORDS in scope.categories:
                    category = Category.TREATMENT_RECORDS
                found.append(Asked(consent, category, day, rules))
    return found


def test_the_gate_opens_exactly_when_every_condition_holds() -> None:
    opened = 0
    for one in all_asked():
        answer = may([one.consent], PEERS, Purpose.PEER_SUPPORT, one.category, one.on, one.rules)
        assert answer.allowed is one.should_open, one
        is_part2 = one.category is Category.TREATMENT_RECORDS
        assert answer.needs_part2_notice is (answer.allowed and is_part2)
        assert all(answer.reason_id in catalogue(language) for language in LANGUAGES)
        opened += answer.allowed

    assert opened > 100


def test_every_reason_can_be_given() -> None:
    given_reasons = {
        may([one.consent], PEERS, Purpose.PEER_SUPPORT, one.category, one.on, one.rules).reason_id
        for one in all_asked()
    }
    given_reasons.add(may([GRANTED], PEERS, Purpose.MENTORING, Category.NEEDS, SIGNED_ON).reason_id)
    no = replace(GRANTED, status=ConsentStatus.DECLINED, mode=None)
    given_reasons.add(
        may([GRANTED, no], PEERS, Purpose.PEER_SUPPORT, Category.NEEDS, SIGNED_ON).reason_id
    )

    assert given_reasons == {one for one in catalogue("en") if one.startswith("consent-gate.")}


def test_a_barred_guardian_closes_the_gate_whatever_else_is_right() -> None:
    by_mother = replace(GRANTED, mode=ConsentMode.REPRESENTATIVE, guardian=MOTHER)
    rules = GateRules(frozenset({MOTHER}))

    closed = may([by_mother], PEERS, Purpose.PEER_SUPPORT, Category.NEEDS, SIGNED_ON, rules)
    both = [by_mother, replace(by_mother, guardian=FATHER)]

    assert closed.reason_id == "consent-gate.guardian-may-not"
    assert may(both, PEERS, Purpose.PEER_SUPPORT, Category.NEEDS, SIGNED_ON, rules).allowed


def test_a_withdrawal_on_the_day_of_signing_closes_it_that_day_and_a_new_yes_opens_it() -> None:
    gone = GRANTED.withdrawn(ASKED + timedelta(minutes=1), "in-person")
    anew = replace(GRANTED, consent_id=RecordId("c2"), asked_at=ASKED + timedelta(minutes=2))
    asked = (PEERS, Purpose.PEER_SUPPORT, Category.NEEDS, SIGNED_ON)

    assert may([gone], *asked).reason_id == "consent-gate.withdrawn"
    assert may([gone, anew], *asked).consent_id == anew.consent_id
    same_moment = replace(anew, asked_at=ASKED + timedelta(minutes=1))
    assert not may([gone, same_moment], *asked).allowed


def test_a_release_never_covers_records_of_a_program_nor_the_other_way_round() -> None:
    everything = replace(GRANTED, scope=replace(SCOPE, categories=frozenset(Category)))
    part2 = replace(everything, type=ConsentType.PART2)

    for category in Category:
        about = (PEERS, Purpose.PEER_SUPPORT, category, SIGNED_ON)
        assert may([everything], *about).allowed is (category in RELEASE_CATEGORIES)
        assert may([part2], *about).allowed is (category not in RELEASE_CATEGORIES)


scopes = st.builds(
    ConsentScope,
    st.sampled_from((PEERS, "Elm Street Mentors")),
    st.sampled_from(Purpose),
    st.frozensets(st.sampled_from(sorted(RELEASE_CATEGORIES))),
    st.sampled_from((LAST_DAY, SIGNED_ON, None)),
)
consents = st.builds(
    lambda status, mode, scope, minutes: replace(
        GRANTED,
        status=status,
        mode=mode,
        scope=scope,
        asked_at=ASKED + timedelta(minutes=minutes),
        withdrawn_at=ASKED + timedelta(minutes=minutes + 1),
    ),
    st.sampled_from(ConsentStatus),
    st.sampled_from(MODES),
    scopes,
    st.integers(0, 5),
)


@given(
    st.lists(consents, max_size=5),
    st.sampled_from(Purpose),
    st.sampled_from(sorted(RELEASE_CATEGORIES)),
    st.sampled_from(DAYS),
)
def test_no_history_opens_the_gate_unless_one_yes_alone_would(
    history: list[Consent], purpose: Purpose, category: Category, on: date
) -> None:
    answer = may(history, PEERS, purpose, category, on)
    alone = [one for one in history if may([one], PEERS, purpose, category, on).allowed]

    if answer.allowed:
        assert alone
    no_more = [
        replace(one, asked_at=ASKED + timedelta(minutes=9), status=ConsentStatus.DECLINED)
        for one in alone
    ]
    assert not may([*history, *no_more], PEERS, purpose, category, on).allowed


def test_a_spoken_yes_opens_taking_part_and_contact_alone() -> None:
    for kind, mode in product(ConsentType, MODES):
        consent = replace(GRANTED, type=kind, mode=mode)
        assert consent.opens_nothing is (kind not in SPOKEN_TYPES and mode not in WRITTEN_MODES)
