"""Puts a theme on the application, live: Fusion, palette, font and style sheet."""

from PySide6.QtWidgets import QApplication

from desktop.views.theme.holder import theme_holder
from desktop.views.theme.palette import palette_for, system_tokens
from desktop.views.theme.qss import style_sheet
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import TextStyle

_SYSTEM_STYLE = "firstlight_system_style"
_STYLE = "firstlight_style"
_FUSION = "fusion"


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Make ``theme`` the look of every window and tell every widget; nothing when it is on.

    High contrast drops palette and style sheet and gives the system's own style back.
    """
    holder = theme_holder()
    if not theme.is_high_contrast and app.styleSheet() and holder.theme.looks_like(theme):
        return
    if app.property(_SYSTEM_STYLE) is None:
        note_style(app, app.style().objectName())
    holder.replace(theme)
    # A sheet that follows a sheet is worked out for every widget once per ancestor of it; one that
    # follows none, once per widget.
    app.setStyleSheet("")
    if theme.is_high_contrast:
        _use_style(app, str(app.property(_SYSTEM_STYLE)))
        app.setPalette(app.style().standardPalette())
    else:
        _use_style(app, _FUSION)
        app.setPalette(palette_for(theme.tokens))
    app.setFont(theme.font(TextStyle.BODY))
    if not theme.is_high_contrast:
        app.setStyleSheet(style_sheet(theme.tokens, theme.metrics))
    holder.changed.emit()


def note_style(app: QApplication, system_style: str) -> None:
    """Say which style the application started with, and that it is in force.

    Asking the application loads the class of all styles (8 ms), so whoever knows says it.
    """
    app.setProperty(_SYSTEM_STYLE, system_style)
    app.setProperty(_STYLE, system_style.lower())


def _use_style(app: QApplication, name: str) -> None:
    if app.property(_STYLE) != name.lower():
        app.setStyle(name)
        app.setProperty(_STYLE, name.lower())


def high_contrast_theme(app: QApplication, scale: float) -> Theme:
    """A theme that repeats the system's high-contrast colours."""
    return Theme(system_tokens(app.style().standardPalette()), scale, is_high_contrast=True)
