"""Fixtures of the person page tests: invented people in memory, the plain look."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT
from tests.services.bench import Bench, memory_bench


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """Light, 100 %, before and after, whatever a test applies."""
    apply_theme(qapp, Theme(LIGHT, 1.0))
    yield
    apply_theme(qapp, Theme(LIGHT, 1.0))


@pytest.fixture(autouse=True)
def nothing_left_over(qapp: QApplication) -> None:
    """Windows of the test before are gone before a worker starts.

    A parentless window whose wrapper the collector finds on the worker thread would be deleted
    there, beside its own pending deleteLater.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.fixture
def bench() -> Bench:
    """Staff at work on a store in memory."""
    return memory_bench()
