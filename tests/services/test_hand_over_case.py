"""A case goes to another workstation and comes back: password, audit, caseload, linked people."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.debrief import HardEvent
from desktop.records.episode import CaseSource, CloseReason
from desktop.records.event_facts import EventFacts, EventSetting, PoliceReport
from desktop.records.form_record import FormKind
from desktop.records.hand_over import TakeBackReason
from desktop.services.add_case import NewCase, add_case
from desktop.services.close_case import close_case
from desktop.services.debriefs import ask_debrief, read_debriefs
from desktop.services.hand_over_case import (
    take_back_case,
)
from desktop.services.late_outings import late_outings
from desktop.services.link_people import link_people
from desktop.services.note_event import note_event
from desktop.services.open_form import open_form
from desktop.services.outing_steps import note_back, note_left
from desktop.services.outings import outings_of
from desktop.services.plan_packet import plan_packet
from desktop.services.read_person import read_person
from desktop.services.read_review_desk import read_review_desk
from desktop.services.read_worklist import read_worklist
from desktop.services.send_packet import send_packet
from desktop.services.submit_visit import submit_visit
from desktop.services.take_in_case import (
    look_at_case_file,
    read_receipt,
    take_in_case,
    write_receipt,
)
from desktop.services.workstation_cards import read_card, write_card
from tests.services.bench import ADMIN, DESK, NADIA, ROSA, TOMAS
from tests.services.filling import ENDING_LIFE, completed, say
from tests.services.test_outings import plan
from tests.services.two_benches import Two, two_benches


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_benches(tmp_path) as made:
        yield made


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.message_id


def test_a_case_goes_over_is_looked_at_and_taken_in(two: Two) -> None:
    ref = two.here.new_case()
    alias = read_person(two.here.work_as(ROSA), ref).card.alias

    done = two.give(ref)

    tomas = two.there.work_as(TOMAS)
    assert look_at_case_file(tomas, done.file).aliases == (alias,)
    assert read_worklist(tomas).eligible == ()
    arrived = take_in_case(tomas, done.file)
    assert (arrived.person_ids, arrived.given_by) == ((ref.person_id,), "Rosa Sample")
    assert [card.alias for card in read_worklist(tomas).eligible] == [alias]
    assert read_person(tomas, ref).card.alias == alias
    assert list(two.drive.glob("*.handover")) == [done.file]
    assert alias.encode() not in done.file.read_bytes()
    assert alias.split()[0].casefold() not in done.file.name.casefold()


def test_both_audit_trails_tell_of_it_by_reference_alone(two: Two) -> None:
    ref = two.here.new_case()
    done = two.give(ref)
    take_in_case(two.there.work_as(TOMAS), done.file)
    receipt = write_receipt(two.there.work_as(TOMAS), done.letter, two.drive)
    read_receipt(two.here.work_as(ROSA), receipt)

    made = next(e for e in two.here.heard if e.action is AuditAction.HAND_OVER_MADE)
    assert (made.person, made.detail) == (ref.person_id, done.letter)
    assert AuditAction.HAND_OVER_CONFIRMED in two.here.actions()
    arrived = [AuditAction.HAND_OVER_TAKEN_IN, AuditAction.HAND_OVER_RECEIPT_MADE]
    assert [each for each in two.there.actions() if each in arrived] == arrived


def test_without_the_password_nothing_goes(two: Two) -> None:
    ref = two.here.new_case()

    assert refusal(lambda: two.give(ref, password="not that one at all")) == (
        "sign-in.wrong-password"
    )

    assert list(two.drive.glob("*.handover")) == []
    assert two.here.work_as(ROSA).session.hand_over_desk.away() == {}


def test_a_file_that_cannot_be_written_leaves_the_case_as_it_was(two: Two) -> None:
    ref = two.here.new_case()
    two.drive = two.drive / "gone"

    assert refusal(lambda: two.give(ref)) == "hand-over.not-written"

    rosa = two.here.work_as(ROSA)
    assert rosa.session.hand_over_desk.away() == {}
    two.here.reach(ref)
    told = two.here.actions()
    assert told.index(AuditAction.RELEASE_REFUSED) < told.index(AuditAction.HAND_OVER_TAKEN_BACK)


def test_no_attempt_and_no_packet_of_a_case_that_went(two: Two) -> None:
    ref = two.here.new_case()
    rosa = two.here.work_as(ROSA)
    choices = plan_packet(rosa, ref).choices
    two.give(ref)

    assert refusal(lambda: two.here.reach(ref)) == "hand-over.away"
    assert refusal(lambda: send_packet(rosa, ref, choices)) == "hand-over.away"

    assert list(two.here.work_as(DESK).session.packets.statuses()) == []


def test_what_waited_for_a_reviewer_waits_where_the_case_went(two: Two) -> None:
    bench = two.here
    rosa, sent, begun = bench.work_as(ROSA), bench.new_case(), bench.new_case()
    completed(rosa, sent)
    submit_visit(rosa, sent)
    say(rosa, open_form(rosa, begun, FormKind.ASSESSMENT), ENDING_LIFE, "yes")
    before = read_review_desk(bench.work_as(NADIA))

    two.give(sent)
    between = read_review_desk(bench.work_as(NADIA))
    two.give(begun)
    after = read_review_desk(bench.work_as(NADIA))

    assert [(len(one.queue), len(one.alerts)) for one in (before, between, after)] == [
        (1, 1),
        (0, 1),
        (0, 0),
    ]


def test_a_planned_visit_goes_along_and_nobody_is_left_out_on_one(two: Two) -> None:
    ref, rosa = two.here.new_case(), two.here.work_as(ROSA)
    outing = plan(two.here, ref)
    note_left(rosa, ref, outing.outing_id)

    refused = refusal(lambda: two.give(ref))
    assert rosa.session.hand_over_desk.away() == {}
    back = note_back(rosa, ref, outing.outing_id)
    take_in_case(two.there.work_as(TOMAS), two.give(ref).file)

    assert refused == "hand-over.outing-open"
    (arrived,) = outings_of(two.there.work_as(TOMAS), ref)
    assert arrived == back
    assert late_outings(rosa).rows == ()


def test_a_debrief_about_a_case_stays_at_this_workstation(two: Two) -> None:
    ref, rosa = two.here.new_case(), two.here.work_as(ROSA)
    ask_debrief(rosa, HardEvent.THREAT, ref)

    take_in_case(two.there.work_as(TOMAS), two.give(ref).file)

    assert read_debriefs(two.there.work_as(NADIA)) == ()
    assert [row.event for row in read_debriefs(rosa)] == [HardEvent.THREAT]


def test_taken_back_with_a_reason_it_goes_on_here(two: Two) -> None:
    ref = two.here.new_case()
    two.give(ref)

    take_back_case(two.here.work_as(ROSA), ref, TakeBackReason.FILE_LOST)

    two.here.reach(ref)
    back = next(e for e in two.here.heard if e.action is AuditAction.HAND_OVER_TAKEN_BACK)
    assert back.detail == "file-lost"


def test_once_confirmed_it_is_not_taken_back(two: Two) -> None:
    ref = two.here.new_case()
    done = two.give(ref)
    tomas = two.there.work_as(TOMAS)
    take_in_case(tomas, done.file)
    read_receipt(two.here.work_as(ROSA), write_receipt(tomas, done.letter, two.drive))

    taken = refusal(lambda: take_back_case(two.here.work_as(ROSA), ref, TakeBackReason.FILE_LOST))

    assert taken == "hand-over.confirmed"


def test_the_case_of_somebody_else_is_not_handed_over(two: Two) -> None:
    ref = two.here.new_case()
    two.here.reach(ref)

    assert refusal(lambda: two.give(ref, TOMAS)) == "caseload.outside"
    assert two.give(ref, NADIA).letter


def test_the_same_person_under_two_aliases_goes_as_one(two: Two) -> None:
    first, second = two.here.new_case(), two.here.new_case()
    rosa = two.here.work_as(ROSA)
    link_people(rosa, first, second)

    done = two.give(first)

    assert len(done.also) == 1
    arrived = take_in_case(two.there.work_as(TOMAS), done.file)
    assert set(arrived.person_ids) == {first.person_id, second.person_id}
    assert len(read_worklist(two.there.work_as(TOMAS)).eligible) == 2


def test_both_cases_of_somebody_hurt_again_go_and_no_third_begins_meanwhile(two: Two) -> None:
    work, second = two.here.work_as(ROSA), two.here.new_case()
    two.here.reach(second)
    close_case(work, second, CloseReason.HURT_AGAIN)
    two.here.clock.advance(60)
    now = two.here.clock.now()
    third = add_case(work, NewCase("ED 9", CaseSource.TRAUMA_PAGE, now, again=second)).ref
    note_event(work, third, EventFacts(EventSetting.PUBLIC, PoliceReport.YES))
    close_case(work, third, CloseReason.COMPLETED)
    alias = read_person(work, second).card.alias

    done = two.give(third)

    assert done.also == (alias,)
    two.here.clock.advance(60)
    again = NewCase("ED 9", CaseSource.TRAUMA_PAGE, two.here.clock.now(), again=third)
    assert refusal(lambda: add_case(work, again)) == "hand-over.away"
    assert not read_person(work, third).can_begin_again
    tomas = two.there.work_as(TOMAS)
    take_in_case(tomas, done.file)
    page = read_person(tomas, third)
    assert (page.case_number, [one.alias for one in page.linked]) == (2, [alias])
    assert page.event.setting is EventSetting.PUBLIC
    assert page.can_begin_again


def test_a_refused_file_is_in_the_audit_trail_with_its_reason(two: Two) -> None:
    done = two.give(two.here.new_case())
    done.file.write_bytes(done.file.read_bytes()[:-1] + b"\0")
    tomas = two.there.work_as(TOMAS)

    assert refusal(lambda: take_in_case(tomas, done.file)) == "hand-over.damaged"

    refused = two.there.heard[-1]
    assert (refused.action, refused.detail) == (AuditAction.HAND_OVER_REFUSED, "hand-over.damaged")


@pytest.mark.parametrize("name", [DESK, ADMIN])
def test_only_who_writes_cases_moves_them(two: Two, name: str) -> None:
    ref = two.here.new_case()
    done = two.give(ref)

    assert refusal(lambda: take_in_case(two.there.work_as(name), done.file)) == "work.not-allowed"
    assert refusal(lambda: two.give(ref, name)) == "work.not-allowed"


def test_only_an_administrator_reads_and_writes_cards(two: Two) -> None:
    rosa = two.here.work_as(ROSA)

    assert refusal(lambda: read_card(rosa, two.drive / "two.card")) == "work.not-allowed"
    assert refusal(lambda: write_card(rosa, two.drive / "x.card")) == "work.not-allowed"
