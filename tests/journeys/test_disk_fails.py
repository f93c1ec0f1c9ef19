"""A full or failing disk while somebody types: kept in the window, said so, saved later."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.services.ports import JournalKind
from desktop.storage.engine import Database
from desktop.storage.session import SealedSession
from tests.journeys.pages import InterviewPage
from tests.journeys.test_journey_2_interrupted import TO_ADD, durable, typing_something
from tests.support.failing_driver import fail_disk, fill_disk, make_room
from tests.support.journey import Traveller
from tests.support.window_parts import Workstation, is_closed

WORDS = "She can stay with her aunt"
MORE = ", from Friday on"
FAULTS = [(fill_disk, "store.disk-full"), (fail_disk, "store.disk-failed")]


def _database(at: Traveller) -> Database:
    session = at.station.sessions[-1]
    assert isinstance(session, SealedSession)
    return session._store.database


def _state(at: Traveller) -> str:
    return at.opened.signed_in.inside.status.state_label.text()


def _fail(at: Traveller, fault: Callable[[Database], None]) -> None:
    """The disk fails before anything of the sentence was stored."""
    at.opened.until_idle()
    fault(_database(at))
    at.opened.signed_in.shell.flush()
    at.opened.until(lambda: _state(at) == "Not saved")


def _goes_on(at: Traveller) -> None:
    """There is room again, or the file may be opened anew, and somebody types on."""
    if not _database(at).has_failed:
        make_room(_database(at))
    _database(at).again_after_s = 0.0
    InterviewPage(at).write(TO_ADD, WORDS + MORE)
    at.opened.signed_in.shell.flush()
    at.opened.until(lambda: _state(at).startswith("Saved "))
    at.opened.until_idle()


@pytest.mark.parametrize(("fault", "message_id"), FAULTS)
def test_the_draft_is_kept_in_the_window_and_said_so(
    station: Workstation,
    qtbot: QtBot,
    qapp: QApplication,
    fault: Callable[[Database], None],
    message_id: str,
) -> None:
    at, ref = typing_something(station, qtbot, qapp)

    _fail(at, fault)

    assert at.opened.message() == sentence(message_id)
    assert "kept in this window" in at.opened.message()
    assert WORDS in at.opened.kept_words()
    _goes_on(at)
    assert durable(at.work, ref) == {TO_ADD: WORDS + MORE}


@pytest.mark.parametrize(("fault", "_message_id"), FAULTS)
def test_nobody_is_signed_out_while_only_the_window_has_the_draft(
    station: Workstation,
    qtbot: QtBot,
    qapp: QApplication,
    fault: Callable[[Database], None],
    _message_id: str,
) -> None:
    at, _ref = typing_something(station, qtbot, qapp)
    _fail(at, fault)

    at.opened.signed_in.shell.leave()
    at.opened.until(lambda: at.opened.message() == sentence("shell.not-saved-stay"))

    assert not is_closed(station.sessions[-1])
    assert WORDS in at.opened.kept_words()
    _goes_on(at)


@pytest.mark.parametrize(("fault", "_message_id"), FAULTS)
def test_when_the_disk_works_again_everything_is_saved_in_its_order(
    station: Workstation,
    qtbot: QtBot,
    qapp: QApplication,
    fault: Callable[[Database], None],
    _message_id: str,
) -> None:
    at, ref = typing_something(station, qtbot, qapp)
    _fail(at, fault)

    _goes_on(at)

    rows = at.session.journal.rows(at.session.journal.drafts()[0])
    typed = [row.body for row in rows if row.kind is JournalKind.ANSWER]
    assert [WORDS in body and (MORE in body) for body in typed] == [False, True]
    assert durable(at.work, ref) == {TO_ADD: WORDS + MORE}
    assert at.opened.message() == "Saved again. Nothing was lost."
