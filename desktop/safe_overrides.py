"""Lets a mistake of ours in an overridden Qt method end as an exception, not as a crash."""

import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any

_MADE_SAFE = "made_safe_by_firstlight"


def make_overrides_safe() -> None:
    """From now on: for every class of ours that is made below QObject.

    WORKAROUND(shiboken6 6.11.3 on Python 3.11): where our code called Qt and Qt calls an override
    (a resize, a repaint, any event of a test), an exception that leaves the override is looked at
    before it is made. What C code raised (a deleted object, an index out of range, ``int("x")``)
    is only a class and a text by then, and the process ends with a segmentation fault: nothing is
    logged, and what was not saved yet is lost. Catching it and raising it again makes it. From
    Python 3.12 on an exception is made at once.
    """
    from PySide6.QtCore import QObject

    if sys.version_info >= (3, 12) or hasattr(QObject, _MADE_SAFE):
        return

    def init_subclass(cls: Any, /, **options: Any) -> None:
        super(QObject, cls).__init_subclass__(**options)
        _make_safe(cls, QObject)

    changed: Any = QObject
    changed.__init_subclass__ = classmethod(init_subclass)
    setattr(changed, _MADE_SAFE, True)


def _make_safe(cls: type, q_object: type) -> None:
    """Only what Qt itself may call: a function of ours with the name of one of Qt's."""
    at = next(index for index, base in enumerate(cls.__mro__) if _is_of_qt(base))
    for base in cls.__mro__[:at]:
        # Above it only what is no QObject itself (as ``OptionRow``) was not made safe before.
        if base is cls or not issubclass(base, q_object):
            for name, method in list(vars(base).items()):
                if isinstance(method, FunctionType) and hasattr(cls.__mro__[at], name):
                    _make_method_safe(cls, name, method)


def _make_method_safe(cls: type, name: str, method: FunctionType) -> None:
    is_found = getattr(cls, name) is method  # not hidden by one of the same name
    if is_found and not name.startswith("__"):
        setattr(cls, name, _safe(method))


def _is_of_qt(cls: type) -> bool:
    return cls.__module__.startswith("PySide6.")


def _safe(method: FunctionType) -> Callable[..., Any]:
    def safe(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:
            raise  # catching is what makes the exception

    # What functools.wraps does, in a fifth of the time: a start has two hundred.
    safe.__name__, safe.__qualname__ = method.__name__, method.__qualname__
    safe.__doc__, safe.__module__ = method.__doc__, method.__module__
    safe.__dict__.update(method.__dict__, __wrapped__=method)
    return safe
