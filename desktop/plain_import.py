"""Loads Qt and takes its wrapper off Python's ``import``, which reads every module's source."""

import builtins
import importlib
import sys

from desktop.kept_code import KeptCode, kept_file
from desktop.quick_enums import make_enums_quick
from desktop.safe_overrides import make_overrides_safe


def load_qt() -> None:
    """Import PySide6, put Python's own ``import`` back and make overrides safe; once.

    WORKAROUND(PYSIDE-2029): PySide6 wraps ``import`` for its ``__feature__`` switches, which this
    app does not use. The wrapper reads the source text of each module that is imported later and
    keeps it in memory: 1 ms a module, some hundred milliseconds for the store's libraries.

    WORKAROUND(PYSIDE-1621): shiboken6 carries its Python half as source text inside the library
    and compiles it at every start: a quarter of the time until the first picture.
    """
    if "PySide6.QtWidgets" not in sys.modules:
        make_enums_quick()
        _import_qt()
    make_overrides_safe()


def _import_qt() -> None:
    with KeptCode(kept_file(__file__, "shibokensupport"), "shibokensupport/").used():
        importlib.import_module("PySide6.QtWidgets")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
