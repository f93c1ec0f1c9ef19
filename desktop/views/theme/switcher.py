"""Chooses the theme: the user's setting and text scale, the system's scheme, high contrast."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAccessibilityHints, QStyleHints
from PySide6.QtWidgets import QApplication

from desktop.views.theme.apply import apply_theme, high_contrast_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT


class ThemeMode(StrEnum):
    """The user's wish; "system" follows the system's light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ThemeSwitcher(QObject):
    """Applies the right theme now and whenever the system or the user changes it."""

    def __init__(
        self, app: QApplication, *, mode: ThemeMode = ThemeMode.SYSTEM, scale: float = 1.0
    ) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._scale = scale
        # Kept: the chained call was seen to give an already deleted object.
        self._hints: QStyleHints = app.styleHints()
        self._accessibility: QAccessibilityHints = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._system_changed)
        self.apply()

    @property
    def mode(self) -> ThemeMode:
        """The user's wish."""
        return self._mode

    @property
    def scale(self) -> float:
        """The text scale, 1.0 to 2.0."""
        return self._scale

    def set_mode(self, mode: ThemeMode) -> None:
        """Follow another wish at once."""
        self._mode = mode
        self.apply()

    def set_scale(self, scale: float) -> None:
        """Take another text scale (1.0 to 2.0) at once."""
        self._scale = scale
        self.apply()

    def set_look(self, mode: ThemeMode, scale: float) -> None:
        """Take another wish and text scale together, applied once."""
        self._mode = mode
        self._scale = scale
        self.apply()

    def apply(self) -> None:
        """Work out the theme and put it on the application."""
        apply_theme(self._app, self._theme())

    def _theme(self) -> Theme:
        if self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return high_contrast_theme(self._app, self._scale)
        wants_dark = self._mode == ThemeMode.DARK or (
            self._mode == ThemeMode.SYSTEM and self._hints.colorScheme() == Qt.ColorScheme.Dark
        )
        return Theme(DARK if wants_dark else LIGHT, self._scale)

    @Slot()
    def _system_changed(self) -> None:
        self.apply()
