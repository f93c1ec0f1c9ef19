"""Below the last row of a repeating group: the button that adds one, or why none can come."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.editors.editor import safe_name
from desktop.views.interview.layouts.making import PartMaker
from desktop.views.interview.layouts.parts import AddRow
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.wrap_label import WrapLabel


class AddBar(QWidget):
    """The button is hidden, and a sentence stands there instead, when the group is full."""

    def __init__(self, state: AddRow, maker: PartMaker, parent: QWidget) -> None:
        super().__init__(parent)
        name = safe_name(state.list_key)
        self.setObjectName(f"add-bar-{name}")
        self._state = state
        self._maker = maker
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, Space.S)
        row.setSpacing(Space.S)
        self.button = Button("", self, name=f"add-{name}", icon=Icon.PLUS)
        self.full_label = WrapLabel("", self, tone=Tone.MUTED)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.full_label, 1)
        row.addStretch(0)
        self.button.clicked.connect(self._pressed)
        self.show_add(state)

    def show_add(self, state: AddRow) -> None:
        """Word it, and close it when the group is full."""
        self._state = state
        self.button.setText(self.tr("Add another"))
        self.button.setAccessibleName(self.tr("Add another: {title}").format(title=state.title))
        self.full_label.setText("" if state.can_add else self.tr("No more can be added here."))
        self.button.setVisible(state.can_add)
        self.full_label.setVisible(not state.can_add)

    def set_layout(self, width: int, *, is_stacked: bool) -> None:
        """Nothing to fold."""

    @Slot()
    def _pressed(self) -> None:
        self._maker.row_wanted.emit(self._state.list_key)
