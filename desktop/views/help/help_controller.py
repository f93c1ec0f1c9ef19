"""Shows the help page, passes on what is chosen for the display, and changes own secrets."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.errors import KnownError
from desktop.messages import explain, sentence
from desktop.services.change_secrets import change_secrets
from desktop.services.ports import SecretsChange
from desktop.views.help.help_state import HelpState
from desktop.views.help.help_view import HelpView
from desktop.views.screen import DisplayChooser, Message, ScreenContext
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.switcher import ThemeMode, ThemeSwitcher
from desktop.views.theme.tokens import Tone


class HelpController(DisplayChooser):
    """The screen of help. Signals: those of ``DisplayChooser``."""

    def __init__(self, context: ScreenContext) -> None:
        view = HelpView(context.language)
        super().__init__(view)
        self._context = context
        self._view = view
        self._view.display_changed.connect(self.display_changed)
        self._view.language_chosen.connect(self.language_chosen)
        self._view.secrets.change_requested.connect(self._change)
        theme_holder().changed.connect(self._show)

    @property
    def view(self) -> HelpView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Show what is in force."""
        self._context.navigator.set_title(self.tr("Help"))
        self._view.instruments.guide.show_registry(self._context.work.library.known())
        self._show()
        self._view.focus_first()

    def flush(self) -> None:
        """Nothing typed here is kept before its button."""

    @Slot()
    def _show(self) -> None:
        self._view.show_state(
            HelpState(self._context.language, _mode().value, current_theme().scale, __version__)
        )

    @Slot(object)
    def _change(self, change: SecretsChange) -> None:
        self._view.secrets.start()
        self._context.runner.run(
            self._view,
            partial(change_secrets, self._context.work, change),
            done=partial(self._changed, change),
            failed=self._not_changed,
        )

    def _changed(self, change: SecretsChange, _nothing: None) -> None:
        self._view.secrets.stop()
        self._view.secrets.clear()
        what = "both" if change.new_password and change.new_pin else "password"
        what = what if change.new_password else "pin"
        words = sentence(f"help.changed-{what}", self._context.language)
        self._context.navigator.say(Message(Tone.SUCCESS, words))

    def _not_changed(self, error: Exception) -> None:
        self._view.secrets.stop()
        if isinstance(error, KnownError):
            words = explain(error, self._context.language)
            if self._view.secrets.show_problem(error.message_id, words):
                return
        self._context.navigator.fail(error)


def _mode() -> ThemeMode:
    """The wish that the application's switcher follows."""
    application = QApplication.instance()
    switcher = application.findChild(ThemeSwitcher) if application is not None else None
    return switcher.mode if isinstance(switcher, ThemeSwitcher) else ThemeMode.SYSTEM
