"""Asks why there is no safety plan today."""

from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.no_plan import NoPlanReason
from desktop.services.draft_cards import DraftCard
from desktop.views.person.reason_panel import ReasonPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.wrap_label import WrapLabel


class NoPlanPanel(ReasonPanel):
    """Signals: ``reason_given(NoPlanReason)``."""

    def __init__(self, language: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent, name=name)
        self.words = WrapLabel("", self, tone=Tone.MUTED)
        self.body.addWidget(self.words)
        self.ask(
            self.tr("Why is there no plan today?"),
            {one: sentence(f"no-plan-reason.{one.value}", language) for one in NoPlanReason},
        )

    def begin(self, card: DraftCard) -> None:
        """Say what becomes of what was written so far."""
        self.begin_with(self.tr("No plan today for {alias}").format(alias=card.alias))
        words = self.tr("The reason stands on the person page and in the review.")
        if card.answered + card.with_reason:
            words = self.tr(
                "The reason stands on the person page and in the review. What is written in this"
                " plan is thrown away; this cannot be undone."
            )
        self.words.setText(words)
