"""That it is private now is nothing that stays: it holds for whoever saw it, for a while."""

import pytest

from desktop.records.form_record import FormKind
from desktop.records.room import Presence
from desktop.services.append_to_draft import append_room
from desktop.services.look_at_draft import look_at_draft
from desktop.services.note_room import note_room
from desktop.services.open_form import open_form
from desktop.services.read_person import read_person
from desktop.services.room_now import PRIVATE_MINUTES, SETTING
from desktop.services.show_plan import plan_to_read
from desktop.services.site_rules import save_site_rule
from desktop.services.take_over_draft import take_over_draft
from tests.services.bench import ADMIN, ROSA, TOMAS, Bench
from tests.services.filling import completed, say

MINUTE = 60
ALONE: frozenset[Presence] = frozenset()
HARM = "safety-now.more-harm"


@pytest.mark.parametrize(
    ("seconds", "is_private"),
    [
        (0, True),
        (PRIVATE_MINUTES * MINUTE - 1, True),
        (PRIVATE_MINUTES * MINUTE, None),
        (21 * 86_400, None),
    ],
)
def test_a_private_room_is_asked_for_anew_after_the_time_of_the_site(
    bench: Bench, seconds: int, is_private: bool | None
) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    note_room(work, ref, frozenset({Presence.INTERPRETER}), True)
    bench.clock.advance(seconds)

    form = open_form(work, ref, FormKind.ASSESSMENT)
    page = read_person(work, ref)

    for room in (form.room, page.room):
        assert room is not None
        assert room.private_now is is_private
        assert room.present == {Presence.INTERPRETER}


def test_a_site_sets_how_long_it_holds(bench: Bench) -> None:
    save_site_rule(bench.work_as(ADMIN), SETTING, "5")
    ref, work = bench.new_case(), bench.work_as(ROSA)
    note_room(work, ref, ALONE, True)
    bench.clock.advance(5 * MINUTE)

    room = open_form(work, ref, FormKind.ASSESSMENT).room

    assert room is not None
    assert room.private_now is None


def test_what_one_specialist_saw_opens_nothing_for_another(bench: Bench) -> None:
    bench.share_cases()
    ref = bench.new_case()
    note_room(bench.work_as(ROSA), ref, ALONE, True)

    room = open_form(bench.work_as(TOMAS), ref, FormKind.ASSESSMENT).room

    assert room is not None
    assert room.private_now is None


def test_a_draft_that_is_taken_over_is_not_private_for_the_next(bench: Bench) -> None:
    bench.share_cases()
    ref, rosa, tomas = bench.new_case(), bench.work_as(ROSA), bench.work_as(TOMAS)
    form = open_form(rosa, ref, FormKind.ASSESSMENT)
    room = note_room(rosa, ref, ALONE, True)
    append_room(rosa, form.draft, room)

    take_over_draft(tomas, form.draft)

    again = open_form(tomas, ref, FormKind.ASSESSMENT)
    assert again.room is not None
    assert again.room.private_now is None


def test_the_reason_to_go_on_without_privacy_ends_too(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    note_room(work, ref, frozenset({Presence.FAMILY}), False, "It cannot wait")
    before = open_form(work, ref, FormKind.ASSESSMENT).room
    bench.clock.advance(21 * 86_400)

    after = open_form(work, ref, FormKind.ASSESSMENT).room

    assert before is not None
    assert before.not_private_reason == "It cannot wait"
    assert after is not None
    assert (after.private_now, after.not_private_reason) == (None, "")


def test_the_newest_note_counts_in_the_draft_or_on_the_page(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    form = open_form(work, ref, FormKind.ASSESSMENT)
    append_room(work, form.draft, note_room(work, ref, ALONE, True))
    bench.clock.advance(MINUTE)
    note_room(work, ref, frozenset({Presence.FAMILY}), False)

    room = open_form(work, ref, FormKind.ASSESSMENT).room

    assert room is not None
    assert room.private_now is False


def test_a_look_at_a_draft_shows_private_answers_for_that_long_only(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    form = open_form(work, ref, FormKind.ASSESSMENT)
    append_room(work, form.draft, note_room(work, ref, ALONE, True))
    say(work, form, HARM, "yes")
    before = look_at_draft(work, form.draft)
    bench.clock.advance(PRIVATE_MINUTES * MINUTE)

    after = look_at_draft(work, form.draft)

    assert (before.kept_aside, after.kept_aside) == (0, 1)


def test_an_old_private_room_opens_no_part_of_a_plan_that_is_shown(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    note_room(work, ref, ALONE, True)
    record = completed(work, ref, FormKind.SAFETY_PLAN).record_id
    bench.clock.advance(40 * 86_400)

    room = plan_to_read(work, ref, record).room

    assert room is not None
    assert room.private_now is None


def test_the_completed_form_keeps_the_room_as_it_was_noted(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    note_room(work, ref, ALONE, True)
    bench.clock.advance(PRIVATE_MINUTES * MINUTE)

    record = completed(work, ref).value

    assert record.room is not None
    assert record.room.private_now is True
