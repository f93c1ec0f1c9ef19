"""Someone left: make new keys; and how far the move of the records under them is."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.read_people import PeopleState
from desktop.views.people.people_words import keys_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.button import Button
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class KeysPanel(Panel):
    """Shown only when there is something to do. Signals: ``new_keys_requested()``,
    ``move_requested()``, ``stop_requested()``."""

    new_keys_requested = Signal()
    move_requested = Signal()
    stop_requested = Signal()

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__("", parent, name="people-keys")
        self._language = language
        self._is_owed = False
        self._can_renew = False
        self._is_left = False
        self._is_moving = False
        self.owed = WrapLabel("", self)
        self.meaning = WrapLabel(
            self.tr(
                "Someone who held these keys has left, or they were never made. With new keys"
                " nothing written from now on opens with an old one. Older records are moved in"
                " the background; you can go on working."
            ),
            self,
            tone=Tone.MUTED,
        )
        self.new_button = Button(
            self.tr("Make new keys"), self, name="people-new-keys", icon=Icon.KEY
        )
        self.left = WrapLabel("", self)
        self.move_button = Button(
            self.tr("Move the rest"), self, name="people-move", icon=Icon.REFRESH
        )
        self.moving = Busy(self, name="people-moving")
        for widget in (
            self.owed,
            self.meaning,
            self.new_button,
            self.left,
            self.move_button,
            self.moving,
        ):
            self.body.addWidget(widget)
        self.new_button.clicked.connect(self._new)
        self.move_button.clicked.connect(self._move)
        self.moving.cancel_requested.connect(self.stop_requested)
        self._arrange()

    def show_state(self, state: PeopleState) -> None:
        """Which keys are owed, and how much is still under older ones."""
        can_renew = bool(state.renewable)
        keys = keys_words(state.renewable if can_renew else state.owed, self._language)
        message = "people.owed" if can_renew else "people.owed-others"
        self.owed.setText(sentence(message, self._language, keys=keys))
        self.left.setText(sentence("people.left-to-move", self._language, count=state.to_move))
        self._is_owed, self._is_left = bool(state.owed), bool(state.to_move)
        self._can_renew = can_renew
        self._arrange()

    def show_step(self, done: int, total: int) -> None:
        """How far the move is."""
        words = sentence("people.moving", self._language, done=done, total=total)
        if not self._is_moving:
            self._is_moving = True
            self.moving.start(words)
        self.moving.show_step(words, done, total)
        self._arrange()

    def stop_moving(self) -> None:
        """The move ended or was stopped."""
        self._is_moving = False
        self.moving.stop()
        self._arrange()

    def _arrange(self) -> None:
        rest = self._is_left and not self._is_moving
        self.owed.setVisible(self._is_owed)
        self.meaning.setVisible(self._is_owed)
        self.new_button.setVisible(self._is_owed and self._can_renew)
        self.left.setVisible(rest)
        self.move_button.setVisible(rest)
        is_title_owed = self._is_owed or not (rest or self._is_moving)
        self.set_title(
            self.tr("Someone left: make new keys") if is_title_owed else self.tr("New keys")
        )
        self.setVisible(self._is_owed or rest or self._is_moving)

    @Slot()
    def _new(self) -> None:
        self.new_keys_requested.emit()

    @Slot()
    def _move(self) -> None:
        self.move_requested.emit()
