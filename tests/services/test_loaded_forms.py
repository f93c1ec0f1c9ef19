"""Filling forms that the site loaded: each draft and record stays in its own version."""

import pytest

from desktop.errors import BugError, KnownError
from desktop.forms.answers import NoAnswer, NoAnswerReason
from desktop.forms.instances import ItemKey
from desktop.forms.questionnaire import InstrumentRef
from desktop.forms.session import FormSession
from desktop.records.episode import CloseReason
from desktop.records.form_record import FormKind
from desktop.records.visit import FormVersion, ReviewState
from desktop.services.close_case import close_case
from desktop.services.complete_form import complete_form
from desktop.services.draft_session import record_session
from desktop.services.form_offers import loaded_forms
from desktop.services.offered_forms import LineState
from desktop.services.open_form import open_form
from desktop.services.open_visit import open_visit
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.retire_form import retire_form
from desktop.services.sign_visit import sign_visit
from desktop.services.start_amendment import start_amendment
from desktop.services.start_loaded_form import start_loaded_draft, start_loaded_form
from desktop.services.submit_visit import submit_visit
from tests.forms.form_makers import NOON
from tests.services.bench import ADMIN, NADIA, ROSA, TOMAS, Bench, confirmed
from tests.services.filling import answer_in, codes_in, give_reason, say
from tests.services.loaded_forms import offer, sleep_form, with_expression
from tests.support.call_count import calls_made

LOADED = FormKind.LOADED


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A case."""
    return bench.new_case()


def text_of(questionnaire_ref: InstrumentRef, bench: Bench) -> str:
    """The first question of a version."""
    return bench.work_as(ROSA).library.by_ref(questionnaire_ref).item("slept").text.base


def test_only_the_current_version_is_offered(bench: Bench) -> None:
    first = offer(bench)
    second = offer(bench, sleep_form("2.0.0"))

    offered = [form.ref for form in loaded_forms(bench.work_as(ROSA))]

    assert offered == [second]
    retire_form(bench.work_as(ADMIN), second.content_hash)
    assert loaded_forms(bench.work_as(ROSA)) == ()
    assert first != second


def test_a_draft_goes_on_in_its_own_version_after_another_became_current(
    bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    first = offer(bench)
    begun = start_loaded_form(work, ref, first.content_hash)
    say(work, begun, "slept", "yes")

    second = offer(bench, sleep_form("2.0.0"))
    again = open_form(work, ref, LOADED, begun.draft.record_id)
    other = start_loaded_form(work, bench.new_case(), second.content_hash)

    assert (again.questionnaire.ref, again.resumed) == (first, True)
    assert codes_in(again.session, "slept") == ("yes",)
    assert again.questionnaire.item("slept").text.base == "Did you sleep? (1.0.0)"
    assert other.questionnaire.ref == second
    assert other.questionnaire.item("slept").text.base == "Did you sleep? (2.0.0)"


def test_a_completed_record_opens_in_its_own_version_after_retirement(
    bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    first = offer(bench)
    begun = start_loaded_form(work, ref, first.content_hash)
    say(work, begun, "slept", "no")
    give_reason(work, begun, "hours", NoAnswerReason.DECLINED)
    record = complete_form(work, begun.draft)

    offer(bench, sleep_form("2.0.0"))
    retire_form(bench.work_as(ADMIN), first.content_hash)
    session = record_session(work, ref, record.value)

    assert record.value.instrument == first == session.questionnaire.ref
    assert codes_in(session, "slept") == ("no",)
    assert answer_in(session, "hours") == NoAnswer(NoAnswerReason.DECLINED)


def test_a_draft_whose_version_is_gone_says_so_and_keeps_its_answers(
    bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    begun = start_loaded_form(work, ref, offer(bench).content_hash)
    missing = InstrumentRef("https://forms.example/sleep", "1.0.0", "0" * 64)

    with pytest.raises(KnownError, match=r"forms\.version-missing") as caught:
        work.library.by_ref(missing)

    assert caught.value.params == {"version": "1.0.0"}
    assert open_form(work, ref, LOADED, begun.draft.record_id).resumed


def test_beginning_again_goes_on_with_the_open_draft(bench: Bench, ref: EpisodeRef) -> None:
    bench.share_cases()
    work = bench.work_as(ROSA)
    first = offer(bench)
    begun = start_loaded_form(work, ref, first.content_hash)
    second = offer(bench, sleep_form("2.0.0"))

    again = start_loaded_form(work, ref, second.content_hash)

    assert (again.draft.record_id, again.questionnaire.ref) == (begun.draft.record_id, first)
    with pytest.raises(KnownError, match=r"draft\.someone-elses"):
        start_loaded_form(bench.work_as(TOMAS), ref, second.content_hash)


def test_a_draft_that_goes_on_is_filled_by_whoever_opens_it_alone(
    bench: Bench, ref: EpisodeRef
) -> None:
    bench.share_cases()
    work = bench.work_as(ROSA)
    first = offer(bench)
    draft = start_loaded_draft(work, ref, first.content_hash)

    again = calls_made(lambda: start_loaded_draft(work, ref, first.content_hash))
    filled = calls_made(lambda: start_loaded_form(work, ref, first.content_hash))

    assert start_loaded_draft(work, ref, first.content_hash) == draft
    assert filled - again > calls_made(
        lambda: FormSession(work.library.by_ref(first), now=lambda: NOON)
    )
    with pytest.raises(KnownError, match=r"draft\.someone-elses"):
        start_loaded_draft(bench.work_as(TOMAS), ref, first.content_hash)


def test_a_case_can_have_the_same_form_several_times(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    current = offer(bench)
    records = set()
    for code in ("yes", "no"):
        begun = start_loaded_form(work, ref, current.content_hash)
        say(work, begun, "slept", code)
        records.add(complete_form(work, begun.draft).record_id)

    lines = read_person(work, ref).loaded

    assert {line.record_id for line in lines} == records
    assert [line.state for line in lines] == [LineState.COMPLETE, LineState.COMPLETE]


def test_a_form_that_is_not_offered_is_not_begun(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    current = offer(bench)
    retire_form(bench.work_as(ADMIN), current.content_hash)

    with pytest.raises(KnownError, match=r"form-start\.not-offered"):
        start_loaded_form(work, ref, current.content_hash)

    assert read_person(work, ref).loaded == ()


def test_nothing_is_begun_in_a_closed_case(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    current = offer(bench)
    close_case(work, ref, CloseReason.DECLINED)

    with pytest.raises(KnownError, match=r"episode\.closed"):
        start_loaded_form(work, ref, current.content_hash)

    assert work.session.journal.drafts() == ()


def test_a_loaded_form_is_opened_by_its_record_only(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)

    with pytest.raises(BugError):
        open_form(work, ref, LOADED)
    with pytest.raises(KnownError, match=r"draft\.gone"):
        open_form(work, ref, LOADED, start_of_another(bench))


def start_of_another(bench: Bench) -> object:
    """The record of a form of another case."""
    other = bench.new_case()
    return start_loaded_form(bench.work_as(ROSA), other, offer(bench).content_hash).draft.record_id


def test_a_loaded_form_goes_through_review_with_its_questions_and_reasons(
    bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    begun = start_loaded_form(work, ref, offer(bench).content_hash)
    say(work, begun, "slept", "yes")
    give_reason(work, begun, "hours", NoAnswerReason.UNABLE)
    record = complete_form(work, begun.draft)
    visit = submit_visit(work, ref)
    assert read_person(work, ref).loaded[0].state is LineState.SUBMITTED

    page = open_visit(bench.work_as(NADIA), ref, visit.visit_id)
    sign_visit(confirmed(bench.work_as(NADIA)), ref, visit.visit_id)

    assert visit.state is ReviewState.SUBMITTED
    assert visit.forms == (FormVersion(record.record_id, 1),)
    assert [(form.title.base, form.version) for form in page.forms] == [("Sleep diary", "1.0.0")]
    assert [line.question.base for line in page.lines] == [
        "Did you sleep? (1.0.0)",
        "How many hours?",
    ]
    assert [line.reason for line in page.lines] == [None, NoAnswerReason.UNABLE]
    assert read_person(work, ref).loaded[0].state is LineState.SIGNED
    amended = start_amendment(work, ref, LOADED, "Misheard", record.record_id)
    assert codes_in(amended.session, "slept") == ("yes",)


def test_a_score_of_a_loaded_form_is_withheld_in_review(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    form = with_expression("%resource.descendants().where(linkId='hours').answer.value")
    begun = start_loaded_form(work, ref, offer(bench, form).content_hash)
    say(work, begun, "slept", "yes")
    give_reason(work, begun, "hours", NoAnswerReason.DECLINED)
    complete_form(work, begun.draft)
    visit = submit_visit(work, ref)

    page = open_visit(bench.work_as(NADIA), ref, visit.visit_id)

    assert [(one.label.base, one.value) for one in page.forms[0].scores] == [("Computed", None)]


def test_what_a_form_fills_in_by_itself_is_kept_from_the_first_day(
    bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    form = sleep_form()
    form["item"][0]["item"].append(
        {
            "linkId": "day",
            "type": "date",
            "text": "Date",
            "extension": [
                {
                    "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
                    "sdc-questionnaire-initialExpression",
                    "valueExpression": {"language": "text/fhirpath", "expression": "today()"},
                }
            ],
        }
    )
    begun = start_loaded_form(work, ref, offer(bench, form).content_hash)
    day = answer_in(begun.session, "day")
    bench.clock.advance(3 * 24 * 3600)

    again = open_form(work, ref, LOADED, begun.draft.record_id)

    assert answer_in(again.session, "day") == day
    assert again.position == ItemKey("night")
