"""Alerts of completed forms that nobody was told of yet, on the person page."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.untold_alerts import UntoldAlert
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.wrap_label import WrapLabel


class UntoldPanel(Panel):
    """Hidden while there is none. Signals: ``told_requested(index)`` a row was opened."""

    told_requested = Signal(int)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        title = sentence("untold.title", language)
        super().__init__(title, parent, name="person-untold-panel", is_flush=True)
        self._language = language
        self.rows = RowList(title, self, name="person-untold", opens_on_press=True)
        self.unknown = WrapLabel(sentence("untold.unknown", language), self, tone=Tone.DANGER)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.unknown)
        self.rows.opened.connect(self._open)
        self.hide()

    def show_alerts(self, alerts: Sequence[UntoldAlert], unknown: int) -> None:
        """Show them; ``unknown`` forms could not be opened to look."""
        self.rows.show_rows([self._row(at, one) for at, one in enumerate(alerts)])
        self.rows.setVisible(bool(alerts))
        self.unknown.setVisible(bool(unknown))
        self.setVisible(bool(alerts) or bool(unknown))

    def _row(self, at: int, alert: UntoldAlert) -> RowItem:
        form = alert.form_title.in_language(self._language)
        return RowItem(
            key=str(at),
            title=alert.title.in_language(self._language),
            second=sentence("untold.row", self._language, form=form),
            icon=State.DANGER,
            icon_tone=Tone.DANGER,
            has_chevron=True,
            is_large=True,
        )

    @Slot(str)
    def _open(self, key: str) -> None:
        self.told_requested.emit(int(key))
