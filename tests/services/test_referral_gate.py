"""A referral goes out, and goes on, under a consent that covers it today and not otherwise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.records.audit_event import AuditAction
from desktop.records.consent import Category, Consent, ConsentMode, ConsentType, Purpose, ToldHow
from desktop.records.referral import (
    ClosedReason,
    Referral,
    ReferralStatus,
    SentHow,
)
from desktop.records.referral_due import WaitingFor
from desktop.services.ask_gate import OLD_TEXTS_HOLD
from desktop.services.consent_document import (
    ConsentDocument,
    consent_document,
    default_scope,
)
from desktop.services.decline_consent import decline_consent
from desktop.services.guardians import add_guardian, bar_guardian
from desktop.services.kept_consents import keep_consent
from desktop.services.local_day import local_day
from desktop.services.ports import Setting
from desktop.services.read_referrals import waiting_referrals
from desktop.services.refer import (
    end_referral,
    hold_referral,
    note_accepted,
    note_first_meeting,
    resume_referral,
    send_referral,
)
from desktop.services.referral_gate import told_categories
from desktop.services.sign_consent import sign_consent
from desktop.services.tell_partner import note_partner_told
from desktop.services.withdraw_consent import withdraw_consent
from tests.services.bench import ADMIN, Bench
from tests.services.referring import DAY, FOOD, JOB, TALK, Asked, asked_of, refusal
from tests.services.test_consents import INK, NAME


@pytest.fixture
def asked(bench: Bench) -> Asked:
    return asked_of(bench)


def _never(_asked: Asked) -> None:
    pass


def _spoken(asked: Asked) -> None:
    asked.consent(mode=ConsentMode.VERBAL)


def _document(asked: Asked, purpose: Purpose = Purpose.MENTORING) -> ConsentDocument:
    scope = default_scope(asked.work, asked.work.library.partners()[0])
    wanted = replace(scope, purpose=purpose)
    return consent_document(asked.work, asked.ref, ConsentType.RELEASE, wanted, "en")


def _declined(asked: Asked) -> None:
    decline_consent(asked.work, asked.ref, _document(asked), later=False)


def _later(asked: Asked) -> None:
    decline_consent(asked.work, asked.ref, _document(asked), later=True)


def _otherwise(asked: Asked, change: Callable[[Consent], Consent]) -> None:
    """The signed consent as it could stand in an older store."""
    keep_consent(asked.work, asked.ref, change(asked.consent()), base=1)


def _no_last_day(asked: Asked) -> None:
    scope = default_scope(asked.work, asked.work.library.partners()[0])
    _otherwise(asked, lambda one: replace(one, scope=replace(scope, expires_on=None)))


def _not_yet(asked: Asked) -> None:
    _otherwise(
        asked, lambda one: replace(one, asked_at=asked.bench.clock.now() + timedelta(days=2))
    )


def _for_something_else(asked: Asked) -> None:
    asked.consent()
    asked.bench.clock.advance(60)
    other = _document(asked, Purpose.HOME_VISITS)
    decline_consent(asked.work, asked.ref, other, later=True)


def _text_changed(asked: Asked) -> None:
    asked.bench.work_as(ADMIN).session.site.change_setting(Setting(OLD_TEXTS_HOLD, "off"))
    _otherwise(
        asked,
        lambda one: replace(one, text_ref=asked.work.library.instrument("consent-contact").ref),
    )


def _guardian_barred(asked: Asked) -> None:
    guardian = add_guardian(asked.work, asked.ref, "Gail Guardian", "mother")
    bar_guardian(asked.work, asked.ref, guardian.guardian_id, "Nadia Example, RN")
    _otherwise(asked, lambda one: replace(one, guardian=guardian.guardian_id))


def _withdrawn(asked: Asked) -> None:
    consent = asked.consent()
    withdraw_consent(asked.work, asked.ref, consent.consent_id, "said so by phone")


def _declined_since(asked: Asked) -> None:
    asked.consent(Category.LEGAL)
    asked.bench.clock.advance(60)
    _declined(asked)


def _expired(asked: Asked) -> None:
    consent = asked.consent()
    assert consent.valid_until is not None
    days = (consent.valid_until - local_day(asked.work)).days
    asked.bench.clock.advance((days + 1) * DAY)


REFUSED = {
    _never: "never-asked",
    _spoken: "not-written",
    _declined: "declined",
    _later: "asked-later",
    _withdrawn: "withdrawn",
    _declined_since: "declined-since",
    _expired: "expired",
    _no_last_day: "no-end-date",
    _not_yet: "not-yet",
    _for_something_else: "purpose-not-covered",
    _text_changed: "text-changed",
    _guardian_barred: "guardian-may-not",
}


@pytest.mark.parametrize("happened", list(REFUSED))
def test_each_refusal_of_the_gate_keeps_a_referral_from_being_sent(
    asked: Asked, happened: Callable[[Asked], None]
) -> None:
    happened(asked)
    draft = asked.draft()

    said = refusal(
        lambda: send_referral(asked.work, asked.ref, draft.referral_id, SentHow.AT_BEDSIDE)
    )

    assert said == f"consent-gate.{REFUSED[happened]}"
    card = asked.card()
    assert card.refusal is not None
    assert card.refusal.reason_id == said
    assert card.referral.status is ReferralStatus.DRAFT
    assert AuditAction.RELEASED not in asked.bench.actions()


@pytest.mark.parametrize(
    ("need", "category"),
    [
        (TALK, Category.MENTAL_HEALTH),
        ("stress", Category.MENTAL_HEALTH),
        ("legal", Category.LEGAL),
        ("educational-attainment", Category.SCHOOL),
        ("substance-use", Category.SUBSTANCE_USE),
    ],
)
def test_a_need_that_says_more_than_help_needs_its_own_yes(
    asked: Asked, need: str, category: Category
) -> None:
    asked.consent()
    draft = asked.draft(JOB, need)

    def send() -> Referral:
        return send_referral(asked.work, asked.ref, draft.referral_id, SentHow.SECURE_CHANNEL)

    assert refusal(send) == "consent-gate.category-not-covered"
    asked.bench.clock.advance(60)
    asked.consent(category)

    told = send().sent

    assert told is not None
    assert told.categories == {Category.IDENTITY_CONTACT, Category.NEEDS, category}


def test_a_need_for_work_tells_no_more_than_that_help_is_wanted() -> None:
    assert told_categories((JOB, FOOD)) == (Category.IDENTITY_CONTACT, Category.NEEDS)


def test_on_its_last_day_a_consent_still_carries_a_referral_and_on_the_next_not(
    asked: Asked,
) -> None:
    consent = asked.consent()
    sent = asked.sent()
    assert consent.valid_until is not None
    asked.bench.clock.advance((consent.valid_until - local_day(asked.work)).days * DAY)
    assert not asked.card().is_stopped
    (waiting,) = waiting_referrals(asked.work, asked.ref)
    assert waiting.holds_until == consent.valid_until
    asked.bench.clock.advance(DAY)

    said = refusal(
        lambda: note_accepted(
            asked.work, asked.ref, sent.referral_id, "Intake", local_day(asked.work)
        )
    )

    assert said == "consent-gate.expired"
    assert asked.card().is_stopped


def test_after_a_withdrawal_the_partner_is_to_be_told_and_nothing_goes_on(asked: Asked) -> None:
    consent = asked.consent()
    accepted = asked.accepted()
    today = local_day(asked.work)

    withdraw_consent(asked.work, asked.ref, consent.consent_id, "said so by phone")

    card = asked.card()
    assert (card.is_stopped, card.is_told) == (True, False)
    assert card.due is not None
    assert (card.due.what, card.due.on) == (WaitingFor.CONSENT, today)
    assert refusal(
        lambda: note_first_meeting(
            asked.work, asked.ref, accepted.referral_id, today, was_held=True
        )
    ) == ("consent-gate.withdrawn")
    hold_referral(asked.work, asked.ref, accepted.referral_id)
    assert (
        refusal(lambda: resume_referral(asked.work, asked.ref, accepted.referral_id))
        == "consent-gate.withdrawn"
    )
    note_partner_told(asked.work, asked.ref, consent.consent_id, ToldHow.BY_PHONE)
    assert asked.card().is_told
    ended = end_referral(
        asked.work,
        asked.ref,
        accepted.referral_id,
        ReferralStatus.CANCELLED,
        ClosedReason.NO_CONSENT,
    )
    assert not ended.is_open
    assert not asked.card().is_stopped


def test_a_new_yes_lets_a_stopped_referral_go_on(asked: Asked) -> None:
    consent = asked.consent()
    sent = asked.sent()
    withdraw_consent(asked.work, asked.ref, consent.consent_id, "said so by phone")
    asked.bench.clock.advance(60)

    asked.consent()

    today = local_day(asked.work)
    yes = note_accepted(asked.work, asked.ref, sent.referral_id, "Intake", today)
    assert yes.status is ReferralStatus.ACCEPTED


def test_a_draft_goes_by_the_purpose_of_which_the_person_was_asked_last(asked: Asked) -> None:
    draft = asked.draft()
    document = _document(asked, Purpose.HOME_VISITS)
    how = ConsentMode.SIGNED
    sign_consent(asked.work, asked.ref, document, mode=how, printed_name=NAME, signature=INK)
    assert asked.card().refusal is None

    sent = send_referral(asked.work, asked.ref, draft.referral_id, SentHow.BY_LETTER)

    assert sent.purpose is Purpose.HOME_VISITS
    assert not asked.card().is_stopped


def test_telling_of_the_newest_withdrawal_counts_whichever_consent_it_was_sent_under(
    asked: Asked,
) -> None:
    asked.consent()
    asked.sent()
    asked.bench.clock.advance(60)
    renewed = asked.consent()
    asked.bench.clock.advance(60)
    withdraw_consent(asked.work, asked.ref, renewed.consent_id, "said so by phone")
    assert (asked.card().is_stopped, asked.card().is_told) == (True, False)

    note_partner_told(asked.work, asked.ref, renewed.consent_id, ToldHow.IN_WRITING)

    assert asked.card().is_told


def test_a_later_no_does_not_make_a_partner_that_was_told_untold(asked: Asked) -> None:
    consent = asked.consent()
    asked.sent()
    withdraw_consent(asked.work, asked.ref, consent.consent_id, "said so by phone")
    note_partner_told(asked.work, asked.ref, consent.consent_id, ToldHow.IN_WRITING)
    asked.bench.clock.advance(60)

    asked.decline()

    assert asked.card().is_told
