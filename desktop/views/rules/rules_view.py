"""The desk of the rules: what holds now, group by group, and a panel for one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.site_rule import RuleGroup
from desktop.services.site_rules import RuleNow
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.rules.rule_panel import RulePanel
from desktop.views.rules.rule_words import rule_help, rule_title, value_words
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.top_bar import TopBar
from desktop.views.widgets.wrap_label import WrapLabel


class RulesView(DeskFrame):
    """Keys of rows are names of rules. Signals: ``rule_opened(name)``."""

    rule_opened = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="rules")
        self._language = language
        self.set_top(TopBar(sentence("rules.title", language), self, name="rules-top"))
        self.lists = {group: self._list_of(group) for group in RuleGroup}
        side = self.body.side_column
        note = Panel(sentence("rules.about", language), side, name="rules-note")
        words = sentence("rules.about-words", language)
        note.body.addWidget(WrapLabel(words, note, tone=Tone.MUTED))
        self.add_side(note)
        self.rule = RulePanel(language, side)
        self.add_task(self.rule)
        self.set_actions(ActionBar(self, name="rules-actions"))

    def show_rules(self, rules: Sequence[RuleNow]) -> None:
        """Show what holds now."""
        for group, rows in self.lists.items():
            rows.show_rows([self._row(one) for one in rules if one.rule.group is group])

    def focus_rule(self, name: str = "") -> None:
        """Put the focus on a rule, else on the first."""
        rows = [row for each in self.lists.values() for row in each.rows()]
        named = [row for row in rows if row.item.key == name]
        for row in (*named, *rows)[:1]:
            row.setFocus()

    def _list_of(self, group: RuleGroup) -> RowList:
        main = self.body.main_column
        title = sentence(f"rule-group.{group.value}", self._language)
        panel = Panel(title, main, name=f"rules-{group.value}-panel", is_flush=True)
        rows = RowList(title, panel, name=f"rules-{group.value}", opens_on_press=True)
        panel.body.addWidget(rows)
        self.body.main.addWidget(panel)
        rows.opened.connect(self.rule_opened)
        return rows

    def _row(self, now: RuleNow) -> RowItem:
        value = value_words(now.rule, now.value, self._language)
        return RowItem(
            now.rule.name,
            rule_title(now.rule, self._language),
            rule_help(now.rule, self._language),
            State.NOT_STARTED if now.is_usual else State.DONE,
            right=value,
            is_right_strong=not now.is_usual,
            has_chevron=True,
        )
