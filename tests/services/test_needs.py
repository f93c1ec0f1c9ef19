"""Needs come out of every form of a case, say where they are from, and are noted by staff."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.directory.matching import match
from desktop.errors import BugError, KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CaseSource
from desktop.records.need import CATEGORIES, GRAVITY, OURS, NeedState
from desktop.records.need_codes import code_hint
from desktop.services.add_case import NewCase, add_case
from desktop.services.complete_form import complete_form
from desktop.services.named_needs import NamedNeed
from desktop.services.note_need import note_need, put_needs_back
from desktop.services.packet_sources import packet_sources
from desktop.services.person_steps import StepKind
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef
from desktop.services.read_needs import NeedsPage, read_needs
from desktop.services.read_person import read_person
from desktop.services.start_loaded_form import start_loaded_form
from tests.services.bench import ADMIN, DESK, ROSA, Bench, memory_bench
from tests.services.filling import HOUSING, completed, fill, hand_off

FOOD, RIDES, HOME = "food-insecurity", "transportation-insecurity", "housing-instability"


@pytest.fixture
def bench() -> Bench:
    """A bench on a store in memory: one test below keeps a note sealed."""
    return memory_bench()


def case_aged(bench: Bench, years: int) -> EpisodeRef:
    """Somebody of this age who arrived ten days ago."""
    arrived = bench.clock.now() - timedelta(days=10)
    new = NewCase("ED 7", CaseSource.TRAUMA_PAGE, arrived, age_years=years)
    return add_case(bench.work_as(ROSA), new).ref


def done(bench: Bench, ref: EpisodeRef, own: str, **said: str) -> None:
    """One of our further forms, filled calmly but for ``said``, a minute after what was before."""
    bench.clock.advance(60)
    work = bench.work_as(ROSA)
    (offer,) = [one for one in read_person(work, ref).offered if one.own == own]
    form = start_loaded_form(work, ref, offer.content_hash)
    fill(work, form, **said)
    for code in {alert.code for alert in form.session.alerts}:
        hand_off(work, form, code)
    complete_form(work, form.draft)


def need_of(page: NeedsPage, category: str) -> NamedNeed:
    """One need of the list."""
    return next(one for one in page.needs if one.category == category)


def test_every_form_names_needs_and_each_says_its_form_and_question(bench: Bench) -> None:
    ref = case_aged(bench, 30)
    completed(bench.work_as(ROSA), ref, **{HOUSING: "yes"})
    done(
        bench,
        ref,
        "needs-assessment",
        **{"start.who-answers": "self", "food.now": "now", "food.enough": "yes"},
    )

    page = read_needs(bench.work_as(ROSA), ref)

    (food,) = need_of(page, FOOD).sources
    (home,) = need_of(page, HOME).sources
    assert food.form.in_language("en") == "Needs assessment"
    assert food.question.in_language("es").startswith("¿")
    assert home.form.in_language("en") == "Bedside core"
    assert AuditAction.NEEDS_READ in bench.actions()


def test_a_later_follow_up_says_that_a_need_is_met(bench: Bench) -> None:
    ref = case_aged(bench, 30)
    completed(
        bench.work_as(ROSA),
        ref,
        **{HOUSING: "yes", "what-you-need.food": "yes", "what-you-need.rides": "yes"},
    )
    done(
        bench,
        ref,
        "follow-up-check",
        **{
            "start.talk-now": "yes",
            "needs.food": "met",
            "needs.housing": "in-progress",
            "needs.rides": "no-longer",
        },
    )

    page = read_needs(bench.work_as(ROSA), ref)

    assert need_of(page, FOOD).state is NeedState.MET
    assert need_of(page, HOME).state is NeedState.IDENTIFIED
    assert need_of(page, RIDES).state is NeedState.DECLINED
    on_paper = packet_sources(bench.work_as(ROSA), ref).needs
    assert [one for one in on_paper if one in (FOOD, HOME, RIDES)] == [HOME]
    step = next(
        one for one in read_person(bench.work_as(ROSA), ref).steps if one.kind is StepKind.NEEDS
    )
    assert step.params == {"count": len(on_paper)}


def test_the_needs_of_a_family_member_are_not_the_persons(bench: Bench) -> None:
    ref = case_aged(bench, 30)
    done(bench, ref, "family-intake", **{"needs.food": "yes"})

    assert read_needs(bench.work_as(ROSA), ref).needs == ()


def test_what_staff_judge_proposes_nothing_for_the_persons_paper(bench: Bench) -> None:
    ref = case_aged(bench, 30)
    done(bench, ref, "injury-concern", **{"conflict.rating": "some", "conflict.soon": "yes"})
    work = bench.work_as(ROSA)

    assert packet_sources(work, ref).steps == ()
    assert plan_packet(work, ref).choices.steps == ()


@pytest.mark.parametrize(("tell", "on_paper"), [("all", (FOOD,)), ("some", ()), ("nothing", ())])
def test_what_a_young_person_named_is_proposed_only_when_all_may_be_told(
    bench: Bench, tell: str, on_paper: tuple[str, ...]
) -> None:
    ref = case_aged(bench, 14)
    done(
        bench,
        ref,
        "youth-talk",
        **{"start.talk-now": "yes", "life.food": "no", "next.tell": tell, "life.adult": "yes"},
    )

    sources = packet_sources(bench.work_as(ROSA), ref)

    assert FOOD in [one.category for one in sources.case.open]
    assert tuple(one for one in sources.needs if one == FOOD) == on_paper
    assert FOOD in sources.searched


def test_a_need_asked_in_private_is_offered_and_never_ticked(bench: Bench) -> None:
    ref = case_aged(bench, 30)
    done(
        bench,
        ref,
        "needs-assessment",
        **{"start.who-answers": "self", "substances.now": "now", "substances.alcohol": "yes"},
    )
    work = bench.work_as(ROSA)

    draft = plan_packet(work, ref)

    found = packet_sources(work, ref)
    listings = work.library.directory().listings
    today = bench.clock.now().date()
    hidden = match(listings, ("substance-use",), "en", 30, today)
    assert need_of(read_needs(work, ref), "substance-use").is_private
    assert "substance-use" not in found.needs
    assert {one.listing.service_id for one in hidden} & set(draft.choices.service_ids) == set()


def test_the_persons_places_come_first_and_each_is_given_once(bench: Bench) -> None:
    ref = case_aged(bench, 30)
    completed(
        bench.work_as(ROSA),
        ref,
        **{HOUSING: "yes", "what-you-need.food": "yes", "what-you-need.rides": "yes"},
    )
    work = bench.work_as(ROSA)

    note_need(work, ref, RIDES, None, 1)
    note_need(work, ref, FOOD, None, 1)

    page = read_needs(work, ref)
    assert page.needs[0].category == FOOD
    assert need_of(page, RIDES).priority is None
    assert packet_sources(work, ref).needs[0] == FOOD


def test_a_note_stands_until_it_is_taken_back(bench: Bench) -> None:
    ref = case_aged(bench, 30)
    completed(bench.work_as(ROSA), ref, **{HOUSING: "yes"})
    work = bench.work_as(ROSA)
    first = note_need(work, ref, HOME, NeedState.MET)
    note_need(work, ref, HOME, NeedState.DECLINED)

    put_needs_back(work, ref, first.number)
    met = need_of(read_needs(work, ref), HOME).state
    put_needs_back(work, ref, 0)

    assert met is NeedState.MET
    assert need_of(read_needs(work, ref), HOME).state is NeedState.IDENTIFIED
    assert read_needs(work, ref).revision == 4
    noted = [one for one in bench.actions() if one.value.startswith(("need-", "needs-put"))]
    assert noted == [AuditAction.NEED_NOTED] * 2 + [AuditAction.NEEDS_PUT_BACK] * 2


def test_a_newer_answer_is_said_beside_a_note_and_does_not_undo_it(bench: Bench) -> None:
    ref = case_aged(bench, 30)
    completed(bench.work_as(ROSA), ref, **{HOUSING: "yes"})
    note_need(bench.work_as(ROSA), ref, HOME, NeedState.MET)
    done(bench, ref, "follow-up-check", **{"start.talk-now": "yes", "needs.housing": "open"})

    home = need_of(read_needs(bench.work_as(ROSA), ref), HOME)

    assert home.state is NeedState.MET
    assert home.was_named_again


def test_a_need_that_no_form_named_can_be_added(bench: Bench) -> None:
    ref = case_aged(bench, 30)
    work = bench.work_as(ROSA)
    assert "veteran-status" in read_needs(work, ref).to_add

    note_need(work, ref, "veteran-status", NeedState.IDENTIFIED)

    page = read_needs(work, ref)
    assert [one.category for one in page.needs] == ["veteran-status"]
    assert "veteran-status" not in page.to_add


@pytest.mark.parametrize(("category", "place"), [("no-such", None), (FOOD, 0), (FOOD, 4)])
def test_what_is_no_need_and_no_place_is_refused(
    bench: Bench, category: str, place: int | None
) -> None:
    ref = bench.new_case()

    with pytest.raises(BugError):
        note_need(bench.work_as(ROSA), ref, category, NeedState.MET, place)


@pytest.mark.parametrize("who", [DESK, ADMIN])
def test_only_those_who_write_in_a_case_note_a_need(bench: Bench, who: str) -> None:
    ref = bench.new_case()

    with pytest.raises(KnownError):
        note_need(bench.work_as(who), ref, FOOD, NeedState.MET)


def test_a_sealed_store_keeps_the_note(sealed_work: Bench) -> None:
    ref = sealed_work.new_case()
    work = sealed_work.work_as(ROSA)

    kept = note_need(work, ref, FOOD, NeedState.IDENTIFIED, 2)

    again = read_needs(replace(work, listed={}), ref)
    assert (again.revision, again.needs[0].priority) == (kept.number, 2)


def test_a_code_is_a_hint_for_some_needs_and_for_no_private_one() -> None:
    hints = {one: code_hint(one) for one in CATEGORIES}

    assert {one for one, hint in hints.items() if hint} >= {FOOD, HOME, RIDES}
    assert hints["intimate-partner-violence"] is None
    assert hints["mental-health"] is None
    assert all(hint.code.startswith("Z") for hint in hints.values() if hint)


def test_only_the_needs_that_the_table_names_have_a_code() -> None:
    bare = {one for one in CATEGORIES if code_hint(one) is None}

    assert bare & set(GRAVITY) == {
        "social-connection",
        "intimate-partner-violence",
        "elder-abuse",
        "medical-cost-burden",
        "digital-literacy",
        "digital-access",
        "language-access",
    }
    assert bare - set(GRAVITY) == set(OURS) - {"legal"}
