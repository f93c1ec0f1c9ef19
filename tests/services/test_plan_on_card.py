"""A safety plan wanted on a small card: the names and numbers go on it, at the desk by consent."""

import pytest

from desktop.packets.packet import PlanSection
from desktop.records.form_record import FormKind
from desktop.records.packet_record import PacketPart
from desktop.rendering.read_back import page_texts
from desktop.services.make_packet import made_packet
from desktop.services.open_packet import open_packet
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef
from desktop.services.send_packet import send_packet
from tests.services.bench import DESK, ROSA, Bench
from tests.services.filling import ENDING_LIFE, completed

AUNT, NUMBER = "Aunt Fern", "860-555-0136"


def with_plan(bench: Bench, paper: str, desk: str = "no", who: str = AUNT) -> EpisodeRef:
    """Somebody whose plan names one person."""
    work, ref = bench.work_as(ROSA), bench.new_case()
    said = {
        "check-in.paper": paper,
        "check-in.desk-may-print": desk,
        "person-1.who": who,
        "person-1.how-to-reach": NUMBER,
    }
    if paper == "no-paper":
        del said["check-in.desk-may-print"]
    completed(work, ref)
    completed(work, ref, FormKind.SAFETY_PLAN, **said)
    return ref


def test_a_plan_wanted_on_a_card_is_proposed_and_is_on_the_card(bench: Bench) -> None:
    ref = with_plan(bench, "card")
    work = bench.work_as(ROSA)

    draft = plan_packet(work, ref)
    packet = made_packet(work, ref, draft.choices).packet

    assert draft.plan_paper == "card"
    assert PacketPart.SAFETY_PLAN in draft.choices.parts
    assert packet.card is not None
    assert (packet.card.lines[0].label, packet.card.lines[0].number) == (AUNT, NUMBER)
    assert not any(isinstance(one, PlanSection) for one in packet.sections)


@pytest.mark.parametrize(("desk", "is_there"), [("yes", True), ("no", False)])
def test_the_desk_gets_the_names_only_where_the_person_agreed(
    bench: Bench, desk: str, is_there: bool
) -> None:
    ref = with_plan(bench, "card", desk)
    work = bench.work_as(ROSA)

    packet_id = send_packet(work, ref, plan_packet(work, ref).choices).packet_id
    assert packet_id is not None
    paper = " ".join(page_texts(open_packet(bench.work_as(DESK), packet_id).pdf))

    assert (AUNT in paper) is is_there
    assert (NUMBER in paper) is is_there
    assert "988" in paper


@pytest.mark.parametrize("paper", ["full-page", "no-paper"])
def test_a_plan_on_a_page_or_remembered_leaves_the_card_to_the_numbers(
    bench: Bench, paper: str
) -> None:
    ref = with_plan(bench, paper)
    work = bench.work_as(ROSA)

    draft = plan_packet(work, ref)
    packet = made_packet(work, ref, draft.choices).packet

    assert (PacketPart.SAFETY_PLAN in draft.choices.parts) is (paper == "full-page")
    assert packet.card is not None
    assert AUNT not in [line.label for line in packet.card.lines]


def test_the_longest_words_of_a_plan_fit_on_the_card(bench: Bench) -> None:
    ref = with_plan(bench, "card", who="my cousin from the bakery " * 4)
    work = bench.work_as(ROSA)

    made = made_packet(work, ref, plan_packet(work, ref).choices)

    assert made.rendered.text_matches
    assert made.packet.card is not None
    assert made.packet.card.lines[0].label == "my cousin from the bakery…"


def test_what_raised_an_alert_is_the_first_of_the_steps(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    said = {
        "safety-now.more-harm": "not-sure",
        "how-you-are.body": "both",
        "how-you-are.talk": "yes",
        ENDING_LIFE: "not-sure",
    }
    completed(work, ref, **said)

    steps = plan_packet(work, ref).choices.steps

    assert "988" in steps[0]


def test_the_wish_for_no_papers_is_told(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    completed(work, ref, **{"next-steps.papers": "none"})

    assert plan_packet(work, ref).wants_no_papers
