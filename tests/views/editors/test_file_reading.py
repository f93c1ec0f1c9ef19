"""Reading a chosen file: beside the GUI thread, with progress, cancelled by hand or by leaving."""

import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.background.progress import Progress, Step, WorkCancelled
from desktop.background.runner import abandon
from desktop.forms.form_parts import Limits
from desktop.views.editors.attachment_file import (
    MOST_BYTES,
    SLICE,
    Refused,
    Taken,
    read_file,
)
from desktop.views.editors.file_reading import FileReading


class SlowShare:
    """A share that gives a quarter of the file and then takes its time."""

    def __init__(self) -> None:
        self.goes_on = threading.Event()
        self.thread = ""

    def read(self, path: str, limits: Limits, progress: Progress) -> Taken | Refused:
        """As ``read_file``, with the wait before it."""
        self.thread = threading.current_thread().name
        progress.report(Step(1, 4))
        self.goes_on.wait()
        return read_file(path, limits, progress)


def reading(bot: QtBot, share: SlowShare) -> tuple[FileReading, list[object]]:
    widget = FileReading(name="reading", read=share.read)
    bot.addWidget(widget)
    found: list[object] = []
    widget.found.connect(found.append)
    return widget, found


def workers() -> list[str]:
    return [one.name for one in threading.enumerate() if one.name.startswith("firstlight-files")]


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A text of three slices."""
    file = tmp_path / "large.txt"
    file.write_bytes(b"a" * (3 * SLICE))
    return str(file)


def test_what_takes_its_time_says_how_far_it_is(qtbot: QtBot, path: str) -> None:
    share = SlowShare()
    widget, found = reading(qtbot, share)

    widget.start(path, Limits())
    qtbot.waitUntil(widget.isVisible)
    qtbot.waitUntil(lambda: widget.words.text() == "Reading the file: 25 %")
    share.goes_on.set()
    qtbot.waitUntil(lambda: bool(found))

    assert share.thread != threading.main_thread().name
    assert isinstance(found[0], Taken)
    assert not widget.isVisible()
    assert workers() == []


def test_cancel_by_keyboard_takes_nothing(qtbot: QtBot, path: str) -> None:
    share = SlowShare()
    widget, found = reading(qtbot, share)
    widget.start(path, Limits())
    qtbot.waitUntil(widget.isVisible)
    widget.stop.setFocus()
    share.goes_on.set()

    with qtbot.waitSignal(widget.stopped):
        QTest.keyClick(widget.stop, Qt.Key.Key_Space)

    assert not widget.is_running
    assert not widget.isVisible()
    assert found == []
    assert workers() == []


def test_a_page_that_goes_takes_its_reading_with_it(qtbot: QtBot, path: str) -> None:
    share = SlowShare()
    widget = FileReading(name="reading", read=share.read)
    found: list[object] = []
    widget.found.connect(found.append)
    widget.start(path, Limits())
    share.goes_on.set()

    abandon(widget)
    qtbot.waitUntil(lambda: not shiboken6.isValid(widget))

    assert found == []
    assert workers() == []


def test_a_second_file_takes_the_place_of_the_first(
    qtbot: QtBot, path: str, tmp_path: Path
) -> None:
    share = SlowShare()
    share.goes_on.set()
    widget, found = reading(qtbot, share)
    other = tmp_path / "other.txt"
    other.write_text("words")

    widget.start(path, Limits())
    with qtbot.waitSignal(widget.found):
        widget.start(str(other), Limits())

    [taken] = found
    assert isinstance(taken, Taken)
    assert taken.attachment.title == "other.txt"


class Cancelled(Progress):
    """Asked to stop after the first slice."""

    def report(self, step: Step) -> None:
        """Stop here."""
        self.cancel()
        super().report(step)


def test_reading_stops_between_two_slices(path: str) -> None:
    with pytest.raises(WorkCancelled):
        read_file(path, Limits(), Cancelled())


def test_size_is_looked_at_before_anything_is_read(tmp_path: Path) -> None:
    """A file of holes: were it read, it would be refused for what is in it."""
    file = tmp_path / "huge.png"
    with file.open("wb") as made:
        made.truncate(MOST_BYTES * 1_000)

    assert read_file(str(file), Limits(), Progress()) == Refused("size")


def test_what_is_no_plain_file_is_never_opened(tmp_path: Path) -> None:
    assert read_file(str(tmp_path), Limits(), Progress()) == Refused("unreadable")
    assert read_file(str(tmp_path / "none"), Limits(), Progress()) == Refused("unreadable")
    assert read_file("/dev/zero", Limits(), Progress()) == Refused("unreadable")


def test_every_byte_of_a_document_is_kept_as_it_is(tmp_path: Path) -> None:
    """Photos lose what their camera wrote, and their card says so."""
    import base64
    import os

    data = b"%PDF-1.7" + os.urandom(2 * SLICE + 7)
    file = tmp_path / "paper.pdf"
    file.write_bytes(data)

    taken = read_file(str(file), Limits(), Progress())

    assert isinstance(taken, Taken)
    assert base64.b64decode(taken.attachment.data) == data
    assert taken.attachment.content_type == "application/pdf"


def test_an_empty_file_and_one_of_no_known_kind_are_refused(tmp_path: Path) -> None:
    empty, unknown = tmp_path / "a.txt", tmp_path / "b.exe"
    empty.touch()
    unknown.write_bytes(b"MZ\x90\x00" + bytes(60))

    assert read_file(str(empty), Limits(), Progress()) == Refused("empty")
    assert read_file(str(unknown), Limits(), Progress()) == Refused("unknown")
