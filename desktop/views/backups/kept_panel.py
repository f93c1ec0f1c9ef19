"""Older stores that restores moved aside, and what is asked before one is destroyed."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.ports import KeptStore
from desktop.views.backups.backup_words import size_words
from desktop.views.interview.local_time import shown_moment
from desktop.views.person.ask_panel import Ask
from desktop.views.person.when_words import moment_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.wrap_label import WrapLabel


class KeptPanel(Panel):
    """Hidden while there is none; keys of rows are the names of their folders."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        title = sentence("kept.title", language)
        super().__init__(title, parent, name="backups-kept", is_flush=True)
        self._language = language
        note = WrapLabel(sentence("kept.note", language), self, tone=Tone.MUTED)
        note.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.rows = RowList(title, self, name="backups-kept-list", opens_on_press=True)
        self.body.addWidget(note)
        self.body.addWidget(self.rows)
        self.hide()

    def show_kept(self, kept: Sequence[KeptStore], now: datetime) -> None:
        """Show these, newest first."""
        self.rows.show_rows([self._row(one, now) for one in kept])
        self.set_count(len(kept))
        self.setVisible(bool(kept))

    def _row(self, kept: KeptStore, now: datetime) -> RowItem:
        return RowItem(
            kept.name,
            moment_words(kept.moved_at, now, self._language),
            sentence("kept.line", self._language, name=kept.name),
            Icon.HARD_DRIVE,
            right=size_words(kept.size_bytes),
            has_chevron=True,
            is_large=True,
        )


def ask_to_destroy(kept: KeptStore, language: str) -> Ask:
    """What goes, and the password."""
    at = shown_moment(kept.moved_at)
    return Ask(
        title=sentence("kept.destroy-title", language, at=at),
        intro=sentence("kept.destroy-intro", language, at=at, size=size_words(kept.size_bytes)),
        action=sentence("kept.destroy-do", language),
        is_dangerous=True,
    )
