"""Choose the needs, then whom to ask, and see at once what the person's consent covers."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.referral import Urgency
from desktop.services.named_needs import NamedNeed
from desktop.services.refer import ReferralWish
from desktop.services.referral_partners import PartnerChoice
from desktop.services.referral_words import refusal_words
from desktop.views.person.task_panel import TaskPanel
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.segment import Choice, Segment

PROBLEMS = ("referral.partner-missing", "referral.is-open")


class NewReferralPanel(TaskPanel):
    """Signals: ``needs_chosen(tuple)`` for which partners are wanted; ``wish_given(wish)``."""

    needs_chosen = Signal(object)
    wish_given = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(sentence("refer.add", language), "", parent, name="new-referral")
        self._language = language
        self.action_text = self._say("refer.keep")
        self._choices: tuple[PartnerChoice, ...] = ()
        question = self._say("refer.needs")
        self.needs = OptionGroup(question, (), self, name="new-referral-needs", is_multiple=True)
        self.needs_row = FieldRow(question, self.needs, self)
        question = self._say("refer.partner")
        self.partner = OptionGroup(question, (), self, name="new-referral-partner")
        self.partner_row = FieldRow(question, self.partner, self)
        question = self._say("refer.urgency")
        soon = [Choice(one.value, self._say(f"refer.urgency.{one.value}")) for one in Urgency]
        self.urgency = Segment(question, soon, self, name="new-referral-urgency")
        self.urgency_row = FieldRow(question, self.urgency, self)
        for row in (self.needs_row, self.partner_row, self.urgency_row):
            self.body.addWidget(row)
        self.needs.answered.connect(self._needs_chosen)
        self.partner.answered.connect(self._partner_chosen)

    def begin(self, needs: Sequence[NamedNeed]) -> None:
        """Ask about these needs; nothing is chosen, and the usual wait is usual."""
        self.needs.set_options([self._need(one) for one in needs])
        self.needs.set_chosen(())
        self.partner.set_chosen(())
        self.urgency.set_chosen(Urgency.ROUTINE.value)
        self.needs_row.set_error("")
        self.show_partners(())

    def show_partners(self, choices: Sequence[PartnerChoice]) -> None:
        """Who can be asked for the chosen needs, each with what the gate says today."""
        self._choices = tuple(choices)
        self.partner.set_options([self._option(one) for one in self._choices])
        self.partner_row.set_error("")
        self.partner_row.setVisible(bool(self._choices))
        self.urgency_row.setVisible(bool(self._choices))

    def focus_first(self) -> None:
        """The needs."""
        self.needs.focus_first()

    def show_problem(self, message_id: str, words: str) -> bool:
        """What is said of the partner stands below the partners."""
        if message_id not in PROBLEMS:
            return False
        self.partner_row.set_error(words)
        self.partner.focus_first()
        return True

    def submit(self) -> None:
        """Tell the wish, or say what is missing."""
        needs = self.needs.chosen_keys()
        if not needs:
            self.needs_row.set_error(self._say("referral.needs-missing"))
            self.needs.focus_first()
            return
        chosen = [one for one in self._choices if one.key in self.partner.chosen_keys()]
        if not chosen:
            self.partner_row.set_error(self._say("referral.partner-missing"))
            self.partner.focus_first()
            return
        soon = Urgency(self.urgency.chosen_key() or Urgency.ROUTINE)
        self.wish_given.emit(ReferralWish(chosen[0].to_org, needs, chosen[0].service_id, soon))

    def _need(self, need: NamedNeed) -> OptionItem:
        """What the person may not want told is said beside it."""
        hint = self._say("refer.held-back") if need.is_held_back else ""
        return OptionItem(need.category, self._say(f"need.{need.category}"), hint=hint)

    def _option(self, choice: PartnerChoice) -> OptionItem:
        why = refusal_words(choice.gate, self._language)
        covered = self._say("consent-gate.covered")
        says = self._say("refer.not-yet", why=why) if why else covered
        owner = choice.to_org if choice.to_org not in choice.name else ""
        call = self._say("refer.call-first") if choice.call_first else ""
        hint = " · ".join(one for one in (owner, call, says) if one)
        return OptionItem(choice.key, choice.name, note=choice.phone, hint=hint)

    @Slot(object)
    def _needs_chosen(self, keys: tuple[str, ...]) -> None:
        self.needs_row.set_error("")
        self.needs_chosen.emit(keys)

    @Slot(object)
    def _partner_chosen(self, _keys: tuple[str, ...]) -> None:
        self.partner_row.set_error("")

    def _say(self, message_id: str, **params: str) -> str:
        return sentence(message_id, self._language, **params)
