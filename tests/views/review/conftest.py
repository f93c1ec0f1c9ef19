"""Every test of the review desk has people at work and starts with the light theme."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT
from tests.services.bench import Bench, sealed_bench


@pytest.fixture(autouse=True)
def plain_theme(qapp: QApplication) -> Iterator[None]:
    """Put the light theme on before and after, whatever the test applies."""
    apply_theme(qapp, Theme(LIGHT, 1.0))
    yield
    apply_theme(qapp, Theme(LIGHT, 1.0))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """People at work on a real sealed store."""
    bench, made = sealed_bench(tmp_path / "store", is_demo=True)
    yield bench
    for session in bench.sessions.values():
        session.close()
    made.gate.close()
