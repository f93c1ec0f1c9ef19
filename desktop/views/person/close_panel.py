"""Close a case: why, then what stood in the way of contact, or which program takes over."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.episode import CloseReason
from desktop.records.missed import MissedWhy
from desktop.records.pathway import ELSEWHERE, Pathway
from desktop.services.close_case import CaseEnd
from desktop.services.routes import Route
from desktop.views.person.reason_panel import ReasonPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.wrap_label import WrapLabel


class ClosePanel(ReasonPanel):
    """Signals: ``end_given(CaseEnd)``."""

    end_given = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="close-case")
        self._language = language
        self._routes: Mapping[Pathway, Route] = {}
        self.words = WrapLabel(
            self.tr("A closed case takes nothing new. What is kept stays as it is."),
            self,
            tone=Tone.MUTED,
        )
        self.body.addWidget(self.words)
        self.ask(
            self.tr("Why does it close?"),
            {one: sentence(f"close-reason.{one.value}", language) for one in CloseReason},
        )
        why = {one.value: sentence(f"missed-why.{one.value}", language) for one in MissedWhy}
        self.missed_row, self.missed = self._second("missed.question", why, "missed")
        which = {one.value: sentence(f"pathway.{one.value}", language) for one in ELSEWHERE}
        self.pathway_row, self.pathway = self._second("route.which", which, "pathway")
        self.route_bar = MessageBar(self, name="close-case-route", is_closable=False)
        self.body.addWidget(self.route_bar)
        self.reason.answered.connect(self._show_second)
        self.pathway.answered.connect(self._show_route)
        self.reason_given.connect(self._end)

    def _second(
        self, question_id: str, options: Mapping[str, str], name: str
    ) -> tuple[FieldRow, OptionGroup]:
        """A question that follows from the reason."""
        question = sentence(question_id, self._language)
        items = [OptionItem(key, words) for key, words in options.items()]
        group = OptionGroup(question, items, self, name=f"close-case-{name}")
        row = FieldRow(question, group, self)
        self.body.addWidget(row)
        return row, group

    def begin(self, alias: str, *, was_reached: bool) -> None:
        """Ask about one person; who was spoken with cannot be closed as never reached."""
        why_not = sentence("missed.was-reached", self._language) if was_reached else ""
        for row in self.reason.rows():
            row.set_closed(why_not if row.item.key == CloseReason.NEVER_REACHED else "")
        self.begin_with(self.tr("Close the case of {alias}").format(alias=alias))
        for second, group in self._seconds().values():
            group.set_chosen(())
            second.set_error("")
        self._show_second(())

    def show_routes(self, routes: Mapping[Pathway, Route]) -> None:
        """Know where each pathway leads."""
        self._routes = routes
        self._show_route(self.pathway.chosen_keys())

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the question that it is about; False when it is about none."""
        if message_id != "episode.was-reached":
            return False
        self.reason_row.set_error(words)
        self.reason.focus_first()
        return True

    def _seconds(self) -> Mapping[CloseReason, tuple[FieldRow, OptionGroup]]:
        return {
            CloseReason.NEVER_REACHED: (self.missed_row, self.missed),
            CloseReason.OTHER_PATHWAY: (self.pathway_row, self.pathway),
        }

    @Slot(object)
    def _show_second(self, keys: tuple[str, ...]) -> None:
        self.reason_row.set_error("")
        for reason, (row, _group) in self._seconds().items():
            row.setVisible(reason in keys)
        if CloseReason.OTHER_PATHWAY in keys:
            self._show_route(self.pathway.chosen_keys())
        else:
            self.route_bar.clear()

    @Slot(object)
    def _show_route(self, keys: tuple[str, ...]) -> None:
        route = self._routes.get(Pathway(keys[0])) if keys else None
        if route is None or not route.where:
            self.route_bar.clear()
            return
        title = sentence("route.title", self._language)
        self.route_bar.show_message(Tone.ACCENT, route.where, title=title, icon=Icon.ARROW_RIGHT)

    @Slot(object)
    def _end(self, reason: CloseReason) -> None:
        if reason not in self._seconds():
            self.end_given.emit(CaseEnd(reason))
            return
        row, group = self._seconds()[reason]
        chosen = group.chosen_keys()
        row.set_error("" if chosen else self.tr("Choose a reason."))
        if not chosen:
            group.focus_first()
        elif reason is CloseReason.NEVER_REACHED:
            self.end_given.emit(CaseEnd(reason, missed_why=MissedWhy(chosen[0])))
        else:
            self.end_given.emit(CaseEnd(reason, pathway=Pathway(chosen[0])))
