"""Where widgets find the current theme: a QObject kept as a property of the application.

This is the one way everywhere: ``current_theme()`` to read, ``theme_holder().changed`` to repaint.
"""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.errors import BugError
from desktop.views.theme.fonts import register_fonts
from desktop.views.theme.theme import Theme

_PROPERTY = "firstlight_theme_holder"


class ThemeHolder(QObject):
    """Holds the theme of the application.

    Signals: ``changed()`` after palette, font and style sheet follow the new theme.
    """

    changed = Signal()

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        register_fonts()
        self._theme = Theme()

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    def replace(self, theme: Theme) -> None:
        """Take a new theme; ``apply_theme`` calls this and emits ``changed`` when it is done."""
        self._theme = theme


def theme_holder() -> ThemeHolder:
    """The application's holder, made on first use; needs a running application."""
    application = QCoreApplication.instance()
    if application is None:
        raise BugError("the theme needs an application")
    # Asked thousands of times for one answer: Python's own memory is ten times faster than Qt's.
    near: object = vars(application).get(_PROPERTY)
    if isinstance(near, ThemeHolder):
        return near
    kept: object = application.property(_PROPERTY)
    holder = kept if isinstance(kept, ThemeHolder) else ThemeHolder(application)
    application.setProperty(_PROPERTY, holder)
    vars(application)[_PROPERTY] = holder
    return holder


def current_theme() -> Theme:
    """The theme in force; read it when painting or laying out, do not keep it."""
    return theme_holder().theme
