"""The review desk at work: real services, a navigator that notes what it was asked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.forms.session import ItemKey
from desktop.records.episode import CaseSource
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.records.kinds import VISIT
from desktop.records.visit import Comment, Visit
from desktop.services.add_case import NewCase, add_case
from desktop.services.comment_answer import comment_answer
from desktop.services.complete_form import complete_form
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef
from desktop.services.submit_visit import submit_visit
from desktop.services.work import Work
from desktop.views.review.answer_card import AnswerCard
from desktop.views.review.review_controller import ReviewController
from desktop.views.review.review_view import ReviewView
from desktop.views.screen import ScreenContext
from desktop.views.widgets.list_row import ListRow
from tests.services.bench import NADIA, ROSA, Bench, confirmed
from tests.services.filling import SAFE_HERE, completed, say
from tests.support.noting_navigator import NotingNavigator

PATIENCE_MS = 10_000
FULL_SIZE = (1278, 736)
COMMENT = "Since when?"


def new_case(bench: Bench, alias: str, name: str = ROSA) -> EpisodeRef:
    """A case with a chosen alias."""
    new = NewCase("ED 7", CaseSource.TRAUMA_PAGE, bench.clock.now(), "en", 19, alias)
    return add_case(bench.work_as(name), new).ref


@dataclass(frozen=True, slots=True)
class Sent:
    """A visit that went to review, and whose it is."""

    ref: EpisodeRef
    visit_id: RecordId
    form_id: RecordId


def submitted(bench: Bench, alias: str, name: str = ROSA, **said: str) -> Sent:
    """An assessment of a new case, complete and sent to review."""
    ref = new_case(bench, alias, name)
    completed(bench.work_as(name), ref, **said)
    visit = submit_visit(bench.work_as(name), ref)
    return Sent(ref, visit.visit_id, visit.forms[0].form_id)


def with_flag(bench: Bench, alias: str, name: str = ROSA) -> Sent:
    """As ``submitted``, with an answer that raised an alert (and a clinician who was told)."""
    return submitted(bench, alias, name, **{SAFE_HERE: "no"})


def with_open_alert(bench: Bench, alias: str) -> EpisodeRef:
    """A draft with an alert that nobody was told about."""
    work, ref = bench.work_as(ROSA), new_case(bench, alias)
    say(work, open_form(work, ref, FormKind.ASSESSMENT), SAFE_HERE, "no")
    return ref


def commented(bench: Bench, sent: Sent, key: str, text: str = COMMENT) -> Comment:
    """A reviewer's comment on one answer."""
    work = bench.work_as(NADIA)
    visit = comment_answer(work, sent.ref, sent.visit_id, sent.form_id, key, text)
    return visit.comments[-1]


def corrected(bench: Bench, sent: Sent, key: str, code: str) -> None:
    """The author changes one answer of a returned visit and sends it again."""
    work = bench.work_as(ROSA)
    form = open_form(work, sent.ref, FormKind.ASSESSMENT)
    say(work, form, key, code)
    complete_form(work, form.draft)
    submit_visit(work, sent.ref)


@dataclass
class ReviewDeskAtWork:
    """An open review desk with what a test needs to press and read."""

    bot: QtBot
    bench: Bench
    work: Work
    runner: BackgroundRunner
    navigator: NotingNavigator
    controller: ReviewController

    @property
    def view(self) -> ReviewView:
        """The screen."""
        view = self.controller.view
        assert isinstance(view, ReviewView)
        return view

    def until_idle(self) -> None:
        """Wait until no work is queued or running."""
        self.bot.waitUntil(lambda: self.runner.is_idle, timeout=PATIENCE_MS)

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for it."""
        self.bot.waitUntil(is_so, timeout=PATIENCE_MS)

    def rows(self) -> list[str]:
        """The aliases of the queue from the top."""
        return [row.item.title for row in self.queue_rows()]

    def queue_rows(self) -> tuple[ListRow, ...]:
        """The rows of the queue."""
        return self.view.queue.queue.rows()

    def chips_of(self, alias: str) -> list[str]:
        """What the chips of a row say."""
        row = next(row for row in self.queue_rows() if row.item.title == alias)
        return [chip.text for chip in row.item.chips]

    def open(self, alias: str) -> None:
        """Press a row of the queue."""
        row = next(row for row in self.queue_rows() if row.item.title == alias)
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        self.until_idle()

    def card(self, key: str) -> AnswerCard:
        """The answer card of a question."""
        return next(card for card in self.view.visit.cards if card.line.item_key == key)

    def shown_keys(self) -> list[ItemKey]:
        """The questions that are listed."""
        return [card.line.item_key for card in self.view.visit.cards]

    def press(self, name: str) -> None:
        """Press a button by its objectName."""
        found = self.find(name)
        assert isinstance(found, QAbstractButton)
        assert found.isEnabled(), found.accessibleDescription()
        found.click()
        self.until_idle()

    def find(self, name: str) -> QWidget:
        """The visible widget of this objectName."""
        found = [w for w in self.view.findChildren(QWidget, name) if w.isVisible()]
        assert found, f"nothing visible is called {name}"
        return found[-1]

    def sees(self, name: str) -> bool:
        """Whether something of this objectName is visible."""
        return any(w.isVisible() for w in self.view.findChildren(QWidget, name))

    def write(self, name: str, text: str) -> None:
        """Type into a field."""
        field = self.find(name)
        field.setFocus()
        QTest.keyClicks(field, text)

    def words(self, inside: QWidget | None = None) -> str:
        """Every visible text."""
        labels: Iterable[QLabel] = (inside or self.view).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def stored(self, sent: Sent) -> Visit:
        """The visit as the store has it now."""
        return self.work.session.records.load(VISIT, sent.visit_id).value


def open_review(
    bot: QtBot,
    bench: Bench,
    name: str = NADIA,
    *,
    visit_id: RecordId | None = None,
    size: tuple[int, int] = FULL_SIZE,
    language: str = "en",
) -> ReviewDeskAtWork:
    """Open the review desk as ``name`` in a shown window."""
    work, runner, navigator = confirmed(bench.work_as(name)), BackgroundRunner(), NotingNavigator()
    controller = ReviewController(ScreenContext(work, runner, navigator, language), visit_id)
    desk = ReviewDeskAtWork(bot, bench, work, runner, navigator, controller)
    bot.addWidget(controller.view)
    controller.view.resize(*size)
    controller.view.show()
    controller.start()
    desk.until_idle()
    return desk
