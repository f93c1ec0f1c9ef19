"""Loads Qt and takes its wrapper off Python's ``import``, which reads every module's source."""

import builtins
import importlib
import sys

from desktop.kept_code import KeptCode, kept_file


def load_qt() -> None:
    """Import PySide6 and put Python's own ``import`` back; does nothing the second time.

    WORKAROUND(PYSIDE-2029): PySide6 wraps ``import`` for its ``__feature__`` switches, which this
    app does not use. The wrapper reads the source text of each module that is imported later and
    keeps it in memory: 1 ms a module, some hundred milliseconds for the store's libraries.

    WORKAROUND(PYSIDE-1621): shiboken6 carries its Python half as source text inside the library
    and compiles it at every start: a quarter of the time until the first picture.
    """
    if "PySide6.QtWidgets" in sys.modules:
        return
    with KeptCode(kept_file(__file__, "shibokensupport"), "shibokensupport/").used():
        importlib.import_module("PySide6.QtWidgets")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
