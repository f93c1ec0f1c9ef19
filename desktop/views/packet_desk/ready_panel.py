"""Packets that wait to be printed, the oldest first; an empty page says what will come here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.records.packet_record import PaperSize
from desktop.services.read_packet_desk import DeskRow
from desktop.views.packet_desk.desk_states import DeskState
from desktop.views.review.queue_panel import age
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList

POINTS = {PaperSize.NORMAL: 12, PaperSize.LARGE: 16}
"""Text size on paper in points."""


class ReadyPanel(Panel):
    """Signals: ``packet_chosen(packet_id)``."""

    packet_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, name="desk-ready-panel", is_flush=True)
        self.rows = RowList(self.tr("Ready to print"), self, name="desk-ready")
        self.rows.set_rounds_top(True)
        self.empty = EmptyState(
            self.tr("Nothing to print"),
            self.tr("A packet that a specialist sends appears here. It stays for 72 hours."),
            self,
            name="desk-empty",
        )
        self.body.addWidget(self.rows)
        self.body.addWidget(self.empty)
        self.rows.chosen.connect(self.packet_chosen)

    def show_state(self, state: DeskState) -> None:
        """Show what is ready."""
        ready = state.desk.ready
        self.rows.setVisible(bool(ready))
        self.empty.setVisible(not ready)
        self.rows.show_rows([self._row(row, state) for row in ready])
        self.rows.set_chosen(state.chosen or "")

    def _row(self, row: DeskRow, state: DeskState) -> RowItem:
        waited = age(state.now - row.made_at)
        if row.is_damaged:
            return RowItem(
                key=row.packet_id,
                title=self.tr("A packet that cannot be opened"),
                second=self.tr("It is damaged. A specialist can send it again."),
                second_tone=Tone.DANGER,
                icon=State.DANGER,
                icon_tone=Tone.DANGER,
                right=waited,
                is_large=True,
                is_closed=True,
            )
        is_chosen = row.packet_id == state.chosen
        return RowItem(
            key=row.packet_id,
            title=row.alias,
            second=self._about(row),
            second_tone=Tone.PRIVATE if row.person_only else Tone.MUTED,
            icon=Icon.FILE_TEXT,
            icon_tone=Tone.ACCENT if is_chosen else Tone.MUTED,
            right=waited,
            is_large=True,
        )

    def _about(self, row: DeskRow) -> str:
        language = self.tr("Spanish") if row.language == "es" else self.tr("English")
        pages = self.tr("1 page") if row.pages == 1 else self.tr("%n pages", "", row.pages)
        about = self.tr("{language}, {points} pt, {pages}").format(
            language=language, points=POINTS[PaperSize(row.size)], pages=pages
        )
        only = self.tr("to the person only") if row.person_only else ""
        return " · ".join(part for part in (about, only) if part)
