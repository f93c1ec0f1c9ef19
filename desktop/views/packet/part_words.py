"""What the rows of the packet's parts say: titles, second lines, pages."""

import math

from PySide6.QtCore import QObject

from desktop.messages import sentence
from desktop.records.packet_record import NEVER_PROPOSED, PLANS, PacketPart
from desktop.services.make_packet import desk_reason, not_for_desk
from desktop.services.packet_sources import NO_PAPER, ON_CARD
from desktop.services.plan_packet import PlanChoice
from desktop.views.packet.packet_states import PacketState
from desktop.views.theme.tokens import Tone

Words = tuple[str, Tone]


def grade_number(grade: float) -> int:
    """A school grade in whole numbers, never told lower than it is; at least 1."""
    return max(1, math.ceil(round(grade, 1)))


class PartWords(QObject):
    """Words for one state of the composer in the interface language ``language``."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language

    def title(self, part: PacketPart) -> str:
        """The name of a part."""
        return {
            PacketPart.STEPS: self.tr("My next steps"),
            PacketPart.APPOINTMENTS: self.tr("Appointments and who to call"),
            PacketPart.RESOURCES: self.tr("Help near you"),
            PacketPart.SAFETY_PLAN: self.tr("Safety plan"),
            PacketPart.LETTER: self.tr("Letter"),
            PacketPart.WALLET_CARD: self.tr("Wallet card"),
        }[part]

    def part_title(self, part: PacketPart, state: PacketState) -> str:
        """The name of a part; a plan beside the general one goes by the title of its form."""
        plan = _further_plan(part, state)
        return plan.title.in_language(self._language) if plan else self.title(part)

    def steps_title(self, count: int) -> str:
        """The name of the first part with how many steps it has."""
        if not count:
            return self.title(PacketPart.STEPS)
        if count == 1:
            return self.tr("My next step")
        return self.tr("My next %n steps", "", count)

    def pages(self, count: int) -> str:
        """How many pages there are, empty when there are none yet."""
        if count == 1:
            return self.tr("1 page")
        return self.tr("%n pages", "", count) if count else ""

    def steps(self, state: PacketState) -> Words:
        """What there is to say of the steps."""
        if not state.choices.steps:
            return self.tr("No step yet. Numbers to call stand here"), Tone.WARNING
        if state.foreign_steps:
            return self._foreign(len(state.foreign_steps)), Tone.WARNING
        return self.tr("Always first"), Tone.MUTED

    def second(self, part: PacketPart, state: PacketState) -> Words:
        """The second line of a part."""
        if part is PacketPart.APPOINTMENTS:
            return self._appointments(state), Tone.MUTED
        if part is PacketPart.RESOURCES:
            return self._places(state)
        if part is PacketPart.SAFETY_PLAN:
            return self._plan(state)
        plan = _further_plan(part, state)
        if plan is not None:
            return self._further(plan, state)
        if PacketPart.WALLET_CARD in state.choices.parts:
            return self.tr("Phone numbers under a neutral title"), Tone.MUTED
        return self.tr("Not chosen"), Tone.MUTED

    def page(self, part: PacketPart, state: PacketState) -> str:
        """Where the part begins, empty while that is not known."""
        plan = _further_plan(part, state)
        paper = plan.paper if plan else state.draft.plan_paper
        is_on_card = part in PLANS and paper == ON_CARD
        where = PacketPart.WALLET_CARD if is_on_card else part
        number = state.pages.page_of.get(where) if state.pages else None
        return self.tr("Page {page}").format(page=number) if number else ""

    def desk_leaves_out(self, state: PacketState) -> str:
        """What the desk's copy will not hold, empty when it holds everything."""
        return self.left_out(not_for_desk(state.choices))

    def left_out(self, plans: frozenset[PacketPart]) -> str:
        """That these plans stay out of the desk's copy, and why; empty for none."""
        reasons = dict.fromkeys(desk_reason(part) for part in sorted(plans, reverse=True))
        return " ".join(sentence(one, self._language) for one in reasons)

    def _foreign(self, count: int) -> str:
        if count == 1:
            return self.tr("1 step is in another language")
        return self.tr("%n steps are in another language", "", count)

    def _appointments(self, state: PacketState) -> str:
        choices = state.choices
        who = choices.contact_name if choices.contact_phone else self.tr("no number to call")
        if not choices.appointments:
            return self.tr("No date yet, {who}").format(who=who)
        count = len(choices.appointments)
        dates = self.tr("1 date") if count == 1 else self.tr("%n dates", "", count)
        if PacketPart.APPOINTMENTS not in choices.parts:
            return self.tr("{dates} left out, {who}").format(dates=dates, who=who)
        return self.tr("{dates}, {who}").format(dates=dates, who=who)

    def _places(self, state: PacketState) -> Words:
        if not state.draft.assessment_complete:
            return self.tr("Complete the assessment to find places"), Tone.MUTED
        if not state.draft.services:
            return self.tr("The directory has no place for these needs"), Tone.MUTED
        if PacketPart.RESOURCES not in state.choices.parts:
            return self.tr("Not chosen"), Tone.MUTED
        count, stale = len(state.choices.service_ids), state.stale_places
        places = self.tr("1 place") if count == 1 else self.tr("%n places", "", count)
        if not stale:
            return places, Tone.MUTED
        words = self.tr("{places}, %n print “call first”", "", stale)
        if stale == 1:
            words = self.tr("{places}, 1 prints “call first”")
        return words.format(places=places), Tone.WARNING

    def _plan(self, state: PacketState) -> Words:
        paper = state.draft.plan_paper
        is_unwanted = paper == NO_PAPER
        if PacketPart.SAFETY_PLAN not in state.choices.parts:
            if is_unwanted:
                return self.tr("The person wants no paper of it"), Tone.MUTED
            return self.tr("Not chosen"), Tone.MUTED
        if is_unwanted:
            return self.tr("The person wanted no paper of it. Ask again first"), Tone.WARNING
        if paper == ON_CARD:
            return self._plan_on_card(state)
        if state.choices.desk_may_print_plan:
            return self.tr("The desk may print it, as the person agreed"), Tone.MUTED
        return self.tr("Prints here only, not at the desk"), Tone.MUTED

    def _further(self, plan: PlanChoice, state: PacketState) -> Words:
        """A plan beside the general one: it is in only where somebody put it in."""
        is_in, is_unwanted = plan.part in state.choices.parts, plan.paper == NO_PAPER
        if not is_in and (is_unwanted or plan.part in NEVER_PROPOSED):
            key = "unwanted" if is_unwanted else "by-hand"
            return sentence(f"packet.plan-{key}", self._language), Tone.MUTED
        if not is_in:
            return self.tr("Not chosen"), Tone.MUTED
        if is_unwanted:
            return self.tr("The person wanted no paper of it. Ask again first"), Tone.WARNING
        if plan.paper == ON_CARD and not plan.has_people:
            return self.tr("For the card, and it names no one yet"), Tone.WARNING
        where = "card" if plan.paper == ON_CARD else "page"
        return sentence(f"packet.plan-on-{where}", self._language), Tone.MUTED

    def _plan_on_card(self, state: PacketState) -> Words:
        if not state.draft.has_people_for_card:
            return self.tr("For the card, and it names no one yet"), Tone.WARNING
        if state.choices.desk_may_print_plan:
            return self.tr("On the card, as chosen. The desk may print it"), Tone.MUTED
        return self.tr("On the card, as chosen. Prints here only"), Tone.MUTED


def _further_plan(part: PacketPart, state: PacketState) -> PlanChoice | None:
    return next((one for one in state.draft.further_plans if one.part is part), None)
