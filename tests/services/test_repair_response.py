"""Answers carried over to a newer version: on request only, with a report, nothing migrated."""

from dataclasses import replace

import pytest

from desktop.errors import KnownError
from desktop.forms.carrying import NotCarriedWhy
from desktop.records.alert import HandOff, ToldBy
from desktop.records.audit_event import AuditAction
from desktop.records.kinds import FORM
from desktop.records.room import RoomState
from desktop.services.append_to_draft import (
    append_answer,
    append_hand_off,
    append_language,
    append_room,
)
from desktop.services.carry_draft import go_back_to_draft
from desktop.services.complete_form import complete_form
from desktop.services.discard_draft import DiscardReason, discard_draft
from desktop.services.draft_alerts import open_alert_count
from desktop.services.draft_journal import drafts_of_episode
from desktop.services.look_at_draft import look_at_draft
from desktop.services.offered_forms import LineState
from desktop.services.open_form import OpenForm
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.repair_response import repair_report, repair_response
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.submit_visit import submit_visit
from desktop.services.take_over_draft import take_over_draft
from desktop.services.work import Work
from tests.services.bench import NADIA, ROSA, TOMAS, Bench
from tests.services.filling import codes_in, say
from tests.services.loaded_forms import Json, offer, sleep_form

ALERT = "https://firstlight.example/fhir/StructureDefinition/alert"


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A case."""
    return bench.new_case()


def newer() -> Json:
    """A version that asks for hours in words."""
    form = sleep_form("2.0.0")
    form["item"][0]["item"][1]["type"] = "text"
    form["item"][0]["item"][1]["linkId"] = "hours-words"
    return form


def test_a_draft_is_looked_at_and_carried_into_a_new_one(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    old = start_loaded_form(work, ref, offer(bench).content_hash)
    say(work, old, "slept", "no")
    change = old.session.answer(old.session.tree.by_link_id["hours"][0].key, 5)
    append_answer(work, old.draft, change.key, change.after)
    current = offer(bench, newer())

    report = repair_report(work, ref, old.draft.record_id)
    new = repair_response(work, ref, old.draft.record_id)

    assert (report.source, report.target) == (old.questionnaire.ref, current)
    assert [(one.key, one.is_reworded) for one in report.carrying.carried] == [("slept", True)]
    [left] = report.carrying.left_behind
    assert (left.key, left.why) == ("hours", NotCarriedWhy.NO_SUCH_QUESTION)
    assert new.questionnaire.ref == current
    assert codes_in(new.session, "slept") == ("no",)
    assert AuditAction.FORM_REPAIRED in bench.actions()


def carried(bench: Bench, ref: EpisodeRef) -> tuple[Work, OpenForm, OpenForm]:
    """A draft with two answers, and the one that they were carried to; one answer stays behind."""
    work = bench.work_as(ROSA)
    old = start_loaded_form(work, ref, offer(bench).content_hash)
    say(work, old, "slept", "no")
    change = old.session.answer(old.session.tree.by_link_id["hours"][0].key, 5)
    append_answer(work, old.draft, change.key, change.after)
    offer(bench, newer())
    return work, old, repair_response(work, ref, old.draft.record_id)


def test_the_old_draft_is_closed_and_holds_nothing_up(bench: Bench, ref: EpisodeRef) -> None:
    work, old, new = carried(bench, ref)

    [draft] = drafts_of_episode(work, ref)
    complete_form(work, new.draft)
    visit = submit_visit(work, ref)

    assert draft.draft == new.draft
    assert [one.form_id for one in visit.forms] == [new.draft.record_id]
    closing = [one for one in bench.heard if one.action is AuditAction.DRAFT_CARRIED_OVER]
    assert [(one.subject, one.detail) for one in closing] == [
        (old.draft.record_id, new.draft.record_id)
    ]


def test_a_closed_draft_can_be_read_whole_and_takes_nothing_more(
    bench: Bench, ref: EpisodeRef
) -> None:
    bench.share_cases()
    work, old, _ = carried(bench, ref)

    look = look_at_draft(bench.work_as(NADIA), old.draft)

    assert [line.answer_text.base for line in look.lines] == ["No", "5"]
    assert look.carried is not None
    assert look.carried.version == "2.0.0"
    for act in (
        lambda: complete_form(work, old.draft),
        lambda: discard_draft(work, old.draft, DiscardReason.BY_MISTAKE),
        lambda: take_over_draft(bench.work_as(TOMAS), old.draft),
        lambda: repair_response(work, ref, old.draft.record_id),
    ):
        with pytest.raises(KnownError, match=r"draft\.(carried-over|gone)"):
            act()


def test_the_case_lists_the_closed_draft_with_where_it_went_on(
    bench: Bench, ref: EpisodeRef
) -> None:
    work, old, new = carried(bench, ref)

    lines = read_person(work, ref).loaded

    assert [(line.record_id, line.state) for line in lines] == [
        (new.draft.record_id, LineState.DRAFT),
        (old.draft.record_id, LineState.CARRIED),
    ]
    assert (lines[1].title.base, lines[1].version, lines[1].went_on) == (
        "Sleep diary",
        "1.0.0",
        "2.0.0",
    )


def test_going_back_opens_the_old_draft_and_closes_the_new_one_with_all_in_it(
    bench: Bench, ref: EpisodeRef
) -> None:
    work, old, new = carried(bench, ref)
    say(work, new, "slept", "yes")

    again = go_back_to_draft(work, old.draft)

    assert codes_in(again.session, "slept") == ("no",)
    assert again.questionnaire.ref == old.questionnaire.ref
    assert [state.draft for state in drafts_of_episode(work, ref)] == [old.draft]
    assert [line.answer_text.base for line in look_at_draft(work, new.draft).lines] == ["Yes"]
    assert bench.actions()[-3:].count(AuditAction.DRAFT_OPENED_AGAIN) == 1
    forth = go_back_to_draft(work, new.draft)
    assert codes_in(forth.session, "slept") == ("yes",)


def test_there_is_no_way_back_from_a_completed_version(bench: Bench, ref: EpisodeRef) -> None:
    work, old, new = carried(bench, ref)
    complete_form(work, new.draft)

    with pytest.raises(KnownError, match=r"carry\.completed"):
        go_back_to_draft(work, old.draft)


def test_going_back_is_possible_when_the_new_draft_was_discarded(
    bench: Bench, ref: EpisodeRef
) -> None:
    work, old, new = carried(bench, ref)
    discard_draft(work, new.draft, DiscardReason.START_AGAIN)

    assert codes_in(go_back_to_draft(work, old.draft).session, "slept") == ("no",)


def test_going_back_waits_for_another_draft_of_the_form(bench: Bench, ref: EpisodeRef) -> None:
    work, old, new = carried(bench, ref)
    discard_draft(work, new.draft, DiscardReason.START_AGAIN)
    start_loaded_form(work, ref, new.questionnaire.ref.content_hash)

    with pytest.raises(KnownError, match=r"carry\.other-draft"):
        go_back_to_draft(work, old.draft)


def alarming(version: str, *, has_alert: bool = True) -> Json:
    """A version in which not to have slept raises an alert."""
    form = sleep_form(version)
    if has_alert:
        alert = [
            {"url": "code", "valueCode": "no-sleep"},
            {"url": "when", "valueCode": "no"},
        ]
        form["item"][0]["item"][0]["extension"] = [{"url": ALERT, "extension": alert}]
    return form


def test_an_alert_that_waits_never_vanishes_with_its_draft(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    old = start_loaded_form(work, ref, offer(bench, alarming("1.0.0")).content_hash)
    say(work, old, "slept", "no")
    offer(bench, alarming("2.0.0", has_alert=False))

    with pytest.raises(KnownError, match=r"carry\.alert-open"):
        repair_response(work, ref, old.draft.record_id)

    assert open_alert_count(work, ref) == 1
    assert len(work.session.journal.drafts()) == 1


def test_an_alert_carries_and_so_does_who_was_told(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    old = start_loaded_form(work, ref, offer(bench, alarming("1.0.0")).content_hash)
    say(work, old, "slept", "no")
    offer(bench, alarming("2.0.0"))
    assert open_alert_count(work, ref) == 1
    now, me = bench.clock.now(), work.session.me.staff_id
    told = HandOff(
        *(old.draft.record_id, "no-sleep", "Dr. Example", ToldBy.PHONE, now, me, now),
        about=("slept",),
    )
    append_hand_off(work, old.draft, told)

    new = repair_response(work, ref, old.draft.record_id)

    assert new.hand_offs == (replace(told, form_id=new.draft.record_id),)
    assert open_alert_count(work, ref) == 0


def test_the_room_and_the_language_of_the_talk_carry(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    old = start_loaded_form(work, ref, offer(bench).content_hash)
    me, now = work.session.me.staff_id, bench.clock.now()
    room = RoomState(ref.episode_id, frozenset(), False, now, me)
    append_room(work, old.draft, room)
    append_language(work, old.draft, "both")
    offer(bench, newer())

    new = repair_response(work, ref, old.draft.record_id)

    assert (new.room, new.language) == (room, "both")


def test_a_completed_record_is_never_changed(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    old = start_loaded_form(work, ref, offer(bench).content_hash)
    say(work, old, "slept", "yes")
    record = complete_form(work, old.draft)
    offer(bench, newer())

    new = repair_response(work, ref, record.record_id)

    assert new.draft.record_id != record.record_id
    assert codes_in(new.session, "slept") == ("yes",)
    assert work.session.records.history(FORM, record.record_id) == (record,)


def test_nothing_is_carried_to_the_same_version(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    old = start_loaded_form(work, ref, offer(bench).content_hash)

    with pytest.raises(KnownError, match=r"repair\.no-newer"):
        repair_response(work, ref, old.draft.record_id)

    assert len(work.session.journal.drafts()) == 1


def test_someone_elses_draft_is_left_alone(bench: Bench, ref: EpisodeRef) -> None:
    bench.share_cases()
    old = start_loaded_form(bench.work_as(ROSA), ref, offer(bench).content_hash)
    offer(bench, newer())

    for who in (TOMAS, NADIA):
        with pytest.raises(KnownError, match=r"draft\.someone-elses"):
            repair_response(bench.work_as(who), ref, old.draft.record_id)
