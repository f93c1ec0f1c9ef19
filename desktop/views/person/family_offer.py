"""One line on the page of somebody who died: a member of the family can have a page of their own.

Programs assign every known family member a helper of their own (bmc.org, violence intervention
advocacy program), and outcome lists lead from a death to the family.
"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.views.theme.icons import Icon
from desktop.views.widgets.button import Button
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class FamilyOffer(Panel):
    """Hidden unless the person died. Signals: ``open_requested()``."""

    open_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="person-family-offer")
        self.body.addWidget(WrapLabel(sentence("family-page.line", language), self))
        self.button = Button(
            sentence("family-page.open", language), self, name="person-family", icon=Icon.USERS
        )
        self.button.clicked.connect(self._open)
        self.body.addWidget(self.button)
        self.hide()

    @Slot()
    def _open(self) -> None:
        self.open_requested.emit()
