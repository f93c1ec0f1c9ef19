"""An invented form that wants signatures in the real interview: real store, real services."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.forms.session import ItemKey
from desktop.records.form_record import FormKind
from desktop.records.form_signature import FormSignature
from desktop.records.ids import RecordId
from desktop.services.append_to_draft import append_change
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.work import Work
from desktop.views.interview.interview_controller import InterviewController
from desktop.views.interview.interview_view import InterviewView
from desktop.views.interview.signature_panel import SignaturePanel
from desktop.views.screen import ScreenContext
from desktop.views.widgets.line_field import LineField
from tests.services.bench import ROSA, Bench
from tests.services.loaded_forms import offer
from tests.support.noting_navigator import NotingNavigator
from tests.support.qt_audit import settle
from tests.support.signed_forms import rides_form


@dataclass
class SigningDesk:
    """One open form with what a test needs to press and read."""

    bot: QtBot
    work: Work
    ref: EpisodeRef
    record_id: RecordId
    runner: BackgroundRunner
    navigator: NotingNavigator
    controller: InterviewController
    host: QWidget

    @property
    def view(self) -> InterviewView:
        """The screen."""
        return self.controller.view

    def find(self, name: str) -> QWidget:
        """The shown widget with this objectName."""
        found = [one for one in self.view.findChildren(QWidget, name) if not one.isHidden()]
        assert found, f"nothing is called {name}"
        return found[-1]

    def sees(self, name: str) -> bool:
        """Whether something with this name is visible."""
        return any(one.isVisibleTo(self.view) for one in self.view.findChildren(QWidget, name))

    def panel(self, name: str) -> SignaturePanel:
        """A signature panel."""
        panel = self.find(name)
        assert isinstance(panel, SignaturePanel)
        return panel

    def press(self, name: str) -> None:
        """Press a button or an option."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        button.click()
        self.follow()
        settle(self.view)

    def follow(self) -> None:
        """The turn of the event loop in which the rest of the screen follows an answer."""
        QApplication.processEvents()

    def type(self, name: str, text: str) -> None:
        """Type into a field."""
        field = self.find(name)
        assert isinstance(field, LineField)
        field.setFocus()
        QTest.keyClicks(field, text)

    def draw(self, name: str) -> None:
        """One stroke on a pad with the mouse."""
        canvas = self.panel(name).pad.canvas
        width, height = canvas.width(), canvas.height()
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(canvas, left, pos=QPoint(width // 5, height // 2))
        for part in (2, 3, 4):
            QTest.mouseMove(canvas, QPoint(width * part // 5, height // (part % 2 + 2)))
        QTest.mouseRelease(canvas, left, pos=QPoint(width * 4 // 5, height // 2))
        settle(self.view)

    def sign(self, name: str, printed_name: str) -> None:
        """Draw, write the name and keep."""
        self.draw(name)
        self.type(f"{name}-name", printed_name)
        self.press(f"{name}-keep")
        self.until_saved()

    def kept(self) -> tuple[FormSignature, ...]:
        """The signatures that stand in the store now."""
        self.until_saved()
        return open_form(self.work, self.ref, FormKind.LOADED, self.record_id).signatures

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for it."""
        self.bot.waitUntil(is_so, timeout=5_000)

    def until_saved(self) -> None:
        """Wait until the store has everything."""
        self.until(lambda: self.runner.is_idle and self.controller.unsaved_count == 0)

    def close(self, _host: QWidget | None = None) -> None:
        """Write what is left, stop the worker, and delete the screen here and now."""
        view = self.view
        if shiboken6.isValid(view):
            self.controller.flush()
            self.runner.close()
            shiboken6.delete(view)
        else:
            self.runner.close()


def open_signing(
    bot: QtBot,
    bench: Bench,
    *,
    at: str,
    form: dict[str, Any] | None = None,
    ref: EpisodeRef | None = None,
    record_id: RecordId | None = None,
    language: str = "en",
    size: tuple[int, int] = (1278, 736),
) -> SigningDesk:
    """Open the form, with rides wanted, at one question; or a draft that is there."""
    work = bench.work_as(ROSA)
    ref = ref or bench.new_case()
    if record_id is None:
        loaded = offer(bench, form or rides_form())
        begun = start_loaded_form(work, ref, loaded.content_hash)
        change = begun.session.answer(ItemKey("wanted"), True)
        append_change(work, begun.draft, change.entries)
        record_id = begun.draft.record_id
    runner, navigator, host = BackgroundRunner(), NotingNavigator(), QWidget()
    context = ScreenContext(work, runner, navigator, language)
    controller = InterviewController(context, ref, FormKind.LOADED, ItemKey(at), record_id)
    desk = SigningDesk(bot, work, ref, record_id, runner, navigator, controller, host)
    runner.setParent(controller.view)
    host.resize(*size)
    box = QVBoxLayout(host)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(controller.view)
    bot.addWidget(host, before_close_func=desk.close)
    with bot.waitActive(host):
        host.show()
    controller.start()
    desk.until(lambda: runner.is_idle)
    settle(controller.view)
    return desk
