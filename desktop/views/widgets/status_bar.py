"""The line at the bottom: saved state, demo mark, workstation, person signed in."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class StatusBar(Surface):
    """Always visible; says whether work is saved by icon, words and colour."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(Ground.SUNKEN, parent)
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(self))
        row = QHBoxLayout()
        row.setContentsMargins(Space.L + Space.XS, Space.NONE, Space.L, Space.NONE)
        row.setSpacing(Space.XL)
        column.addLayout(row, 1)
        self._icon = IconLabel(Icon.CHECK, self, tone=Tone.SUCCESS)
        self.state_label = WrapLabel("", self)
        self.note_label = WrapLabel("", self, tone=Tone.MUTED)
        self.demo_label = WrapLabel("", self, style=TextStyle.BODY_STRONG, tone=Tone.PRIVATE)
        self.place_label = WrapLabel("", self, tone=Tone.MUTED)
        self.person_label = WrapLabel("", self, tone=Tone.MUTED)
        state = QHBoxLayout()
        state.setSpacing(Space.S)
        state.addWidget(self._icon)
        state.addWidget(self.state_label)
        row.addLayout(state)
        row.addWidget(self.note_label)
        row.addStretch(1)
        for label in (self.demo_label, self.place_label, self.person_label):
            row.addWidget(label)
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def show_saved(self, words: str) -> None:
        """Work is durable ("Saved 14:05:12")."""
        self._show(words, Icon.CHECK, Tone.SUCCESS, Tone.PLAIN)

    def show_saving(self, words: str) -> None:
        """Work is on its way to the store ("Saving")."""
        self._show(words, Icon.CLOCK, Tone.MUTED, Tone.MUTED)

    def show_not_saved(self, words: str) -> None:
        """Work is not durable ("Not saved")."""
        self._show(words, State.DANGER, Tone.DANGER, Tone.DANGER)

    def show_locked(self, words: str) -> None:
        """Before sign-in ("Locked: records on this workstation are encrypted")."""
        self._show(words, Icon.LOCK, Tone.PLAIN, Tone.PLAIN)

    def show_note(self, words: str) -> None:
        """A second remark ("Bedside core, version 3")."""
        self.note_label.setText(words)

    def show_place(self, *, demo: str, workstation: str, person: str) -> None:
        """Demo mark ("" when real), workstation and site, who is signed in."""
        for label, words in (
            (self.demo_label, demo),
            (self.place_label, workstation),
            (self.person_label, person),
        ):
            label.setText(words)
            label.setVisible(bool(words))

    def show_demo(self, words: str) -> None:
        """The demo mark in more or fewer words."""
        if words != self.demo_label.text():
            self.demo_label.setText(words)

    def _show(self, words: str, icon: Icon | State, icon_tone: Tone, tone: Tone) -> None:
        self._icon.show_icon(icon, icon_tone)
        self.state_label.setText(words)
        self.state_label.set_tone(tone)

    @Slot()
    def _restyle(self) -> None:
        self.setMinimumHeight(current_theme().metrics.status)
