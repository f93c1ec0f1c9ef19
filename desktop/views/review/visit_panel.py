"""The middle of the review desk: one visit's head and its answers by section."""

from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from desktop.forms.scoring import Score
from desktop.messages import sentence
from desktop.services.open_visit import ReadForm, VisitPage
from desktop.services.person_steps import no_plan_text_id
from desktop.services.visit_lines import AnswerLine
from desktop.views.person.chip_flow import ChipFlow
from desktop.views.person.interpreting_words import interpreting_words
from desktop.views.review.answer_card import AnswerCard
from desktop.views.review.case_facts_panel import CaseFactsPanel
from desktop.views.review.half_written import HalfWritten, fields_of
from desktop.views.review.review_states import LineFilter, ReviewState, is_shown
from desktop.views.review.sign_panel import SignPanel
from desktop.views.review.signature_list import SignatureList
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.chip import Chip
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.wrap_label import WrapLabel


class VisitPanel(QWidget):
    """Signals: ``comment_requested(form_id, item_key)``; ``comment_written(form_id, item_key,
    text, reply_to)`` with "" for a new thread; ``settle_requested(comment_id)``;
    ``unsaved_changed()`` when ``has_unsaved`` may have."""

    comment_requested = Signal(str, str)
    comment_written = Signal(str, str, str, str)
    settle_requested = Signal(str)
    unsaved_changed = Signal()

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.cards: list[AnswerCard] = []
        self._half_written = HalfWritten()
        self._below: SignPanel | None = None
        self._are_checks_below = False
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setObjectName("review-answers")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def show_state(self, state: ReviewState) -> None:
        """Show the visit, or what to do when there is none."""
        place = self._scroll.verticalScrollBar().value()
        focus = self._focused_name()
        self._half_written.keep(self.cards)
        self.cards = []
        self._below = None
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        if state.page is None:
            column.addWidget(self._nothing(state, inside), 1)
        else:
            self._fill(column, inside, state, state.page)
        self._scroll.setWidget(inside)
        self._scroll.verticalScrollBar().setValue(place)
        keep_tab_order(self._scroll, self.cards)
        if state.page is not None:
            self._half_written.put_back(state.page.visit.visit_id, self.cards)
        self._put_focus_back(focus)
        for card in self.cards:
            is_new = (card.line.form_id, card.line.item_key) == state.commenting
            if is_new and focus != card.new_comment_name:
                card.focus_comment()
        self.unsaved_changed.emit()

    @property
    def has_unsaved(self) -> bool:
        """Whether a comment is begun: it counts once it is added."""
        return any(field.value() for card in self.cards for field in fields_of(card))

    def go_to_next_flag(self) -> None:
        """To the next answer that says: look at me; after the last one the first."""
        flagged = [card for card in self.cards if card.line.is_flag]
        if not flagged:
            return
        focus = QApplication.focusWidget()
        here = (at for at, card in enumerate(self.cards) if focus and card.isAncestorOf(focus))
        place = next(here, -1)
        after = [card for card in flagged if self.cards.index(card) > place]
        target = (after or flagged)[0]
        if target.comment_button is not None:
            target.comment_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_checks_below(self, below: bool) -> None:
        """Where there is no room beside the answers, the checks follow them."""
        self._are_checks_below = below
        if self._below is not None:
            self._below.setVisible(below)

    @Slot()
    def _edited(self) -> None:
        self.unsaved_changed.emit()

    def _focused_name(self) -> str:
        focus = QApplication.focusWidget()
        return focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""

    def _put_focus_back(self, name: str) -> None:
        """To the control of the same name, else to the card that it was on."""
        if not name:
            return
        for card in self.cards:
            target = card.findChild(QWidget, name)
            if target is None and name.startswith(f"{card.objectName()}-"):
                target = card.comment_button
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _nothing(self, state: ReviewState, parent: QWidget) -> QWidget:
        if state.desk.queue:
            title = self.tr("Choose a visit from the list")
            words = self.tr("Those with flags come first, then the oldest.")
        else:
            title = self.tr("Nothing waits for you")
            words = self.tr("A visit appears here when a specialist sends it to review.")
        return EmptyState(title, words, parent, name="review-empty")

    def _fill(
        self, column: QVBoxLayout, inside: QWidget, state: ReviewState, page: VisitPage
    ) -> None:
        column.addLayout(self._head(page, inside))
        if page.amendment_reason:
            reason = self.tr("Amended: {reason}").format(reason=page.amendment_reason)
            column.addWidget(WrapLabel(reason, inside, tone=Tone.WARNING))
        lines = [line for line in page.lines if is_shown(line, state.filter)]
        if not lines:
            column.addWidget(WrapLabel(self.tr("No answers of this kind."), inside))
        for title, group in groupby(lines, key=partial(self._heading, page)):
            column.addWidget(WrapLabel(title, inside, style=TextStyle.ROW_STRONG))
            column.addWidget(self._panel(list(group), inside, state))
        if page.facts.has_something_to_show and state.filter is LineFilter.ALL:
            column.addWidget(CaseFactsPanel(page, self._language, inside))
        if page.signatures and state.filter is LineFilter.ALL:
            title = self.tr("Signatures")
            column.addWidget(WrapLabel(title, inside, style=TextStyle.ROW_STRONG))
            column.addWidget(SignatureList(page.signatures, self._language, inside))
        self._below = SignPanel(self._language, inside)
        self._below.show_page(page)
        self._below.setVisible(self._are_checks_below)
        column.addWidget(self._below)
        column.addStretch(1)

    def _head(self, page: VisitPage, parent: QWidget) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(WrapLabel(page.alias, parent, style=TextStyle.TITLE))
        sent = page.visit.submitted_at
        time = sent.astimezone().strftime("%Y-%m-%d %H:%M") if sent else ""
        words = self.tr("{name} sent it {time}").format(name=page.visit.author_name, time=time)
        head.addWidget(WrapLabel(words, parent, tone=Tone.MUTED))
        scores = [
            Chip(self._score(page, form, score), parent)
            for form in page.forms
            for score in form.scores
        ]
        facts = [*self._confidential(page, parent), *scores, self._room(page, parent)]
        head.addWidget(ChipFlow(facts, parent))
        if page.room is not None and page.room.interpreting is not None:
            words = interpreting_words(page.room.interpreting, self._language)
            head.addWidget(WrapLabel(words, parent, tone=Tone.MUTED))
        if page.no_plan is not None:
            words = sentence(no_plan_text_id(page.no_plan), self._language)
            head.addWidget(WrapLabel(words, parent, style=TextStyle.BODY_STRONG))
        return head

    def _confidential(self, page: VisitPage, parent: QWidget) -> list[Chip]:
        """That no caller is told, while that holds."""
        if not page.is_confidential:
            return []
        words = sentence("confidential.mark", self._language)
        return [Chip(words, parent, tone=Tone.PRIVATE, icon=Icon.EAR_OFF)]

    def _score(self, page: VisitPage, form: ReadForm, score: Score) -> str:
        """The score, after its form where the visit has more than one."""
        shown = self.tr("withheld") if score.value is None else f"{score.value:f}"
        if score.band is not None:
            shown = f"{shown}, {score.band.label.in_language(self._language)}"
        said = f"{score.label.in_language(self._language)}: {shown}"
        is_alone = len(page.forms) == 1
        return said if is_alone else f"{form.title.in_language(self._language)} · {said}"

    def _room(self, page: VisitPage, parent: QWidget) -> Chip:
        if page.room is None or page.room.private_now is None:
            return Chip(self.tr("Privacy not noted"), parent, tone=Tone.WARNING)
        if page.room.private_now:
            return Chip(self.tr("Private"), parent, tone=Tone.PRIVATE)
        return Chip(self.tr("Not private"), parent, tone=Tone.WARNING)

    def _heading(self, page: VisitPage, line: AnswerLine) -> str:
        """The section, after its form where the visit has more than one: numbers begin anew."""
        section = line.section.in_language(self._language)
        form = next(one for one in page.forms if one.form_id == line.form_id)
        if len(page.forms) == 1:
            return section
        title = form.title.in_language(self._language)
        return self.tr("{form}: {section}").format(form=title, section=section)

    def _panel(self, lines: list[AnswerLine], parent: QWidget, state: ReviewState) -> Surface:
        panel = Surface(Ground.PANEL, parent)
        rows = QVBoxLayout(panel)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for at, line in enumerate(lines):
            if at:
                rows.addWidget(Rule(panel))
            rows.addWidget(self._card(line, panel, state))
        return panel

    def _card(self, line: AnswerLine, parent: QWidget, state: ReviewState) -> AnswerCard:
        card = AnswerCard(
            line,
            self._language,
            parent,
            can_comment=True,
            is_commenting=(line.form_id, line.item_key) == state.commenting,
        )
        card.comment_requested.connect(self.comment_requested)
        card.written.connect(self.comment_written)
        card.settle_requested.connect(self.settle_requested)
        for field in fields_of(card):
            field.edited.connect(self._edited)
        self.cards.append(card)
        return card
