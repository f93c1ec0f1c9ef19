"""Drafts: durable answers, resuming in place and version, whose they are, taking over."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import BugError, KnownError
from desktop.forms.answers import NoAnswerReason, Unanswered
from desktop.forms.instances import ItemKey
from desktop.forms.questionnaire import InstrumentRef
from desktop.records.alert import HandOff, ToldBy
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.records.room import Presence
from desktop.services.append_to_draft import (
    append_answer,
    append_hand_off,
    append_language,
    append_position,
    append_room,
)
from desktop.services.complete_form import complete_form
from desktop.services.discard_draft import DiscardReason, discard_draft
from desktop.services.note_room import note_room
from desktop.services.open_form import OpenForm, open_form
from desktop.services.ports import DraftRef
from desktop.services.read_person import read_person
from desktop.services.take_over_draft import take_over_draft
from tests.services.bench import NADIA, ROSA, TOMAS, Bench
from tests.services.changed_library import library_with_newer_core
from tests.services.filling import (
    ENDING_LIFE,
    HOUSING,
    SAFE_HERE,
    answer_in,
    codes_in,
    fill,
    give_reason,
    say,
)

ASSESSMENT = FormKind.ASSESSMENT


def started(bench: Bench, name: str = ROSA) -> OpenForm:
    """A new assessment of a new case."""
    return open_form(bench.work_as(name), bench.new_case(name), ASSESSMENT)


def test_a_draft_resumes_with_its_answers_at_its_question(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    form = started(bench)
    say(work, form, SAFE_HERE, "yes")
    give_reason(work, form, HOUSING, NoAnswerReason.LATER)
    append_position(work, form.draft, ItemKey("people.children"))
    saved_at = append_language(work, form.draft, "both")

    again = open_form(work, form.ref, ASSESSMENT)

    assert again.resumed
    assert again.draft == form.draft
    assert again.position == "people.children"
    assert again.language == "both"
    assert again.last_saved_at == saved_at
    assert codes_in(again.session, SAFE_HERE) == ("yes",)
    assert answer_in(again.session, HOUSING) == answer_in(form.session, HOUSING)


def test_without_a_noted_place_it_resumes_at_the_last_answer(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    form = started(bench)
    say(work, form, SAFE_HERE, "yes")
    bench.clock.advance(2)
    say(work, form, HOUSING, "no")

    assert open_form(work, form.ref, ASSESSMENT).position == HOUSING


def test_a_cleared_answer_stays_cleared(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    form = started(bench)
    say(work, form, SAFE_HERE, "no")
    change = form.session.clear(ItemKey(SAFE_HERE))
    append_answer(work, form.draft, change.key, change.after)

    again = open_form(work, form.ref, ASSESSMENT)

    assert answer_in(again.session, SAFE_HERE) == Unanswered()
    assert not again.session.alerts


def test_an_answer_says_when_it_was_saved(bench: Bench) -> None:
    form = started(bench)
    bench.clock.advance(5)
    now = bench.clock.now()

    assert append_answer(bench.work_as(ROSA), form.draft, ItemKey(HOUSING), Unanswered()) == now


def test_a_new_form_starts_in_the_language_of_the_case(bench: Bench) -> None:
    work = bench.work_as(ROSA)

    english = open_form(work, bench.new_case(language="en"), ASSESSMENT)
    spanish = open_form(work, bench.new_case(language="es"), ASSESSMENT)

    assert (english.reader_language, spanish.reader_language) == ("en", "es")
    assert (english.language, spanish.language) == ("", "")
    assert not english.resumed
    assert english.last_saved_at is None


def test_the_room_of_the_draft_is_the_one_noted_in_it(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    noted = note_room(work, ref, frozenset(), True)
    form = open_form(work, ref, ASSESSMENT)
    assert form.room == noted
    with_police = replace(noted, present=frozenset({Presence.POLICE}), private_now=False)

    append_room(work, form.draft, with_police)

    assert open_form(work, ref, ASSESSMENT).room == with_police


def test_a_draft_stays_in_the_version_it_was_started_in(bench: Bench, tmp_path: Path) -> None:
    form = started(bench)
    say(bench.work_as(ROSA), form, SAFE_HERE, "yes")
    forms = tmp_path / "forms"
    forms.mkdir()
    newer = library_with_newer_core(forms, keep_earlier=True)
    work = replace(bench.work_as(ROSA), library=newer)

    again = open_form(work, form.ref, ASSESSMENT)
    fresh = open_form(work, bench.new_case(), ASSESSMENT)

    assert again.questionnaire.ref == form.questionnaire.ref
    assert fresh.questionnaire.version == "9.9.9"


def test_a_draft_whose_version_is_gone_says_so(bench: Bench, tmp_path: Path) -> None:
    form = started(bench)
    forms = tmp_path / "forms"
    forms.mkdir()
    newer = library_with_newer_core(forms, keep_earlier=False)

    with pytest.raises(KnownError, match=r"forms\.version-missing"):
        open_form(replace(bench.work_as(ROSA), library=newer), form.ref, ASSESSMENT)


def test_the_same_version_with_other_bytes_is_another_form(bench: Bench) -> None:
    library = bench.work_as(ROSA).library
    ref = library.instrument("bedside-core").ref

    assert library.by_ref(ref).ref == ref
    with pytest.raises(KnownError, match=r"forms\.version-missing"):
        library.by_ref(InstrumentRef(ref.url, ref.version, "0" * 64))


@pytest.mark.parametrize("other", [TOMAS, NADIA])
def test_another_authors_draft_is_refused(bench: Bench, other: str) -> None:
    bench.share_cases()
    form = started(bench)
    work = bench.work_as(other)

    for act in (
        lambda: open_form(work, form.ref, ASSESSMENT),
        lambda: complete_form(work, form.draft),
        lambda: discard_draft(work, form.draft, DiscardReason.BY_MISTAKE),
    ):
        with pytest.raises(KnownError, match=r"draft\.someone-elses"):
            act()


def test_taking_over_is_logged_and_keeps_the_place(bench: Bench) -> None:
    bench.share_cases()
    form = started(bench)
    say(bench.work_as(ROSA), form, ENDING_LIFE, "no")
    work = bench.work_as(TOMAS)

    take_over_draft(work, form.draft)

    taken = open_form(work, form.ref, ASSESSMENT)
    assert taken.position == ENDING_LIFE
    assert taken.author == work.session.me.staff_id
    assert taken.started_at == form.started_at
    assert bench.actions()[-2:] == [AuditAction.DRAFT_TAKEN_OVER, AuditAction.DRAFT_READ]
    with pytest.raises(KnownError, match=r"draft\.someone-elses"):
        open_form(bench.work_as(ROSA), form.ref, ASSESSMENT)


def test_taking_over_ones_own_draft_changes_nothing(bench: Bench) -> None:
    form = started(bench)

    take_over_draft(bench.work_as(ROSA), form.draft)

    assert AuditAction.DRAFT_TAKEN_OVER not in bench.actions()


def test_both_who_wrote_a_draft_are_its_writers(bench: Bench) -> None:
    bench.share_cases()
    form = started(bench)
    fill(bench.work_as(ROSA), form)
    tomas = bench.work_as(TOMAS)
    take_over_draft(tomas, form.draft)

    record = complete_form(tomas, form.draft).value

    assert record.author == tomas.session.me.staff_id
    assert record.writers == {tomas.session.me.staff_id, bench.work_as(ROSA).session.me.staff_id}


def test_a_discarded_draft_is_gone_and_says_why_in_the_trail(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    form = started(bench)

    discard_draft(work, form.draft, DiscardReason.PERSON_ASKED)

    assert read_person(work, form.ref).draft is None
    assert bench.heard[-2].detail == "person-asked"
    for act in (lambda: complete_form(work, form.draft), lambda: take_over_draft(work, form.draft)):
        with pytest.raises(KnownError, match=r"draft\.gone"):
            act()


def test_a_draft_with_an_open_alert_is_not_discarded(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    form = started(bench)
    say(work, form, "how-you-are.ending-life", "yes")

    with pytest.raises(KnownError, match=r"draft\.alert-open"):
        discard_draft(work, form.draft, DiscardReason.WRONG_CASE)

    assert read_person(work, form.ref).draft is not None


def test_a_hand_off_belongs_to_its_own_form(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    form = started(bench)
    now, me = bench.clock.now(), work.session.me.staff_id
    act = HandOff(
        RecordId("other"), "danger-now", "Charge nurse Demo", ToldBy.IN_PERSON, now, me, now
    )

    with pytest.raises(BugError):
        append_hand_off(work, form.draft, act)


def test_an_interview_has_one_of_our_languages(bench: Bench) -> None:
    with pytest.raises(BugError):
        append_language(bench.work_as(ROSA), started(bench).draft, "xx")


def test_the_desk_writes_no_answers(bench: Bench) -> None:
    form = started(bench)

    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        append_answer(bench.work_as("desk"), form.draft, ItemKey(HOUSING), Unanswered())


def test_a_draft_that_never_began_is_gone(bench: Bench) -> None:
    ref = bench.new_case()
    nothing = DraftRef(ref.person_id, RecordId("0" * 32), 0)

    with pytest.raises(KnownError, match=r"draft\.gone"):
        complete_form(bench.work_as(ROSA), nothing)
