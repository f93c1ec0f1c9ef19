"""An answer is painted first; what comes and goes with it follows in the next turn of the loop."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.forms.instances import ItemKey
from tests.forms.form_makers import form, group, item, when
from tests.services.bench import Bench
from tests.views.interview.desk import open_desk
from tests.views.interview.form_desk import FormDesk, open_any_form


def two_with_a_third(qtbot: QtBot, bench: Bench) -> FormDesk:
    """Two yes-or-no questions; the first one opens a third."""
    opens = when("a", "=", answerBoolean=True)
    asked = group(
        "page",
        item("a", "boolean"),
        item("b", "boolean"),
        item("c", "string", enableWhen=[opens]),
    )
    return open_any_form(qtbot, bench, form(asked))


def click(desk: FormDesk, name: str) -> None:
    """Press, and let only layouts and the repaint happen."""
    button = desk.find(name)
    assert isinstance(button, QAbstractButton)
    button.click()
    for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest):
        QCoreApplication.sendPostedEvents(None, kind.value)


def said_answered(desk: FormDesk) -> str:
    return desk.view.score.answered.text()


def test_the_press_is_shown_before_what_it_opens_is_made(qtbot: QtBot, bench: Bench) -> None:
    desk = two_with_a_third(qtbot, bench)

    click(desk, "answer-a-true")
    at_once = said_answered(desk), desk.has("answer-c")
    desk.follow()

    assert at_once == ("0 of 2 answered", False)
    qtbot.waitUntil(lambda: desk.has("answer-c"), timeout=5_000)
    assert said_answered(desk) == "1 of 3 answered"
    desk.until_saved()


class Order(QObject):
    """Notes when a button is painted, and when the screen has followed it."""

    def __init__(self, desk: FormDesk, button: QWidget) -> None:
        super().__init__(desk.view)
        self.seen: list[str] = []
        button.installEventFilter(self)
        desk.running.screen.drawn.connect(lambda: self.seen.append("followed"))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note paints, and let everything pass."""
        if event.type() == QEvent.Type.Paint:
            self.seen.append("painted")
        return False


def test_a_running_window_paints_the_press_before_the_rest_follows(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = two_with_a_third(qtbot, bench)
    desk.until_grown()
    button = desk.find("answer-a-true")
    assert isinstance(button, QAbstractButton)
    order = Order(desk, button)

    QTimer.singleShot(0, button, button.click)
    qtbot.waitUntil(lambda: "followed" in order.seen, timeout=5_000)

    assert order.seen[0] == "painted"
    desk.until_saved()


def test_two_presses_in_one_turn_are_summed_up_once(qtbot: QtBot, bench: Bench) -> None:
    desk = two_with_a_third(qtbot, bench)

    click(desk, "answer-b-true")
    click(desk, "answer-a-true")
    drawn: list[str] = []
    desk.running.screen.drawn.connect(lambda: drawn.append("all"))
    desk.follow()

    assert drawn == ["all"]
    assert said_answered(desk) == "2 of 3 answered"
    desk.until_saved()


def test_what_is_taken_back_in_the_same_turn_never_comes(qtbot: QtBot, bench: Bench) -> None:
    desk = two_with_a_third(qtbot, bench)

    click(desk, "answer-a-true")
    click(desk, "answer-a-false")
    desk.follow()

    assert not desk.has("answer-c")
    assert said_answered(desk) == "1 of 2 answered"
    desk.until_saved()


def test_an_alert_is_there_with_the_answer_that_raises_it(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="how-you-are.ending-life")
    desk.press("interview-gate-private")
    button = desk.find("answer-how-you-are.ending-life-yes")
    assert isinstance(button, QAbstractButton)

    button.click()

    assert desk.has("alert-suicide-concern")
    assert desk.view.score.alert.isVisibleTo(desk.view)
    desk.until_saved()


def test_going_on_at_once_comes_to_the_question_that_was_opened(qtbot: QtBot, bench: Bench) -> None:
    desk = two_with_a_third(qtbot, bench)
    click(desk, "answer-b-true")
    click(desk, "answer-a-true")

    desk.running.moving.go_to(ItemKey("c"))

    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "answer-c"
    desk.until_saved()
