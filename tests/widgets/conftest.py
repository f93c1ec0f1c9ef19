"""Every widget test starts with the light theme at 100 %."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT


@pytest.fixture(autouse=True)
def plain_theme(qapp: QApplication) -> Iterator[None]:
    """Put the light theme on before and after, whatever the test applies."""
    apply_theme(qapp, Theme(LIGHT, 1.0))
    yield
    apply_theme(qapp, Theme(LIGHT, 1.0))
