"""Which kind of harm, and at once where a person goes whom another program takes."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.pathway import Pathway
from desktop.services.routes import Route
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.picker import Picker


class PathwayField(QWidget):
    """``routes`` come from the site; until they are there every pathway stays here.

    Signals: ``route_changed()`` another pathway was picked, or it is known where one leads.
    """

    route_changed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self._language = language
        self._routes: Mapping[Pathway, Route] = {}
        choices = [(one.value, sentence(f"pathway.{one.value}", language)) for one in Pathway]
        self.picker = Picker(
            self, name=name, choices=choices, placeholder=sentence("pathway.choose", language)
        )
        self.row = FieldRow(sentence("pathway.question", language), self.picker, self)
        self.bar = MessageBar(self, name=f"{name}-route", is_closable=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.row)
        column.addWidget(self.bar)
        self.picker.picked.connect(self._picked)

    def show_routes(self, routes: Mapping[Pathway, Route]) -> None:
        """Know where each pathway leads."""
        self._routes = routes
        self._show_route()
        self.route_changed.emit()

    def clear(self) -> None:
        """Nothing is picked."""
        self.picker.show_picked("")
        self.row.set_error("")
        self._show_route()

    def pathway(self) -> Pathway | None:
        """What is picked."""
        key = self.picker.picked_key()
        return Pathway(key) if key else None

    @property
    def route(self) -> Route | None:
        """Where the person goes instead; None while they stay with this program."""
        pathway = self.pathway()
        route = self._routes.get(pathway) if pathway else None
        return None if route is None or route.is_here else route

    def _show_route(self) -> None:
        route = self.route
        if route is None:
            self.bar.clear()
            return
        title = sentence("route.title", self._language)
        self.bar.show_message(Tone.ACCENT, route.where, title=title, icon=Icon.ARROW_RIGHT)

    @Slot(str)
    def _picked(self, _key: str) -> None:
        self.row.set_error("")
        self._show_route()
        self.route_changed.emit()
