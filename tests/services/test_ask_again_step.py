"""A question about suicide that got no answer is to be asked again until it is answered."""

import pytest

from desktop.forms.answers import NoAnswerReason
from desktop.records.episode import CloseReason
from desktop.records.form_record import FormKind
from desktop.services.ask_again_step import ASK_AGAIN
from desktop.services.close_case import close_case
from desktop.services.complete_form import complete_form
from desktop.services.open_form import open_form
from desktop.services.person_steps import StepState
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from tests.services.bench import ROSA, Bench
from tests.services.filling import ENDING_LIFE, completed, fill, give_reason, say


def follow_up(bench: Bench, ref: EpisodeRef) -> tuple[StepState, bool]:
    step = read_person(bench.work_as(ROSA), ref).steps[-1]
    return step.state, step.summary_id == ASK_AGAIN


def left_open(bench: Bench, reason: NoAnswerReason) -> EpisodeRef:
    """A case whose core was completed with a reason at that question."""
    ref, work = bench.new_case(), bench.work_as(ROSA)
    bench.reach(ref)
    form = open_form(work, ref, FormKind.ASSESSMENT)
    fill(work, form)
    give_reason(work, form, ENDING_LIFE, reason)
    complete_form(work, form.draft)
    return ref


@pytest.mark.parametrize(
    "reason", [NoAnswerReason.UNABLE, NoAnswerReason.DECLINED, NoAnswerReason.NOT_SAFE]
)
def test_a_reason_at_that_question_waits_in_the_follow_up(
    bench: Bench, reason: NoAnswerReason
) -> None:
    ref = left_open(bench, reason)

    assert follow_up(bench, ref) == (StepState.WAITING, True)


def test_an_answer_leaves_nothing_to_ask(bench: Bench) -> None:
    ref = bench.new_case()
    completed(bench.work_as(ROSA), ref)

    assert follow_up(bench, ref)[1] is False


def test_a_correction_that_answers_it_ends_the_wait(bench: Bench) -> None:
    ref, work = left_open(bench, NoAnswerReason.UNABLE), bench.work_as(ROSA)
    form = open_form(work, ref, FormKind.ASSESSMENT)
    during = follow_up(bench, ref)[1]
    say(work, form, ENDING_LIFE, "no")
    complete_form(work, form.draft)

    assert during
    assert follow_up(bench, ref)[1] is False


def test_a_closed_case_asks_nothing(bench: Bench) -> None:
    ref = left_open(bench, NoAnswerReason.UNABLE)
    close_case(bench.work_as(ROSA), ref, CloseReason.COMPLETED)

    assert follow_up(bench, ref)[1] is False


def test_before_any_form_nothing_is_to_be_asked_again(bench: Bench) -> None:
    assert follow_up(bench, bench.new_case())[1] is False
