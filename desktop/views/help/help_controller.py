"""Shows the help page and passes on what is chosen for the display."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.views.help.help_state import HelpState
from desktop.views.help.help_view import HelpView
from desktop.views.screen import DisplayChooser, ScreenContext
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.switcher import ThemeMode, ThemeSwitcher


class HelpController(DisplayChooser):
    """The screen of help. Signals: those of ``DisplayChooser``."""

    def __init__(self, context: ScreenContext) -> None:
        view = HelpView()
        super().__init__(view)
        self._context = context
        self._view = view
        self._view.display_changed.connect(self.display_changed)
        self._view.language_chosen.connect(self.language_chosen)
        theme_holder().changed.connect(self._show)

    @property
    def view(self) -> HelpView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Show what is in force."""
        self._context.navigator.set_title(self.tr("Help"))
        self._show()
        self._view.focus_first()

    def flush(self) -> None:
        """Nothing is typed here."""

    @Slot()
    def _show(self) -> None:
        self._view.show_state(
            HelpState(self._context.language, _mode().value, current_theme().scale, __version__)
        )


def _mode() -> ThemeMode:
    """The wish that the application's switcher follows."""
    application = QApplication.instance()
    switcher = application.findChild(ThemeSwitcher) if application is not None else None
    return switcher.mode if isinstance(switcher, ThemeSwitcher) else ThemeMode.SYSTEM
