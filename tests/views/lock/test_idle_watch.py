"""The idle watch: when it covers, warns and locks, and what calls it off."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.lock.idle_watch import ABSOLUTE_S, TRY_LOCK_AGAIN_S, IdleWatch, Near
from tests.support.fake_clock import FakeClock

COVER_S, LOCK_S = 300, 900


class Ear(QObject):
    """Writes down what the watch says."""

    def __init__(self, watch: IdleWatch) -> None:
        super().__init__(watch)
        self.heard: list[str] = []
        watch.cover_due.connect(self._cover)
        watch.near.connect(self._near)
        watch.clock_ran_back.connect(self._back)
        watch.lock_due.connect(self._lock)
        watch.hands_seen.connect(self._hands)

    def _cover(self) -> None:
        self.heard.append("cover")

    def _near(self, near: Near, seconds: int) -> None:
        self.heard.append(f"{near.value} near {seconds}")

    def _back(self, seconds: int) -> None:
        self.heard.append(f"back {seconds}")

    def _lock(self) -> None:
        self.heard.append("lock")

    def _hands(self) -> None:
        self.heard.append("hands")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def watch(qapp: QApplication, clock: FakeClock) -> Iterator[IdleWatch]:
    """A running watch: 5 minutes to the cover, 15 to the lock."""
    watch = IdleWatch(clock, COVER_S, LOCK_S, qapp)
    watch.start()
    yield watch
    watch.stop()
    watch.deleteLater()


@pytest.fixture
def ear(watch: IdleWatch) -> Ear:
    return Ear(watch)


@pytest.fixture
def target(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def press(target: QWidget) -> None:
    """A key, as it comes to a window."""
    no_modifier = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, no_modifier)
    QApplication.sendEvent(target.windowHandle(), event)


def work(clock: FakeClock, target: QWidget, seconds: int) -> None:
    """Time goes by with a key every four minutes."""
    for _four_minutes in range(seconds // 240):
        clock.advance(240)
        press(target)
    clock.advance(seconds % 240)
    press(target)


def move(target: QWidget) -> None:
    """The pointer, as it comes to a window."""
    none = Qt.MouseButton.NoButton
    here, keys = QPointF(1, 1), Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, here, here, none, none, keys)
    QApplication.sendEvent(target.windowHandle(), event)


@pytest.mark.parametrize(
    ("idle_s", "said"),
    [
        (239, []),
        (240, ["cover near 60"]),
        (299, ["cover near 1"]),
        (300, ["cover"]),
    ],
)
def test_the_cover_is_due_at_five_minutes_and_not_before(
    watch: IdleWatch, ear: Ear, clock: FakeClock, idle_s: float, said: list[str]
) -> None:
    clock.advance(idle_s)

    watch.look()

    assert ear.heard == said


@pytest.mark.parametrize(
    ("idle_s", "said"),
    [
        (839, []),
        (840, ["lock near 60"]),
        (899, ["lock near 1"]),
        (900, ["lock"]),
        (5_000, ["lock"]),
    ],
)
def test_under_the_cover_the_last_minute_is_counted_and_then_it_locks(
    watch: IdleWatch, ear: Ear, clock: FakeClock, idle_s: float, said: list[str]
) -> None:
    watch.set_covered(True)
    clock.advance(idle_s)

    watch.look()

    assert ear.heard == said


def test_a_lock_is_said_once(watch: IdleWatch, ear: Ear, clock: FakeClock) -> None:
    clock.advance(LOCK_S)

    watch.look()
    clock.advance(10)

    assert ear.heard == ["lock"]


@pytest.mark.parametrize("hands", [press, move])
def test_hands_begin_the_time_again(
    watch: IdleWatch, ear: Ear, clock: FakeClock, target: QWidget, hands: object
) -> None:
    assert callable(hands)
    clock.advance(COVER_S - 1)
    hands(target)
    clock.advance(COVER_S - 1)

    watch.look()

    assert ear.heard == ["cover near 1"]


def test_hands_call_a_near_lock_off_once(
    clock: FakeClock, qapp: QApplication, target: QWidget
) -> None:
    watch = IdleWatch(clock, LOCK_S, LOCK_S, qapp)
    ear = Ear(watch)
    watch.start()
    clock.advance(LOCK_S - 30)
    watch.look()

    press(target)
    press(target)
    watch.look()

    assert ear.heard == ["lock near 30", "hands"]
    watch.stop()
    watch.deleteLater()
    target.deleteLater()


def test_under_the_cover_hands_do_not_count(
    watch: IdleWatch, ear: Ear, clock: FakeClock, target: QWidget
) -> None:
    watch.set_covered(True)
    clock.advance(LOCK_S - 1)
    press(target)
    clock.advance(1)

    watch.look()

    assert ear.heard == ["lock"]


def test_the_hand_that_wakes_a_sleeping_computer_does_not_keep_it_open(
    watch: IdleWatch, ear: Ear, clock: FakeClock, target: QWidget
) -> None:
    clock.advance(COVER_S)
    press(target)
    clock.advance(LOCK_S - COVER_S)
    press(target)

    assert ear.heard == ["cover", "lock"]


def test_a_lock_that_was_held_up_is_due_again_a_minute_later(
    watch: IdleWatch, ear: Ear, clock: FakeClock
) -> None:
    clock.advance(LOCK_S)
    watch.look()

    watch.wait_to_lock()
    clock.advance(TRY_LOCK_AGAIN_S - 1)
    watch.look()
    assert ear.heard == ["lock"]
    clock.advance(1)
    watch.look()

    assert ear.heard == ["lock", "lock"]


def test_a_lock_that_was_held_up_does_not_begin_the_twelve_hours_again(
    watch: IdleWatch, ear: Ear, clock: FakeClock
) -> None:
    clock.advance(ABSOLUTE_S)
    watch.look()
    watch.wait_to_lock()
    watch.set_covered(False)
    clock.advance(TRY_LOCK_AGAIN_S)

    watch.look()

    assert ear.heard == ["lock", "lock"]


def test_leaving_the_cover_begins_the_time_again_and_calls_a_near_lock_off(
    watch: IdleWatch, ear: Ear, clock: FakeClock
) -> None:
    watch.set_covered(True)
    clock.advance(LOCK_S - 30)
    watch.look()

    watch.set_covered(False)
    watch.look()

    assert ear.heard == ["lock near 30", "hands"]


@pytest.mark.parametrize("hours", [-48, 48])
def test_a_jump_of_the_wall_clock_changes_nothing(
    watch: IdleWatch, ear: Ear, clock: FakeClock, hours: int
) -> None:
    clock.advance(COVER_S - 1)
    clock.set_wall(clock.now() + timedelta(hours=hours))

    watch.look()
    quiet = list(ear.heard)
    clock.advance(1)
    watch.look()

    assert [said for said in quiet if not said.startswith("back")] == ["cover near 1"]
    assert ear.heard[-1] == "cover"


def test_a_session_in_steady_use_ends_after_twelve_hours(
    watch: IdleWatch, ear: Ear, clock: FakeClock, target: QWidget
) -> None:
    while clock.monotonic() < 1_000 + ABSOLUTE_S - 120:
        clock.advance(120)
        press(target)
    watch.look()
    clock.advance(120)
    press(target)
    watch.look()

    assert ear.heard == ["lock"]


def test_hands_do_not_call_off_the_end_of_the_twelve_hours(
    watch: IdleWatch, ear: Ear, clock: FakeClock, target: QWidget
) -> None:
    work(clock, target, ABSOLUTE_S - 30)
    watch.look()

    press(target)
    watch.look()

    assert ear.heard == ["end near 30", "end near 30"]


def test_a_stopped_watch_hears_no_hands(
    watch: IdleWatch, ear: Ear, clock: FakeClock, target: QWidget
) -> None:
    watch.set_covered(True)
    clock.advance(LOCK_S - 30)
    watch.look()
    watch.set_covered(False)
    watch.stop()
    clock.advance(10)

    press(target)

    assert ear.heard == ["lock near 30", "hands"]


def test_stay_is_the_same_as_hands(watch: IdleWatch, ear: Ear, clock: FakeClock) -> None:
    clock.advance(COVER_S - 30)
    watch.look()

    watch.stay()
    clock.advance(30)
    watch.look()

    assert ear.heard == ["cover near 30", "hands"]


def test_the_password_again_begins_the_twelve_hours_anew(
    watch: IdleWatch, ear: Ear, clock: FakeClock, target: QWidget
) -> None:
    work(clock, target, ABSOLUTE_S - 30)
    watch.look()

    watch.begin_again()
    clock.advance(60)
    press(target)
    watch.look()

    assert ear.heard == ["end near 30", "hands"]


@pytest.mark.parametrize(
    ("set_back_s", "said"), [(2, []), (3, ["back 3"]), (90_000, ["back 90000"])]
)
def test_a_wall_clock_that_runs_backwards_is_said_once(
    watch: IdleWatch, ear: Ear, clock: FakeClock, set_back_s: int, said: list[str]
) -> None:
    watch.look()
    clock.set_wall(clock.now() - timedelta(seconds=set_back_s))

    watch.look()
    clock.advance(1)
    watch.look()

    assert ear.heard == said


def test_other_limits_count_at_once(watch: IdleWatch, ear: Ear, clock: FakeClock) -> None:
    watch.set_limits(120, 300)
    clock.advance(120)

    watch.look()

    assert ear.heard == ["cover"]
