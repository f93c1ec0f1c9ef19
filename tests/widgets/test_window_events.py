"""One filter at the windows: what is asked for arrives, events of widgets cost no call."""

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import BugError
from desktop.views.widgets.window_events import WindowEvents, window_events

ASKED = QEvent.Type(QEvent.registerEventType())
OTHER = QEvent.Type(QEvent.registerEventType())


class Listener(QObject):
    """Writes down what it is handed; keeps it when told to."""

    def __init__(self, parent: QObject | None = None, *, keeps: bool = False) -> None:
        super().__init__(parent)
        # No windows: a wrapper that is kept longer than its window makes PySide crash later.
        self.heard: list[tuple[str, QEvent.Type]] = []
        self.keeps = keeps

    def handle(self, watched: QObject, event: QEvent) -> bool:
        """Listen."""
        self.heard.append((watched.objectName(), event.type()))
        return self.keeps


class Target(QWindow):
    """Counts what reaches it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("target")
        self.reached: list[QEvent.Type] = []

    def event(self, event: QEvent) -> bool:
        """Count."""
        self.reached.append(event.type())
        return super().event(event)


class Opening(QWidget):
    """Opens a list that takes no focus, as menus do on some desktops, when it is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.list = QWidget(self, Qt.WindowType.ToolTip)
        self.list.setObjectName("list")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open."""
        super().mousePressEvent(event)
        self.list.show()


class CountedEvents(WindowEvents):
    """Counts the calls that cross into Python."""

    calls = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        self.calls += 1
        return super().eventFilter(watched, event)


@pytest.fixture
def target(qapp: QApplication) -> Iterator[Target]:
    target = Target()
    yield target
    shiboken6.delete(target)


@pytest.fixture
def owner() -> Iterator[QObject]:
    """The parent of what listens; nothing listens after the test."""
    owner = QObject()
    yield owner
    shiboken6.delete(owner)


@pytest.fixture
def events(qapp: QApplication) -> WindowEvents:
    return window_events()


def _send(target: QObject, *kinds: QEvent.Type) -> None:
    for kind in kinds:
        QCoreApplication.sendEvent(target, QEvent(kind))


def test_what_is_asked_for_arrives_and_goes_on_to_its_target(
    events: WindowEvents, target: Target, owner: QObject, qapp: QApplication
) -> None:
    listener = Listener(owner)
    events.listen(listener.handle, (ASKED,))

    _send(target, ASKED)

    assert listener.heard == [("target", ASKED)]
    assert target.reached.count(ASKED) == 1


def test_a_type_that_nobody_asked_for_calls_no_listener(
    events: WindowEvents, target: Target, owner: QObject
) -> None:
    listener = Listener(owner)
    events.listen(listener.handle, (ASKED,))

    _send(target, OTHER, OTHER)

    assert listener.heard == []
    assert target.reached.count(OTHER) == 2


def test_while_nobody_asks_for_anything_no_event_crosses_into_python(
    target: Target, owner: QObject, qapp: QApplication
) -> None:
    events = CountedEvents(qapp)
    listener = Listener(owner)
    _send(target, OTHER)
    before = events.calls
    events.listen(listener.handle, (ASKED,))
    _send(target, OTHER)
    during = events.calls

    events.stop(listener.handle)
    _send(target, OTHER, ASKED)

    assert (before, during > 0, events.calls - during) == (0, True, 0)
    shiboken6.delete(events)


def test_a_listener_may_outlive_the_application_events(
    target: Target, owner: QObject, qapp: QApplication
) -> None:
    events = WindowEvents(qapp)
    listener = Listener(owner)
    events.listen(listener.handle, (ASKED,))

    shiboken6.delete(events)
    shiboken6.delete(listener)
    _send(target, ASKED)

    assert listener.heard == []


def test_what_happens_to_widgets_does_not_cross_into_python(
    qapp: QApplication, owner: QObject, qtbot: QtBot
) -> None:
    events = CountedEvents(qapp)
    events.listen(Listener(owner).handle, (ASKED, QEvent.Type.KeyPress))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    before = events.calls

    for _ in range(20):
        QWidget(window).setObjectName("made")

    assert events.calls == before
    shiboken6.delete(events)


def test_a_window_that_came_later_is_heard_from_its_first_focus_on(
    events: WindowEvents, owner: QObject, qtbot: QtBot
) -> None:
    listener = Listener(owner)
    events.listen(listener.handle, (QEvent.Type.KeyPress,))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)

    assert [kind for _, kind in listener.heard] == [QEvent.Type.KeyPress]


def test_hands_in_a_list_that_a_press_opened_are_heard(
    events: WindowEvents, owner: QObject, qtbot: QtBot
) -> None:
    listener = Listener(owner)
    events.listen(listener.handle, (QEvent.Type.MouseMove,))
    window = Opening()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)

    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.list.isVisible)

    def heard() -> bool:
        none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        here = QPointF(2, 2)
        moved = QMouseEvent(QEvent.Type.MouseMove, here, here, none, none, keys)
        QApplication.sendEvent(window.list.windowHandle(), moved)
        return ("listWindow", QEvent.Type.MouseMove) in listener.heard

    qtbot.waitUntil(heard)
    window.list.close()


def test_two_listeners_cost_one_crossing(
    target: Target, owner: QObject, qapp: QApplication
) -> None:
    events = CountedEvents(qapp)
    first, second = Listener(owner), Listener(owner)
    events.listen(first.handle, (ASKED,))
    events.listen(second.handle, (ASKED, OTHER))
    before = events.calls

    _send(target, ASKED)

    assert (len(first.heard), len(second.heard), events.calls - before) == (1, 1, 1)
    shiboken6.delete(events)


def test_a_listener_can_keep_an_event_from_everybody_else(
    events: WindowEvents, target: Target, owner: QObject
) -> None:
    earlier, keeper = Listener(owner), Listener(owner, keeps=True)
    events.listen(earlier.handle, (ASKED,))
    events.listen(keeper.handle, (ASKED,))

    _send(target, ASKED)

    assert (earlier.heard, len(keeper.heard)) == ([], 1)
    assert ASKED not in target.reached


def test_a_listener_that_stopped_hears_nothing_and_may_begin_again(
    events: WindowEvents, target: Target, owner: QObject
) -> None:
    listener = Listener(owner)
    events.listen(listener.handle, (ASKED, OTHER))
    events.stop(listener.handle)
    events.stop(listener.handle)
    _send(target, ASKED, OTHER)

    events.listen(listener.handle, (ASKED,))
    _send(target, ASKED, OTHER)

    assert listener.heard == [("target", ASKED)]


def test_asking_twice_is_heard_once(events: WindowEvents, target: Target, owner: QObject) -> None:
    listener = Listener(owner)
    events.listen(listener.handle, (ASKED,))
    events.listen(listener.handle, (ASKED,))

    _send(target, ASKED)

    assert len(listener.heard) == 1


def test_listening_ends_when_qt_deletes_the_owner(
    events: WindowEvents, target: Target, owner: QObject
) -> None:
    listener = Listener(owner)
    events.listen(listener.handle, (ASKED,))

    shiboken6.delete(listener)
    _send(target, ASKED)

    assert listener.heard == []
    assert not events.is_asked(ASKED)


def test_listening_keeps_no_owner_alive(
    events: WindowEvents, target: Target, owner: QObject
) -> None:
    listener = Listener()
    events.listen(listener.handle, (ASKED,))

    del listener
    gc.collect()
    _send(target, ASKED)

    assert not events.is_asked(ASKED)


def test_a_listener_that_ends_another_keeps_it_from_being_called(
    events: WindowEvents, target: Target, owner: QObject
) -> None:
    class Ending(Listener):
        def handle(self, watched: QObject, event: QEvent) -> bool:
            shiboken6.delete(ended)
            return super().handle(watched, event)

    ended, ending = Listener(owner), Ending(owner)
    events.listen(ended.handle, (ASKED,))
    events.listen(ending.handle, (ASKED,))

    _send(target, ASKED)

    assert (ended.heard, len(ending.heard)) == ([], 1)


def test_a_function_cannot_listen_because_nothing_would_end_it(events: WindowEvents) -> None:
    with pytest.raises(BugError):
        events.listen(lambda _watched, _event: False, (ASKED,))

    assert not events.is_asked(ASKED)


def test_the_application_has_one(qapp: QApplication) -> None:
    assert window_events() is window_events()
    assert window_events().parent() is qapp
