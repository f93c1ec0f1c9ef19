"""A person died: nobody is called any more, the case ends, the family is offered its own talk."""

from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.messages import sentence
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.episode import CloseReason
from desktop.records.form_record import FormKind
from desktop.services.close_case import close_case
from desktop.services.complete_form import complete_form
from desktop.services.form_offers import FormOffer
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.submit_visit import submit_visit
from desktop.views.person.next_act import Act, next_act
from tests.services.bench import ROSA, Bench, memory_bench
from tests.services.filling import fill


@pytest.fixture
def bench() -> Bench:
    """A bench on a store in memory: what is offered does not hang on the disk."""
    return memory_bench()


def died(bench: Bench, *outcomes: AttemptOutcome) -> EpisodeRef:
    """A case whose last attempt found that the person died, after these."""
    ref = bench.new_case()
    for outcome in (*outcomes, AttemptOutcome.DIED):
        bench.clock.advance(60)
        log_attempt(bench.work_as(ROSA), ref, NewAttempt(AttemptMode.BEDSIDE, outcome))
    return ref


def offered(bench: Bench, ref: EpisodeRef) -> tuple[FormOffer, ...]:
    """What can be begun on the page."""
    return read_person(bench.work_as(ROSA), ref).offered


@pytest.mark.parametrize(
    "before", [(), (AttemptOutcome.DISCHARGED_BEFORE_CONTACT,), (AttemptOutcome.ENGAGED,)]
)
def test_nobody_who_died_is_on_a_list_to_see_or_to_call(
    bench: Bench, before: tuple[AttemptOutcome, ...]
) -> None:
    ref = died(bench, *before)

    lists = read_worklist(bench.work_as(ROSA))

    assert [card.ref for card in (*lists.eligible, *lists.call_list)] == []
    assert [card.ref for card in lists.in_progress] == [ref]


def test_no_next_attempt_can_be_set(bench: Bench) -> None:
    ref, later = bench.new_case(), bench.clock.now() + timedelta(hours=1)
    new = NewAttempt(AttemptMode.PHONE, AttemptOutcome.DIED, next_due=later)

    with pytest.raises(KnownError, match=r"attempt\.died"):
        log_attempt(bench.work_as(ROSA), ref, new)


def test_the_family_alone_is_offered_a_form_before_and_after_the_case_closed(
    bench: Bench,
) -> None:
    ref = died(bench)
    assert [one.own for one in offered(bench, ref)] == ["family-intake"]

    close_case(bench.work_as(ROSA), ref, CloseReason.DIED)

    assert [one.own for one in offered(bench, ref)] == ["family-intake"]


def test_the_talk_with_the_family_is_filled_kept_and_sent_after_the_case_closed(
    bench: Bench,
) -> None:
    ref, work = died(bench), bench.work_as(ROSA)
    close_case(work, ref, CloseReason.DIED)
    (offer,) = offered(bench, ref)

    form = start_loaded_form(work, ref, offer.content_hash)
    fill(work, form)
    kept = complete_form(work, form.draft)

    assert kept.value.kind is FormKind.LOADED
    assert [one.form_id for one in submit_visit(work, ref).forms] == [kept.record_id]


@pytest.mark.parametrize(
    "reason", [CloseReason.DECLINED, CloseReason.TRANSFERRED, CloseReason.COMPLETED]
)
def test_any_other_end_takes_nothing_new(bench: Bench, reason: CloseReason) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    family = next(one for one in offered(bench, ref) if one.own == "family-intake")
    close_case(work, ref, reason)

    assert offered(bench, ref) == ()
    with pytest.raises(KnownError, match=r"episode\.closed"):
        start_loaded_form(work, ref, family.content_hash)


def test_the_assessment_of_who_died_is_not_begun(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    talk = next(one for one in offered(bench, ref) if one.own == "needs-assessment")
    died_now = NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.DIED)
    log_attempt(work, ref, died_now)
    close_case(work, ref, CloseReason.DIED)

    with pytest.raises(KnownError, match=r"episode\.closed"):
        start_loaded_form(work, ref, talk.content_hash)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_leads_to_the_end_and_then_to_the_family(bench: Bench, language: str) -> None:
    ref, work = died(bench), bench.work_as(ROSA)
    before = next_act(read_person(work, ref), language)
    close_case(work, ref, CloseReason.DIED)
    after = next_act(read_person(work, ref), language)

    assert (before.act, after.act) == (Act.CLOSE, Act.NOTHING)
    assert before.title == after.title == sentence("person-next.died.title", language)
    assert read_person(work, ref).steps[-1].summary_id == "step-summary.follow-up.died"
