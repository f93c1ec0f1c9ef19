"""An answer repaints its own card and what it changed elsewhere, and asks for no new layout."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Coding
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.session import FormSession, ItemKey
from desktop.records.form_record import FormKind
from desktop.services.open_form import open_form
from desktop.views.interview.interview import Interview, begin
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.page_reader import PageReader
from desktop.views.interview.question_card import QuestionCard
from desktop.views.interview.score_reader import ScoreReader
from desktop.views.interview.two_column_text import TwoColumnText
from desktop.views.widgets.focus_ring import install_focus_ring
from tests.forms.form_makers import NOON, Json, choice, code, coding, form, group, when
from tests.services.bench import ROSA, Bench
from tests.support.call_count import calls_made
from tests.support.qt_audit import settle
from tests.views.interview.desk import InterviewDesk, open_desk
from tests.views.interview.form_desk import open_any_form

FOOD = "what-you-need.food"


@dataclass
class Seen(QObject):
    """What was painted, and who was asked for another layout."""

    painted: list[QWidget] = field(default_factory=list)
    laid_out: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """A QObject, so that it can watch the application."""
        super().__init__()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note it."""
        if isinstance(watched, QWidget):
            if event.type() == QEvent.Type.Paint:
                self.painted.append(watched)
            elif event.type() == QEvent.Type.LayoutRequest:
                self.laid_out.append(watched.objectName())
        return super().eventFilter(watched, event)

    def still_there(self) -> list[QWidget]:
        """What was painted and not taken away since."""
        return [widget for widget in self.painted if shiboken6.isValid(widget)]

    def names(self, start: str) -> set[str]:
        """Painted widgets whose name begins with ``start``."""
        found = {widget.objectName() for widget in self.still_there()}
        return {name for name in found if name.startswith(start)}

    def beside(self, *shown: QWidget) -> set[str]:
        """Painted widgets that are none of these, nothing inside them and not around them.

        The ring around the focus lies on the row that was pressed.
        """

        def belongs(widget: QWidget, one: QWidget) -> bool:
            return widget is one or widget.isAncestorOf(one) or one.isAncestorOf(widget)

        return {
            f"{type(widget).__name__} {widget.objectName()}"
            for widget in self.still_there()
            if widget.objectName() != "focus-ring"
            and not any(belongs(widget, one) for one in shown)
        }


@contextmanager
def watching() -> Iterator[Seen]:
    """Everything that is painted until the page is at rest."""
    seen = Seen()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(seen)
    try:
        yield seen
    finally:
        app.removeEventFilter(seen)


def press(desk: InterviewDesk, name: str) -> None:
    """Press with the mouse, until it is saved and painted."""
    desk.bot.mouseClick(desk.find(name), Qt.MouseButton.LeftButton)
    desk.until_saved()
    QCoreApplication.processEvents()


def at_food(qtbot: QtBot, bench: Bench) -> InterviewDesk:
    """The page of needs at rest, with an answer to the second question."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    install_focus_ring(app)
    desk = open_desk(qtbot, bench, at=FOOD)
    press(desk, f"answer-{FOOD}-yes")
    settle(desk.host)
    desk.until(nothing_is_painted)
    return desk


def nothing_is_painted() -> bool:
    """Whether a turn of the event loop went by without a picture: what followed is done."""
    with watching() as seen:
        QCoreApplication.processEvents()
    return seen.painted == []


def test_an_answer_that_changes_nothing_else_repaints_only_its_rows(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = at_food(qtbot, bench)

    with watching() as seen:
        press(desk, f"answer-{FOOD}-no")

    rows = desk.find(f"answer-{FOOD}-yes"), desk.find(f"answer-{FOOD}-no")
    assert seen.names("answer-") >= {row.objectName() for row in rows}
    assert seen.beside(*rows) == set()
    assert seen.laid_out == []


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_a_press_is_painted_once_with_all_that_it_changes(
    qtbot: QtBot, bench: Bench, by: str
) -> None:
    desk = at_food(qtbot, bench)
    row = desk.find(f"answer-{FOOD}-no")
    row.setFocus()
    settle(desk.host)
    what = Qt.MouseButton.LeftButton if by == "mouse" else Qt.Key.Key_Space

    with watching() as down:
        getattr(qtbot, f"{by}Press")(row, what)
        QCoreApplication.processEvents()
    with watching() as let_go:
        getattr(qtbot, f"{by}Release")(row, what)
        at_once = list(let_go.painted)
        QCoreApplication.processEvents()
    desk.until_saved()

    assert down.painted.count(row) == 1
    assert at_once == []
    assert let_go.painted.count(row) == 1
    assert let_go.painted.count(desk.find(f"answer-{FOOD}-yes")) == 1


def test_an_answer_that_was_missing_repaints_its_card_and_what_sums_it_up(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = at_food(qtbot, bench)
    card, name = desk.find("question-what-you-need.rides"), "answer-what-you-need.rides-yes"
    desk.view.page.ensureWidgetVisible(card)
    settle(desk.host)

    with watching() as seen:
        press(desk, name)

    view = desk.view
    assert "interview-ticks" in seen.names("interview-")
    assert seen.beside(card, view.score, view.sections, view.head, view.page) == set()
    assert seen.names("interview-sections-") <= {
        "interview-sections-panel",
        "interview-sections-what-you-need",
    }
    assert {one for one in seen.names("answer-") if "rides" not in one} == set()


def test_a_page_opens_with_its_cards_as_wide_as_they_stay(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths: list[int] = []

    def noting(card: QuestionCard, event: QResizeEvent) -> None:
        if card.key == FOOD:
            widths.append(event.size().width())

    monkeypatch.setattr(QuestionCard, "resizeEvent", noting)
    desk = open_desk(qtbot, bench, at=FOOD)

    assert desk.view.page.verticalScrollBar().isVisible()
    assert set(widths) == {desk.find(f"question-{FOOD}").width()}


def test_another_number_lays_no_question_out_again(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    text = TwoColumnText(host, name="t-text")
    QVBoxLayout(host).addWidget(text)
    text.show_texts("How are you?", number="1")
    with qtbot.waitExposed(host):
        host.show()
    settle(host)

    with watching() as seen:
        text.show_texts("How are you?", number="2")
        QCoreApplication.processEvents()

    assert text.accessibleName() == "2 How are you?"
    assert seen.laid_out == []
    assert text in seen.painted


def test_the_readers_work_as_little_in_a_long_form(bench: Bench) -> None:
    short, long = calls_to_read_after_an_answer(bench, 4), calls_to_read_after_an_answer(bench, 60)

    assert long == short


@pytest.mark.parametrize("at", [3, 115])
def test_a_question_that_appears_touches_no_other_card_wherever_it_is(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    shown: list[str] = []
    resized: list[str] = []
    show_state = QuestionCard.show_state

    def noting_state(card: QuestionCard, state: CardState) -> None:
        shown.append(state.key)
        show_state(card, state)

    monkeypatch.setattr(QuestionCard, "show_state", noting_state)
    monkeypatch.setattr(QuestionCard, "resizeEvent", lambda card, _event: resized.append(card.key))
    desk = open_any_form(qtbot, bench, branching(120))
    desk.view.jump_requested.emit(f"q{at}")
    desk.until_grown()
    shown.clear()
    resized.clear()

    desk.press(f"answer-q{at}-b")
    desk.until_grown()

    assert desk.find(f"head-q{at + 2}").accessibleName().startswith(f"{(at + 1) // 2 + 2} ")
    assert shown == [f"q{at}", f"q{at + 1}"]
    assert set(resized) <= {f"q{at}", f"q{at + 1}"}
    assert len(desk.view.page.question_cards()) < 50


def branching(size: int) -> Questionnaire:
    """One page; each even question shows when the one before it is answered with b."""
    items = [
        choice(f"q{at}", "a", "b", **({} if at % 2 else shown_after(f"q{at - 1}")))
        for at in range(1, size + 1)
    ]
    return form(group("page", *items))


def shown_after(question: str) -> Json:
    """A condition: the question is answered with b."""
    return {"enableWhen": [when(question, "=", answerCoding=coding("b"))]}


def calls_to_read_after_an_answer(bench: Bench, size: int) -> int:
    """What reading the whole screen anew takes beside pages of ``size`` questions."""
    interview = long_interview(bench, size)
    owner = QObject()
    pages, scores = PageReader(interview, "en", owner), ScoreReader(interview, "en", owner)

    def read() -> None:
        pages.sections()
        pages.actions()
        pages.head()
        scores.read()

    read()
    pages.forget(interview.session.answer(ItemKey("here.0"), code("b")).affected)
    return calls_made(read)


def long_interview(bench: Bench, size: int) -> Interview:
    """Ten pages of ``size`` required questions, and one of four where one answers."""
    work = bench.work_as(ROSA)
    opened = open_form(work, bench.new_case(), FormKind.ASSESSMENT)
    pages = [
        group(f"g{at}", *(choice(f"g{at}.{n}", "a", "b", required=True) for n in range(size)))
        for at in range(10)
    ]
    here = group("here", *(choice(f"here.{n}", "a", "b", required=True) for n in range(4)))
    made = form(here, *pages)
    session = FormSession(made, now=lambda: NOON)
    session.answer(ItemKey("here.0"), Coding("a"))
    return begin(replace(opened, questionnaire=made, session=session, position=None), None, "en")
