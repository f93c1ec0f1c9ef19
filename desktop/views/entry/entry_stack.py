"""One page at a time beside the picture, before sign-in: turning pages, language, size."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QLocale, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.entry.entry_page import EntryPage
from desktop.views.entry.entry_side import EntrySide, Wordmark
from desktop.views.shell.regions import mark_region
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.metrics import Layout, layout_for
from desktop.views.theme.tokens import Space
from desktop.views.widgets.announce import announce
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.surface import Ground, Surface

P = TypeVar("P", bound=EntryPage)

_SIDE_SHARE, _PAGE_SHARE = 44, 56


class EntryStack(QWidget):
    """Only the present page exists; what was typed outlives a change of language.

    Signals: ``language_chosen("en" or "es")``; ``painted()`` once seen.
    """

    language_chosen = Signal(str)
    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entry")
        self._again: Callable[[], None] | None = None
        self.kept: dict[type[EntryPage], dict[str, str]] = {}
        self._was_painted = False
        self.side = EntrySide(self)
        self._right = Surface(Ground.PLAIN, self)
        self.wordmark = Wordmark(self._right, is_small=True)
        self.languages = Segment(
            self.tr("Language"),
            [Choice("en", "English"), Choice("es", "Español")],
            self._right,
            name="entry-language",
        )
        self.languages.chosen.connect(self.language_chosen)
        self._stack = QStackedWidget(self._right)
        mark_region(self.languages)
        mark_region(self._stack)
        self._lay_out()
        theme_holder().changed.connect(self._fit)
        is_spanish = QLocale().language() == QLocale.Language.Spanish
        self.languages.set_chosen("es" if is_spanish else "en")

    @property
    def was_painted(self) -> bool:
        """Whether a picture of them has been on the screen."""
        return self._was_painted

    @property
    def page(self) -> EntryPage | None:
        """The page now shown."""
        page = self._stack.currentWidget()
        return page if isinstance(page, EntryPage) else None

    def rebuild(self, language: str, again: Callable[[], None] | None = None) -> None:
        """Show the page in the language now installed; ``again`` words its sentences anew too."""
        self.languages.set_chosen(language)
        self.languages.setAccessibleName(self.tr("Language"))
        self.side.retranslate()
        page, focus = self.page, QApplication.focusWidget()
        if page is None or self._again is None:
            return
        focused = focus.objectName() if focus is not None and page.isAncestorOf(focus) else ""
        self.kept[type(page)] = page.typed(with_secrets=True)
        self._drop(page)
        (again or self._again)()
        target = self.page.findChild(QWidget, focused) if self.page and focused else None
        if target is not None:
            target.setFocus()
        elif focus is not None and self.languages.isAncestorOf(focus):
            focus.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Once somebody is signed in nothing typed here stays."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.kept.clear()
            if self.page is not None:
                self.page.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the first picture is done: this is its beginning, so one turn later."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._first_picture_done)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture gives way in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.S)
        top.addWidget(self.wordmark)
        top.addStretch(1)
        top.addWidget(self.languages)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side, _SIDE_SHARE)
        row.addWidget(self._right, _PAGE_SHARE)

    def turn_to(self, kind: type[P], again: Callable[[], None]) -> tuple[P, bool]:
        """The present page when it is of this kind, else a new one (True)."""
        self._again = again
        present = self.page
        if isinstance(present, kind):
            return present, False
        if present is not None:
            self.kept[type(present)] = present.typed(with_secrets=False)
            self._drop(present)
        page = kind(self._stack)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        return page, True

    def arrive(self, page: EntryPage) -> None:
        """After a new page shows its state: what was typed, focus, title."""
        kept = self.kept.pop(type(page), None)
        if kept:
            page.restore(kept)
        self._fit()
        page.focus_first()
        if self._was_painted:
            announce(page, page.title)

    def _drop(self, page: EntryPage) -> None:
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    @Slot()
    def _first_picture_done(self) -> None:
        if self.page is not None:
            announce(self.page, self.page.title)
        self.painted.emit()

    @Slot()
    def _fit(self) -> None:
        is_wide = self.page is not None and self.page.is_wide
        is_beside = not is_wide and layout_for(self.width(), current_theme().scale) is Layout.FULL
        self.side.setVisible(is_beside)
        self.wordmark.setVisible(not is_beside)
