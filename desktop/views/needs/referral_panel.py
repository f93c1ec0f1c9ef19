"""One referral at the side: what it tells under which consent, and what happened since."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.referral import ClosedReason, SentHow
from desktop.services.read_referrals import ReferralCard
from desktop.services.referral_words import (
    need_names,
    referral_title,
    refusal_words,
    stands_words,
)
from desktop.views.needs.referral_acts import (
    NEED_CONSENT,
    ActGiven,
    ReferralAct,
    acts_of,
    reasons_of,
)
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.evidence_hint import hint_below
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.parsed_field import NotReadable
from desktop.views.widgets.wrap_label import WrapLabel

_A = ReferralAct
ON_DAY = frozenset({_A.YES, _A.MET, _A.NOT_MET})
"""Acts that happened on a day."""


class ReferralPanel(TaskPanel):
    """Signals: ``act_given(ActGiven)``; ``consent_requested()``."""

    act_given = Signal(object)
    consent_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="referral")
        self._language = language
        self.action_text = self._say("refer.save")
        self._today = date.min
        self.facts = WrapLabel("", self, tone=Tone.MUTED)
        self.facts.setObjectName("referral-facts")
        self.gate = MessageBar(self, name="referral-gate", is_closable=False)
        self.consent = Button(self._say("refer.open-consent"), self, name="referral-consent")
        self.act, self.act_row = self._group("refer.what", "act")
        self.how, self.how_row = self._group("refer.how", "how")
        self.how.set_options([self._way(one) for one in SentHow])
        self.who = LineField(self, name="referral-who")
        self.who_row = FieldRow(
            self._say("refer.who"), self.who, self, help_text=self._say("refer.who-help")
        )
        hint_below(self.who_row, self.who, asks_a_name=True)
        self.day = DateField(self, name="referral-day")
        self.day_row = FieldRow(self._say("refer.day"), self.day, self)
        self.reason, self.reason_row = self._group("refer.why", "reason")
        rows = (self.act_row, self.how_row, self.who_row, self.day_row, self.reason_row)
        for widget in (self.facts, self.gate, self.consent, *rows):
            self.body.addWidget(widget)
        self.day.problem_found.connect(self.day_row.set_error)
        self.act.answered.connect(self._act_chosen)
        self.how.answered.connect(self.how_row.clear_error)
        self.reason.answered.connect(self.reason_row.clear_error)
        self.who.edited.connect(self.who_row.clear_error)
        self.consent.clicked.connect(self._ask_consent)

    def begin(self, card: ReferralCard, told: Sequence[str], today: date) -> None:
        """Show a referral; ``told`` names what it tells, and nothing that happened is chosen."""
        self._today = today
        self.set_title(referral_title(card, self._language))
        stands = stands_words(card, today, self._language)
        lines = [
            self._say("refer.for", needs=need_names(card.referral.needs, self._language)),
            self._say("refer.tells", what=", ".join(told)),
        ]
        self.facts.setText("\n".join(lines if card.is_stopped else [*lines, stands]))
        self._show_gate(card, stands)
        self.act.set_options([self._option(card, one) for one in acts_of(card)])
        self.act.set_chosen(())
        self.how.set_chosen(())
        self.who.set_value("")
        self._act_chosen(())

    def focus_first(self) -> None:
        """What happened; the consent where that is what is missing."""
        if self.act.rows()[0].item.closed_reason:
            self.consent.setFocus()
        else:
            self.act.focus_first()

    def show_problem(self, message_id: str, words: str) -> bool:
        """A refusal stands below what it is about."""
        about = {
            "referral.who-missing": self.who_row,
            "referral.who-too-long": self.who_row,
            "referral.too-early": self.day_row,
            "referral.in-future": self.day_row,
            "referral.reason-missing": self.reason_row,
            "referral.not-now": self.act_row,
            "referral.not-warm": self.act_row,
        }
        row = about.get(message_id)
        if row is None:
            return False
        row.set_error(words)
        return True

    def submit(self) -> None:
        """Tell what happened, or say what is missing."""
        chosen = self.act.chosen_keys()
        self.act_row.set_error("" if chosen else self._say("refer.what-first"))
        if not chosen:
            self.act.focus_first()
            return
        act = ReferralAct(chosen[0])
        if act is _A.SEND and not self.how.chosen_keys():
            self.how_row.set_error(self._say("refer.how-first"))
            self.how.focus_first()
        elif act is _A.YES and not self.who.value():
            self.who_row.set_error(self._say("referral.who-missing"))
            self.who.setFocus()
        elif reasons_of(act) and not self.reason.chosen_keys():
            self.reason_row.set_error(self._say("referral.reason-missing"))
            self.reason.focus_first()
        elif (given := self._given(act)) is not None:
            self.act_given.emit(given)

    def _given(self, act: ReferralAct) -> ActGiven | None:
        try:
            day = self.day.typed_value() if act in ON_DAY else None
        except NotReadable as problem:
            self.day_row.set_error(str(problem))
            self.day.line.setFocus()
            return None
        if act in ON_DAY and day is None:
            self.day_row.set_error(self._say("refer.day-first"))
            self.day.line.setFocus()
            return None
        how, reason = self.how.chosen_keys(), self.reason.chosen_keys()
        return ActGiven(
            act,
            SentHow(how[0]) if act is _A.SEND else None,
            self.who.value() if act is _A.YES else "",
            day,
            ClosedReason(reason[0]) if reasons_of(act) else None,
        )

    def _show_gate(self, card: ReferralCard, stands: str) -> None:
        self.consent.setVisible(card.refusal is not None)
        if card.gate is not None and not card.gate.allowed:
            why = stands if card.is_stopped else refusal_words(card.gate, self._language)
            what = self._say("refer.cannot-go-on" if card.is_stopped else "refer.cannot-send")
            self.gate.show_message(Tone.WARNING, why, title=what)
        elif not card.referral.is_with_partner and card.referral.is_open:
            self.gate.show_message(Tone.SUCCESS, self._say("consent-gate.covered"))
        else:
            self.gate.clear()

    def _option(self, card: ReferralCard, act: ReferralAct) -> OptionItem:
        closed = ""
        if card.refusal is not None and act in NEED_CONSENT:
            closed = self._say("refer.needs-consent")
        return OptionItem(act.value, self._say(f"refer.act.{act.value}"), closed_reason=closed)

    def _way(self, how: SentHow) -> OptionItem:
        hints = {
            SentHow.BY_LETTER: self._say("refer.how-hint.by-letter"),
            SentHow.SECURE_CHANNEL: self._say("refer.how-hint.secure-channel"),
        }
        words = self._say(f"refer.how.{how.value}")
        return OptionItem(how.value, words, hint=hints.get(how, ""))

    def _group(self, question_id: str, name: str) -> tuple[OptionGroup, FieldRow]:
        question = self._say(question_id)
        group = OptionGroup(question, (), self, name=f"referral-{name}")
        return group, FieldRow(question, group, self)

    @Slot(object)
    def _act_chosen(self, keys: tuple[str, ...]) -> None:
        act = ReferralAct(keys[0]) if keys else None
        reasons = reasons_of(act) if act is not None else ()
        self.reason.set_options(
            [OptionItem(one.value, self._say(f"refer.reason.{one.value}")) for one in reasons]
        )
        self.reason.set_chosen(())
        self.day.show_value(self._today)
        shown = (
            (self.how_row, act is _A.SEND),
            (self.who_row, act is _A.YES),
            (self.day_row, act in ON_DAY),
            (self.reason_row, bool(reasons)),
        )
        self.act_row.set_error("")
        for row, is_asked in shown:
            row.set_error("")
            row.setVisible(is_asked)

    @Slot()
    def _ask_consent(self) -> None:
        self.consent_requested.emit()

    def _say(self, message_id: str, **params: str) -> str:
        return sentence(message_id, self._language, **params)
