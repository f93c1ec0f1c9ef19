"""A bar that says what happened, what is safe and what to do; it pushes content down."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import IconSize, Shape, Space, TextStyle, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.edge import Edge, draw_edge
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.wrap_label import WrapLabel


class MessageBar(QWidget):
    """Tones: DANGER, WARNING, SUCCESS, ACCENT (information), PRIVATE (the demo mark).

    Signals: ``action_requested(key)`` an action was pressed; ``closed()`` the user closed it.
    """

    action_requested = Signal(str)
    closed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        is_closable: bool = True,
        has_edge: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._tone = Tone.ACCENT
        self._has_edge = has_edge
        self._is_closable = is_closable
        self._actions: list[Button] = []
        self.icon = IconLabel(Icon.INFO, self, size=IconSize.MEDIUM)
        self.title_label = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.text_label = WrapLabel("", self)
        self.close_button = Button(
            self.tr("Close this message"),
            self,
            name=f"{name}-close",
            icon=Icon.X,
            is_icon_only=True,
        )
        self.close_button.clicked.connect(self._close)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.L + Shape.BAR, Space.S, Space.L, Space.S)
        self._row.setSpacing(Space.S)
        words = QVBoxLayout()
        words.setSpacing(Space.NONE)
        words.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        words.addWidget(self.title_label)
        words.addWidget(self.text_label)
        self._row.addWidget(self.icon)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.close_button)
        theme_holder().changed.connect(self._restyle)
        self.hide()

    def show_message(
        self,
        tone: Tone,
        text: str,
        *,
        title: str = "",
        actions: tuple[tuple[str, str], ...] = (),
        icon: Icon | State | None = None,
        is_spoken: bool = True,
    ) -> None:
        """Show a message; ``actions`` are (key, text) of buttons. Danger is spoken at once."""
        self._tone = tone
        self.icon.show_icon(icon or _icon_of(tone), tone)
        self.title_label.setText(title)
        self.title_label.setVisible(bool(title))
        self.text_label.setText(text)
        self.setAccessibleName(" ".join(part for part in (title, text) if part))
        self._show_actions(actions)
        self.close_button.setVisible(self._is_closable)
        self.show()
        self.updateGeometry()
        self.update()
        if is_spoken:
            announce(self, self.accessibleName(), is_urgent=tone == Tone.DANGER)

    def retranslate(self) -> None:
        """Word the close button in the language now installed."""
        self.close_button.setText(self.tr("Close this message"))
        self.close_button.set_icon_only(True)

    def clear(self) -> None:
        """Take the message away."""
        self.hide()

    def actions_shown(self) -> tuple[Button, ...]:
        """The action buttons in their order."""
        return tuple(self._actions)

    def _show_actions(self, actions: tuple[tuple[str, str], ...]) -> None:
        for button in self._actions:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._actions = []
        for key, text in actions:
            button = Button(text, self, name=f"{self.objectName()}-{key}")
            button.setProperty("action", key)
            button.clicked.connect(self._action)
            self._row.insertWidget(self._row.count() - 1, button)
            button.show()
            self._actions.append(button)
        keep_tab_order(self, [*self._actions, self.close_button])

    @Slot()
    def _action(self) -> None:
        key = self.sender().property("action")
        self.action_requested.emit(str(key))

    @Slot()
    def _close(self) -> None:
        self.clear()
        self.closed.emit()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what may be closed."""
        if event.key() == Qt.Key.Key_Escape and self._is_closable:
            self._close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Soft fill, edge and bar in the tone."""
        theme = current_theme()
        painter = QPainter(self)
        ink = theme.ink(self._tone)
        edge = Edge(theme.fill(self._tone))
        if self._has_edge:
            edge = Edge(theme.fill(self._tone), ink, bar=ink)
        draw_edge(painter, QRectF(self.rect()), edge)
        painter.end()


def _icon_of(tone: Tone) -> Icon | State:
    icons: dict[Tone, Icon | State] = {
        Tone.DANGER: State.DANGER,
        Tone.WARNING: State.LOOK_HERE,
        Tone.SUCCESS: State.DONE,
        Tone.PRIVATE: Icon.FLASK,
    }
    return icons.get(tone, Icon.INFO)
