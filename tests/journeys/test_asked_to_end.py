"""Somebody logs the desktop out or ends the process: what was typed is stored first."""

import signal
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.views.shell.session_end import SessionEnd
from tests.journeys.test_journey_2_interrupted import (
    ROOT,
    TO_ADD,
    WORDS,
    durable,
    reached_case,
    typing_something,
)
from tests.services.bench import ROSA
from tests.support.journey import open_traveller
from tests.support.window_parts import Workstation


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
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_process_that_is_asked_to_end_stores_what_was_typed_and_signs_out(
    station: Workstation, name: str
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
        child.send_signal(getattr(signal, name))
        code = exit_code(child)

    assert (said, code) == ("typed\n", 0)
    station.made.reopen()
    assert durable(station.bench.work_as(ROSA), ref) == {TO_ADD: WORDS}


def test_the_end_of_the_desktop_session_finds_everything_stored(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    at, ref = typing_something(station, qtbot, qapp)
    manager = AskingSession()
    before = durable(at.work, ref)

    SessionEnd(at.opened.window, at.opened.parts.runner).keep_all(manager)

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

    SessionEnd(at.opened.window, at.opened.parts.runner).keep_all(manager)

    assert manager.is_cancelled
