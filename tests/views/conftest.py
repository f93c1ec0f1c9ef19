"""Every test of a screen: the plain look, nothing left of the test before, people at work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.switcher import ThemeSwitcher
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT
from tests.services.bench import Bench, memory_bench, sealed_bench


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """Light, 100 %, English dates, before and after, whatever a test applies."""
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    apply_theme(qapp, Theme(LIGHT, 1.0))
    yield
    delete_closed_windows()  # what nobody sees any more would be painted anew as well
    apply_theme(qapp, Theme(LIGHT, 1.0))
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def nothing_left_over(qapp: QApplication) -> None:
    """Windows and wishes of the test before are gone before a worker starts."""
    for switcher in qapp.findChildren(ThemeSwitcher):
        switcher.deleteLater()
    delete_closed_windows()


def delete_closed_windows() -> None:
    """Now, and not when the event loop comes to it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def bench() -> Bench:
    """Invented people at work on a demo store in memory."""
    return memory_bench()


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Bench]:
    """The same people on a real sealed demo store."""
    yield from _sealed(tmp_path, is_demo=True)


@pytest.fixture
def hospital(tmp_path: Path) -> Iterator[Bench]:
    """The same people on a real sealed store of a hospital, where no text is approved yet."""
    yield from _sealed(tmp_path, is_demo=False)


def _sealed(folder: Path, *, is_demo: bool) -> Iterator[Bench]:
    bench, made = sealed_bench(folder / "store", is_demo)
    yield bench
    for session in bench.sessions.values():
        session.close()
    made.gate.close()
