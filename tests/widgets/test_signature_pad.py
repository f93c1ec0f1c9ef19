"""The signature pad keeps strokes, tells a slip from a signature, and is never a dead end."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.views.widgets.signature_pad import SignaturePad


@pytest.fixture
def pad(qtbot: QtBot) -> SignaturePad:
    pad = SignaturePad(name="t-sign")
    pad.resize(400, 240)
    qtbot.addWidget(pad)
    pad.show()
    qtbot.waitExposed(pad)
    return pad


def _draw(pad: SignaturePad, length_px: int, top: int = 60) -> None:
    """One level stroke, in steps of a few pixels."""
    left = 40
    QTest.mousePress(
        pad.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(left, top)
    )
    for step in range(0, length_px + 1, max(length_px // 8, 1)):
        QTest.mouseMove(pad.canvas, QPoint(left + step, top))
    end = QPoint(left + length_px, top)
    QTest.mouseRelease(pad.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def test_a_fresh_pad_is_empty(pad: SignaturePad) -> None:
    assert pad.is_empty
    assert pad.strokes() == ()


@pytest.mark.parametrize("length_px", [0, 10, 40])
def test_a_dot_or_a_slip_is_no_signature(pad: SignaturePad, length_px: int) -> None:
    _draw(pad, length_px)

    assert len(pad.strokes()) == 1
    assert pad.is_empty


def test_a_long_stroke_is_a_signature_or_a_mark(pad: SignaturePad) -> None:
    _draw(pad, 120)

    assert not pad.is_empty


def test_a_cross_of_two_short_strokes_is_a_mark(pad: SignaturePad) -> None:
    _draw(pad, 40, top=50)
    _draw(pad, 40, top=70)

    assert not pad.is_empty


def test_points_are_shares_of_the_pad_with_time_and_pressure(pad: SignaturePad) -> None:
    _draw(pad, 200)

    x, y, t_ms, pressure = pad.strokes()[0][0]
    assert (round(x, 2), t_ms) == (round(40 / pad.canvas.width(), 2), 0)
    assert 0.0 < y < 1.0
    assert 0.0 <= pressure <= 1.0
    times = [point[2] for point in pad.strokes()[0]]
    assert times == sorted(times)


def test_undo_takes_one_stroke_and_clear_takes_all(qtbot: QtBot, pad: SignaturePad) -> None:
    _draw(pad, 80, top=40)
    _draw(pad, 80, top=60)
    _draw(pad, 80, top=80)

    qtbot.mouseClick(pad.undo_button, Qt.MouseButton.LeftButton)
    after_undo = len(pad.strokes())
    qtbot.mouseClick(pad.clear_button, Qt.MouseButton.LeftButton)

    assert (after_undo, pad.strokes()) == (2, ())


def test_each_change_is_told(qtbot: QtBot, pad: SignaturePad) -> None:
    with qtbot.waitSignal(pad.strokes_changed):
        _draw(pad, 80)
    with qtbot.waitSignal(pad.strokes_changed):
        qtbot.keyClick(pad.canvas, Qt.Key.Key_Delete)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_leads_to_cannot_sign(qtbot: QtBot, pad: SignaturePad, key: Qt.Key) -> None:
    with qtbot.waitSignal(pad.cannot_sign_requested):
        qtbot.keyClick(pad.canvas, key)


def test_a_signed_pad_takes_no_more(qtbot: QtBot, pad: SignaturePad) -> None:
    _draw(pad, 120)
    strokes = pad.strokes()

    pad.show_signed(strokes, "Signed 2026-03-14 14:21")
    _draw(pad, 120, top=30)
    qtbot.keyClick(pad.canvas, Qt.Key.Key_Delete)

    assert pad.strokes() == strokes
    assert not pad.clear_button.isVisible()
    assert pad.caption_label.text() == "Signed 2026-03-14 14:21"


def test_starting_over_is_empty_again(pad: SignaturePad) -> None:
    pad.show_signed((((0.1, 0.5, 0, 0.5), (0.9, 0.5, 80, 0.5)),), "Signed")

    pad.start_over()

    assert pad.strokes() == ()
    assert pad.clear_button.isVisible()
