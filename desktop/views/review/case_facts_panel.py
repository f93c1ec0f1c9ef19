"""What stands beside the forms of a visit: a report, the needs, the event, the end."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.services.case_facts import (
    CaseFacts,
    Lines,
    end_lines,
    event_lines,
    need_lines,
    referral_lines,
    report_lines,
)
from desktop.services.open_visit import VisitPage
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class CaseFactsPanel(QWidget):
    """A heading and a list for each that there is; to read only."""

    def __init__(self, page: VisitPage, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review-case-facts")
        self._language = language
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)
        facts: CaseFacts = page.facts
        if page.read_at is not None:
            self._add("report.title", report_lines(facts, page.read_at, language))
        self._add("needs.title", need_lines(facts, language))
        self._add("refer.title", referral_lines(facts, language))
        self._add("event.title", event_lines(facts, language))
        self._add("case-sheet.end", end_lines(facts, language))
        if facts.needs:
            note = WrapLabel(sentence("case-sheet.codes", language), self, tone=Tone.MUTED)
            self._column.addWidget(note)

    def _add(self, heading: str, lines: Lines) -> None:
        if not lines:
            return
        title = sentence(heading, self._language)
        self._column.addWidget(WrapLabel(title, self, style=TextStyle.ROW_STRONG))
        panel = Surface(Ground.PANEL, self)
        rows = QVBoxLayout(panel)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for at, (about, words) in enumerate(lines):
            if at:
                rows.addWidget(Rule(panel))
            rows.addLayout(self._line(about, words, panel))
        self._column.addWidget(panel)

    def _line(self, about: str, words: str, parent: QWidget) -> QVBoxLayout:
        line = QVBoxLayout()
        line.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        line.setSpacing(Space.XS)
        line.addWidget(WrapLabel(about, parent, style=TextStyle.BODY_STRONG))
        line.addWidget(WrapLabel(words, parent))
        return line
