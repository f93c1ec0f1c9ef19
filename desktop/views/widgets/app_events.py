"""The one event filter of the application: it hands events to those who asked for their type."""

from collections.abc import Callable, Iterable
from weakref import WeakMethod

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from desktop.errors import BugError

Handler = Callable[[QObject, QEvent], bool]
"""Given whom the event is for and the event; True keeps it from everybody else."""

_PROPERTY = "firstlight_app_events"


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


class AppEvents(QObject):
    """Kept by the application, made by ``app_events``.

    A filter on the application is called for every event of every object, some hundred thousand in
    an interview, and each call crosses from Qt into Python. So there is one, and an event of a type
    that nobody asked for costs one look-up; while nobody asks for anything there is none.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._asked: dict[QEvent.Type, tuple[_Listening, ...]] = {}

    def listen(self, handler: Handler, types: Iterable[QEvent.Type]) -> None:
        """Call ``handler``, a method of a QObject, for events of these types while that lives.

        Who asked last is called first, as among Qt's own filters. BugError for a handler that is
        no method of a QObject: nothing would end it.
        """
        owner = getattr(handler, "__self__", None)
        if not isinstance(owner, QObject):
            raise BugError("only a method of a QObject can listen to the application's events")
        self.stop(handler)
        if not self._asked:
            self._application.installEventFilter(self)
        listening = _Listening(handler, self._sweep)
        for kind in types:
            self._asked[kind] = (listening, *self._asked.get(kind, ()))
        owner.destroyed.connect(listening.end)

    def stop(self, handler: Handler) -> None:
        """Call ``handler`` no more; does nothing for one that does not listen."""
        for listening in {one for asked in self._asked.values() for one in asked}:
            if listening.is_of(handler):
                listening.end()

    def is_asked(self, kind: QEvent.Type) -> bool:
        """Whether anybody listens to events of this type."""
        return kind in self._asked

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True when a listener kept the event. Nothing more per event than this look-up."""
        asked = self._asked.get(event.type())
        return asked is not None and any(one.keeps(watched, event) for one in asked)

    def _sweep(self) -> None:
        left = {
            kind: tuple(one for one in asked if not one.is_over)
            for kind, asked in self._asked.items()
        }
        self._asked = {kind: asked for kind, asked in left.items() if asked}
        has_ended = not (shiboken6.isValid(self) and shiboken6.isValid(self._application))
        if not self._asked and not has_ended:
            self._application.removeEventFilter(self)


def app_events() -> AppEvents:
    """Those of the running application, which keeps them."""
    application = QCoreApplication.instance()
    if application is None:
        raise BugError("events need an application")
    # Kept as a property: looking through the children would load the class of all styles (8 ms).
    present: object = application.property(_PROPERTY)
    if isinstance(present, AppEvents):
        return present
    events = AppEvents(application)
    application.setProperty(_PROPERTY, events)
    return events
