"""An interview screen at work: real services, a navigator that notes what it was asked."""

from collections.abc import Callable
from dataclasses import dataclass, field

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.forms.answers import Answer
from desktop.forms.session import ItemKey
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.services.draft_journal import draft_of_form
from desktop.services.ports import EpisodeRef, JournalRow
from desktop.services.work import Work
from desktop.views.interview.interview_controller import InterviewController
from desktop.views.interview.interview_view import InterviewView
from desktop.views.screen import ScreenContext
from tests.services.bench import ROSA, Bench
from tests.support.noting_navigator import NotingNavigator
from tests.support.qt_audit import settle


@dataclass
class InterviewDesk:
    """One open interview with what a test needs to press and read."""

    bot: QtBot
    bench: Bench
    work: Work
    runner: BackgroundRunner
    navigator: NotingNavigator
    ref: EpisodeRef
    controller: InterviewController
    host: QWidget = field(default_factory=QWidget)

    @property
    def view(self) -> InterviewView:
        """The screen."""
        return self.controller.view

    def find(self, name: str, kind: type[QObject] = QWidget) -> QWidget:
        """The newest shown widget with this objectName."""
        found = [one for one in self.view.findChildren(kind, name) if not one.isHidden()]
        assert found, f"nothing is called {name}"
        assert isinstance(found[-1], QWidget)
        return found[-1]

    def has(self, name: str) -> bool:
        """Whether something with this name is visible."""
        return any(one.isVisibleTo(self.view) for one in self.view.findChildren(QWidget, name))

    def is_checked(self, name: str) -> bool:
        """Whether the row or toggle with this name is chosen."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        return button.isChecked()

    def press(self, name: str) -> None:
        """Press a button by its objectName."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        button.click()
        self.follow()

    def follow(self) -> None:
        """The turn of the event loop in which the rest of the screen follows an answer."""
        QApplication.processEvents()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for it."""
        self.bot.waitUntil(is_so, timeout=5_000)

    def until_saved(self) -> None:
        """Wait until the store has everything."""
        self.until(lambda: self.runner.is_idle and self.controller.unsaved_count == 0)

    def close(self, _host: QWidget | None = None) -> None:
        """Write what is left, stop the worker, and delete the screen here and now.

        Left to the collector, which may run on a worker thread, it would be deleted twice.
        """
        view = self.view
        if shiboken6.isValid(view):
            self.controller.flush()
            self.runner.close()
            shiboken6.delete(view)
        else:
            self.runner.close()

    def rows(self, kind: FormKind = FormKind.ASSESSMENT) -> list[JournalRow]:
        """The journal of the draft."""
        state = draft_of_form(self.work, self.ref, kind)
        assert state is not None
        return list(self.work.session.journal.rows(state.draft))

    def answers(self, kind: FormKind = FormKind.ASSESSMENT) -> dict[str, Answer]:
        """The answers that are durable now."""
        state = draft_of_form(self.work, self.ref, kind)
        assert state is not None
        return dict(state.answers)


def open_desk(
    bot: QtBot,
    bench: Bench,
    *,
    ref: EpisodeRef | None = None,
    kind: FormKind = FormKind.ASSESSMENT,
    at: str | None = None,
    work: Work | None = None,
    language: str = "en",
    size: tuple[int, int] = (1278, 736),
    record_id: RecordId | None = None,
) -> InterviewDesk:
    """Open the form of a new case (or of ``ref``) in a shown window."""
    desk = start_desk(
        bot,
        bench,
        ref=ref,
        kind=kind,
        at=at,
        work=work,
        language=language,
        size=size,
        record_id=record_id,
    )
    desk.until(lambda: desk.runner.is_idle)
    settle(desk.view)
    return desk


def start_desk(
    bot: QtBot,
    bench: Bench,
    *,
    ref: EpisodeRef | None = None,
    kind: FormKind = FormKind.ASSESSMENT,
    at: str | None = None,
    work: Work | None = None,
    language: str = "en",
    size: tuple[int, int] = (1278, 736),
    record_id: RecordId | None = None,
) -> InterviewDesk:
    """As ``open_desk``, while the form is still being read."""
    work = work or bench.work_as(ROSA)
    ref = ref or bench.new_case()
    runner, navigator = BackgroundRunner(), NotingNavigator()
    context = ScreenContext(work, runner, navigator, language)
    controller = InterviewController(context, ref, kind, ItemKey(at) if at else None, record_id)
    desk = InterviewDesk(bot, bench, work, runner, navigator, ref, controller)
    runner.setParent(controller.view)
    desk.host.resize(*size)
    box = QVBoxLayout(desk.host)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(controller.view)
    bot.addWidget(desk.host, before_close_func=desk.close)
    desk.host.show()
    controller.start()
    return desk
