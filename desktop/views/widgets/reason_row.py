"""Why there is no answer: toggles for the usual reasons, a menu for the rest, or for all."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QSizePolicy, QWidget

from desktop.forms.answers import NoAnswerReason
from desktop.views.theme.holder import current_theme
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.group import Group
from desktop.views.widgets.painted_later import PaintedLater
from desktop.views.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, slots=True)
class ReasonItem:
    """One reason in the words of whoever reads it; ``effect`` says what it does to the answer.

    A rare one (``is_rare``) has no toggle: it stands in the menu.
    """

    reason: NoAnswerReason
    text: str
    effect: str
    icon: Icon
    is_rare: bool = False


class ReasonButton(PaintedLater, Button):
    """A reason as a toggle, in plain weight until chosen, narrow enough for four in a row."""

    def _pad(self) -> int:
        return Space.M

    def text_font(self) -> QFont:
        """Bold only when chosen."""
        style = TextStyle.BODY_STRONG if self.isChecked() else TextStyle.BODY
        return current_theme().font(style)


class ReasonRow(Group):
    """Toggles of which at most one is on; a second press clears it. A chosen rare reason, or too
    little room, folds them into the menu, which then says what is chosen.

    ``reasons`` replaces the four standard ones (patient wording). Signals: ``chosen(reason)`` a
    NoAnswerReason, or None when cleared, after the user changed it.
    """

    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        reasons: Sequence[ReasonItem] = (),
        title: str = "",
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._reason: NoAnswerReason | None = None
        self._is_folded = False
        self._is_menu = False
        self._items = tuple(reasons) or self._standard()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.XS)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.title_label = WrapLabel("", self, tone=Tone.MUTED)
        self._row.addWidget(self.title_label, 1)
        usual = [item for item in self._items if not item.is_rare]
        self._has_rare = len(usual) < len(self._items)
        self._buttons = {item.reason: self._make_button(item) for item in usual}
        self.menu_button = Button("", self, name=f"{name}-menu", icon_after=Icon.CHEVRON_DOWN)
        self.menu_button.clicked.connect(self._open_menu)
        self._row.addWidget(self.menu_button)
        self.set_title(title or self.tr("No answer:"))
        self._fold(False)

    def set_title(self, title: str) -> None:
        """Word the line before the toggles; it names the group."""
        self.title_label.setText(title)
        self.setAccessibleName(title.rstrip(":"))

    def set_reasons(self, reasons: Sequence[ReasonItem]) -> None:
        """Word the same reasons anew (language change)."""
        self._items = tuple(reasons)
        for item in self._items:
            if item.reason in self._buttons:
                self._buttons[item.reason].setText(item.text)
                self._buttons[item.reason].setAccessibleDescription(item.effect)
        self._word_menu()

    def reason(self) -> NoAnswerReason | None:
        """The reason now chosen."""
        return self._reason

    def set_reason(self, reason: NoAnswerReason | None) -> None:
        """Show ``reason`` as chosen, without a signal."""
        is_shown = all(each.isChecked() is (key == reason) for key, each in self._buttons.items())
        if reason == self._reason and is_shown:
            return
        self._reason = reason
        for each, button in self._buttons.items():
            blocker = QSignalBlocker(button)
            button.setChecked(each == reason)
            blocker.unblock()
            button.update()
        self._fold(self._wants_fold())

    def set_folded(self, is_folded: bool) -> None:
        """Show one menu button instead of the row (stacked layout); too little room does too."""
        self._is_folded = is_folded
        self._fold(self._wants_fold())

    def _wants_fold(self) -> bool:
        is_rare = self._reason is not None and self._reason not in self._buttons
        return self._is_folded or is_rare or self.needed_width() > max(self.width(), 1)

    def _fold(self, is_folded: bool) -> None:
        self._is_menu = is_folded
        for button in self._buttons.values():
            button.setVisible(not is_folded)
        self.menu_button.setVisible(is_folded or self._has_rare)
        self._word_menu()

    def set_closed(self, reason: str) -> None:
        """Close all toggles and say why, or open them with ""."""
        for button in (*self._buttons.values(), self.menu_button):
            button.set_closed(reason)

    def button(self, reason: NoAnswerReason) -> Button:
        """The toggle of one reason."""
        return self._buttons[reason]

    def controls(self) -> tuple[Button, ...]:
        """The toggles and the menu button, in their order; some are hidden."""
        return (*self._buttons.values(), self.menu_button)

    def needed_width(self) -> int:
        """Pixels that all toggles beside each other need; the title may wrap."""
        widths = [button.sizeHint().width() for button in self._buttons.values()]
        if self._has_rare:
            widths.append(current_theme().metrics.target)
        gaps = Space.XS * len(widths)
        return self.title_label.minimumSizeHint().width() + sum(widths) + gaps

    def sizeHint(self) -> QSize:
        """All toggles beside each other, the title on one line."""
        spare = self.title_label.sizeHint().width() - self.title_label.minimumSizeHint().width()
        return QSize(self.needed_width() + spare, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The title over or beside the menu button."""
        width = self.title_label.minimumSizeHint().width() + self.menu_button.sizeHint().width()
        return QSize(width + Space.S, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold when the toggles no longer fit, unfold when they do."""
        super().resizeEvent(event)
        if self._wants_fold() is not self._is_menu:
            self._fold(not self._is_menu)

    def _standard(self) -> tuple[ReasonItem, ...]:
        return (
            ReasonItem(
                NoAnswerReason.DECLINED,
                self.tr("Declined"),
                self.tr("Kept as the answer"),
                Icon.BAN,
            ),
            ReasonItem(
                NoAnswerReason.UNABLE,
                self.tr("Unable"),
                self.tr("Could not answer now; kept as the answer"),
                Icon.CIRCLE_SLASH,
            ),
            ReasonItem(
                NoAnswerReason.NOT_SAFE,
                self.tr("Not safe to ask"),
                self.tr("Never printed; comes back when private"),
                Icon.EAR_OFF,
            ),
            ReasonItem(
                NoAnswerReason.LATER,
                self.tr("Later"),
                self.tr("Stays open; goes to what is due"),
                Icon.CLOCK,
            ),
        )

    def _make_button(self, item: ReasonItem) -> ReasonButton:
        name = f"{self.objectName()}-{item.reason.value}"
        button = ReasonButton(item.text, self, name=name, icon=item.icon, is_toggle=True)
        button.setAccessibleDescription(item.effect)
        button.setToolTip(item.effect)
        # toggled, not clicked: a screen reader's toggle emits no click.
        button.toggled.connect(self._toggled)
        self._row.addWidget(button)
        return button

    def _word_menu(self) -> None:
        if not self._is_menu:
            self.menu_button.setText(self.tr("More reasons for no answer"))
            self.menu_button.set_icon(None)
            self.menu_button.set_icon_only(True)
            return
        item = next((each for each in self._items if each.reason == self._reason), None)
        self.menu_button.setText(item.text if item else self.tr("Reason"))
        self.menu_button.set_icon(item.icon if item else None)
        self.menu_button.set_icon_only(False)

    @Slot(bool)
    def _toggled(self, is_checked: bool) -> None:
        reason = next(key for key, each in self._buttons.items() if each is self.sender())
        self._choose(reason if is_checked else None)

    def _choose(self, reason: NoAnswerReason | None) -> None:
        self.set_reason(reason)
        self.chosen.emit(reason)

    @Slot()
    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = current_theme()
        for item in self._items:
            if not self._is_menu and not item.is_rare:
                continue
            action = QAction(
                self.tr("{reason}: {effect}").format(reason=item.text, effect=item.effect), menu
            )
            action.setIcon(theme.icon(item.icon, theme.metrics.icon_small))
            action.setCheckable(True)
            action.setChecked(item.reason == self._reason)
            action.setData(item.reason.value)
            menu.addAction(action)
        menu.triggered.connect(self._picked)
        menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height() + Space.XS)))

    @Slot(QAction)
    def _picked(self, action: QAction) -> None:
        reason = NoAnswerReason(str(action.data()))
        self._choose(None if reason == self._reason else reason)
