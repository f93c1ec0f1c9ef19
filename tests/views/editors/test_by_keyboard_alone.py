"""A form of 25 questions is answered without a mouse: digits, letters, arrows, Tab and Space."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QApplication
from pytestqt.qtbot import QtBot

from desktop.forms.answers import NoAnswer, NoAnswerReason, PartialDate, Quantity, TimeOfDay
from desktop.forms.session import ItemKey
from tests.support.qt_audit import settle
from tests.views.editors.bench import CardBench, control
from tests.views.editors.kinds import HORIZONTAL, LEAST, MOST, K, coded, item, many, options, unit

ASKED = (
    (item("boolean"), "1", (True,)),
    (item("boolean"), "2", (False,)),
    (item("choice", **options("a", "b", "c")), "3", (coded("c"),)),
    (item("choice", HORIZONTAL, **options("a", "b", "c")), "1", (coded("a"),)),
    (item("choice", repeats=True, **options("a", "b", "c")), "13", (coded("a"), coded("c"))),
    (item("choice", control("radio-button"), **many(20)), "9", (coded("option008"),)),
    (item("choice", **options("a", "b")), (K.Key_Down, K.Key_Down), (coded("a"),)),
    (
        item("choice", control("drop-down"), **options("food", "rent")),
        (K.Key_Down, K.Key_Down, K.Key_Down),
        (coded("rent"),),
    ),
    (
        item("choice", control("autocomplete"), **many(300)),
        ("n123", K.Key_Return),
        (coded("option123"),),
    ),
    (
        item("choice", control("autocomplete"), repeats=True, **many(300)),
        ("n01", K.Key_Down, K.Key_Down, K.Key_Return),
        (coded("option011"),),
    ),
    (item("open-choice", **options("food", "rent")), "2", (coded("rent"),)),
    (
        item("open-choice", control("autocomplete"), **options("food")),
        ("A coat", K.Key_Return),
        ("A coat",),
    ),
    (item("integer"), "42", (42,)),
    (item("decimal"), "1,5", (Decimal("1.5"),)),
    (item("decimal", unit("kg")), "70", (Decimal("70"),)),
    (
        item("integer", control("slider"), LEAST, MOST),
        (K.Key_Home, K.Key_Right, K.Key_Right),
        (2,),
    ),
    (item("integer", control("slider"), LEAST, MOST), (K.Key_End,), (10,)),
    (
        item("quantity", unit("kg")),
        "70",
        (Quantity(Decimal(70), "kg", "http://unitsofmeasure.org", "kg"),),
    ),
    (item("date"), "2026-03", (PartialDate("2026-03"),)),
    (item("time"), "1405", (TimeOfDay("14:05:00"),)),
    (item("string"), "two words", ("two words",)),
    (item("text"), "by bus", ("by bus",)),
    (item("url"), "https://one.example", ("https://one.example",)),
    (item("string", repeats=True), "one", ("one",)),
    (item("integer", answerOption=[{"valueInteger": 5}, {"valueInteger": 6}]), "2", (6,)),
)


def form_of(bot: QtBot) -> CardBench:
    bench = CardBench(*({**made, "linkId": f"q{at}"} for at, (made, _, _) in enumerate(ASKED)))
    bot.addWidget(bench.window)
    bench.window.activateWindow()
    bot.waitUntil(bench.window.isActiveWindow)
    return bench


def tab_to(bench: CardBench, key: str) -> None:
    """Presses Tab until the focus is in a question; every question is reached, in order."""
    for _ in range(12):
        if bench.card(key).isAncestorOf(bench.focus()):
            return
        bench.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {key}")


def test_every_question_is_reached_by_tab_and_answered_by_keys(qtbot: QtBot) -> None:
    bench = form_of(qtbot)
    bench.card("q0").focus_first()

    for at, (_, given, _) in enumerate(ASKED):
        tab_to(bench, f"q{at}")
        for part in [given] if isinstance(given, str) else given:
            bench.type(part) if isinstance(part, str) else bench.press(part)
    bench.press(Qt.Key.Key_Tab)

    assert len(ASKED) == 25
    assert [bench.values(f"q{at}") for at in range(25)] == [values for _, _, values in ASKED]


def test_a_reason_for_no_answer_is_given_by_keys_too(qtbot: QtBot) -> None:
    bench = form_of(qtbot)
    bench.window.resize(1_200, bench.window.height())
    settle(bench.window)
    bench.card("q12").set_layout(1_100, is_stacked=False)
    bench.card("q12").focus_first()

    bench.press(Qt.Key.Key_Tab)
    bench.press(Qt.Key.Key_Space)

    assert bench.answer("q12") == NoAnswer(NoAnswerReason.DECLINED)


def test_the_wheel_over_a_scale_that_has_no_focus_changes_nothing(qtbot: QtBot) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    bench = form_of(qtbot)
    bench.card("q0").focus_first()
    slider = bench.window.findChild(QAbstractSlider, "answer-q16")
    assert slider is not None

    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(slider.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, turned)

    assert bench.answer(ItemKey("q16")) == bench.session.state(ItemKey("q16")).answer
    assert bench.values("q16") == ()
