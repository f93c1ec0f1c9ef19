"""What a newcomer sees before anybody gave them keys: it is no mistake, and who helps now."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.services.own_keys import OwnKeys
from desktop.views.people.people_words import role_words
from desktop.views.shell.regions import mark_region
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.metrics import Layout, layout_for
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.top_bar import TopBar


class WaitingView(QWidget):
    """Signals: ``sign_out_requested()``."""

    sign_out_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting")
        self._language = language
        title = sentence("own-keys.title", language)
        self.top = TopBar(title, self, name="waiting-top")
        self.words = EmptyState(title, "", self, name="waiting-words")
        self.leave_button = Button(
            self.tr("Sign out"),
            self.words,
            name="waiting-sign-out",
            role=ButtonRole.PRIMARY,
            icon=Icon.DOOR_OPEN,
        )
        self.words.add_action(self.leave_button)
        self.leave_button.clicked.connect(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.words, 1)
        mark_region(self.words)
        theme_holder().changed.connect(self._fit)

    def show_state(self, own: OwnKeys) -> None:
        """Who can give the keys, and the code that they compare."""
        language = self._language
        roles = ", ".join(role_words(role, language).lower() for role in own.givers)
        who = sentence("own-keys.who-none", language, roles=roles)
        if own.names:
            who = sentence("own-keys.who", language, names=", ".join(own.names))
        compare = sentence("own-keys.compare", language, fingerprint=own.fingerprint)
        then = sentence("own-keys.then", language)
        title = sentence("own-keys.title", language)
        self.words.show_words(title, f"{who}\n\n{compare}\n\n{then}")

    def focus_first(self) -> None:
        """The way on."""
        self.leave_button.setFocus()

    @Slot()
    def _leave(self) -> None:
        self.sign_out_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture gives way to words that are large for the window."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        layout = layout_for(self.window().width(), current_theme().scale)
        self.words.picture.setVisible(layout is Layout.FULL)
