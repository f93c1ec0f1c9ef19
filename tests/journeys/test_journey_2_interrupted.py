"""Journey 2: covered, locked or killed at any moment; nothing acknowledged is lost or crossed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered, Coding
from desktop.records.form_record import FormKind
from desktop.services.draft_journal import draft_of_form
from desktop.services.episode_records import room_of
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.work import Work
from tests.journeys.child import CHOICES
from tests.journeys.pages import InterviewPage, PersonPage, WorklistPage
from tests.services.bench import ROSA
from tests.services.filling import say
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation

ROOT = Path(__file__).parents[2]
TO_ADD = "next-steps.to-add"
HARM = "safety-now.more-harm"
QUESTIONS = (TO_ADD, "people.who-to-call", "how-you-are.screen-source")
CHOICE_COUNT = sum(len(answers) for answers in CHOICES.values())
WORDS = "She can stay with her aunt"
OTHER_WORDS = "words of somebody else"


def reached_case(station: Workstation) -> tuple[str, EpisodeRef]:
    """Somebody who was spoken with: alias and case."""
    ref = station.bench.new_case(ROSA)
    station.bench.reach(ref, ROSA)
    return read_person(station.bench.work_as(ROSA), ref).card.alias, ref


def somebody_elses_draft(station: Workstation) -> EpisodeRef:
    """Another person with a draft of the same form, older than everything that follows."""
    _alias, ref = reached_case(station)
    work = station.bench.work_as(ROSA)
    say(work, open_form(work, ref, FormKind.ASSESSMENT), TO_ADD, OTHER_WORDS)
    return ref


def kill_while_typing(
    station: Workstation,
    alias: str,
    question: str,
    words: str,
    after: int,
    child_module: str = "tests.journeys.child",
) -> list[dict[str, str]]:
    """Run the app in a child, kill -9 it after ``after`` answers; what it had called saved."""
    station.leave_bench()
    arguments = [str(station.root), alias, question, words]
    with subprocess.Popen(
        [sys.executable, "-m", child_module, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _answer in range(after)]
        assert all(said), "the child ended by itself before it was killed; see its standard error"
        child.kill()
        said += child.stdout.read().split("\n")[:-1]
    return [json.loads(line) for line in said]


def durable(work: Work, ref: EpisodeRef) -> dict[str, str]:
    """Every answer that the draft of a case holds."""
    state = draft_of_form(work, ref, FormKind.ASSESSMENT)
    assert state is not None
    return {
        key: value.code if isinstance(value := answer.values[0], Coding) else str(value)
        for key, answer in state.answers.items()
        if isinstance(answer, Answered)
    }


def nothing_is_lost(station: Workstation, bot: QtBot, app: QApplication, run: int) -> None:
    """One kill, then the next start: named, resumed where it stopped, complete, not crossed."""
    alias, ref = reached_case(station)
    other = somebody_elses_draft(station)
    question, words = QUESTIONS[run % 3], f"run {run}: my sister comes at nine"
    after = CHOICE_COUNT - 2 + run % 5

    said = kill_while_typing(station, alias, question, words, after)

    station.bench.clock.advance(5_400)
    at = open_traveller(station, bot, app)
    at.sign_in(ROSA)
    worklist, interview = WorklistPage(at), InterviewPage(at)
    assert alias in worklist.named_draft()
    assert alias in worklist.drafts()
    worklist.open_draft()
    kept = durable(at.work, ref)
    newest = {one["key"]: one["said"] for one in said}
    for key, acknowledged in newest.items():
        assert kept[key].startswith(acknowledged)
    assert set(kept) <= {question, *(key for part in CHOICES.values() for key in part)}
    assert durable(at.work, other) == {TO_ADD: OTHER_WORDS}
    assert at.opened.window.windowTitle() == f"{alias} · Firstlight"
    assert any(interview.is_at(key) for key in where_it_stopped(said, kept, question))


def where_it_stopped(said: list[dict[str, str]], kept: dict[str, str], question: str) -> list[str]:
    """The question of the newest durable answer, or the one that was just gone to after it."""
    order = [key for part in CHOICES.values() for key in part] + [question]
    newest = max(order.index(key) for key in kept)
    assert newest >= order.index(said[-1]["key"])
    return order[newest : newest + 2]


@pytest.mark.parametrize("run", range(3))
def test_nothing_acknowledged_is_lost_when_the_process_is_killed(
    station: Workstation, qtbot: QtBot, qapp: QApplication, run: int
) -> None:
    nothing_is_lost(station, qtbot, qapp, run)


@pytest.mark.long
@pytest.mark.parametrize("run", range(3, 63))
def test_nothing_acknowledged_is_lost_in_sixty_kills(
    station: Workstation, qtbot: QtBot, qapp: QApplication, run: int
) -> None:
    nothing_is_lost(station, qtbot, qapp, run)


def typing_something(
    station: Workstation, bot: QtBot, app: QApplication
) -> tuple[Traveller, EpisodeRef]:
    """Signed in, half-way through a sentence that nothing has committed yet."""
    alias, ref = reached_case(station)
    at = open_traveller(station, bot, app)
    at.sign_in(ROSA)
    WorklistPage(at).open_case(alias)
    PersonPage(at).open_step("assessment")
    at.opened.until(lambda: at.hands.sees("interview-next"))
    interview = InterviewPage(at)
    interview.go_to("next-steps")
    interview.write(TO_ADD, WORDS)
    return at, ref


def test_the_cover_stores_what_was_typed_and_hides_it(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    at, ref = typing_something(station, qtbot, qapp)
    assert durable(at.work, ref) == {}

    at.key(Qt.Key.Key_F12)

    assert at.opened.window.is_covered
    assert "aunt" not in at.opened.shown_words()
    assert at.opened.window.windowTitle() == "Firstlight"
    assert durable(at.work, ref) == {TO_ADD: WORDS}
    at.opened.enter_pin()
    assert InterviewPage(at).is_at(TO_ADD)
    at.hands.type_on(f"answer-{TO_ADD}", " tonight")
    at.opened.until(lambda: durable(at.work, ref)[TO_ADD].endswith("aunt tonight"))


def test_after_the_cover_private_is_asked_for_anew(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    alias, ref = reached_case(station)
    at = open_traveller(station, qtbot, qapp)
    at.sign_in(ROSA)
    WorklistPage(at).open_case(alias)
    PersonPage(at).open_step("assessment")
    at.opened.until(lambda: at.hands.sees("interview-next"))
    InterviewPage(at).go_to("safety-now")
    at.press("room-private-yes")
    at.press(f"answer-{HARM}-yes")

    at.key(Qt.Key.Key_F12)
    at.opened.enter_pin()
    closed = at.opened.shown_words()
    focused = at.focus_name()
    is_open = at.hands.sees(f"answer-{HARM}-yes")
    at.press("room-private-yes")

    assert "hurt you or your family" not in closed
    assert not is_open
    assert focused
    assert at.hands.sees(f"answer-{HARM}-yes")
    assert durable(at.work, ref) == {HARM: "yes"}
    kept = room_of(at.work, ref)
    assert kept is not None
    assert kept.value.private_now is True


def test_the_full_lock_stores_what_was_typed_and_asks_for_a_fresh_process(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    at, ref = typing_something(station, qtbot, qapp)

    at.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    at.opened.until(lambda: station.restarts == ["restart"])

    assert "aunt" not in at.opened.shown_words()
    at.close()
    station.made.reopen()
    kept = durable(station.bench.work_as(ROSA), ref)
    assert kept == {TO_ADD: WORDS}
