"""Close a case: how it ends, why, and what else has to be known of that end."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.close_group import CLOSE_GROUPS, CloseGroup
from desktop.records.episode import CloseReason
from desktop.records.missed import MissedWhy
from desktop.records.pathway import ELSEWHERE, Pathway
from desktop.services.cases import CaseCard
from desktop.services.close_case import CaseEnd
from desktop.services.closing_facts import ClosingFacts
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import ButtonRole
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.wrap_label import WrapLabel


class ClosePanel(TaskPanel):
    """Signals: ``end_given(CaseEnd)``."""

    end_given = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="close-case")
        self.role = ButtonRole.DANGER
        self._language = language
        self._facts: ClosingFacts | None = None
        self._was_reached = False
        self.words = WrapLabel(
            self.tr("A closed case takes nothing new. What is kept stays as it is."),
            self,
            tone=Tone.MUTED,
        )
        self.body.addWidget(self.words)
        self.partners = WrapLabel("", self, tone=Tone.WARNING)
        self.partners.setObjectName("close-case-partners")
        self.partners.hide()
        self.body.addWidget(self.partners)
        self._build_reason()
        why = {one.value: self._say(f"missed-why.{one.value}") for one in MissedWhy}
        self.missed_row, self.missed = self._second("missed.question", why, "missed")
        which = {one.value: self._say(f"pathway.{one.value}") for one in ELSEWHERE}
        self.pathway_row, self.pathway = self._second("route.which", which, "pathway")
        self.route_bar = MessageBar(self, name="close-case-route", is_closable=False)
        self.body.addWidget(self.route_bar)
        self.group.chosen.connect(self._show_reasons)
        self.reason.answered.connect(self._show_second)
        self.pathway.answered.connect(self._show_route)

    def _build_reason(self) -> None:
        question = self._say("close-group.question")
        groups = [Choice(one.value, self._say(f"close-group.{one.value}")) for one in CloseGroup]
        self.group = Segment(question, groups, self, name="close-case-group")
        self.group_row = FieldRow(question, self.group, self)
        question = self.tr("Why does it close?")
        self.reason = OptionGroup(question, [], self, name="close-case-reason")
        self.reason_row = FieldRow(question, self.reason, self)
        self.body.addWidget(self.group_row)
        self.body.addWidget(self.reason_row)

    def _second(
        self, question_id: str, options: Mapping[str, str], name: str
    ) -> tuple[FieldRow, OptionGroup]:
        """A question that follows from the reason."""
        question = self._say(question_id)
        items = [OptionItem(key, words) for key, words in options.items()]
        group = OptionGroup(question, items, self, name=f"close-case-{name}")
        row = FieldRow(question, group, self)
        self.body.addWidget(row)
        return row, group

    def begin(self, card: CaseCard) -> None:
        """Ask about one person. Nothing is chosen; the list that most often holds the end of
        somebody whom nobody reached, or who died, is open."""
        self._was_reached = card.reached_at is not None
        self._facts = None
        self.partners.hide()
        title = self.tr("Close the case of {alias}").format(alias=card.alias)
        self.set_title(title)
        self.action_text = title
        for row, group in self._seconds().values():
            group.set_chosen(())
            row.set_error("")
        self.group_row.set_error("")
        self._open_group(_first_group(card))

    def _open_group(self, group: CloseGroup | None) -> None:
        self.group.set_chosen(group.value if group else "")
        self._show_options()
        self.reason.set_chosen(())
        self.reason_row.setVisible(group is not None)
        self._show_second(())

    def _show_options(self) -> None:
        key = self.group.chosen_key()
        reasons = CLOSE_GROUPS[CloseGroup(key)] if key else ()
        self.reason.set_options([self._option(one) for one in reasons])

    def _option(self, reason: CloseReason) -> OptionItem:
        """Who was spoken with was not missed; contact that never was cannot be lost."""
        closed = ""
        if reason is CloseReason.NEVER_REACHED and self._was_reached:
            closed = self._say("missed.was-reached")
        if reason is CloseReason.LOST and not self._was_reached:
            closed = self._say("close-lost.not-reached")
        hint = self._say(f"close-meaning.{reason.value}")
        facts = self._facts
        if reason is CloseReason.LOST and facts is not None:
            hint = self._say("close-lost.tries", count=facts.tries, limit=facts.lost_after)
        words = self._say(f"close-reason.{reason.value}")
        return OptionItem(reason.value, words, closed_reason=closed, hint=hint)

    def show_facts(self, facts: ClosingFacts) -> None:
        """Know where each pathway leads, and how often it was tried since the last contact."""
        self._facts = facts
        self._show_options()
        self.partners.setText(self._say("close-case.partners", count=facts.with_partners))
        self.partners.setVisible(bool(facts.with_partners))
        if CloseReason.OTHER_PATHWAY in self.reason.chosen_keys():
            self._show_route(self.pathway.chosen_keys())

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the question that it is about; False when it is about none."""
        if message_id not in ("episode.was-reached", "episode.not-reached"):
            return False
        self.reason_row.set_error(words)
        self.reason.focus_first()
        return True

    def focus_first(self) -> None:
        """The first reason of the open list, else the lists."""
        if self.group.chosen_key():
            self.reason.focus_first()
        else:
            self.group.button(CloseGroup.DONE).setFocus()

    def submit(self) -> None:
        """Tell the end when everything that it needs is there."""
        group, chosen = self.group.chosen_key(), self.reason.chosen_keys()
        self.group_row.set_error("" if group else self.tr("Choose one."))
        self.reason_row.set_error("" if chosen or not group else self.tr("Choose a reason."))
        if chosen:
            self._end(CloseReason(chosen[0]))
        else:
            self.focus_first()

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

    def _seconds(self) -> Mapping[CloseReason, tuple[FieldRow, OptionGroup]]:
        return {
            CloseReason.NEVER_REACHED: (self.missed_row, self.missed),
            CloseReason.OTHER_PATHWAY: (self.pathway_row, self.pathway),
        }

    def _say(self, message_id: str, **params: str | int) -> str:
        return sentence(message_id, self._language, **params)

    @Slot(str)
    def _show_reasons(self, key: str) -> None:
        self.group_row.set_error("")
        self.reason_row.set_error("")
        self._open_group(CloseGroup(key))

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
        route = self._facts.routes.get(Pathway(keys[0])) if keys and self._facts else None
        if route is None or not route.where:
            self.route_bar.clear()
            return
        title = self._say("route.title")
        self.route_bar.show_message(Tone.ACCENT, route.where, title=title, icon=Icon.ARROW_RIGHT)


def _first_group(card: CaseCard) -> CloseGroup | None:
    if card.has_died:
        return CloseGroup.STOPPED
    return CloseGroup.NOT_BEGUN if card.reached_at is None else None
