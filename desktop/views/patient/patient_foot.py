"""The foot of the person's page: back and next, and apart from them how to give the screen back."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class PatientFoot(QWidget):
    """Two bars on a tablet that stands; one on a wide screen, where height is what answers need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("patient-foot")
        self._is_wide = False
        self._bar = Surface(Ground.PLAIN, self)
        self._bar.setObjectName("patient-steps")
        self._apart = Surface(Ground.SUNKEN, self)
        self.back_button = Button(
            self.tr("Back"), self._bar, name="patient-back", icon=Icon.ARROW_LEFT
        )
        self.next_button = Button("", self._bar, name="patient-next", role=ButtonRole.PRIMARY)
        for button in (self.back_button, self.next_button):
            button.set_large()
        self.saved_label = WrapLabel(self.tr("Saved"), self._apart, tone=Tone.MUTED)
        self.saved_label.setObjectName("patient-saved")
        self.give_button = Button(
            self.tr("Give this back"), self._apart, name="patient-give-back", icon=Icon.LOCK
        )
        self._give_row = _row_in(QVBoxLayout(self._apart), Space.S)
        bar = QVBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(0)
        bar.addWidget(Rule(self._bar))
        self._step_row = _row_in(bar, Space.NONE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._apart)
        self._place()
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def fit(self, *, is_wide: bool) -> None:
        """One bar where the screen is wider than high."""
        if is_wide is not self._is_wide:
            self._is_wide = is_wide
            self._place()

    def _place(self) -> None:
        for row in (self._give_row, self._step_row):
            while row.takeAt(0) is not None:
                pass
        steps, apart = self._step_row, self._give_row
        if self._is_wide:
            steps.addWidget(self.give_button)
            steps.addWidget(self.saved_label, 1)
            steps.addWidget(self.back_button)
            self.give_button.lower()  # first of the bar, and so for Tab
        else:
            apart.addWidget(self.saved_label, 1)
            apart.addWidget(self.give_button)
            steps.addWidget(self.back_button)
            steps.addStretch(1)
        steps.addWidget(self.next_button)
        self._apart.setHidden(self._is_wide)

    def _restyle(self) -> None:
        self._bar.setMinimumHeight(current_theme().metrics.action_bar)


def _row_in(column: QVBoxLayout, upright: Space) -> QHBoxLayout:
    column.setContentsMargins(0, 0, 0, 0)
    row = QHBoxLayout()
    row.setContentsMargins(Space.XL, upright, Space.XL, upright)
    row.setSpacing(Space.M)
    column.addLayout(row, 1)
    return row
