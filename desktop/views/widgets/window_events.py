"""What comes to the windows from hands: handed to those who asked for its type."""

from collections.abc import Callable, Iterable
from weakref import WeakMethod

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from desktop.errors import BugError

Handler = Callable[[QObject, QEvent], bool]
"""Given the window that the event came to and the event; True keeps it from everybody else."""

_PROPERTY = "firstlight_window_events"
_MAY_OPEN = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.TouchEnd,
    }
)
"""After these there may be another window: a menu, a list."""


class _Listening:
    """One handler, as long as it wants to be called and its owner lives."""

    def __init__(self, handler: Handler, ended: Callable[[], None]) -> None:
        self._handler = WeakMethod(handler)
        self._ended = ended
        self.is_over = False

    def is_of(self, handler: Handler) -> bool:
        """Whether this is the listening of ``handler``."""
        return self._handler() == handler

    def end(self) -> None:
        """The owner goes, or wants no more."""
        self.is_over = True
        self._ended()

    def keeps(self, watched: QObject, event: QEvent) -> bool:
        """The handler's word; the owner may have ended by what a listener before it did."""
        handler = None if self.is_over else self._handler()
        return handler is not None and handler(watched, event)


class WindowEvents(QObject):
    """Kept by the application, made by ``window_events``.

    Keys, pointer, wheel and touch come to a window (a QWindow) before any widget, so it is enough
    to listen there. A filter on the application would be called for every event of every object,
    7,000 while one page is built, and each call crosses from Qt into Python: a quarter of the time
    that the page took. While nobody asks for anything nothing listens.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._application = application
        self._asked: dict[QEvent.Type, tuple[_Listening, ...]] = {}
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.timeout.connect(self._hear_windows)
        application.focusWindowChanged.connect(self._hear_windows)

    def listen(self, handler: Handler, types: Iterable[QEvent.Type]) -> None:
        """Call ``handler``, a method of a QObject, for events of these types while that lives.

        Who asked last is called first, as among Qt's own filters. BugError for a handler that is
        no method of a QObject: nothing would end it.
        """
        owner = getattr(handler, "__self__", None)
        if not isinstance(owner, QObject):
            raise BugError("only a method of a QObject can listen to the windows")
        self.stop(handler)
        listening = _Listening(handler, self._sweep)
        for kind in types:
            self._asked[kind] = (listening, *self._asked.get(kind, ()))
        owner.destroyed.connect(listening.end)
        self._hear_windows()

    def stop(self, handler: Handler) -> None:
        """Call ``handler`` no more; does nothing for one that does not listen."""
        for listening in {one for asked in self._asked.values() for one in asked}:
            if listening.is_of(handler):
                listening.end()

    def is_asked(self, kind: QEvent.Type) -> bool:
        """Whether anybody listens to events of this type."""
        return kind in self._asked

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True when a listener kept the event."""
        kind = event.type()
        if kind in _MAY_OPEN:
            self._look.start(0)
        asked = self._asked.get(kind)
        return asked is not None and any(one.keeps(watched, event) for one in asked)

    @Slot()
    def _hear_windows(self) -> None:
        """Those that are there now; a window hears one filter once, however often it is told."""
        if self._asked:
            for window in QGuiApplication.allWindows():
                window.installEventFilter(self)

    def _sweep(self) -> None:
        left = {
            kind: tuple(one for one in asked if not one.is_over)
            for kind, asked in self._asked.items()
        }
        self._asked = {kind: asked for kind, asked in left.items() if asked}
        has_ended = not (shiboken6.isValid(self) and shiboken6.isValid(self._application))
        if not self._asked and not has_ended:
            for window in QGuiApplication.allWindows():
                window.removeEventFilter(self)


def window_events() -> WindowEvents:
    """Those of the running application, which keeps them."""
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        raise BugError("events need an application")
    # Kept as a property: looking through the children would load the class of all styles (8 ms).
    present: object = application.property(_PROPERTY)
    if isinstance(present, WindowEvents):
        return present
    events = WindowEvents(application)
    application.setProperty(_PROPERTY, events)
    return events
