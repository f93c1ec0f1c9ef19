"""What a packet can be made from: completed forms only, whoever reviews them later."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.forms.answers import Answered, AnswerValue, PartialDate, answer_values
from desktop.forms.findings import answer_code
from desktop.forms.instances import Instance, ItemKey
from desktop.forms.session import FormSession
from desktop.forms.usage import is_displayed
from desktop.messages import LANGUAGES
from desktop.packets.packet import PhoneLine
from desktop.packets.plan_card import plan_people
from desktop.records.episode import Episode
from desktop.records.form_record import FormKind, FormRecord
from desktop.services.answer_words import answer_words
from desktop.services.draft_session import record_session
from desktop.services.episode_records import episode_of, form_of
from desktop.services.further_plans import CasePlan, plans_of
from desktop.services.named_needs import CaseNeeds, case_needs, code_with_role
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

ON_PAGE, ON_CARD, NO_PAPER = "full-page", "card", "no-paper"
"""Codes of how a plan is kept, in the order in which the plan offers them."""
ALSO = {"employment-status": ("educational-attainment",)}
"""Needs that answer to more than one category of the directory: work or school is one question."""


@dataclass(frozen=True, slots=True)
class PacketSources:
    """A case with its completed forms, opened."""

    episode: Episode
    case: CaseNeeds
    assessment: FormSession | None = field(repr=False)
    assessment_record: FormRecord | None
    plan: FormSession | None = field(repr=False)
    plan_record: FormRecord | None = None
    further_plans: tuple[CasePlan, ...] = field(default=(), repr=False)

    @property
    def needs(self) -> tuple[str, ...]:
        """Needs that may stand on paper: help is wanted, and nothing holds them back."""
        return tuple(one.category for one in self.case.open if not one.is_held_back)

    @property
    def proposed(self) -> tuple[str, ...]:
        """Categories whose places are proposed."""
        return _with_others(self.needs)

    @property
    def searched(self) -> tuple[str, ...]:
        """Categories to look for in the directory; those that are only offered come last."""
        held = (one.category for one in self.case.open if one.is_held_back)
        return tuple(dict.fromkeys((*self.proposed, *_with_others(held))))

    @property
    def steps(self) -> tuple[str, ...]:
        """Codes of proposed next steps: first what raised an alert, then the newest form's.

        Left out: what is held back, and what an answer proposed for a need that is closed now.
        """
        is_open = {one.category: one.is_open for one in self.case.needs}
        found = []
        for form in reversed(self.case.forms):
            if form.is_held_back:
                continue
            raised = {alert.key for alert in form.session.alerts}
            named: dict[ItemKey, list[bool]] = {}
            for need in form.session.needs:
                named.setdefault(need.key, []).append(is_open.get(need.category, True))
            found += [
                (step.key not in raised, step.code)
                for step in form.session.steps
                if any(named.get(step.key, (True,)))
            ]
        in_order = sorted(found, key=lambda step: step[0])
        return tuple(dict.fromkeys(code for _, code in in_order))

    @property
    def paper_wish(self) -> str:
        """How the person wants the papers: "es", "en-large", "none"; empty when not said."""
        return code_with_role(self.assessment, "papers") if self.assessment else ""

    @property
    def language(self) -> str:
        """The language of the papers as far as it is known."""
        spoken = self.case.forms[-1].record.language if self.case.forms else ""
        for language in (self.paper_wish.partition("-")[0], self.episode.language, spoken):
            if language in LANGUAGES:
                return language
        return LANGUAGES[0]

    @property
    def desk_may_print_plan(self) -> bool:
        """Whether the person agreed in the plan that the packet desk prints it."""
        return self.plan is not None and code_with_role(self.plan, "desk-may-print") == "yes"

    @property
    def plan_paper(self) -> str:
        """How the person wants to keep the plan: "full-page", "card", "no-paper"; "" not said."""
        if self.plan is None:
            return ""
        given = (
            answer_code(value)
            for instance in _about_paper(self.plan)
            if instance.item.role != "desk-may-print"
            for value in _values(self.plan, instance)
        )
        return next(given, "")

    @property
    def plan_people(self) -> tuple[PhoneLine, ...]:
        """The plan's people where the person wants them on the wallet card."""
        return plan_people(self.plan) if self.plan and self.plan_paper == ON_CARD else ()

    @property
    def wants_plan(self) -> bool:
        """Whether the person chose to take the plan home on paper."""
        return self.plan_paper == ON_PAGE or bool(self.plan_people)


def packet_sources(work: Work, ref: EpisodeRef) -> PacketSources:
    """Open what is complete; a draft gives nothing to a packet."""
    assessment = form_of(work, ref, FormKind.ASSESSMENT)
    plan = form_of(work, ref, FormKind.SAFETY_PLAN)
    case = case_needs(work, ref)
    session = record_session(work, ref, assessment.value) if assessment else None
    return PacketSources(
        episode_of(work, ref).value,
        case,
        session,
        assessment.value if assessment else None,
        record_session(work, ref, plan.value) if plan else None,
        plan.value if plan else None,
        plans_of(work, ref),
    )


def plan_lines(plan: FormSession, language: str) -> tuple[tuple[str, str | Answered], ...]:
    """The plan for paper: question and answer in one language.

    Left out: what has no answer for whatever reason, what is asked in private only (the paper may
    be found), and the questions about the paper itself.
    """
    about_paper = {instance.key for instance in _about_paper(plan)}
    lines: list[tuple[str, str | Answered]] = []
    for key, instance in plan.tree.by_key.items():
        state = plan.state(key)
        if not isinstance(state.answer, Answered) or key in about_paper:
            continue
        if not state.enabled or instance.is_hidden or not is_displayed(instance, plan.answer_of):
            continue
        if state.is_unknown or instance.is_private:
            continue
        is_date = any(isinstance(value, PartialDate) for value in state.answer.values)
        words = answer_words(instance.item, state.answer).in_language(language)
        lines.append((state.text.in_language(language), state.answer if is_date else words))
    return tuple(lines)


def _about_paper(plan: FormSession) -> tuple[Instance, ...]:
    """The question whether the desk may print, and the one it depends on: how it is given."""
    item = plan.questionnaire.item_with_role("desk-may-print")
    if item is None:
        return ()
    names = [condition.question for condition in item.enable_when] + [item.link_id]
    return tuple(one for name in names for one in plan.tree.by_link_id.get(name, ()))


def _with_others(needs: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for need in needs for one in (need, *ALSO.get(need, ())))


def _values(session: FormSession, instance: Instance) -> tuple[AnswerValue, ...]:
    state = session.state(instance.key)
    return answer_values(state.answer) if state.enabled else ()
