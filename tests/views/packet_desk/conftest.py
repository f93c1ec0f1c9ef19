"""Fixtures of the packet desk tests: a real sealed store, real paper, the plain look."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT
from tests.services.bench import Bench, sealed_bench


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """Light, 100 %, before and after, whatever a test applies."""
    apply_theme(qapp, Theme(LIGHT, 1.0))
    yield
    apply_theme(qapp, Theme(LIGHT, 1.0))


@pytest.fixture(autouse=True)
def nothing_left_over(qapp: QApplication) -> None:
    """Windows of the test before are gone before a worker starts."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Invented people at work on a real sealed store."""
    bench, made = sealed_bench(tmp_path / "store")
    yield bench
    for session in bench.sessions.values():
        session.close()
    made.gate.close()
