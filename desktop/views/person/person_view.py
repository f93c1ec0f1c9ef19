"""The person page: seven steps at the left, where to go on and what is known at the right."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.form_record import FormKind
from desktop.services.person_steps import StepKind
from desktop.views.outing.outing_card import OutingCard
from desktop.views.person.again_panel import AgainPanel
from desktop.views.person.ask_panel import AskPanel
from desktop.views.person.attempt_panel import AttemptPanel
from desktop.views.person.carry_panel import CarryPanel
from desktop.views.person.choice_panel import AmendPanel, TakeOverPanel
from desktop.views.person.close_panel import ClosePanel
from desktop.views.person.confidential_card import ConfidentialCard
from desktop.views.person.confidential_panels import LiftConfidentialPanel, SetConfidentialPanel
from desktop.views.person.consents_card import ConsentsCard
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.person.draft_card_panel import DraftCardPanel
from desktop.views.person.draft_panels import LookPanel, draft_panels
from desktop.views.person.event_card import EventCard
from desktop.views.person.event_panel import EventPanel
from desktop.views.person.family_offer import FamilyOffer
from desktop.views.person.family_panel import FamilyPanel
from desktop.views.person.identity_card import IdentityCard
from desktop.views.person.identity_panel import IdentityPanel
from desktop.views.person.link_panel import LinkPanel
from desktop.views.person.linked_panel import LinkedPanel
from desktop.views.person.may_know_panel import MayKnowPanel
from desktop.views.person.more_forms_panel import MoreFormsPanel
from desktop.views.person.next_act import Act
from desktop.views.person.next_panel import NextPanel
from desktop.views.person.person_banner import PersonBanner
from desktop.views.person.person_state import PersonState
from desktop.views.person.print_record_panel import PrintRecordPanel
from desktop.views.person.reach_card import ReachCard
from desktop.views.person.report_card import ReportCard
from desktop.views.person.report_panel import ReportPanel
from desktop.views.person.room_card import RoomCard
from desktop.views.person.room_panel import RoomPanel
from desktop.views.person.show_plan_panel import ShowPlanPanel
from desktop.views.person.timeline_panel import TimelinePanel
from desktop.views.person.told_panel import ToldPanel
from desktop.views.person.untold_panel import UntoldPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.metrics import Layout
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_list import RowList


class PersonView(DeskFrame):
    """``drafts`` has a card for each kind of form.

    Signals: ``back_requested()``; ``step_opened(kind)``; ``next_requested()``,
    ``attempt_requested()``, ``close_requested()``, ``send_requested()``,
    ``amend_requested()``, ``privacy_requested()``, ``print_requested()``,
    ``hand_over_requested()``. The panels tell what was typed into them.
    """

    back_requested = Signal()
    step_opened = Signal(str)
    next_requested = Signal()
    attempt_requested = Signal()
    close_requested = Signal()
    send_requested = Signal()
    amend_requested = Signal()
    privacy_requested = Signal()
    print_requested = Signal()
    hand_over_requested = Signal()

    def __init__(
        self, language: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, name="person")
        self._language = language
        self.banner = PersonBanner(self, name="person-banner")
        self.banner.back_requested.connect(self.back_requested)
        self.set_top(self.banner)
        self._build_steps()
        self._build_sides()
        self._build_tasks(language, now)
        self._build_actions()
        self.layout_changed.connect(self._follow_layout)

    def show_state(self, state: PersonState) -> None:
        """Show the case; focus stays where it was."""
        self.banner.show_state(state.banner)
        self.steps.show_rows(state.steps)
        self.steps.set_chosen(state.current)
        self.own_plans.show_rows(state.own_plans)
        self.own_forms.show_rows(state.own_forms)
        self.more_forms.show_rows(state.more_forms)
        self.next_panel.show_act(state.next_act)
        for kind, card in self.drafts.items():
            card.show_words(state.drafts.get(kind))
        self.room_card.show_lines(state.room_lines, is_closed=state.is_closed)
        self.reach_card.show_lines(state.reach_lines)
        self.consents_card.show_state(state.consents)
        self.report_card.show_state(state.report)
        self.confidential_card.show_state(state.confidential)
        self.timeline.show_lines(state.timeline_title, state.timeline)
        self.next_button.setText(state.next_act.button)
        self.next_button.setVisible(bool(state.next_act.button))
        self.send_button.setVisible(state.can_send and state.next_act.act is not Act.SEND)
        is_logging = state.next_act.act is Act.LOG
        self.log_button.setVisible(not state.is_closed and not is_logging)
        is_closing = state.next_act.act is Act.CLOSE
        self.close_button.setVisible(not state.is_closed and not is_closing)
        self.amend_button.setVisible(state.can_amend)
        self.print_button.setVisible(state.can_print)
        is_next = state.next_act.act is Act.AGAIN
        self.again_button.setVisible(state.can_begin_again and not is_next)

    def show_away(self, *, is_away: bool, can_go: bool) -> None:
        """After the state: of a case at another workstation nothing is begun here."""
        self.hand_button.setVisible(can_go and not is_away)
        self.next_panel.setVisible(not is_away)
        for card in self.drafts.values():
            card.set_read_only(is_away)
        self.report_card.step_button.setVisible(not is_away)
        self.confidential_card.set_read_only(is_away)
        if is_away:
            noting = (self.room_card.button, self.report_card.back_button)
            for button in (*self._plain, self.next_button, *noting):
                button.hide()

    def focus_step(self) -> None:
        """Put the focus on the current step."""
        self.steps.focus_chosen()

    def _build_steps(self) -> None:
        self.away_bar = MessageBar(self.body.main_column, name="person-away", is_closable=False)
        self.body.main.addWidget(self.away_bar)
        panel = Panel("", self.body.main_column, name="person-steps-panel", is_flush=True)
        self.steps = RowList(self.tr("Steps"), panel, name="person-steps", opens_on_press=True)
        self.steps.set_rounds_top(True)
        panel.body.addWidget(self.steps)
        self.body.main.addWidget(panel)
        column = self.body.main_column
        self.own_plans = MoreFormsPanel(
            sentence("person.plans", self._language), column, name="person-own-plans"
        )
        self.own_forms = MoreFormsPanel(
            self.tr("Assessment and follow-up"), column, name="person-own-forms"
        )
        self.more_forms = MoreFormsPanel(self.tr("More forms"), column, name="person-forms")
        for forms in (self.own_plans, self.own_forms, self.more_forms):
            self.body.main.addWidget(forms)
        self.steps.opened.connect(self.step_opened)

    def _build_sides(self) -> None:
        side = self.body.side_column
        self.next_panel = NextPanel(side)
        self.family_offer = FamilyOffer(self._language, side)
        self.untold = UntoldPanel(self._language, side)
        self.drafts = {
            kind: DraftCardPanel(side, name=f"person-draft-{kind.value}") for kind in FormKind
        }
        self.room_card = RoomCard(side)
        self.outing_card = OutingCard(self._language, side)
        self.reach_card = ReachCard(self._language, side)
        self.report_card = ReportCard(self._language, side)
        self.consents_card = ConsentsCard(self._language, side)
        self.consents_card.open_requested.connect(self._open_consents)
        self.event_card = EventCard(self._language, side)
        self.timeline = TimelinePanel(side)
        self.show_plan = ShowPlanPanel(self._language, side)
        self.confidential_card = ConfidentialCard(self._language, side)
        self.identity_card = IdentityCard(self._language, side)
        self.linked = LinkedPanel(self._language, side)
        first = (self.untold, self.next_panel, self.family_offer, *self.drafts.values())
        about = (self.room_card, self.outing_card, self.report_card, self.consents_card)
        facts = (self.reach_card, self.event_card, self.timeline)
        who = (self.show_plan, self.confidential_card, self.identity_card, self.linked)
        for panel in (*first, *about, *facts, *who):
            self.add_side(panel)

    def _build_tasks(self, language: str, now: Callable[[], datetime]) -> None:
        side, wanted = self.body.side_column, self.on_demand
        self.attempt = wanted(lambda: AttemptPanel(language, now, side, name="person-attempt"))
        self.room = wanted(lambda: RoomPanel(language, now, side))
        self.report = wanted(lambda: ReportPanel(language, now, side))
        self.set_confidential = wanted(lambda: SetConfidentialPanel(language, side))
        self.lift_confidential = wanted(lambda: LiftConfidentialPanel(language, side))
        self.may_know = wanted(lambda: MayKnowPanel(language, side))
        self.told = wanted(lambda: ToldPanel(language, now, side))
        self.closing = wanted(lambda: ClosePanel(language, side))
        self.amend = wanted(lambda: AmendPanel(side))
        self.take_over = wanted(lambda: TakeOverPanel(side))
        self.identity = wanted(lambda: IdentityPanel(language, side))
        self.link = wanted(lambda: LinkPanel(language, side))
        self.again = wanted(lambda: AgainPanel(language, now, side))
        self.family = wanted(lambda: FamilyPanel(language, now, side))
        self.event_facts = wanted(lambda: EventPanel(language, side))
        self.carry = wanted(lambda: CarryPanel(language, side))
        self.record_print = wanted(lambda: PrintRecordPanel(language, side))
        self.hand_over = wanted(lambda: AskPanel(language, side, name="person-hand-over"))
        self.take_back = wanted(lambda: AskPanel(language, side, name="person-take-back"))
        self.closed_draft = wanted(lambda: LookPanel(language, side, name="person-closed-draft"))
        self.draft_panels = draft_panels(self, language, name="person-draft")

    def _build_actions(self) -> None:
        bar = self._bar = ActionBar(self, name="person-actions")
        self.log_button = Button(self.tr("Log attempt"), bar, name="person-log", icon=Icon.PEN)
        self.close_button = Button(
            self.tr("Close case"),
            bar,
            name="person-close",
            role=ButtonRole.QUIET,
            icon=Icon.DOOR_CLOSED,
        )
        self.send_button = Button(
            self.tr("Send to review"), bar, name="person-send", icon=Icon.LIST_CHECKS
        )
        self.amend_button = Button(
            self.tr("Start an amendment"), bar, name="person-amend", icon=Icon.HISTORY
        )
        again = sentence("again.open", self._language)
        self.again_button = Button(again, bar, name="person-again", icon=Icon.HISTORY)
        privacy, printing = "privacy.title", "record-print.title"
        self.privacy_button = self._quiet(privacy, bar, "person-privacy", Icon.SHIELD_CHECK)
        self.print_button = self._quiet(printing, bar, "person-print", Icon.PRINTER)
        self.hand_button = self._quiet("hand-over.open", bar, "person-hand", Icon.ARROW_RIGHT)
        self.next_button = Button("", bar, name="person-go", role=ButtonRole.PRIMARY)
        main = (self.log_button, self.close_button, self.send_button, self.amend_button)
        self._plain = (self.again_button, *main)
        for button in self._plain:
            bar.add_left(button)
        bar.add_right(self.next_button)
        self._connect_actions()
        for button in (self.privacy_button, self.print_button, self.hand_button):
            bar.add_left(button)
        for button in (*self._plain, self.next_button, self.print_button, self.hand_button):
            button.hide()
        bar.set_folding((self.hand_button, self.print_button, self.privacy_button))
        self.set_actions(bar)

    def _connect_actions(self) -> None:
        self.log_button.clicked.connect(self._log_attempt)
        self.close_button.clicked.connect(self._close_case)
        self.send_button.clicked.connect(self._send)
        self.next_button.clicked.connect(self._go_on)
        self.privacy_button.clicked.connect(self._privacy)
        self.amend_button.clicked.connect(self._amend)
        self.print_button.clicked.connect(self._print)
        self.hand_button.clicked.connect(self._hand_over)

    def _quiet(self, message_id: str, bar: ActionBar, name: str, icon: Icon) -> Button:
        words = sentence(message_id, self._language)
        return Button(words, bar, name=name, role=ButtonRole.QUIET, icon=icon)

    @Slot(object)
    def _follow_layout(self, layout: Layout) -> None:
        for button in self._plain:
            button.set_icon_only(layout is Layout.STACKED)
        self._bar.fold_all(is_folded=layout is Layout.STACKED)

    @Slot()
    def _log_attempt(self) -> None:
        self.attempt_requested.emit()

    @Slot()
    def _close_case(self) -> None:
        self.close_requested.emit()

    @Slot()
    def _send(self) -> None:
        self.send_requested.emit()

    @Slot()
    def _privacy(self) -> None:
        self.privacy_requested.emit()

    @Slot()
    def _print(self) -> None:
        self.print_requested.emit()

    @Slot()
    def _hand_over(self) -> None:
        self.hand_over_requested.emit()

    @Slot()
    def _amend(self) -> None:
        self.amend_requested.emit()

    @Slot()
    def _go_on(self) -> None:
        self.next_requested.emit()

    @Slot()
    def _open_consents(self) -> None:
        self.step_opened.emit(StepKind.CONSENT)
