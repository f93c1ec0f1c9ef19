"""The desk of the rules: what holds now, group by group, and a panel for one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.site_rule import RuleGroup
from desktop.services.route_texts import RouteKind, RouteText
from desktop.services.site_rules import RuleNow
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.rules.route_panel import RoutePanel
from desktop.views.rules.rule_panel import RulePanel
from desktop.views.rules.rule_words import rule_title, second_words, short_words
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.top_bar import TopBar
from desktop.views.widgets.undo_notice import UndoNotice
from desktop.views.widgets.wrap_label import WrapLabel


class RulesView(DeskFrame):
    """Keys of rows are names of rules, or pathways. Signals: ``rule_opened(name)``;
    ``route_opened(pathway)``; ``undo_requested()`` to take the last change back."""

    rule_opened = Signal(str)
    route_opened = Signal(str)
    undo_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="rules")
        self._language = language
        # Above the list, which is long: what was changed may stand at its end.
        self.notice = UndoNotice(self, name="rules-notice")
        self.notice.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        self.notice.undo_requested.connect(self.undo_requested)
        self.set_top(self.notice)
        self.set_top(TopBar(sentence("rules.title", language), self, name="rules-top"))
        self.lists = {group: self._list_of(group) for group in RuleGroup}
        title = sentence("route-text.title", language)
        self.routes = self._list(title, "routes")
        self.routes.opened.connect(self.route_opened)
        side = self.body.side_column
        note = Panel(sentence("rules.about", language), side, name="rules-note")
        words = sentence("rules.about-words", language)
        note.body.addWidget(WrapLabel(words, note, tone=Tone.MUTED))
        self.add_side(note)
        self.rule = RulePanel(language, side)
        self.add_task(self.rule)
        self.route = RoutePanel(language, side)
        self.add_task(self.route)
        self.set_actions(ActionBar(self, name="rules-actions"))

    def show_rules(self, rules: Sequence[RuleNow]) -> None:
        """Show what holds now."""
        for group, rows in self.lists.items():
            rows.show_rows([self._row(one) for one in rules if one.rule.group is group])

    def show_routes(self, routes: Sequence[RouteText]) -> None:
        """Show where each pathway leads."""
        self.routes.show_rows([self._route_row(one) for one in routes])

    def focus_rule(self, name: str = "") -> None:
        """Put the focus on a rule or a pathway, else on the first."""
        rows = [row for each in (*self.lists.values(), self.routes) for row in each.rows()]
        named = [row for row in rows if row.item.key == name]
        for row in (*named, *rows)[:1]:
            row.setFocus()

    def _list_of(self, group: RuleGroup) -> RowList:
        rows = self._list(sentence(f"rule-group.{group.value}", self._language), group.value)
        rows.opened.connect(self.rule_opened)
        return rows

    def _list(self, title: str, name: str) -> RowList:
        panel = Panel(title, self.body.main_column, name=f"rules-{name}-panel", is_flush=True)
        rows = RowList(title, panel, name=f"rules-{name}", opens_on_press=True)
        panel.body.addWidget(rows)
        self.body.main.addWidget(panel)
        return rows

    def _route_row(self, now: RouteText) -> RowItem:
        pathway, is_usual = now.pathway.value, now.kind is RouteKind.USUAL
        second = now.texts[self._language] if now.kind is RouteKind.OWN else ""
        if is_usual:
            second = sentence(f"route.{pathway}", self._language)
        return RowItem(
            pathway,
            sentence(f"pathway.{pathway}", self._language),
            second,
            right=sentence(f"route-text.row.{now.kind.value}", self._language),
            is_right_strong=not is_usual,
            has_chevron=True,
        )

    def _row(self, now: RuleNow) -> RowItem:
        value = short_words(now.rule, now.value, self._language)
        return RowItem(
            now.rule.name,
            rule_title(now.rule, self._language),
            second_words(now.rule, now.value, self._language),
            right=value,
            is_right_strong=not now.is_usual,
            has_chevron=True,
        )
