"""The four times of reach on the person page, each wait beside the site's target."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.messages import LANGUAGES
from desktop.records.attempt import AttemptOutcome
from desktop.records.episode import CaseSource, CloseReason
from desktop.records.missed import MissedWhy
from desktop.services.add_case import NewCase, add_case
from desktop.services.cases import CaseCard
from desktop.services.close_case import close_case
from desktop.services.read_person import read_person
from desktop.views.person.reach_card import reach_lines
from tests.services.bench import ROSA, Bench
from tests.views.person.desk import open_person
from tests.views.worklist.crowd import Crowd

MINUTE = timedelta(minutes=1)


@pytest.fixture
def card(bench: Bench) -> CaseCard:
    """Arrived four hours ago, told half an hour later, not tried."""
    now = bench.clock.now()
    told = now - 210 * MINUTE
    new = NewCase("ED 7", CaseSource.NURSE_CONSULT, now - 240 * MINUTE, notified_at=told)
    return add_case(bench.work_as(ROSA), new)


def test_all_four_times_stand_on_the_page(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Maple 12", "ED 7", 305)
    crowd.tried("Maple 12", AttemptOutcome.ASLEEP_OR_SEDATED, 245)
    crowd.tried("Maple 12", AttemptOutcome.ENGAGED, 64)

    desk = open_person(qtbot, bench, ref)

    lines = desk.words("person-reach-words").splitlines()
    assert lines[0].startswith("Arrived ")
    assert lines[1].endswith("after 5\u00a0h 05\u00a0min")
    assert lines[2].endswith("after 1\u00a0h 00\u00a0min")
    assert lines[3].endswith("after 4\u00a0h 01\u00a0min")
    assert lines[4] == "Past the target of 4\u00a0h 00\u00a0min"


@pytest.mark.parametrize(
    ("later_min", "so_far", "judged"),
    [(0, "4\u00a0h 00\u00a0min", "Within"), (1, "4\u00a0h 01\u00a0min", "Past")],
)
def test_a_wait_is_judged_at_the_edge_of_the_target(
    bench: Bench, card: CaseCard, later_min: int, so_far: str, judged: str
) -> None:
    lines = reach_lines(card, bench.clock.now() + later_min * MINUTE, "en")

    assert lines[2] == "First attempt: not yet"
    assert lines[3].endswith(f"{so_far} so far")
    assert lines[4] == f"{judged} the target of 4\u00a0h 00\u00a0min"


def test_a_call_from_the_road_is_before_arrival(bench: Bench, card: CaseCard) -> None:
    early = replace(card, notified_at=card.arrived_at - 10 * MINUTE)

    assert reach_lines(early, bench.clock.now(), "en")[1].endswith("before arrival")


def test_a_case_that_closed_unreached_waits_for_nothing(bench: Bench, card: CaseCard) -> None:
    work = bench.work_as(ROSA)
    close_case(work, card.ref, CloseReason.NEVER_REACHED, MissedWhy.TOO_ILL)

    lines = reach_lines(read_person(work, card.ref).card, bench.clock.now(), "en")

    assert lines[2:] == ("First contact: none",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_times_are_said_in_both_languages(bench: Bench, card: CaseCard, language: str) -> None:
    assert len(reach_lines(card, bench.clock.now(), language)) == 5
