"""Safety plans beside the general one: on paper only as chosen, at home only by hand."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.errors import KnownError
from desktop.packets.packet import Packet, PlanSection
from desktop.records.form_record import FormKind
from desktop.records.packet_record import FURTHER_PLANS, PacketPart
from desktop.services.complete_form import complete_form
from desktop.services.make_packet import for_the_desk, made_packet
from desktop.services.open_form import open_form
from desktop.services.person_steps import StepKind
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef
from desktop.services.preview_packet import preview_packet
from desktop.services.read_person import read_person
from desktop.services.start_loaded_form import start_loaded_form
from tests.services.bench import ROSA, Bench, memory_bench
from tests.services.filling import fill, say

HARD, OUT, HOME = FURTHER_PLANS
WORD = "the blue mug is on the porch"
SAYS_IT = {
    HARD: "through.before",
    OUT: "push.calm",
    HOME: "staying.room",
}
"""A question of each plan that is answered in the person's own words."""


@pytest.fixture
def in_memory() -> Bench:
    """A bench on a store in memory: what is on paper does not hang on the store."""
    return memory_bench()


def made_plan(bench: Bench, ref: EpisodeRef, part: PacketPart, paper: str, **said: str) -> None:
    """A completed plan that says ``WORD`` somewhere."""
    work = bench.work_as(ROSA)
    (offer,) = [one for one in read_person(work, ref).offered if one.own == part]
    form = start_loaded_form(work, ref, offer.content_hash)
    say(work, form, SAYS_IT[part], WORD)
    fill(
        work,
        form,
        **{
            "check-in.review-date": "2026-03-20",
            "check-in.sight": "team",
            "check-in.paper": paper,
            **said,
        },
    )
    complete_form(work, form.draft)


def texts(packet: Packet) -> str:
    """Everything on the paper."""
    return " ".join(packet.texts())


@pytest.mark.parametrize(
    ("part", "paper", "is_proposed"),
    [
        (HARD, "full-page", True),
        (HARD, "no-paper", False),
        (OUT, "full-page", True),
        (OUT, "no-paper", False),
        (HOME, "full-page", False),
        (HOME, "card", False),
        (HOME, "no-paper", False),
    ],
)
def test_a_plan_is_proposed_as_the_person_keeps_it_and_that_for_home_never(
    in_memory: Bench, part: PacketPart, paper: str, is_proposed: bool
) -> None:
    ref = in_memory.new_case()
    made_plan(in_memory, ref, part, paper)
    work = in_memory.work_as(ROSA)

    draft = plan_packet(work, ref)

    assert (part in draft.choices.parts) is is_proposed
    assert (WORD in texts(made_packet(work, ref, draft.choices).packet)) is is_proposed
    assert [(one.part, one.paper) for one in draft.further_plans] == [(part, paper)]


@pytest.mark.parametrize("part", FURTHER_PLANS)
def test_a_plan_put_in_by_hand_prints_here_and_never_goes_to_the_desk(
    in_memory: Bench, part: PacketPart
) -> None:
    ref = in_memory.new_case()
    made_plan(in_memory, ref, part, "full-page")
    work = in_memory.work_as(ROSA)
    draft = plan_packet(work, ref)
    choices = replace(draft.choices, parts=draft.choices.parts | {part}, desk_may_print_plan=True)

    here = made_packet(work, ref, choices).packet
    desk = made_packet(work, ref, for_the_desk(choices)).packet

    (plan,) = [one for one in here.sections if isinstance(one, PlanSection)]
    assert plan.part is part
    assert WORD in texts(here)
    assert WORD not in texts(desk)
    assert (part, "packet.plan-prints-here") in preview_packet(work, ref, choices).refused


def test_nothing_on_the_page_says_which_plan_it_is(in_memory: Bench) -> None:
    ref = in_memory.new_case()
    made_plan(in_memory, ref, HOME, "full-page", **{"check-in.reach": "by text"})
    work = in_memory.work_as(ROSA)
    choices = plan_packet(work, ref).choices

    packet = made_packet(work, ref, replace(choices, parts=choices.parts | {HOME})).packet

    (plan,) = [one for one in packet.sections if isinstance(one, PlanSection)]
    questions = [question for question, _ in plan.answers]
    assert plan.heading == "My plan"
    assert "Who may see this plan?" not in questions
    assert "How do you want to keep this plan?" not in questions


def test_of_a_storage_plan_nothing_is_on_paper(in_memory: Bench) -> None:
    ref = in_memory.new_case()
    made_plan(in_memory, ref, HARD, "full-page", **{"nights.storage-plan": "yes"})
    work = in_memory.work_as(ROSA)

    words = texts(made_packet(work, ref, plan_packet(work, ref).choices).packet)

    assert WORD in words
    assert "storage" not in words


def test_the_card_holds_the_people_of_a_plan_that_is_wanted_on_it(in_memory: Bench) -> None:
    ref = in_memory.new_case()
    people = {"person-1.who": "Aunt Fern", "person-1.how-to-reach": "555-0136"}
    made_plan(in_memory, ref, OUT, "card", **people)
    work = in_memory.work_as(ROSA)

    packet = made_packet(work, ref, plan_packet(work, ref).choices).packet

    assert packet.card is not None
    assert packet.card.lines[0].label == "Aunt Fern"
    assert WORD not in texts(packet)


def test_a_plan_that_was_never_made_is_refused(in_memory: Bench) -> None:
    ref = in_memory.new_case()
    work = in_memory.work_as(ROSA)
    choices = plan_packet(work, ref).choices

    with pytest.raises(KnownError, match=r"packet\.plan-not-complete"):
        made_packet(work, ref, replace(choices, parts=choices.parts | {HOME}))


def test_a_plan_is_gone_over_by_its_day_in_a_new_version(bench: Bench) -> None:
    ref = bench.new_case()
    made_plan(bench, ref, HARD, "no-paper")
    work = bench.work_as(ROSA)
    page = read_person(work, ref)
    (line,) = page.loaded
    step = next(one for one in page.steps if one.kind is StepKind.FOLLOW_UP)
    assert (line.own, line.next_due) == (HARD, date(2026, 3, 20))
    assert step.params == {"day": "2026-03-20"}
    assert HARD not in [one.own for one in page.offered]

    form = open_form(work, ref, FormKind.LOADED, line.record_id)
    say(work, form, "check-in.review-date", "2026-04-20")
    kept = complete_form(work, form.draft)

    assert (kept.number, kept.value.review_due) == (2, date(2026, 4, 20))
