"""Alerts that the site may want for the instruments that it loaded: read, opened, never active."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.messages import sentence
from desktop.services.propose_site_alerts import AlertProposal
from desktop.views.forms.breakable import breakable
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.wrap_label import WrapLabel


class ProposedAlerts(Panel):
    """Hidden while nothing is proposed. Signals: ``opened(at)`` the place of the proposal."""

    opened = Signal(int)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        title = sentence("propose-alert.heading", language)
        super().__init__(title, parent, name="proposed-alerts-panel", is_flush=True)
        self._language = language
        intro = QWidget(self)
        said = QHBoxLayout(intro)
        said.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        said.addWidget(WrapLabel(sentence("propose-alert.intro", language), self, tone=Tone.MUTED))
        self.rows = RowList(title, self, name="proposed-alerts", opens_on_press=True)
        self.body.addWidget(intro)
        self.body.addWidget(self.rows)
        self.rows.opened.connect(self._opened)
        self.hide()

    def show_proposals(self, proposals: tuple[AlertProposal, ...]) -> None:
        """Show what is offered."""
        self.rows.show_rows([self._row(at, one) for at, one in enumerate(proposals)])
        self.setVisible(bool(proposals))

    def _row(self, at: int, proposal: AlertProposal) -> RowItem:
        language = self._language
        words = sentence(
            "propose-alert.row",
            language,
            form=proposal.form_title.in_language(language),
            meaning=proposal.meaning.in_language(language).rstrip("."),
            source=proposal.source,
        )
        return RowItem(
            str(at),
            proposal.alert.title.in_language(language),
            breakable(words),
            State.NOT_STARTED,
            right=sentence("propose-alert.not-active", language),
            has_chevron=True,
            is_large=True,
        )

    @Slot(str)
    def _opened(self, key: str) -> None:
        self.opened.emit(int(key))
