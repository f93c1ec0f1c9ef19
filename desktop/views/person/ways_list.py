"""The ways to reach somebody: a list that says what is safe on each, and one more at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.person import ContactKind, ContactPath
from desktop.views.person.way_panel import WayPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.wrap_label import WrapLabel

SHORT = {
    ContactKind.OWN_PHONE: "own",
    ContactKind.TRUSTED_PERSON: "trusted",
    ContactKind.EMAIL: "mail",
    ContactKind.SOCIAL: "social",
    ContactKind.MAILING: "address",
}
"""What the parts of each kind are called."""


class WaysList(QWidget):
    """In the order in which they are kept; a new one comes last and is open."""

    def __init__(self, language: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}-ways")
        self._language, self._name = language, name
        self._ways: list[WayPanel] = []
        title = sentence("contact.title", language)
        self.title_label = WrapLabel(title, self, style=TextStyle.ROW_STRONG)
        self.nothing_label = WrapLabel(sentence("contact.nothing", language), self, tone=Tone.MUTED)
        self._places = QVBoxLayout()
        self._places.setSpacing(Space.M)
        self.add_button = Button("", self, name=f"{name}-add", icon=Icon.PLUS, is_toggle=True)
        question = sentence("contact.add-which", language)
        kinds = [
            OptionItem(kind.value, sentence(f"contact-kind.{kind.value}", language))
            for kind in ContactKind
        ]
        self.kinds = OptionGroup(question, kinds, self, name=f"{name}-add-kind", is_flat=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.title_label)
        column.addWidget(self.nothing_label)
        column.addLayout(self._places)
        column.addWidget(self.add_button)
        column.addWidget(self.kinds)
        self.add_button.toggled.connect(self._offer_kinds)
        self.kinds.answered.connect(self._add)
        self.show_paths(())

    def show_paths(self, paths: Sequence[ContactPath]) -> None:
        """Show what is kept, each folded."""
        for old in self._ways:
            self._places.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._ways = []
        for path in paths:
            self._put(path.kind).show_path(path)
        self.add_button.setChecked(False)
        self._fit()

    def check(self) -> bool:
        """Whether all can be kept; the first that cannot says what is missing."""
        are_kept = [way.check() for way in reversed(self._ways)]
        return all(are_kept)

    def paths(self) -> tuple[ContactPath, ...]:
        """What is to be kept now."""
        kept = [way.path() for way in self._ways if not way.is_removed]
        return tuple(path for path in kept if path is not None)

    def _put(self, kind: ContactKind) -> WayPanel:
        before = sum(way.kind is kind for way in self._ways)
        number = f"-{before + 1}" if before else ""
        way = WayPanel(kind, self._language, self, name=f"{self._name}-{SHORT[kind]}{number}")
        self._places.addWidget(way)
        self._ways.append(way)
        way.show()
        keep_tab_order(self, [*self._ways, self.add_button, self.kinds])
        return way

    @Slot(bool)
    def _offer_kinds(self, is_wanted: bool) -> None:
        self.kinds.set_chosen([])
        self.kinds.setVisible(is_wanted)
        if is_wanted and self.add_button.hasFocus():
            self.kinds.rows()[0].setFocus()

    @Slot(object)
    def _add(self, keys: tuple[str, ...]) -> None:
        if not keys:
            return
        way = self._put(ContactKind(keys[0]))
        self.add_button.setChecked(False)
        self._fit()
        way.open_fields()

    def _fit(self) -> None:
        self.kinds.setVisible(self.add_button.isChecked())
        self.nothing_label.setVisible(not self._ways)
        words = "contact.add" if self._ways else "contact.add-first"
        self.add_button.setText(sentence(words, self._language))
