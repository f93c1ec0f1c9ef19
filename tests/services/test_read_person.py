"""The person page: steps, where to go on, and what happened."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from desktop.forms.answers import NoAnswerReason
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.audit_event import AuditAction
from desktop.records.consent import ConsentType
from desktop.records.episode import CloseReason
from desktop.records.form_record import FormKind
from desktop.records.ids import PersonId
from desktop.records.kinds import RecordKind
from desktop.records.missed import MissedWhy
from desktop.records.room import CapacityResult
from desktop.services.close_case import close_case
from desktop.services.consent_document import consent_document
from desktop.services.decline_consent import decline_consent
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.note_capacity import note_capacity
from desktop.services.open_form import open_form
from desktop.services.person_steps import StepKind, StepState
from desktop.services.ports import EpisodeRef, RecordStore, Session
from desktop.services.read_person import PersonPage, read_person
from tests.services.bench import ROSA, TOMAS, Bench
from tests.services.filling import ENDING_LIFE, HOUSING, SAFE_HERE, completed, give_reason, say
from tests.services.test_consents import release, sign
from tests.support.listening_session import ListeningSession


def state_of(page: PersonPage, kind: StepKind) -> tuple[StepState, str]:
    """State and summary of one step."""
    step = next(one for one in page.steps if one.kind is kind)
    return step.state, step.summary_id.removeprefix("step-summary.")


def opened(bench: Bench, ref: EpisodeRef, name: str = ROSA) -> PersonPage:
    """The page as this person sees it."""
    return read_person(bench.work_as(name), ref)


def test_a_new_case_starts_with_contact(bench: Bench) -> None:
    page = opened(bench, bench.new_case())

    assert [step.kind for step in page.steps] == list(StepKind)
    assert page.next.kind is StepKind.CONTACT
    assert {step.state for step in page.steps} == {StepState.NOT_STARTED}
    assert (page.consents_given, page.consents_asked, page.consents_total) == (0, 0, 5)
    assert page.review_state is None
    assert page.draft is None
    assert bench.actions()[-1] is AuditAction.CASE_OPENED


def test_contact_follows_the_attempts(bench: Bench) -> None:
    ref = bench.new_case()
    work = bench.work_as(ROSA)

    log_attempt(work, ref, NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.ASLEEP_OR_SEDATED))
    tried = state_of(opened(bench, ref), StepKind.CONTACT)
    log_attempt(work, ref, NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.LEFT_AGAINST_ADVICE))
    left = state_of(opened(bench, ref), StepKind.CONTACT)
    log_attempt(work, ref, NewAttempt(AttemptMode.PHONE, AttemptOutcome.ENGAGED))
    reached = state_of(opened(bench, ref), StepKind.CONTACT)

    assert tried == (StepState.IN_PROGRESS, "contact.tried")
    assert left == (StepState.LOOK_HERE, "contact.left")
    assert reached == (StepState.DONE, "contact.reached")


def test_nobody_is_asked_to_call_in_a_closed_case(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    left, reached = bench.new_case(), bench.new_case()
    log_attempt(work, left, NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.LEFT_AGAINST_ADVICE))
    bench.reach(reached)

    close_case(work, left, CloseReason.NEVER_REACHED, MissedWhy.LEFT_AGAINST_ADVICE)
    close_case(work, reached, CloseReason.COMPLETED)

    after = [state_of(opened(bench, ref), StepKind.CONTACT) for ref in (left, reached)]
    assert after == [
        (StepState.NOT_STARTED, "contact.closed"),
        (StepState.DONE, "contact.reached"),
    ]


def test_a_draft_is_where_to_go_on_and_says_how_far(bench: Bench) -> None:
    bench.share_cases()
    ref = bench.new_case()
    bench.reach(ref)
    work = bench.work_as(ROSA)
    form = open_form(work, ref, FormKind.ASSESSMENT)
    say(work, form, SAFE_HERE, "yes")
    give_reason(work, form, HOUSING, NoAnswerReason.LATER)

    page = opened(bench, ref)

    assert page.next.kind is StepKind.ASSESSMENT
    assert page.next.params["answered"] == 1
    assert page.next.params["reasons"] == 1
    assert page.draft is not None
    assert page.draft.is_mine
    assert state_of(page, StepKind.NEEDS) == (StepState.IN_PROGRESS, "needs.so-far")
    assert state_of(opened(bench, ref, TOMAS), StepKind.ASSESSMENT) == (
        StepState.WAITING,
        "form.someone-elses",
    )


def test_an_open_alert_comes_before_everything(bench: Bench) -> None:
    bench.share_cases()
    ref = bench.new_case()
    work = bench.work_as(ROSA)
    form = open_form(work, ref, FormKind.ASSESSMENT)
    say(work, form, ENDING_LIFE, "yes")

    page = opened(bench, ref, TOMAS)

    assert page.next.state is StepState.DANGER
    assert page.next.summary_id == "step-summary.form.alert-open"
    assert page.card.open_alerts == 1


def test_completed_forms_show_needs_and_the_review_date(bench: Bench) -> None:
    ref = bench.new_case()
    bench.reach(ref)
    work = bench.work_as(ROSA)
    completed(work, ref, **{HOUSING: "yes"})
    completed(work, ref, FormKind.SAFETY_PLAN, **{"check-in.review-date": "2026-03-16"})

    page = opened(bench, ref)

    assert state_of(page, StepKind.ASSESSMENT) == (StepState.DONE, "form.complete")
    assert state_of(page, StepKind.NEEDS) == (StepState.WAITING, "needs.waits-for-consent")
    assert state_of(page, StepKind.FOLLOW_UP) == (StepState.PLANNED, "follow-up.plan-review")
    assert page.steps[6].params == {"day": "2026-03-16"}
    sign(work, ref, release(work, ref))
    assert state_of(opened(bench, ref), StepKind.NEEDS) == (StepState.DONE, "needs.found")


def test_the_next_contact_is_the_follow_up_without_a_plan(bench: Bench) -> None:
    ref = bench.new_case()
    due = bench.clock.now() + timedelta(hours=20)
    log_attempt(
        bench.work_as(ROSA),
        ref,
        NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.ENGAGED, next_due=due),
    )

    assert state_of(opened(bench, ref), StepKind.FOLLOW_UP) == (
        StepState.PLANNED,
        "follow-up.next-contact",
    )


def test_the_consent_step_counts_and_locks_without_capacity(bench: Bench) -> None:
    ref = bench.new_case()
    work = bench.work_as(ROSA)
    participation = consent_document(work, ref, ConsentType.PARTICIPATION, None, "en")

    decline_consent(work, ref, participation, later=False)
    said_no = state_of(opened(bench, ref), StepKind.CONSENT)
    bench.clock.advance(60)
    sign(work, ref, participation)
    given = opened(bench, ref)
    note_capacity(work, ref, CapacityResult.ABSENT)

    assert said_no == (StepState.SAID_NO, "consent.said-no")
    assert state_of(given, StepKind.CONSENT) == (StepState.IN_PROGRESS, "consent.given")
    assert (given.consents_given, given.consents_asked) == (1, 1)
    assert state_of(opened(bench, ref), StepKind.CONSENT) == (
        StepState.LOCKED,
        "consent.capacity-absent",
    )


def test_a_consent_that_ended_is_looked_at(bench: Bench) -> None:
    ref = bench.new_case()
    work = bench.work_as(ROSA)
    sign(work, ref, release(work, ref))

    bench.clock.advance(91 * 24 * 3600)

    page = opened(bench, ref)
    assert state_of(page, StepKind.CONSENT) == (StepState.LOOK_HERE, "consent.expired")
    assert page.consents_given == 0


def test_the_timeline_tells_what_happened_in_order(bench: Bench) -> None:
    ref = bench.new_case()
    work = bench.work_as(ROSA)
    bench.clock.advance(60)
    bench.reach(ref)
    bench.clock.advance(60)
    note_capacity(work, ref, CapacityResult.PRESENT)
    bench.clock.advance(60)
    completed(work, ref)
    bench.clock.advance(60)
    sign(work, ref, release(work, ref))
    bench.clock.advance(60)
    close_case(work, ref, CloseReason.COMPLETED)

    entries = opened(bench, ref).timeline

    assert [entry.text_id for entry in entries] == [
        "timeline.arrived",
        "timeline.notified",
        "attempt-outcome.engaged",
        "timeline.capacity.present",
        "timeline.assessment.completed",
        "timeline.consent.release.granted",
        "timeline.closed.completed",
    ]
    assert [entry.strong for entry in entries[2:5]] == [True, False, True]
    assert entries[5].params == {"recipient": "Northside Peers"}


class CountingRecords:
    """A record store that notes how often each kind is listed."""

    def __init__(self, records: RecordStore) -> None:
        self._records = records
        self.asked: Counter[str] = Counter()

    def __getattr__(self, name: str) -> object:
        return getattr(self._records, name)

    def list_newest(self, kind: RecordKind[object], person_id: PersonId) -> object:
        """As the store, counted."""
        self.asked[kind.name] += 1
        return self._records.list_newest(kind, person_id)


class CountingSession(ListeningSession):
    """A session whose records are counted."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, [])
        self._counting = CountingRecords(session.records)

    @property
    def records(self) -> CountingRecords:  # type: ignore[override]  # counts what it passes on
        """The session's own, counted."""
        return self._counting


def test_one_opening_reads_each_kind_of_record_once(bench: Bench) -> None:
    ref, rosa = bench.new_case(), bench.work_as(ROSA)
    completed(rosa, ref)
    session = CountingSession(rosa.session)
    work = replace(rosa, session=session)

    read_person(work, ref)

    asked = session.records.asked
    assert asked["form"] == asked["visit"] == asked["attempt"] == 1
    read_person(work, ref)
    assert asked["form"] == 2, "another opening looks at the store again"
