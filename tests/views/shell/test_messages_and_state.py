"""What the window says: known failures in their own words, ours as ours, saved only when it is."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import BugError, KnownError
from desktop.messages import sentence
from desktop.storage.session import SealedSession
from desktop.views.screen import Message
from desktop.views.theme.tokens import Tone
from tests.services.bench import NADIA
from tests.support.window_parts import OpenedWindow, Workstation

SECRET = "Ejemplina said so"


@pytest.fixture
def opened(station: Workstation, qtbot: QtBot, qapp: QApplication) -> OpenedWindow:
    """A nurse manager at the review desk."""
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(NADIA)
    return opened


def test_a_known_failure_is_told_in_its_own_sentence(opened: OpenedWindow) -> None:
    opened.signed_in.shell.fail(KnownError("submit.nothing-complete"))

    assert opened.message() == sentence("submit.nothing-complete")


def test_our_own_mistake_is_told_as_ours_without_its_text(
    opened: OpenedWindow, caplog: pytest.LogCaptureFixture
) -> None:
    opened.signed_in.shell.fail(BugError(SECRET))

    assert opened.message() == sentence("shell.our-mistake")
    assert SECRET not in opened.shown_words()


def test_work_that_fails_with_nobody_to_hear_it_is_still_told(opened: OpenedWindow) -> None:
    def failing() -> None:
        raise KnownError("draft.gone")

    opened.parts.runner.run(opened.window, failing, done=_nothing)
    opened.until_idle()

    assert opened.message() == sentence("draft.gone")


def test_a_message_goes_with_the_screen_that_said_it(opened: OpenedWindow) -> None:
    opened.signed_in.shell.say(Message(Tone.SUCCESS, "It was sent."))
    before = opened.message()

    opened.signed_in.shell.open_worklist()
    opened.until_idle()

    assert before == "It was sent."
    assert opened.message() != "It was sent."


def test_a_message_is_closed_by_escape(opened: OpenedWindow) -> None:
    opened.signed_in.shell.say(Message(Tone.ACCENT, "Something to know."))
    opened.find("message-close").setFocus()

    QTest.keyClick(opened.find("message-close"), Qt.Key.Key_Escape)

    assert opened.message() == ""
    assert not opened.window.is_covered


def test_saved_is_said_only_with_the_time_of_the_store(opened: OpenedWindow) -> None:
    shell, label = opened.signed_in.shell, opened.signed_in.inside.status.state_label
    at = datetime(2026, 3, 14, 14, 5, 12, tzinfo=UTC)

    shell.saving()
    while_saving = label.text()
    shell.saved(at)

    assert while_saving == "Saving"
    assert label.text() == f"Saved {at.astimezone():%H:%M:%S}"


def test_saved_waits_for_what_is_still_being_typed(opened: OpenedWindow) -> None:
    shell, label = opened.signed_in.shell, opened.signed_in.inside.status.state_label

    shell.show_unsaved(is_unsaved=True)
    shell.saved(datetime(2026, 3, 14, 14, 5, 12, tzinfo=UTC))
    while_typing = label.text()
    shell.show_unsaved(is_unsaved=False)

    assert while_typing == "Not saved yet"
    assert label.text().startswith("Saved ")


def test_what_is_not_saved_is_said_below_and_above(opened: OpenedWindow) -> None:
    opened.signed_in.shell.not_saved(KnownError("store.disk-full"))

    assert opened.signed_in.inside.status.state_label.text() == "Not saved"
    assert opened.message() == sentence("store.disk-full")


def test_what_is_refused_and_then_dropped_keeps_nobody_from_signing_out(
    opened: OpenedWindow,
) -> None:
    shell, label = opened.signed_in.shell, opened.signed_in.inside.status.state_label
    shell.show_unsaved(is_unsaved=True)
    shell.not_saved(KnownError("store.disk-full"))
    held = shell.has_unsaved
    shell.show_unsaved(is_unsaved=False)  # its task was cancelled
    words = label.text()
    left: list[str] = []
    shell.signed_out.connect(lambda: left.append("left"))

    shell.leave()
    opened.until(lambda: bool(left))

    assert (held, words) == (True, "All work saved")


def test_an_act_that_was_refused_with_nothing_typed_keeps_nobody_from_signing_out(
    opened: OpenedWindow,
) -> None:
    shell = opened.signed_in.shell
    shell.not_saved(KnownError("store.disk-full"))
    left: list[str] = []
    shell.signed_out.connect(lambda: left.append("left"))

    shell.leave()
    opened.until(lambda: bool(left))

    assert not shell.has_unsaved


def test_what_is_typed_and_refused_stays_until_it_is_saved_or_dropped(
    opened: OpenedWindow,
) -> None:
    shell, label = opened.signed_in.shell, opened.signed_in.inside.status.state_label
    shell.show_unsaved(is_unsaved=True)
    shell.not_saved(KnownError("store.disk-full"))
    asked: list[str] = []
    shell.stayed.connect(lambda: asked.append("stayed"))

    shell.leave()
    opened.until(lambda: bool(asked))

    assert opened.message() == sentence("shell.not-saved-stay")
    assert label.text() == "Not saved"


def test_that_the_last_room_of_the_disk_is_used_up_is_said_once(opened: OpenedWindow) -> None:
    shell, at = opened.signed_in.shell, datetime(2026, 3, 14, 14, 5, 12, tzinfo=UTC)
    session = opened.station.sessions[-1]
    assert isinstance(session, SealedSession)
    shell.saved(at)
    before = opened.message()
    session._store.database.is_on_last_room = True

    shell.saved(at)
    first = opened.message()
    shell.say(Message(Tone.SUCCESS, "something else"))
    shell.saved(at)

    assert before != first == sentence("store.on-last-room")
    assert opened.message() == "something else"


def test_the_status_line_names_place_and_person(opened: OpenedWindow) -> None:
    words = opened.shown_words()

    assert "Bedside One · Invented General Hospital" in words
    assert "Nadia Example, RN, nurse manager" in words


def _nothing(_result: None) -> None:
    """Nobody waits for this."""
