"""Somebody logs the desktop out or ends the process: what was typed is stored first."""

import signal
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.services.ports import EpisodeRef
from desktop.views.shell.session_end import SessionEnd
from tests.journeys.pages import InterviewPage, PersonPage, WorklistPage
from tests.journeys.test_journey_2_interrupted import ROOT, TO_ADD, durable, reached_case
from tests.services.bench import ROSA
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation

WORDS = "She can stay with her aunt"


def typing(station: Workstation, bot: QtBot, app: QApplication) -> tuple[Traveller, EpisodeRef]:
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


def exit_code(child: subprocess.Popen[str]) -> int | None:
    """With which code a child ended; None where it had to be killed."""
    try:
        return child.wait(timeout=120)
    except subprocess.TimeoutExpired:
        child.kill()
        return None


class AskingSession:
    """A session manager of a desktop, which lets apps ask to stay."""

    def __init__(self) -> None:
        self.is_cancelled = False

    def allowsInteraction(self) -> bool:
        """Always."""
        return True

    def cancel(self) -> None:
        """Somebody asked to stay."""
        self.is_cancelled = True


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_process_that_is_asked_to_end_stores_what_was_typed_and_signs_out(
    station: Workstation, number: signal.Signals
) -> None:
    alias, ref = reached_case(station)
    station.leave_bench()
    arguments = [str(station.root), alias, TO_ADD, WORDS]

    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.ending_child", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as child:
        assert child.stdout is not None
        said = child.stdout.readline()
        child.send_signal(number)
        code = exit_code(child)

    assert (said, code) == ("typed\n", 0)
    station.made.reopen()
    assert durable(station.bench.work_as(ROSA), ref) == {TO_ADD: WORDS}


def test_the_end_of_the_desktop_session_finds_everything_stored(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    at, ref = typing(station, qtbot, qapp)
    manager = AskingSession()
    before = durable(at.work, ref)

    SessionEnd(at.opened.window, at.opened.parts.runner).keep_all(manager)  # type: ignore[arg-type]  # Qt makes no session manager without a session

    assert before == {}
    assert durable(at.work, ref) == {TO_ADD: WORDS}
    assert at.opened.window.is_covered
    assert not manager.is_cancelled


def test_what_the_store_refuses_asks_the_desktop_session_to_stay(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    at = open_traveller(station, qtbot, qapp)
    at.sign_in(ROSA)
    manager = AskingSession()
    at.opened.signed_in.shell.show_unsaved(is_unsaved=True)
    at.opened.signed_in.shell.not_saved(KnownError("store.disk-full"))

    SessionEnd(at.opened.window, at.opened.parts.runner).keep_all(manager)  # type: ignore[arg-type]  # as above

    assert manager.is_cancelled
