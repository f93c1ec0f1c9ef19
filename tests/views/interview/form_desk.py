"""Any form in the real interview page: real services, the draft of a new case."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.forms.answers import Answer
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.session import FormSession, ItemKey
from desktop.records.form_record import FormKind
from desktop.services.draft_journal import draft_of_form
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work
from desktop.views.interview.interview_controller import Running
from desktop.views.interview.interview_view import InterviewView
from desktop.views.interview.local_time import local_now
from desktop.views.interview.opening import open_interview
from desktop.views.screen import ScreenContext
from tests.forms.form_makers import NOON
from tests.services.bench import ROSA, Bench
from tests.support.noting_navigator import NotingNavigator
from tests.support.qt_audit import settle


@dataclass
class FormDesk:
    """One form being filled, with what a test needs to press and read."""

    bot: QtBot
    work: Work
    ref: EpisodeRef
    runner: BackgroundRunner
    navigator: NotingNavigator
    view: InterviewView
    running: Running
    host: QWidget

    @property
    def session(self) -> FormSession:
        """The answers."""
        return self.running.interview.session

    def find(self, name: str, kind: type[QObject] = QWidget) -> QWidget:
        """The newest shown widget with this objectName."""
        found = [one for one in self.view.findChildren(kind, name) if not one.isHidden()]
        assert found, f"nothing is called {name}"
        assert isinstance(found[-1], QWidget)
        return found[-1]

    def has(self, name: str) -> bool:
        """Whether something with this name is visible."""
        return any(one.isVisibleTo(self.view) for one in self.view.findChildren(QWidget, name))

    def press(self, name: str) -> None:
        """Press a button by its objectName."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        button.click()
        self.follow()
        settle(self.view)

    def follow(self) -> None:
        """The turn of the event loop in which the rest of the screen follows an answer."""
        QApplication.processEvents()

    def until_grown(self) -> None:
        """Wait until nothing more of the page is made before somebody scrolls."""
        waiting = self.view.page.growth.findChildren(QTimer)
        self.bot.waitUntil(lambda: not any(timer.isActive() for timer in waiting))
        settle(self.view)

    def until_saved(self) -> None:
        """Wait until the store has everything."""
        self.bot.waitUntil(
            lambda: self.runner.is_idle and self.running.saving.unsaved_count == 0, timeout=5_000
        )

    def stored(self) -> Mapping[str, Answer]:
        """The answers that are durable now."""
        state = draft_of_form(self.work, self.ref, FormKind.ASSESSMENT)
        assert state is not None
        return dict(state.answers)

    def close(self, _host: QWidget | None = None) -> None:
        """Write what is left, stop the worker, and delete the screen here and now."""
        view = self.view
        view.flush()
        self.running.saving.flush()
        self.runner.close()
        shiboken6.delete(view)


def open_any_form(
    bot: QtBot,
    bench: Bench,
    form: Questionnaire,
    *,
    session: FormSession | None = None,
    at: str | None = None,
    language: str = "en",
    interface: str = "en",
    size: tuple[int, int] = (1278, 736),
) -> FormDesk:
    """Open ``form`` in a shown window; it stands in for the assessment of a new case."""
    work = bench.work_as(ROSA)
    ref = bench.new_case(language=language)
    opened = open_interview(work, ref, FormKind.ASSESSMENT)
    session = session or FormSession(form, now=lambda: NOON)
    asked = replace(opened.form, questionnaire=form, session=session, position=None)
    runner, navigator = BackgroundRunner(), NotingNavigator()
    view = InterviewView(lambda: local_now(work.clock))
    runner.setParent(view)
    host = QWidget()
    host.resize(*size)
    box = QVBoxLayout(host)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(view)
    context = ScreenContext(work, runner, navigator, interface)
    place = ItemKey(at) if at else None
    running = Running(context, view, replace(opened, form=asked), place)
    desk = FormDesk(bot, work, ref, runner, navigator, view, running, host)
    bot.addWidget(host, before_close_func=desk.close)
    with bot.waitActive(host):
        host.show()
    running.begin()
    settle(view)
    return desk
