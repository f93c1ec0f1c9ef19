"""The alerts that the site asks for, below the words of ours: one row each, and a way to add."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.messages import explain, sentence
from desktop.services.list_site_alerts import SiteAlertLine
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.wrap_label import WrapLabel


class SiteAlertList(Panel):
    """Signals: ``alert_opened(alert_id)``; ``add_requested()``."""

    alert_opened = Signal(str)
    add_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        title = sentence("site-alert.title", language)
        super().__init__(title, parent, name="site-alerts-panel", is_flush=True)
        self._language = language
        self.empty = QWidget(self)
        said = QHBoxLayout(self.empty)
        said.setContentsMargins(Space.L, Space.M, Space.L, 0)
        said.addWidget(WrapLabel(sentence("site-alert.none-more", language), self, tone=Tone.MUTED))
        self.rows = RowList(title, self, name="site-alerts", opens_on_press=True)
        self.add_button = Button(
            sentence("site-alert.add", language), self, name="site-alerts-add", icon=Icon.PLUS
        )
        below = QHBoxLayout()
        below.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        below.addWidget(self.add_button)
        below.addStretch(1)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.rows)
        self.body.addLayout(below)
        self.rows.opened.connect(self.alert_opened)
        self.add_button.clicked.connect(self._add)

    def show_lines(self, lines: tuple[SiteAlertLine, ...]) -> None:
        """Show the rules that stand."""
        self.rows.show_rows([self._row(one) for one in lines])
        self.rows.setVisible(bool(lines))
        self.empty.setVisible(not lines)

    def focus_chosen(self) -> None:
        """The list, or the way to add where there is nothing."""
        if self.rows.isVisibleTo(self):
            self.rows.focus_chosen()
        else:
            self.add_button.setFocus()

    def _row(self, line: SiteAlertLine) -> RowItem:
        alert, trouble = line.alert, line.trouble
        waits = "site-alert.waits-mark" if alert.waits else "site-alert.no-wait-mark"
        return RowItem(
            alert.alert_id,
            alert.title.in_language(self._language),
            explain(trouble, self._language) if trouble else self._condition(line),
            State.LOOK_HERE if trouble else State.DANGER,
            second_tone=Tone.WARNING if trouble else Tone.MUTED,
            right=sentence(waits, self._language),
            has_chevron=True,
            is_large=True,
        )

    def _condition(self, line: SiteAlertLine) -> str:
        condition, language = line.alert.condition, self._language
        form = line.form_title.in_language(language)
        if condition.least is not None:
            number = f"{condition.least:f}"
            return sentence("site-alert.row-least", language, form=form, number=number)
        if condition.most is not None:
            number = f"{condition.most:f}"
            return sentence("site-alert.row-most", language, form=form, number=number)
        answers = ", ".join(one.in_language(language) for one in line.answers)
        return sentence("site-alert.row-answer", language, form=form, answers=answers)

    @Slot()
    def _add(self) -> None:
        self.add_requested.emit()
