"""The first touch of a minor is the talk for their age; the core stays where it was begun."""

import pytest

from desktop.records.form_record import FormKind
from desktop.services.first_touch import ALWAYS_CORE, SETTING
from desktop.services.open_form import open_form
from desktop.services.person_steps import StepKind
from desktop.services.ports import EpisodeRef, Setting
from desktop.services.read_person import PersonPage, read_person
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.submit_visit import submit_visit
from tests.services.bench import ADMIN, ROSA, Bench, memory_bench
from tests.services.filling import say
from tests.services.test_form_offers import case_of
from tests.services.test_needs import done

YOUNG, CAREGIVER = "youth-talk", "caregiver-talk"


@pytest.fixture
def bench() -> Bench:
    """A bench on a store in memory: what goes by the age does not hang on it."""
    return memory_bench()


def assessment(page: PersonPage) -> str:
    """Where the step stands."""
    step = next(one for one in page.steps if one.kind is StepKind.ASSESSMENT)
    return step.summary_id.removeprefix("step-summary.")


def opened(bench: Bench, ref: EpisodeRef) -> PersonPage:
    """The page as Rosa sees it."""
    return read_person(bench.work_as(ROSA), ref)


@pytest.mark.parametrize(
    ("age", "talk"),
    [(0, CAREGIVER), (7, CAREGIVER), (8, YOUNG), (17, YOUNG), (18, ""), (40, ""), (None, "")],
)
def test_the_form_goes_by_the_age(bench: Bench, age: int | None, talk: str) -> None:
    assert opened(bench, case_of(bench, age)).talk == talk


def test_a_site_may_begin_with_the_core_at_any_age(bench: Bench) -> None:
    bench.work_as(ADMIN).session.site.change_setting(Setting(SETTING, ALWAYS_CORE))

    assert opened(bench, case_of(bench, 12)).talk == ""


def test_a_core_that_was_begun_stays_the_assessment(bench: Bench) -> None:
    ref = case_of(bench, 12)
    open_form(bench.work_as(ROSA), ref, FormKind.ASSESSMENT)

    page = opened(bench, ref)

    assert page.talk == ""
    assert assessment(page) == "form.draft"


def test_the_step_follows_the_talk_from_draft_to_review(bench: Bench) -> None:
    ref = case_of(bench, 14)
    work = bench.work_as(ROSA)
    before = assessment(opened(bench, ref))
    (offer,) = [one for one in opened(bench, ref).offered if one.own == YOUNG]
    form = start_loaded_form(work, ref, offer.content_hash)
    say(work, form, "start.talk-now", "yes")
    page = opened(bench, ref)

    assert before == "assessment.not-started"
    assert assessment(page) == "form.draft"
    assert page.draft is not None
    assert page.draft.loaded_record == form.draft.record_id


def test_a_talk_that_is_sent_is_with_the_reviewer(bench: Bench) -> None:
    ref = case_of(bench, 14)
    done(bench, ref, YOUNG, **{"start.talk-now": "later"})
    complete = assessment(opened(bench, ref))

    submit_visit(bench.work_as(ROSA), ref)

    assert (complete, assessment(opened(bench, ref))) == ("form.complete", "form.submitted")
