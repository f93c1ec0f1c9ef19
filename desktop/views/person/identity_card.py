"""Ways to reach and legal identity: closed until asked for, because each look is logged."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.views.person.key_buttons import KeyButtons
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, slots=True)
class IdentityLine:
    """One fact: what it is and what may be done with it."""

    icon: Icon
    text: str = field(repr=False)
    second: str


class IdentityCard(Panel):
    """Signals: ``look_requested()``, ``edit_requested()``, ``link_requested()``; ``closed()`` when
    nothing of it is shown any more."""

    look_requested = Signal()
    closed = Signal()
    link_requested = Signal()
    edit_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="person-identity")
        self.set_title(self.tr("Ways to reach"))
        self.closed_words = WrapLabel(
            self.tr("Name and contacts are kept apart. Each look is noted in the privacy log."),
            self,
            tone=Tone.MUTED,
        )
        self.show_button = Button(
            self.tr("Show name and contacts"), self, name="person-identity-show", icon=Icon.EYE
        )
        self.alike_bar = MessageBar(self, name="person-alike")
        self.alike_links = KeyButtons(self, name="person-alike-link", icon=Icon.USERS)
        self.alike_bar.closed.connect(self._drop_links)
        self.body.addWidget(self.alike_bar)
        self.body.addWidget(self.alike_links)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.M)
        self._line_widgets: list[QWidget] = []
        self.hide_button = Button(
            self.tr("Hide"), self, name="person-identity-hide", icon=Icon.EYE_OFF
        )
        self.edit_button = Button(self.tr("Edit"), self, name="person-identity-edit", icon=Icon.PEN)
        self.body.addWidget(self.closed_words)
        self.body.addLayout(self._lines)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for button in (self.show_button, self.hide_button, self.edit_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.link_button = Button(
            sentence("link.open", language), self, name="person-identity-link", icon=Icon.USERS
        )
        self.link_button.clicked.connect(self._ask_link)
        self.body.addWidget(self.link_button)
        self.reference = WrapLabel("", self, tone=Tone.MUTED)
        self.reference.setObjectName("person-reference")
        self.body.addWidget(self.reference)
        self.show_button.clicked.connect(self._look)
        self.hide_button.clicked.connect(self.close_card)
        self.edit_button.clicked.connect(self._edit)
        self.close_card()

    def show_lines(self, lines: tuple[IdentityLine, ...], *, can_edit: bool) -> None:
        """Show what is known; with nothing known it says so."""
        self._clear()
        for line in lines:
            self._add(line)
        self.closed_words.setText(self.tr("Nothing is noted yet."))
        self._set_open(is_open=True, has_lines=bool(lines), can_edit=can_edit)
        self.hide_button.setFocus()

    def show_alike(self, title: str, text: str, links: Mapping[str, str]) -> None:
        """Hint who may be the same person, with buttons by person; "" takes the hint away."""
        self.alike_links.show_buttons(links)
        if text:
            self.alike_bar.show_message(Tone.ACCENT, text, title=title, icon=Icon.USERS)
        else:
            self.alike_bar.clear()

    def show_reference(self, words: str) -> None:
        """How the privacy officer is told of this person."""
        self.reference.setText(words)

    @Slot()
    def close_card(self) -> None:
        """Show nothing of it any more."""
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        self._clear()
        self.closed_words.setText(
            self.tr("Name and contacts are kept apart. Each look is noted in the privacy log.")
        )
        self._set_open(is_open=False, has_lines=False, can_edit=False)
        if had_focus:
            self.show_button.setFocus()
        self.closed.emit()

    def _set_open(self, *, is_open: bool, has_lines: bool, can_edit: bool) -> None:
        self.closed_words.setVisible(not has_lines)
        self.show_button.setVisible(not is_open)
        self.hide_button.setVisible(is_open)
        self.edit_button.setVisible(is_open and can_edit)
        self.link_button.setVisible(is_open and can_edit)

    def _add(self, line: IdentityLine) -> None:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.M)
        across.addWidget(IconLabel(line.icon, row, tone=Tone.MUTED))
        words = QVBoxLayout()
        words.setSpacing(Space.NONE)
        words.addWidget(WrapLabel(line.text, row, style=TextStyle.BODY_STRONG))
        words.addWidget(WrapLabel(line.second, row, tone=Tone.MUTED))
        across.addLayout(words, 1)
        self._lines.addWidget(row)
        row.show()
        self._line_widgets.append(row)

    def _clear(self) -> None:
        for row in self._line_widgets:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._line_widgets = []

    @Slot()
    def _ask_link(self) -> None:
        self.link_requested.emit()

    @Slot()
    def _drop_links(self) -> None:
        self.alike_links.show_buttons({})

    @Slot()
    def _look(self) -> None:
        self.look_requested.emit()

    @Slot()
    def _edit(self) -> None:
        self.edit_requested.emit()
