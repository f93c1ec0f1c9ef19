"""The gate of Complete: missing answers, reasons, alerts; and what the revision keeps."""

import json
from datetime import date

import pytest

from desktop.errors import KnownError
from desktop.forms.answers import NoAnswerReason
from desktop.forms.findings import Alert
from desktop.forms.instances import ItemKey
from desktop.records.alert import HandOff, ToldBy
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind, FormStatus
from desktop.records.ids import RecordId, StaffId
from desktop.services.alerts import open_alerts, raised_by
from desktop.services.complete_form import complete_form
from desktop.services.draft_session import record_session
from desktop.services.note_room import note_room
from desktop.services.open_form import OpenForm, open_form
from tests.services.bench import ROSA, Bench
from tests.services.filling import (
    ENDING_LIFE,
    HOUSING,
    SAFE_HERE,
    completed,
    fill,
    give_reason,
    hand_off,
    say,
)
from tests.support.fake_clock import START

ASSESSMENT = FormKind.ASSESSMENT


@pytest.fixture
def form(bench: Bench) -> OpenForm:
    """A calm assessment with nothing missing."""
    work = bench.work_as(ROSA)
    opened = open_form(work, bench.new_case(), ASSESSMENT)
    fill(work, opened)
    return opened


def test_a_completed_response_says_whose_it_is_and_who_wrote_it_down(
    bench: Bench, form: OpenForm
) -> None:
    work = bench.work_as(ROSA)

    revision = complete_form(work, form.draft)

    response = json.loads(revision.value.response)
    person = {"reference": f"Patient/{form.draft.person_id}"}
    assert (response["subject"], response["source"]) == (person, person)
    assert response["encounter"] == {"reference": f"Encounter/{form.ref.episode_id}"}
    assert response["author"] == {"reference": f"Practitioner/{work.session.me.staff_id}"}


def test_a_filled_form_becomes_a_revision_and_its_draft_is_empty(
    bench: Bench, form: OpenForm
) -> None:
    work = bench.work_as(ROSA)

    revision = complete_form(work, form.draft)

    record = revision.value
    assert revision.number == 1
    assert record.status is FormStatus.COMPLETE
    assert record.instrument == form.questionnaire.ref
    assert record.completed_at == bench.clock.now()
    assert json.loads(record.response)["status"] == "completed"
    assert not work.session.journal.rows(form.draft)
    assert bench.actions()[-1] is AuditAction.FORM_COMPLETED
    assert "by the window" not in repr(record)


def test_missing_answers_are_counted(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    form = open_form(work, bench.new_case(), ASSESSMENT)

    with pytest.raises(KnownError) as refused:
        complete_form(work, form.draft)

    assert refused.value.message_id == "complete.answers-missing"
    assert refused.value.params == {"count": len(form.session.missing)}


@pytest.mark.parametrize("reason", list(NoAnswerReason))
def test_every_reason_but_later_satisfies(
    bench: Bench, form: OpenForm, reason: NoAnswerReason
) -> None:
    work = bench.work_as(ROSA)
    give_reason(work, form, HOUSING, reason)

    if reason is NoAnswerReason.LATER:
        with pytest.raises(KnownError, match=r"complete\.answers-missing"):
            complete_form(work, form.draft)
    else:
        assert complete_form(work, form.draft).number == 1


def test_the_gate_reads_what_was_saved_and_not_what_the_screen_holds(
    bench: Bench, form: OpenForm
) -> None:
    work = bench.work_as(ROSA)
    say(work, form, SAFE_HERE, "no")
    form.session.answer(ItemKey(SAFE_HERE))

    assert form.session.missing
    with pytest.raises(KnownError, match=r"complete\.alert-open"):
        complete_form(work, form.draft)


@pytest.mark.parametrize(
    ("link_id", "code", "alert"),
    [
        (ENDING_LIFE, "yes", "suicide-concern"),
        (ENDING_LIFE, "not-sure", "suicide-concern"),
        (SAFE_HERE, "no", "danger-now"),
    ],
)
def test_an_alert_stays_open_until_a_named_person_was_told(
    bench: Bench, form: OpenForm, link_id: str, code: str, alert: str
) -> None:
    work = bench.work_as(ROSA)
    say(work, form, link_id, code)
    hand_off(work, form, alert, told="")

    with pytest.raises(KnownError, match=r"complete\.alert-open"):
        complete_form(work, form.draft)

    assert AuditAction.ALERT_ACKNOWLEDGED not in bench.actions()
    hand_off(work, form, alert, told="Dr. P. Example")
    record = complete_form(work, form.draft).value
    assert [act.told for act in record.hand_offs] == ["", "Dr. P. Example"]
    assert bench.actions().count(AuditAction.ALERT_ACKNOWLEDGED) == 1


def test_a_hand_off_closes_its_own_alert_only(bench: Bench, form: OpenForm) -> None:
    work = bench.work_as(ROSA)
    say(work, form, ENDING_LIFE, "yes")
    say(work, form, SAFE_HERE, "no")
    hand_off(work, form, "danger-now")

    with pytest.raises(KnownError) as refused:
        complete_form(work, form.draft)

    assert refused.value.params == {"count": 1}


@pytest.mark.parametrize(
    "reason", [NoAnswerReason.UNABLE, NoAnswerReason.DECLINED, NoAnswerReason.NOT_SAFE]
)
def test_an_unanswered_suicide_question_is_asked_again_and_never_reads_as_no(
    bench: Bench, form: OpenForm, reason: NoAnswerReason
) -> None:
    work = bench.work_as(ROSA)
    give_reason(work, form, ENDING_LIFE, reason)

    record = complete_form(work, form.draft).value

    session = record_session(work, form.ref, record)
    assert session.to_ask_again == (ENDING_LIFE,)
    assert not session.alerts


def test_completing_keeps_the_noted_room_and_the_language(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case(language="es")
    room = note_room(work, ref, frozenset(), True)

    record = completed(work, ref).value

    assert record.room == room
    assert record.language == "es"


def test_the_plan_keeps_its_review_date(bench: Bench) -> None:
    work = bench.work_as(ROSA)

    record = completed(
        work, bench.new_case(), FormKind.SAFETY_PLAN, **{"check-in.review-date": "2026-03-16"}
    ).value

    assert record.review_due == date(2026, 3, 16)


def test_completing_twice_is_refused(bench: Bench, form: OpenForm) -> None:
    work = bench.work_as(ROSA)
    complete_form(work, form.draft)

    with pytest.raises(KnownError, match=r"draft\.gone"):
        complete_form(work, form.draft)


def test_a_completed_form_opens_again_with_its_answers(bench: Bench, form: OpenForm) -> None:
    work = bench.work_as(ROSA)
    before = complete_form(work, form.draft)
    again = open_form(work, form.ref, ASSESSMENT)
    say(work, again, HOUSING, "yes")

    after = complete_form(work, again.draft)

    assert again.draft.base == before.number
    assert (after.record_id, after.number) == (before.record_id, 2)
    assert [need.category for need in record_session(work, form.ref, after.value).needs] == [
        "housing-instability"
    ]


def test_open_alerts_names_each_code_once() -> None:
    raised = [Alert("danger-now", ItemKey("a")), Alert("danger-now", ItemKey("b"))]
    told = HandOff(
        RecordId("f"), "danger-now", "Dr. P. Example", ToldBy.PAGE, START, StaffId("s"), START
    )

    assert open_alerts(raised, ()) == (raised[0],)
    assert open_alerts(raised, (told,)) == ()


def test_a_hand_off_covers_the_answers_that_stood_and_no_later_one() -> None:
    first, later = Alert("danger-now", ItemKey("a")), Alert("danger-now", ItemKey("b"))
    told = HandOff(
        RecordId("f"),
        "danger-now",
        "Dr. P. Example",
        ToldBy.PAGE,
        START,
        StaffId("s"),
        START,
        about=raised_by((first,), "danger-now"),
    )

    assert open_alerts((first,), (told,)) == ()
    assert open_alerts((first, later), (told,)) == (later,)
    assert open_alerts((Alert("suicide-concern", ItemKey("a")),), (told,)) != ()


def test_a_try_that_reached_no_one_covers_nothing() -> None:
    raised = Alert("danger-now", ItemKey("a"))
    tried = HandOff(
        RecordId("f"), "danger-now", " ", ToldBy.PAGE, START, StaffId("s"), START, about=("a",)
    )

    assert open_alerts((raised,), (tried,)) == (raised,)
