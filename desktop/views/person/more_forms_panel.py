"""The two panels of forms on the person page: our own further ones, and those of the site."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList


class MoreFormsPanel(Panel):
    """Hidden while there is none. Signals: ``form_opened(key)``."""

    form_opened = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(title, parent, name=f"{name}-panel", is_flush=True)
        self.rows = RowList(title, self, name=name, opens_on_press=True)
        self.body.addWidget(self.rows)
        self.rows.opened.connect(self.form_opened)
        self.hide()

    def show_rows(self, rows: Sequence[RowItem]) -> None:
        """Show the forms of the case and those that can be begun."""
        self.rows.show_rows(rows)
        self.setVisible(bool(rows))
