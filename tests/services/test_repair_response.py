"""Answers carried over to a newer version: on request only, with a report, nothing migrated."""

import pytest

from desktop.errors import KnownError
from desktop.forms.carrying import NotCarriedWhy
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.records.kinds import FORM
from desktop.services.append_to_draft import append_answer
from desktop.services.complete_form import complete_form
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef
from desktop.services.repair_response import repair_report, repair_response
from desktop.services.start_loaded_form import start_loaded_form
from tests.services.bench import NADIA, ROSA, TOMAS, Bench
from tests.services.filling import codes_in, say
from tests.services.loaded_forms import Json, offer, sleep_form


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
    again = open_form(work, ref, FormKind.LOADED, old.draft.record_id)
    assert again.questionnaire.ref == report.source
    assert codes_in(again.session, "slept") == ("no",)
    assert AuditAction.FORM_REPAIRED in bench.actions()


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
    old = start_loaded_form(bench.work_as(ROSA), ref, offer(bench).content_hash)
    offer(bench, newer())

    for who in (TOMAS, NADIA):
        with pytest.raises(KnownError, match=r"draft\.someone-elses"):
            repair_response(bench.work_as(who), ref, old.draft.record_id)
