"""What stands before a section that minds company: closed until private, or a word of warning."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.interview.interview_state import Gate
from desktop.views.interview.layouts.parts import PageState
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import IconSize, Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.surface import Ground, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class GatePanel(Surface):
    """Never says what the section asks.

    Signals: ``private_confirmed()`` somebody said that it is private now; ``reason_given(text)``
    visitors stay, and why it goes on nevertheless; ``not_safe_chosen()`` all of it is not safe
    to ask today.
    """

    private_confirmed = Signal()
    reason_given = Signal(str)
    not_safe_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Ground.PANEL, parent)
        self.setObjectName("interview-gate")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        self._icon = IconLabel(State.LOCKED, self, tone=Tone.PRIVATE, size=IconSize.LARGE)
        self.title = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.title.setObjectName("interview-gate-title")
        head.addWidget(self._icon)
        head.addWidget(self.title, 1)
        column.addLayout(head)
        self.text = WrapLabel("", self)
        self.kept = WrapLabel("", self, tone=Tone.MUTED)
        column.addWidget(self.text)
        column.addWidget(self.kept)
        self._add_buttons(column)
        self._add_reasons(column)
        column.addStretch(1)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        self.private_button = Button(
            self.tr("It is private now"), self, name="interview-gate-private", icon=Icon.DOOR_CLOSED
        )
        self.private_button.clicked.connect(self._private)
        self.not_safe_button = Button(
            self.tr("Not safe to ask today"),
            self,
            name="interview-gate-not-safe",
            icon=Icon.EAR_OFF,
        )
        self.not_safe_button.clicked.connect(self._not_safe)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.private_button)
        row.addWidget(self.not_safe_button)
        row.addStretch(1)
        column.addLayout(row)

    def _add_reasons(self, column: QVBoxLayout) -> None:
        self.reasons = OptionGroup(
            self.tr("Visitors stay. Go on because:"),
            [
                OptionItem("will-not-leave", self.tr("They will not leave")),
                OptionItem("wanted", self.tr("The person wants them here")),
                OptionItem("cannot-wait", self.tr("It cannot wait")),
                OptionItem("interpreter", self.tr("Only the interpreter or staff are here")),
            ],
            self,
            name="interview-gate-reason",
        )
        self.reason_row = FieldRow(self.tr("Visitors stay. Go on because:"), self.reasons, self)
        column.addWidget(self.reason_row)
        self.reasons.answered.connect(self._reason)

    def show_gate(self, page: PageState) -> None:
        """Word the gate of a page."""
        is_locked = page.gate is Gate.LOCKED
        icon = State.LOCKED if is_locked else State.LOOK_HERE
        self._icon.show_icon(icon, Tone.PRIVATE if is_locked else Tone.WARNING)
        if is_locked:
            self.title.setText(self.tr("This part opens when the room is private."))
            self.text.setText(
                self.tr("Everything else can be asked meanwhile. Nothing here is lost.")
            )
        else:
            self.title.setText(
                self.tr("The next questions may be hard to answer with others here.")
            )
            self.text.setText(
                self.tr(
                    "Ask visitors to step out first. If they stay, say why you go on: it is kept"
                    " with the answers."
                )
            )
        kept = self.tr("Answers kept aside: {count}")
        self.kept.setText(kept.format(count=page.parked))
        self.kept.setVisible(page.parked > 0)
        self.not_safe_button.setVisible(is_locked)
        self.reason_row.setVisible(not is_locked)
        self.reasons.set_chosen(())

    @Slot()
    def _private(self) -> None:
        self.private_confirmed.emit()

    @Slot()
    def _not_safe(self) -> None:
        self.not_safe_chosen.emit()

    @Slot(object)
    def _reason(self, keys: tuple[str, ...]) -> None:
        rows = {row.item.key: row.item.text for row in self.reasons.rows()}
        if keys:
            self.reason_given.emit(rows[keys[0]])
