"""A list to pick one thing from; nothing is picked at first."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Width


class Picker(QComboBox):
    """A combo box of ``(key, text)`` with a placeholder until something is picked.

    Signals: ``picked(key)`` after the user picked.
    """

    picked = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        choices: Sequence[tuple[str, str]] = (),
        placeholder: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        self.activated.connect(self._activated)
        theme_holder().changed.connect(self._restyle)

    def set_choices(self, choices: Sequence[tuple[str, str]], closed: Collection[str] = ()) -> None:
        """Offer these; what is picked stays picked where its key is still there.

        Those in ``closed`` are shown and cannot be picked.
        """
        kept = self.picked_key()
        blocker = QSignalBlocker(self)
        self.clear()
        for key, text in choices:
            self.addItem(text, key)
            if key in closed:
                self._close_last()
        self.setCurrentIndex(self.findData(kept) if kept else -1)
        blocker.unblock()

    def _close_last(self) -> None:
        model = self.model()
        if isinstance(model, QStandardItemModel):
            model.item(self.count() - 1).setEnabled(False)

    def picked_key(self) -> str:
        """The picked key, "" when none is."""
        key: object = self.currentData()
        return key if isinstance(key, str) else ""

    def show_picked(self, key: str) -> None:
        """Show ``key`` ("" for none) without a signal."""
        blocker = QSignalBlocker(self)
        self.setCurrentIndex(self.findData(key) if key else -1)
        blocker.unblock()

    @Slot(int)
    def _activated(self, _index: int) -> None:
        self.picked.emit(self.picked_key())

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus: else the page below scrolls past it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def minimumSizeHint(self) -> QSize:
        """Narrower than the longest entry; the open list shows it whole."""
        width = current_theme().metrics.scaled(Width.FIELD_LEAST)
        least = current_theme().metrics.target
        return QSize(width, max(super().minimumSizeHint().height(), least))

    def sizeHint(self) -> QSize:
        """Never below the target size, with and without the style sheet."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), current_theme().metrics.target))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chevron in the colour of the theme; high contrast keeps the system's arrow."""
        super().paintEvent(event)
        theme = current_theme()
        if theme.is_high_contrast:
            return
        side = theme.metrics.icon_small
        left = self.width() - side - Space.M
        painter = QPainter(self)
        box = QRectF(left, round((self.height() - side) / 2), side, side)
        ink = theme.color(theme.tokens.text if self.isEnabled() else theme.tokens.text_muted)
        theme.draw_icon(painter, box, Icon.CHEVRON_DOWN, ink)
        painter.end()
