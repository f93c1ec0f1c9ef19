"""The completed plans of a case, each with a button that shows it to the person."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.show_plan import PlanToShow
from desktop.views.person.key_buttons import KeyButtons
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class ShowPlanPanel(Panel):
    """Hidden while there is none. Signals: ``show_requested(record_id)``."""

    show_requested = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(
            sentence("show-plan.title", language), parent, name="person-show-plan-panel"
        )
        self._language = language
        words = sentence("show-plan.words", language)
        self.body.addWidget(WrapLabel(words, self, tone=Tone.MUTED))
        self.buttons = KeyButtons(self, name="person-show-plan", icon=Icon.TABLET)
        self.buttons.pressed.connect(self.show_requested)
        self.body.addWidget(self.buttons)
        self.hide()

    def show_plans(self, plans: Sequence[PlanToShow]) -> None:
        """One button for each."""
        titles = {one.record_id: one.title.in_language(self._language) for one in plans}
        self.buttons.show_buttons(
            {
                key: sentence("show-plan.button", self._language, plan=title)
                for key, title in titles.items()
            }
        )
        self.setVisible(bool(plans))
