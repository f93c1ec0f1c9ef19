"""Where a referral shows beside its page: worklist, person page, timeline, review, the sheet."""

import pytest

from desktop.records.consent import ToldHow
from desktop.records.episode import CloseReason
from desktop.records.ids import RecordId
from desktop.records.referral import ClosedReason, ReferralStatus
from desktop.records.referral_due import ReferralDue, WaitingFor
from desktop.services.case_facts import referral_lines
from desktop.services.close_case import close_case
from desktop.services.closing_facts import closing_facts
from desktop.services.local_day import local_day
from desktop.services.open_visit import open_visit
from desktop.services.person_steps import Step, StepKind, StepState
from desktop.services.print_record import print_record
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from desktop.services.refer import end_referral, hold_referral, note_first_meeting
from desktop.services.submit_visit import submit_visit
from desktop.services.tell_partner import note_partner_told
from desktop.services.withdraw_consent import withdraw_consent
from tests.services.bench import NADIA, ROSA, Bench
from tests.services.filling import HOUSING, completed
from tests.services.referring import DAY, Asked, asked_of
from tests.services.test_case_facts import allow

HOME = "housing-instability"


@pytest.fixture
def asked(bench: Bench) -> Asked:
    """Somebody who was reached and wants a place to live."""
    found = asked_of(bench)
    bench.reach(found.ref)
    completed(found.work, found.ref, **{HOUSING: "yes"})
    return found


def due_of(asked: Asked, name: str = ROSA) -> ReferralDue | None:
    """What the worklist says of the case, for this person."""
    return read_worklist(asked.bench.work_as(name)).referrals_due.get(asked.ref.episode_id)


def needs_step_of(asked: Asked) -> Step:
    """The step of the person page."""
    steps = read_person(asked.work, asked.ref).steps
    return next(one for one in steps if one.kind is StepKind.NEEDS)


def test_it_comes_up_on_the_worklist_on_its_day_and_not_the_day_before(asked: Asked) -> None:
    asked.consent()
    asked.sent(HOME)
    asked.bench.clock.advance(2 * DAY)
    assert due_of(asked) is None
    asked.bench.clock.advance(DAY)

    found = due_of(asked)

    assert found is not None
    assert (found.what, found.on) == (WaitingFor.ANSWER, local_day(asked.work))


def test_the_worklist_of_a_later_sign_in_knows_it_too(asked: Asked) -> None:
    asked.consent()
    asked.sent(HOME)
    asked.bench.clock.advance(3 * DAY)
    assert due_of(asked) is not None

    assert due_of(asked, NADIA) == due_of(asked)


def test_an_acceptance_without_a_first_meeting_comes_up_after_a_week(asked: Asked) -> None:
    asked.consent()
    accepted = asked.accepted()
    asked.bench.clock.advance(6 * DAY)
    assert due_of(asked) is None
    asked.bench.clock.advance(DAY)
    found = due_of(asked)
    assert found is not None
    assert found.what is WaitingFor.MEETING

    today = local_day(asked.work)
    note_first_meeting(asked.work, asked.ref, accepted.referral_id, today, was_held=True)

    assert due_of(asked) is None


def test_a_withdrawal_comes_up_at_once_until_the_referral_is_ended(asked: Asked) -> None:
    consent = asked.consent()
    sent = asked.sent(HOME)

    withdraw_consent(asked.work, asked.ref, consent.consent_id, "said so by phone")

    found = due_of(asked)
    assert found is not None
    assert found.what is WaitingFor.CONSENT
    assert needs_step_of(asked).state is StepState.LOOK_HERE
    assert needs_step_of(asked).summary_id == "step-summary.needs.partner-to-tell"
    note_partner_told(asked.work, asked.ref, consent.consent_id, ToldHow.IN_PERSON)
    cancelled, why = ReferralStatus.CANCELLED, ClosedReason.NO_CONSENT
    end_referral(asked.work, asked.ref, sent.referral_id, cancelled, why)
    assert due_of(asked) is None


def test_a_partner_to_be_told_comes_before_one_that_is_silent_for_longer(asked: Asked) -> None:
    partners = asked.work.library.partners()
    consent = asked.consent()
    asked.sent(HOME)
    other = asked.consent(to=partners[1])
    asked.sent(HOME, to=partners[1].name)
    asked.bench.clock.advance(4 * DAY)
    found = due_of(asked)
    assert found is not None
    assert found.what is WaitingFor.ANSWER

    withdraw_consent(asked.work, asked.ref, other.consent_id, "said so by phone")

    found = due_of(asked)
    assert found is not None
    assert found.what is WaitingFor.CONSENT
    assert consent.consent_id != other.consent_id


def test_the_end_of_a_consent_comes_up_the_day_after_its_last_day(asked: Asked) -> None:
    consent = asked.consent()
    sent = asked.sent(HOME)
    hold_referral(asked.work, asked.ref, sent.referral_id)
    assert consent.valid_until is not None
    asked.bench.clock.advance((consent.valid_until - local_day(asked.work)).days * DAY)
    assert due_of(asked) is None

    asked.bench.clock.advance(DAY)

    found = due_of(asked)
    assert found is not None
    assert (found.what, found.on) == (WaitingFor.CONSENT, local_day(asked.work))


def test_a_closed_case_is_on_no_list_for_it(asked: Asked) -> None:
    asked.consent()
    asked.sent(HOME)
    asked.bench.clock.advance(3 * DAY)
    assert due_of(asked) is not None

    close_case(asked.work, asked.ref, CloseReason.COMPLETED)

    assert due_of(asked) is None


def test_the_person_page_says_how_far_partners_are(asked: Asked) -> None:
    before = needs_step_of(asked)
    asked.draft(HOME)
    assert needs_step_of(asked) == before, "a draft asked nobody"
    asked.consent()
    asked.sent("transportation-insecurity")

    step = needs_step_of(asked)

    assert step.params == {"asked": 1, "yes": 0, "met": 0}
    asked.bench.clock.advance(3 * DAY)
    assert needs_step_of(asked).summary_id == "step-summary.needs.partner-due"


def test_the_timeline_has_each_step_with_the_partner(asked: Asked) -> None:
    asked.consent()
    asked.draft("transportation-insecurity")
    accepted = asked.accepted()
    today = local_day(asked.work)
    note_first_meeting(asked.work, asked.ref, accepted.referral_id, today, was_held=True)

    entries = read_person(asked.work, asked.ref).timeline

    found = [one for one in entries if one.text_id.startswith("timeline.referral")]
    names = [one.text_id.removeprefix("timeline.referral.") for one in found]
    assert names == ["requested", "accepted", "in-progress"]
    assert {one.params["partner"] for one in found} == {asked.partner}


def test_one_entered_by_mistake_is_no_event(asked: Asked) -> None:
    asked.consent()
    sent = asked.sent(HOME)

    mistake, why = ReferralStatus.ENTERED_IN_ERROR, ClosedReason.BY_MISTAKE
    end_referral(asked.work, asked.ref, sent.referral_id, mistake, why)

    entries = read_person(asked.work, asked.ref).timeline
    assert not [one for one in entries if one.text_id.startswith("timeline.referral")]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Asked today by phone"), ("es", "Pedido hoy por teléfono")],
)
def test_the_reviewer_and_the_sheet_of_the_case_say_where_it_stands(
    asked: Asked, language: str, words: str
) -> None:
    allow(asked.bench)
    asked.consent()
    asked.sent(HOME)
    visit = submit_visit(asked.work, asked.ref)

    facts = open_visit(asked.bench.work_as(NADIA), asked.ref, visit.visit_id).facts
    print_record(asked.work, asked.ref, RecordId(asked.ref.episode_id), "ED-PRN-2", language)

    ((title, says),) = referral_lines(facts, language)
    assert title == asked.partner
    assert words in says
    pages = asked.work.paper.page_texts(asked.bench.printers.jobs[-1].pdf)
    paper = " ".join(" ".join(pages).split())
    assert asked.partner in paper
    assert words in paper


def test_whoever_closes_a_case_is_told_of_partners_that_have_not_met_the_person(
    asked: Asked,
) -> None:
    asked.consent()
    asked.draft("transportation-insecurity")
    assert closing_facts(asked.work, asked.ref, "en").with_partners == 0, "a draft asked nobody"
    accepted = asked.accepted()
    assert closing_facts(asked.work, asked.ref, "en").with_partners == 1

    today = local_day(asked.work)
    note_first_meeting(asked.work, asked.ref, accepted.referral_id, today, was_held=True)

    assert closing_facts(asked.work, asked.ref, "en").with_partners == 0
