"""The other cases of the same person: by alias, each opened from here, each link undone here."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.linked_people import LinkedCase
from desktop.views.person.key_buttons import KeyButtons
from desktop.views.person.when_words import moment_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.wrap_label import WrapLabel


class LinkedPanel(Panel):
    """Hidden while there is none. Signals: ``case_opened(key)`` an episode id;
    ``undo_requested(person)`` a person id."""

    case_opened = Signal(str)
    undo_requested = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        title = sentence("linked.title", language)
        super().__init__(title, parent, name="person-linked-panel", is_flush=True)
        self._language = language
        self.rows = RowList(title, self, name="person-linked", opens_on_press=True)
        self.undo = KeyButtons(self, name="person-linked-undo", icon=Icon.X)
        self.undo.set_margins(Space.L, Space.S, Space.L)
        self.body.addWidget(self.rows)
        self.note = WrapLabel(sentence("again.apart", language), self, tone=Tone.MUTED)
        self.note.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        self.body.addWidget(self.note)
        self.body.addWidget(self.undo)
        self.rows.opened.connect(self.case_opened)
        self.undo.pressed.connect(self.undo_requested)
        self.hide()

    def show_cases(self, cases: Sequence[LinkedCase], now: datetime) -> None:
        """Show the cases; a link by way of somebody else is undone there."""
        self.rows.show_rows([self._row(case, now) for case in cases])
        self.undo.show_buttons(
            {
                case.ref.person_id: sentence("linked.undo", self._language, alias=case.alias)
                for case in cases
                if case.linked_at is not None
            }
        )
        self.setVisible(bool(cases))

    def _row(self, case: LinkedCase, now: datetime) -> RowItem:
        at = moment_words(case.arrived_at, now, self._language)
        state = "closed" if case.is_closed else "open"
        second = sentence(f"linked.{state}", self._language, at=at)
        if case.close_reason is not None:
            end = sentence(f"close-reason.{case.close_reason.value}", self._language)
            second = sentence("linked.ended", self._language, at=at, end=end)
        return RowItem(
            key=case.ref.episode_id,
            title=case.alias,
            second=second,
            icon=State.DONE if case.is_closed else State.IN_PROGRESS,
            has_chevron=True,
        )
