"""Errors that nothing caught, in threads and in what is thrown away too: places, no texts."""

import sys
import threading
from collections.abc import Callable
from types import TracebackType

Told = Callable[[type[BaseException], BaseException, TracebackType | None], None]
"""Class, error and where; the error's own text may hold answers and is not for telling."""


def tell_uncaught(told: Told) -> None:
    """From now on in this process: Python's own three hooks print each error with its text."""

    def of_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit:  # a thread that ends itself, as Python sees it too
            told(args.exc_type, args.exc_value or BaseException(), args.exc_traceback)

    def of_what_is_thrown_away(args: "sys.UnraisableHookArgs") -> None:
        told(args.exc_type, args.exc_value or BaseException(), args.exc_traceback)

    sys.excepthook = told
    threading.excepthook = of_thread
    sys.unraisablehook = of_what_is_thrown_away
