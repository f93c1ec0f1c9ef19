"""The safety plans of a case beside the general one: hard times, staying out of it, at home.

Each is a form of ours (``FURTHER_PLANS`` by name) in the person's own words. None is copied
anywhere by itself: a page or card goes into a packet as the person chose, of the plan for home only
when somebody puts it in; it prints from the specialist's screen only, and no letter reads it.
"""

from dataclasses import dataclass, field

from desktop.errors import KnownError
from desktop.forms.answers import Answered, PartialDate
from desktop.forms.instances import Instance
from desktop.forms.questionnaire import Sensitivity
from desktop.forms.session import FormSession
from desktop.forms.usage import is_displayed
from desktop.forms.wording import LocalText
from desktop.packets.packet import PhoneLine
from desktop.packets.plan_card import plan_people
from desktop.packets.request import FurtherPlan
from desktop.records.form_record import FormKind, FormRecord
from desktop.records.packet_record import FURTHER_PLANS, PacketChoices, PacketPart
from desktop.services.answer_words import answer_words
from desktop.services.draft_session import record_session
from desktop.services.episode_records import forms_of
from desktop.services.form_notices import printed_notice, signed_words
from desktop.services.named_needs import code_with_role
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

PAPER, SIGHT, SIGHT_WHO = "plan-paper", "plan-sight", "plan-sight-who"
"""Roles of the questions how the plan is kept and who may see it: never on the paper itself."""
ON_PAGE, ON_CARD, IN_MEMORY = "full-page", "card", "no-paper"


@dataclass(frozen=True, slots=True)
class CasePlan:
    """One completed plan, in its newest revision."""

    part: PacketPart
    title: LocalText
    record: FormRecord = field(repr=False)
    session: FormSession = field(repr=False)

    @property
    def paper(self) -> str:
        """How the person wants to keep it; what was not said counts as kept in memory."""
        return code_with_role(self.session, PAPER) or IN_MEMORY

    @property
    def people(self) -> tuple[PhoneLine, ...]:
        """The plan's people where the person wants them on the wallet card."""
        return plan_people(self.session) if self.paper == ON_CARD else ()


def is_plan(own: str) -> bool:
    """Whether one of our own forms, by its name, is such a plan."""
    return own in FURTHER_PLANS


def is_plan_record(work: Work, record: FormRecord) -> bool:
    """Whether a form of a case is a safety plan, the general one or a further one."""
    own = work.library.own_name(record.instrument.url) or ""
    return record.kind is FormKind.SAFETY_PLAN or is_plan(own)


def plans_of(work: Work, ref: EpisodeRef) -> tuple[CasePlan, ...]:
    """The completed plans of a case, in a steady order; one that cannot be read is left out."""
    found = {}
    for form in forms_of(work, ref):
        own = work.library.own_name(form.value.instrument.url) or ""
        if form.value.kind is not FormKind.LOADED or not is_plan(own):
            continue
        try:
            session = record_session(work, ref, form.value)
        except KnownError:
            continue  # its form is not installed: the person page says so where it is opened
        part = PacketPart(own)
        found[part] = CasePlan(part, session.questionnaire.title, form.value, session)
    return tuple(found[part] for part in FURTHER_PLANS if part in found)


def plan_for_packet(work: Work, plan: CasePlan, choices: PacketChoices) -> FurtherPlan:
    """A plan for a packet that it was put into; as a page unless the person wants the card."""
    language = choices.language
    lines = () if plan.paper == ON_CARD else _lines(plan.session, language)
    notes = (
        *signed_words(plan.record.signatures, language),
        printed_notice(work, plan.session.questionnaire),
    )
    return FurtherPlan(plan.part, lines, plan.people, notes)


def _lines(plan: FormSession, language: str) -> tuple[tuple[str, str | Answered], ...]:
    """Question and answer in one language, in the form's order.

    Left out: what has no answer for whatever reason, the questions about the paper, and a question
    that by itself is asked in private only, such as whether a storage plan was agreed.
    """
    lines: list[tuple[str, str | Answered]] = []
    for key, instance in plan.tree.by_key.items():
        state = plan.state(key)
        if not isinstance(state.answer, Answered) or not state.enabled or _is_left_out(instance):
            continue
        if not is_displayed(instance, plan.answer_of):
            continue
        is_date = any(isinstance(value, PartialDate) for value in state.answer.values)
        words = answer_words(instance.item, state.answer).in_language(language)
        lines.append((state.text.in_language(language), state.answer if is_date else words))
    return tuple(lines)


def _is_left_out(instance: Instance) -> bool:
    is_about_paper = instance.item.role in (PAPER, SIGHT, SIGHT_WHO)
    return is_about_paper or instance.is_hidden or instance.item.sensitivity is Sensitivity.LOCK
