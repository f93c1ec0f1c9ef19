"""No information: set, looked at again, lifted; seen on the worklist, kept with its history."""

from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.messages import sentence
from desktop.records.audit_event import AuditAction
from desktop.records.confidential_status import AskedBy, ConfidentialStatus, LiftedWhy
from desktop.records.episode import CaseSource, CloseReason
from desktop.records.kinds import CONFIDENTIAL_STATUS
from desktop.services.add_case import NewCase, add_case
from desktop.services.case_facts import case_facts
from desktop.services.case_paper import case_paper
from desktop.services.close_case import close_case
from desktop.services.confidential_status import (
    REVIEW_DAYS,
    holding_status,
    lift_no_information,
    review_no_information,
    set_no_information,
    statuses_of,
)
from desktop.services.confidential_steps import confidential_lines
from desktop.services.link_people import link_people, undo_link
from desktop.services.local_day import local_day
from desktop.services.ports import EpisodeRef, Setting
from desktop.services.read_confidential import read_confidential
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from desktop.services.work import Work
from tests.services.bench import ADMIN, DESK, NADIA, OFFICER, ROSA, TOMAS, Bench


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A new case."""
    return bench.new_case()


def refusal(act: object) -> str:
    """The message id of what is refused."""
    assert callable(act)
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.message_id


def trail(bench: Bench) -> list[tuple[AuditAction, str]]:
    """What the trail says of the status."""
    wanted = (
        AuditAction.CONFIDENTIAL_SET,
        AuditAction.CONFIDENTIAL_REVIEWED,
        AuditAction.CONFIDENTIAL_LIFTED,
    )
    return [(event.action, event.detail) for event in bench.heard if event.action in wanted]


@pytest.mark.parametrize("asked_by", AskedBy)
def test_who_asked_since_when_and_by_whom_is_kept(
    bench: Bench, ref: EpisodeRef, asked_by: AskedBy
) -> None:
    work = bench.work_as(ROSA)

    status = set_no_information(work, ref, asked_by)

    assert (status.asked_by, status.since) == (asked_by, bench.clock.now())
    assert status.set_by == work.session.me.staff_id
    assert status.review_due == local_day(work) + timedelta(days=REVIEW_DAYS)
    assert holding_status(work, ref) == status
    assert trail(bench) == [(AuditAction.CONFIDENTIAL_SET, asked_by.value)]


def test_a_new_case_has_no_status(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)

    assert holding_status(work, ref) is None
    assert read_worklist(work).eligible[0].confidential_review is None


def test_it_is_set_once_until_it_is_lifted(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    set_no_information(work, ref, AskedBy.PERSON)

    again = refusal(lambda: set_no_information(work, ref, AskedBy.POLICE))

    assert again == "confidential.set-already"
    assert len(statuses_of(work, ref)) == 1


def test_a_review_keeps_it_and_counts_the_days_anew(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    first = set_no_information(work, ref, AskedBy.PERSON)
    bench.clock.advance(timedelta(days=REVIEW_DAYS).total_seconds())
    assert first.is_due(local_day(work))

    status = review_no_information(bench.work_as(NADIA), ref)

    assert (status.holds, status.since, status.asked_by) == (True, first.since, AskedBy.PERSON)
    assert status.reviewed_by == bench.work_as(NADIA).session.me.staff_id
    assert status.review_due == local_day(work) + timedelta(days=REVIEW_DAYS)
    assert not status.is_due(local_day(work))


@pytest.mark.parametrize("why", LiftedWhy)
def test_lifted_it_ends_with_its_reason_and_can_be_set_anew(
    bench: Bench, ref: EpisodeRef, why: LiftedWhy
) -> None:
    work = bench.work_as(ROSA)
    set_no_information(work, ref, AskedBy.REPRESENTATIVE)
    bench.clock.advance(timedelta(days=1).total_seconds())
    lifted = lift_no_information(work, ref, why)
    assert holding_status(work, ref) is None
    assert not lifted.is_due(lifted.review_due)
    bench.clock.advance(timedelta(hours=1).total_seconds())

    anew = set_no_information(work, ref, AskedBy.CARE_TEAM)

    assert [one.lifted_why for one in statuses_of(work, ref)] == [why, None]
    assert holding_status(work, ref) == anew
    assert trail(bench)[1:] == [
        (AuditAction.CONFIDENTIAL_LIFTED, why.value),
        (AuditAction.CONFIDENTIAL_SET, "care-team"),
    ]


@pytest.mark.parametrize("is_lifted", [False, True])
def test_what_does_not_hold_is_not_reviewed_and_not_lifted(
    bench: Bench, ref: EpisodeRef, is_lifted: bool
) -> None:
    work = bench.work_as(ROSA)
    if is_lifted:
        set_no_information(work, ref, AskedBy.PERSON)
        lift_no_information(work, ref, LiftedWhy.BY_MISTAKE)

    said = {
        refusal(lambda: review_no_information(work, ref)),
        refusal(lambda: lift_no_information(work, ref, LiftedWhy.NOT_NEEDED)),
    }

    assert said == {"confidential.not-set"}


def test_every_step_stays_in_the_history(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    status = set_no_information(work, ref, AskedBy.PERSON)
    bench.clock.advance(timedelta(days=2).total_seconds())
    review_no_information(work, ref)
    bench.clock.advance(timedelta(days=1).total_seconds())
    lift_no_information(work, ref, LiftedWhy.PERSON_ASKED)

    steps = [
        one.value for one in work.session.records.history(CONFIDENTIAL_STATUS, status.status_id)
    ]
    events = [
        entry.text_id
        for entry in read_person(work, ref).timeline
        if entry.text_id.startswith("timeline.confidential")
    ]
    assert [(one.reviewed_at is not None, one.holds) for one in steps] == [
        (False, True),
        (True, True),
        (True, False),
    ]
    assert events == [f"timeline.confidential.{step}" for step in ("set", "reviewed", "lifted")]


def test_a_closed_case_keeps_it_and_takes_it(bench: Bench, ref: EpisodeRef) -> None:
    work, other = bench.work_as(ROSA), bench.new_case()
    set_no_information(work, ref, AskedBy.PERSON)
    for one in (ref, other):
        close_case(work, one, CloseReason.TRANSFERRED)

    set_no_information(work, other, AskedBy.POLICE)

    assert holding_status(work, ref) is not None
    assert holding_status(work, other) is not None


def test_it_is_of_one_case_not_of_another(bench: Bench, ref: EpisodeRef) -> None:
    work, other = bench.work_as(ROSA), bench.new_case()

    set_no_information(work, ref, AskedBy.PERSON)

    assert holding_status(work, other) is None


def test_a_status_that_was_not_lifted_holds_in_the_next_case_of_the_person(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    status = set_no_information(work, ref, AskedBy.PERSON)
    close_case(work, ref, CloseReason.TRANSFERRED)
    bench.clock.advance(60)
    new = NewCase("ED 9", CaseSource.TRAUMA_PAGE, bench.clock.now(), "en", again=ref)
    again = add_case(work, new).ref
    held = read_confidential(work, again)
    assert held is not None
    assert held.set_in == read_person(work, ref).card.alias
    assert read_worklist(work).eligible[0].confidential_review == status.review_due
    assert refusal(lambda: set_no_information(work, again, AskedBy.POLICE)) == (
        "confidential.set-already"
    )

    lift_no_information(work, again, LiftedWhy.NOT_NEEDED)

    assert holding_status(work, ref) is None
    events = [entry.text_id for entry in read_person(work, again).timeline]
    assert {"timeline.confidential.set", "timeline.confidential.lifted"} <= set(events)
    assert confidential_lines(work, again, "en")
    assert read_worklist(work).eligible[0].confidential_review is None


def test_it_holds_for_a_linked_case_until_the_link_is_undone(bench: Bench) -> None:
    work, known = bench.work_as(ROSA), bench.new_case()
    other = bench.new_case()
    link_people(work, known, other)
    status = set_no_information(work, known, AskedBy.PERSON)
    reviews = [card.confidential_review for card in read_worklist(work).eligible]
    held = read_confidential(work, other)
    assert held is not None
    assert (held.since, held.set_in) == (status.since, read_person(work, known).card.alias)
    assert reviews == [status.review_due, status.review_due]
    assert read_person(work, other).card.confidential_review == status.review_due

    undo_link(work, other, known.person_id)

    assert holding_status(work, other) is None
    assert holding_status(work, known) == status
    reviews = [card.confidential_review for card in read_worklist(work).eligible]
    assert sorted(reviews, key=str) == [status.review_due, None]


def test_it_is_reviewed_and_lifted_from_a_linked_case(bench: Bench) -> None:
    work, known = bench.work_as(ROSA), bench.new_case()
    other = bench.new_case()
    set_no_information(work, known, AskedBy.PERSON)
    link_people(work, known, other)
    bench.clock.advance(60)

    assert review_no_information(work, other).reviewed_at == bench.clock.now()
    lift_no_information(work, other, LiftedWhy.NOT_NEEDED)

    assert (holding_status(work, known), holding_status(work, other)) == (None, None)
    assert [card.confidential_review for card in read_worklist(work).eligible] == [None, None]


def test_a_status_of_the_case_itself_names_no_other(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    set_no_information(work, ref, AskedBy.PERSON)

    held = read_confidential(work, ref)

    assert held is not None
    assert held.set_in == ""


@pytest.mark.parametrize("who", [DESK, OFFICER, ADMIN])
def test_whoever_writes_no_cases_sets_none(bench: Bench, ref: EpisodeRef, who: str) -> None:
    work = bench.work_as(who)

    assert refusal(lambda: set_no_information(work, ref, AskedBy.PERSON)) == "work.not-allowed"


def test_somebody_outside_the_caseload_sets_none(bench: Bench, ref: EpisodeRef) -> None:
    bench.reach(ref)
    work = bench.work_as(TOMAS)

    assert refusal(lambda: set_no_information(work, ref, AskedBy.PERSON)) == "caseload.outside"


def test_a_site_sets_its_own_days_within_bounds(bench: Bench, ref: EpisodeRef) -> None:
    work, site = bench.work_as(ROSA), bench.work_as(ADMIN).session.site
    site.change_setting(Setting("confidential-review-days", "2"))
    first = set_no_information(work, ref, AskedBy.PERSON)
    site.change_setting(Setting("confidential-review-days", "91"))
    second = review_no_information(work, ref)

    today = local_day(work)
    assert first.review_due == today + timedelta(days=2)
    assert second.review_due == today + timedelta(days=REVIEW_DAYS)


def test_lists_of_a_later_sign_in_know_it_and_know_when_it_went(sealed_work: Bench) -> None:
    rosa, ref = sealed_work.work_as(ROSA), sealed_work.new_case()
    read_worklist(rosa)
    status = set_no_information(rosa, ref, AskedBy.PERSON)
    seen = [_review(rosa), _review(sealed_work.work_as(NADIA))]

    lift_no_information(rosa, ref, LiftedWhy.NOT_NEEDED)

    assert seen == [status.review_due, status.review_due]
    assert [_review(rosa), _review(sealed_work.work_as(NADIA))] == [None, None]


def _review(work: Work) -> object:
    (card,) = read_worklist(work).eligible
    return card.confidential_review


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_printed_case_says_each_step(bench: Bench, ref: EpisodeRef, language: str) -> None:
    work = bench.work_as(ROSA)
    set_no_information(work, ref, AskedBy.NURSING_SUPERVISOR)
    bench.clock.advance(60)
    review_no_information(bench.work_as(NADIA), ref)
    bench.clock.advance(60)
    lift_no_information(work, ref, LiftedWhy.LEFT_HOSPITAL)

    parts = dict(case_paper(work, ref, case_facts(work, ref), language).parts)

    lines = parts[sentence("confidential.title", language)]
    steps = ("set", "reviewed", "lifted")
    assert [line[0] for line in lines] == [
        sentence(f"confidential-step.{one}", language) for one in steps
    ]
    asked, reviewed, why = (line[1] for line in lines)
    assert sentence("asked-by.nursing-supervisor", language) in asked
    assert "Nadia Example, RN" in reviewed
    assert sentence("lifted-why.left-hospital", language) in why


def test_a_case_in_which_it_was_never_set_prints_no_word_of_it(
    bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)

    paper = case_paper(work, ref, case_facts(work, ref), "en")

    assert "No information" not in dict(paper.parts)


def test_nothing_of_it_is_free_text() -> None:
    kept = {name for name, kind in ConfidentialStatus.__annotations__.items() if kind is str}

    assert kept == set()
