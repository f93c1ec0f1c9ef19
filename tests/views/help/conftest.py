"""Every test of these screens starts with the light theme at 100 %, in English."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """Put the light theme and English dates on before and after, whatever the test applies."""
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    apply_theme(qapp, Theme(LIGHT, 1.0))
    yield
    apply_theme(qapp, Theme(LIGHT, 1.0))
    QLocale.setDefault(before)
