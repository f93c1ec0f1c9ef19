"""The one window: the pages before sign-in, the shell, and the cover above both."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.settings import MAX_SCALE, MIN_SCALE, Settings, ThemeChoice
from desktop.views.entry.entry_pages import EntryPages
from desktop.views.shell.entry_flow import EntryFlow
from desktop.views.shell.parts import ShellParts
from desktop.views.shell.translations import Translations
from desktop.views.theme.switcher import ThemeMode
from desktop.views.widgets.focus_ring import install_focus_ring
from desktop.views.widgets.in_view import install_focus_in_view

if TYPE_CHECKING:
    from desktop.services.work import Work
    from desktop.views.lock.cover_view import CoverView
    from desktop.views.shell.backup_watch import BackupWatch
    from desktop.views.shell.left_places import LeftPlaces
    from desktop.views.shell.listening import Listening
    from desktop.views.shell.shortcuts import ShortcutAct
    from desktop.views.shell.signed_in import SignedIn

log = logging.getLogger("firstlight.window")

FIRST_SIZE = QSize(1366, 768)
LEAST_SIZE = QSize(720, 480)


class MainWindow(QWidget):
    """Shows one of: entry pages, shell, cover. Its title is "Firstlight" or a screen's title."""

    def __init__(self, parts: ShellParts, language: str | None = None) -> None:
        """``language`` takes the place of the workstation's from now on."""
        super().__init__()
        self.setObjectName("main-window")
        self.setWindowTitle("Firstlight")
        self.resize(FIRST_SIZE)
        self.setMinimumSize(LEAST_SIZE)
        self._parts = parts
        self._settings = parts.settings.read()
        if language is not None:
            self._settings = self._settings._replace(language=language)
        self._title = "Firstlight"
        self._is_closing = False
        self._signed_in: SignedIn | None = None
        self._inside: QWidget | None = None
        self._translations = Translations(self)
        self._spoken = self._settings.language
        self._translations.use(self._spoken)
        self.pages = EntryPages(self)
        self._cover_view: CoverView | None = None
        self._left_places: LeftPlaces | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.entry = EntryFlow(parts, self.pages, self._settings.language)
        self.entry.signed_in.connect(self._start_session)
        self.entry.language_chosen.connect(self.use_language)
        self._listening: Listening | None = None
        self._backups: BackupWatch | None = None
        self.pages.painted.connect(self._listen)
        if isinstance(application := QApplication.instance(), QApplication):
            install_focus_ring(application)
            install_focus_in_view(application)

    @property
    def signed_in(self) -> "SignedIn | None":
        """What runs while somebody is signed in."""
        return self._signed_in

    @property
    def is_covered(self) -> bool:
        """Whether the cover is shown."""
        return self._cover_view is not None and self._stack.currentWidget() is self._cover_view

    @property
    def cover_view(self) -> "CoverView":
        """The cover, built at the first sign-in so that it shows at once later."""
        if self._cover_view is None:
            from desktop.views.lock.cover_view import CoverView

            self._cover_view = CoverView(self)
            self._stack.addWidget(self._cover_view)
        return self._cover_view

    @property
    def left_places(self) -> "LeftPlaces":
        """Where people were who left; needed from the first sign-in on."""
        if self._left_places is None:
            from desktop.views.shell.left_places import LeftPlaces

            self._left_places = LeftPlaces(self._parts.left_place)
        return self._left_places

    def start(self) -> None:
        """Show the first page and open the store behind it."""
        self.entry.start()

    def show_inside(self, inside: QWidget) -> None:
        """Show the shell, as after sign-in or a right PIN."""
        if self._inside is not inside:
            self._inside = inside
            self._stack.addWidget(inside)
        self._stack.setCurrentWidget(inside)
        self.setWindowTitle(self._title)

    def show_cover(self) -> None:
        """Hide everything behind the cover; the title and the clipboard say nothing."""
        from desktop.views.lock.copied_text import forget_copied
        from desktop.views.shell.popups import close_popups

        close_popups()
        forget_copied()
        self._stack.setCurrentWidget(self.cover_view)
        self.setWindowTitle("Firstlight")

    def show_title(self, title: str) -> None:
        """The title while nothing is covered."""
        self._title = f"{title} · Firstlight" if title else "Firstlight"
        if not self.is_covered:
            self.setWindowTitle(self._title)

    def end(self) -> None:
        """After the event loop: let the worker finish, then let go of the file."""
        from desktop.views.lock.copied_text import forget_copied

        forget_copied()
        if self._backups is not None:
            self._backups.close()
        self._parts.runner.close()
        self.close_store()

    def close_store(self) -> None:
        """Let go of the file; only when the worker is done."""
        self.entry.door.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is pending and forget the keys first; codes nobody kept keep the window."""
        if self.entry.is_showing_codes:
            event.ignore()
            self.entry.ask_to_keep_codes()
            return
        if self._backups is not None and self._backups.is_finishing:
            event.ignore()
            self._backups.stop()
        elif self._is_closing or (self._signed_in is None and not self._owes_backup()):
            super().closeEvent(event)
        elif self._signed_in is None:
            event.ignore()
            self._back_up_then_close()
        else:
            event.ignore()
            if not (self._signed_in.keeps_turned() or self._signed_in.keeps_begun()):
                self._signed_in.leave(self._back_up_then_close)

    @property
    def language(self) -> str:
        """What everything outside a session is worded in now."""
        return self._spoken

    @property
    def backups(self) -> "BackupWatch | None":
        """What makes the daily backup; None before the first picture."""
        return self._backups

    @Slot(str)
    def use_language(self, language: str) -> None:
        """Change the interface language now and for next time; the place is kept.

        Somebody signed in chooses for themselves, anybody else for the pages before sign-in.
        """
        if self._signed_in is None:
            self._keep(self._settings._replace(language=language))
        else:
            languages = {**self._settings.languages, self._signed_in.staff_id: language}
            self._keep(self._settings._replace(languages=languages))
        self.speak(language)
        if self._signed_in is not None:
            self._signed_in.rebuild(language)

    def speak(self, language: str) -> None:
        """Everything outside a session in this language from now on."""
        if language == self._spoken:
            return
        self._spoken = language
        self._translations.use(language)
        self.entry.rebuild(language)
        if self._cover_view is not None:
            self._cover_view.rebuild()

    @Slot(str, float)
    def use_display(self, theme: str, scale: float) -> None:
        """Change colours and text size now and for next time."""
        scale = min(MAX_SCALE, max(MIN_SCALE, scale))
        self._keep(self._settings._replace(theme=ThemeChoice(theme), text_scale=scale))
        self._parts.themes.set_look(ThemeMode(theme), scale)

    @Slot(object)
    def _start_session(self, work: "Work") -> None:
        from desktop.views.shell.signed_in import SignedIn

        self._end_session_widgets()
        language = self._settings.language_of(work.session.me.staff_id)
        self.speak(language)
        self._signed_in = SignedIn(self._parts, self, work, language)
        self._signed_in.ended.connect(self._ended)
        self._signed_in.start()
        if self._backups is not None:
            self._signed_in.warn_of_backups(self._backups.trouble())

    @Slot()
    def _ended(self) -> None:
        self._end_session_widgets()
        self.speak(self._settings.language)
        self._stack.setCurrentWidget(self.pages)
        self.show_title("")
        self.entry.go_on_after_session()
        if self.pages.page is not None:
            # The stack gives the focus back to where it was: the password of whoever left.
            self.pages.page.focus_first()

    def _end_session_widgets(self) -> None:
        if self._signed_in is not None:
            self._signed_in.deleteLater()
            self._signed_in = None
        if self._inside is not None:
            self._stack.removeWidget(self._inside)
            self._inside.deleteLater()
            self._inside = None

    @Slot()
    def _listen(self) -> None:
        from desktop.views.shell.backup_watch import BackupWatch
        from desktop.views.shell.listening import Listening

        if self._listening is None:
            self._listening = Listening(self._parts.clock, self)
            self._listening.asked.connect(self._asked)
            self._listening.escaped_twice.connect(self._cover)
        if self._backups is None:
            self._backups = BackupWatch(self._parts, self)

    @Slot(object)
    def _asked(self, act: "ShortcutAct") -> None:
        from desktop.views.shell.regions import focus_next_region
        from desktop.views.shell.shortcuts import ShortcutAct

        if act is ShortcutAct.COVER:
            self._cover()
        elif self._signed_in is not None and self._signed_in.is_turned:
            return  # no key leads out
        elif act in (ShortcutAct.LARGER, ShortcutAct.SMALLER, ShortcutAct.NORMAL_SIZE):
            self._zoom(act)
        elif act is ShortcutAct.NEXT_REGION:
            focus_next_region(self)
        elif self._signed_in is not None and not self.is_covered:
            self._signed_in.act(act)

    @Slot()
    def _cover(self) -> None:
        if self._signed_in is not None:
            self._signed_in.cover()

    def _zoom(self, act: "ShortcutAct") -> None:
        from desktop.views.shell.shortcuts import scale_after

        self.use_display(self._settings.theme.value, scale_after(act, self._settings.text_scale))

    def _keep(self, changed: Settings) -> None:
        self._settings = changed.bounded()
        try:
            self._parts.settings.write(self._settings)
        except OSError as error:
            log.warning("settings were not kept", exc_info=error)

    def _owes_backup(self) -> bool:
        return self._backups is not None and self._backups.is_due()

    def _back_up_then_close(self) -> None:
        """The keys are forgotten; the day's backup needs none."""
        if self._backups is None or not self._backups.is_due():
            self._close_for_good()
            return
        self._end_session_widgets()
        self._stack.setCurrentWidget(self.pages)
        self.show_title("")
        self._backups.finish(self._close_for_good)

    def _close_for_good(self) -> None:
        self._is_closing = True
        self.close()
