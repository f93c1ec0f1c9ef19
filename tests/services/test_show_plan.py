"""A completed plan is opened for the person to read, and nothing comes of it but an entry."""

import pytest

from desktop.errors import BugError, KnownError
from desktop.forms.answers import Answered
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.services.draft_journal import drafts_of_episode
from desktop.services.open_form import open_form
from desktop.services.read_person import read_person
from desktop.services.show_plan import plan_to_read
from tests.services.bench import DESK, ROSA, Bench
from tests.services.filling import answer_in, completed, say

PLAN = FormKind.SAFETY_PLAN


def test_only_completed_plans_are_offered(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    completed(work, ref)
    open_form(work, ref, PLAN)
    before = read_person(work, ref).plans
    record = completed(work, ref, PLAN)

    after = read_person(work, ref).plans

    assert before == ()
    assert [one.record_id for one in after] == [record.record_id]
    assert after[0].title.in_language("es") == "Plan de seguridad"


def test_a_plan_is_read_as_it_was_completed_last_and_no_draft_begins(bench: Bench) -> None:
    ref, work = bench.new_case(language="es"), bench.work_as(ROSA)
    record = completed(work, ref, PLAN, **{"leaving.way": "My aunt drives me"})
    say(work, open_form(work, ref, PLAN), "leaving.way", "I take the bus")
    drafts, heard = drafts_of_episode(work, ref), bench.actions()

    form = plan_to_read(work, ref, record.record_id)

    assert answer_in(form.session, "leaving.way") == Answered(("My aunt drives me",))
    assert (form.reader_language, form.draft.record_id) == ("es", record.record_id)
    assert drafts_of_episode(work, ref) == drafts
    assert bench.actions() == [*heard, AuditAction.FORM_READ]


def test_no_other_form_and_no_form_of_another_case_is_shown(bench: Bench) -> None:
    ref, other, work = bench.new_case(), bench.new_case(), bench.work_as(ROSA)
    assessment, plan = completed(work, ref), completed(work, other, PLAN)

    with pytest.raises(BugError):
        plan_to_read(work, ref, assessment.record_id)
    for record_id in (plan.record_id, RecordId("none")):
        with pytest.raises(KnownError) as caught:
            plan_to_read(work, ref, record_id)
        assert caught.value.message_id == "store.no-such-record"
    with pytest.raises(KnownError) as refused:
        plan_to_read(bench.work_as(DESK), other, plan.record_id)
    assert refused.value.message_id == "work.not-allowed"
