"""Why there is no answer, in the person's own words: as easy to press as an answer."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.forms.answers import NoAnswerReason
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.group import Group
from desktop.views.widgets.reason_row import ReasonButton
from desktop.views.widgets.wrap_label import WrapLabel


class PatientReasons(Group):
    """Toggles of which at most one is on; a second press clears it. Two columns where they fit.

    Signals: ``chosen(reason)`` a NoAnswerReason, or None when cleared.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__("", parent)
        self.setObjectName(name)
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        title = self.tr("You do not have to answer. You can also choose:")
        self.title_label = WrapLabel(title, self, tone=Tone.MUTED)
        self.setAccessibleName(title.rstrip(":"))
        column.addWidget(self.title_label)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.S)
        column.addLayout(self._grid)
        self._buttons: dict[NoAnswerReason, ReasonButton] = {}
        for reason, words, icon in self._items():
            button = ReasonButton(
                words, self, name=f"{name}-{reason.value}", icon=icon, is_toggle=True
            )
            # toggled, not clicked: a screen reader's toggle emits no click.
            button.toggled.connect(self._toggled)
            self._buttons[reason] = button
        self._place(1)

    def set_reason(self, reason: NoAnswerReason | None) -> None:
        """Show ``reason`` as chosen, without a signal."""
        for each, button in self._buttons.items():
            blocker = QSignalBlocker(button)
            button.setChecked(each == reason)
            blocker.unblock()
            button.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One below the other where two do not stand beside each other."""
        super().resizeEvent(event)
        widest = max(button.sizeHint().width() for button in self._buttons.values())
        self._place(2 if 2 * widest + Space.S <= self.width() else 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self._buttons.values()):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, at // columns, at % columns)
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def _items(self) -> tuple[tuple[NoAnswerReason, str, Icon], ...]:
        return (
            (NoAnswerReason.DECLINED, self.tr("I would rather not say"), Icon.BAN),
            (NoAnswerReason.UNABLE, self.tr("I do not know"), Icon.CIRCLE_SLASH),
            (NoAnswerReason.NOT_SAFE, self.tr("I would rather talk alone"), Icon.DOOR_CLOSED),
            (NoAnswerReason.LATER, self.tr("Skip for now"), Icon.CLOCK),
        )

    @Slot(bool)
    def _toggled(self, is_checked: bool) -> None:
        reason = next(key for key, each in self._buttons.items() if each is self.sender())
        self.set_reason(reason if is_checked else None)
        self.chosen.emit(reason if is_checked else None)
