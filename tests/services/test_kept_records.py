"""A finished form shows what was stored, whatever the calendar or a birth date say later."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.forms.answers import Answered, PartialDate
from desktop.forms.instances import ItemKey
from desktop.records.form_record import FormKind, FormRecord
from desktop.records.person import PersonIdentity
from desktop.services.complete_form import complete_form
from desktop.services.draft_session import record_session
from desktop.services.identity import save_identity
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.visit_lines import AnswerLine, ReviewedForm, lines_of
from desktop.services.work import Work
from tests.services.bench import ROSA, Bench
from tests.services.filling import answer_in, say
from tests.services.loaded_forms import CALCULATED, LAUNCH, SDC, Json, offer, sleep_form

ENABLED_WHEN = SDC + "sdc-questionnaire-enableWhenExpression"
BORN, BORN_CORRECTED = date(2010, 5, 17), date(1990, 5, 17)
YEARS = 4 * 365 * 24 * 3600
MINOR = "%patient.birthDate > @2008-03-14"


def _with(url: str, expression: str) -> Json:
    value = {"language": "text/fhirpath", "expression": expression}
    return {"extension": [{"url": url, "valueExpression": value}]}


def calendar_form() -> Json:
    """Questions that stand and values that follow from the day and from the birth date."""
    form = sleep_form()
    form["extension"] = [
        {"url": LAUNCH, "extension": [{"url": "name", "valueCoding": {"code": "patient"}}]}
    ]
    form["item"][0]["item"] += [
        {
            "linkId": "until-june",
            "type": "string",
            "text": "Asked until June",
            **_with(ENABLED_WHEN, "today() < @2026-06-01"),
        },
        {"linkId": "minor", "type": "string", "text": "Minors", **_with(ENABLED_WHEN, MINOR)},
        {
            "linkId": "day",
            "type": "date",
            "text": "Day",
            "readOnly": True,
            **_with(CALCULATED, "today()"),
        },
        {
            "linkId": "born",
            "type": "date",
            "text": "Born",
            "readOnly": True,
            **_with(CALCULATED, "%patient.birthDate"),
        },
    ]
    return form


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A case whose person's birth date is known."""
    ref = bench.new_case()
    save_identity(bench.work_as(ROSA), ref, PersonIdentity(ref.person_id, "Invented Name", BORN))
    return ref


def _filled(bench: Bench, ref: EpisodeRef) -> Revision[FormRecord]:
    work = bench.work_as(ROSA)
    begun = start_loaded_form(work, ref, offer(bench, calendar_form()).content_hash)
    say(work, begun, "slept", "yes")
    say(work, begun, "until-june", "said in March")
    say(work, begun, "minor", "said as a minor")
    return complete_form(work, begun.draft)


def _years_pass(bench: Bench, ref: EpisodeRef) -> None:
    bench.clock.advance(YEARS)
    corrected = PersonIdentity(ref.person_id, "Invented Name", BORN_CORRECTED)
    save_identity(bench.work_as(ROSA), ref, corrected)


def _lines(work: Work, ref: EpisodeRef, record: FormRecord) -> tuple[AnswerLine, ...]:
    session = record_session(work, ref, record)
    return lines_of(ReviewedForm(record.form_id, session, None, (), ()))


def test_a_finished_form_reads_the_same_years_later_and_with_another_birth_date(
    bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    record = _filled(bench, ref).value
    before = _lines(work, ref, record)

    _years_pass(bench, ref)

    assert _lines(work, ref, record) == before
    said = " ".join(line.answer_text.base for line in before)
    assert "said in March" in said
    assert "said as a minor" in said
    session = record_session(work, ref, record)
    assert answer_in(session, "day") == Answered((PartialDate("2026-03-14"),))
    assert answer_in(session, "born") == Answered((PartialDate(BORN.isoformat()),))


def test_a_finished_form_without_what_it_was_completed_with_shows_what_was_stored(
    bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    older = replace(_filled(bench, ref).value, launch="", completed_at=None)
    bench.clock.advance(YEARS)

    _years_pass(bench, ref)

    session = record_session(work, ref, older)
    assert session.state(ItemKey("until-june")).visible
    assert session.state(ItemKey("minor")).visible
    assert answer_in(session, "day") == Answered((PartialDate("2026-03-14"),))
    assert answer_in(session, "born") == Answered((PartialDate(BORN.isoformat()),))


def test_a_correction_years_later_loses_no_answer(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    record = _filled(bench, ref)
    _years_pass(bench, ref)

    again = open_form(work, ref, FormKind.LOADED, record.record_id)
    say(work, again, "slept", "no")
    after = complete_form(work, again.draft)

    for later in (0, YEARS):
        bench.clock.advance(later)
        lines = _lines(work, ref, after.value)
        said = {line.item_key: line.answer_text.base for line in lines}
        assert said["slept"] == "No"
        assert said["until-june"] == "said in March"
        assert said["minor"] == "said as a minor"
        assert answer_in(record_session(work, ref, after.value), "day") == Answered(
            (PartialDate("2026-03-14"),)
        )
