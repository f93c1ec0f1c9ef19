"""Who is in the room and whether it is private; folds to one button where it does not fit."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.records.room import Presence
from desktop.views.interview.interview_state import RoomBarState
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.room_chip import RoomChip
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.wrap_label import WrapLabel

YES, NO = "yes", "no"


class RoomControls(QWidget):
    """The chips and the segment, side by side or below each other.

    Signals: ``room_changed(present, private_now)`` a frozenset and True, False or None;
    ``interpreter_requested()`` to say how it is interpreted.
    """

    room_changed = Signal(object, object)
    interpreter_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_upright: bool = False) -> None:
        super().__init__(parent)
        self._state = RoomBarState(frozenset(), None)
        layout = QVBoxLayout(self) if is_upright else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        suffix = "-menu" if is_upright else ""
        layout.addWidget(WrapLabel(self.tr("In the room"), self, style=TextStyle.BODY_STRONG))
        self._chips: dict[Presence, RoomChip] = {}
        chips = QGridLayout()
        chips.setSpacing(Space.S)
        most = 2 if is_upright else len(Presence)
        for at, (presence, words) in enumerate(self._presences().items()):
            chip = RoomChip(words, self, name=f"room-{presence.value}{suffix}")
            chip.toggled.connect(self._toggled)
            chips.addWidget(chip, at // most, at % most)
            self._chips[presence] = chip
        layout.addLayout(chips)
        self.interpreter = Button(
            self.tr("How it is interpreted"),
            self,
            name=f"room-interpreter-open{suffix}",
            icon=Icon.LANGUAGES,
            is_icon_only=not is_upright,
        )
        self.interpreter.clicked.connect(self._interpreter)
        layout.addWidget(self.interpreter)
        if not is_upright:
            layout.addStretch(1)
        question = self.tr("Private now")
        layout.addWidget(WrapLabel(question, self, style=TextStyle.BODY_STRONG))
        choices = (
            Choice(YES, self.tr("Yes"), Icon.DOOR_CLOSED, Tone.PRIVATE),
            Choice(NO, self.tr("No")),
        )
        self.private = Segment(question, choices, self, name=f"room-private{suffix}")
        self.private.chosen.connect(self._private_chosen)
        layout.addWidget(self.private)

    def show_room(self, state: RoomBarState) -> None:
        """Show the room without a signal."""
        self._state = state
        for presence, chip in self._chips.items():
            chip.set_chosen(presence in state.present)
        self.interpreter.setAccessibleDescription(state.interpreting)
        words = (self.interpreter.text(), state.interpreting)
        self.interpreter.setToolTip("\n".join(filter(None, words)))
        key = {True: YES, False: NO, None: ""}[state.private_now]
        self.private.set_chosen(key)

    def focus_first(self) -> None:
        """Put the focus on the first chip."""
        self._chips[Presence.INTERPRETER].setFocus()

    def _presences(self) -> dict[Presence, str]:
        return {
            Presence.INTERPRETER: self.tr("Interpreter"),
            Presence.GUARDIAN: self.tr("Guardian"),
            Presence.FAMILY: self.tr("Family"),
            Presence.PARTNER: self.tr("Partner"),
            Presence.FRIENDS: self.tr("Friends"),
            Presence.POLICE: self.tr("Police"),
            Presence.ROOMMATE: self.tr("Roommate"),
            Presence.OTHER: self.tr("Other"),
        }

    @Slot(bool)
    def _toggled(self, _is_checked: bool) -> None:
        present = frozenset(key for key, chip in self._chips.items() if chip.isChecked())
        came = present - self._state.present
        # Somebody came in: what was private a moment ago has to be said again.
        private_now = None if came and self._state.private_now else self._state.private_now
        self.room_changed.emit(present, private_now)

    @Slot()
    def _interpreter(self) -> None:
        self.interpreter_requested.emit()

    @Slot(str)
    def _private_chosen(self, key: str) -> None:
        self.room_changed.emit(self._state.present, key == YES)


class RoomBar(Surface):
    """The room over the page. Signals: those of its controls."""

    room_changed = Signal(object, object)
    interpreter_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Ground.PLAIN, parent)
        self.setObjectName("interview-room")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self.controls = RoomControls(self)
        row.addWidget(self.controls)
        column.addLayout(row, 1)
        column.addWidget(Rule(self))
        self.controls.room_changed.connect(self.room_changed)
        self.controls.interpreter_requested.connect(self.interpreter_requested)
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def wanted_width(self) -> int:
        """The width that all chips need beside each other."""
        return self.controls.minimumSizeHint().width() + 2 * Space.XL

    def show_room(self, state: RoomBarState) -> None:
        """Show the room."""
        self.controls.show_room(state)

    @Slot()
    def _restyle(self) -> None:
        self.setMinimumHeight(current_theme().metrics.room_bar)


class RoomButton(Button):
    """The folded room: "Room: 1", opens the controls. Signals: those of its controls."""

    room_changed = Signal(object, object)
    interpreter_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "", parent, name="interview-room-button", icon=Icon.USERS, icon_after=Icon.CHEVRON_DOWN
        )
        self._popup = QFrame(self, Qt.WindowType.Popup)
        self._popup.setProperty("surface", "card")
        self._popup.setObjectName("interview-room-popup")
        box = QVBoxLayout(self._popup)
        box.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self.controls = RoomControls(self._popup, is_upright=True)
        box.addWidget(self.controls)
        self.controls.room_changed.connect(self.room_changed)
        self.controls.interpreter_requested.connect(self._interpreter)
        self.clicked.connect(self._open)

    def show_room(self, state: RoomBarState) -> None:
        """Show how many are here, and whether it is private."""
        self.controls.show_room(state)
        count = len(state.present)
        self.setText(self.tr("Room: {count}").format(count=count))
        words = {True: self.tr("private"), False: self.tr("not private"), None: ""}
        self.setAccessibleDescription(words[state.private_now])
        self.set_icon(Icon.DOOR_CLOSED if state.private_now else Icon.USERS)

    @Slot()
    def _open(self) -> None:
        self._popup.adjustSize()
        self._popup.move(self.mapToGlobal(QPoint(0, self.height() + Space.XS)))
        self._popup.show()
        self.controls.focus_first()

    @Slot()
    def _interpreter(self) -> None:
        self._popup.hide()
        self.interpreter_requested.emit()
