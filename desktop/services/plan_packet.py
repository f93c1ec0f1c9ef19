"""Propose a packet from what is complete: steps, places, language, and which letters may go."""

from dataclasses import dataclass

from desktop.directory.freshness import LIMIT_DAYS
from desktop.directory.matching import match
from desktop.forms.wording import LocalText
from desktop.messages import sentence
from desktop.packets.build import MOST_RESOURCES, MOST_STEPS
from desktop.records.audit_event import AuditAction
from desktop.records.consent_gate import GateAnswer
from desktop.records.display import display_name
from desktop.records.packet_record import (
    NEVER_PROPOSED,
    PacketChoices,
    PacketPart,
    PaperSize,
)
from desktop.records.roles import Permission
from desktop.services.age import age_in
from desktop.services.local_day import local_day
from desktop.services.own_caseload import need_case
from desktop.services.packet_letter import letter_gate
from desktop.services.packet_sources import ON_PAGE, PacketSources, packet_sources
from desktop.services.ports import EpisodeRef
from desktop.services.site_settings import CONTACT_PHONE, site_number
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class ServiceChoice:
    """A place that answers a need. ``reason_id`` is the message id of the first need."""

    service_id: str
    name: str
    needs: tuple[str, ...]
    phone: str
    call_first: bool
    reason_id: str


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """A partner, and whether a letter may go there today."""

    recipient: str
    gate: GateAnswer


@dataclass(frozen=True, slots=True)
class PlanChoice:
    """A plan beside the general one, and how the person wants to keep it."""

    part: PacketPart
    title: LocalText
    paper: str
    has_people: bool


@dataclass(frozen=True, slots=True)
class PacketDraft:
    """A proposal to change as the person likes.

    ``assessment_complete`` False: no form that asks about needs is complete yet.

    ``plan_paper`` is how the person wants to keep the plan (see ``PacketSources.plan_paper``).
    """

    ref: EpisodeRef
    alias: str
    choices: PacketChoices
    services: tuple[ServiceChoice, ...]
    letters: tuple[LetterChoice, ...]
    has_plan: bool
    desk_may_print_plan: bool
    assessment_complete: bool
    plan_paper: str = ""
    has_people_for_card: bool = False
    wants_no_papers: bool = False
    further_plans: tuple[PlanChoice, ...] = ()


def plan_packet(work: Work, ref: EpisodeRef) -> PacketDraft:
    """The proposal; a letter is never part of it until somebody adds it."""
    access = need_case(work, Permission.BUILD_PACKETS, ref)
    work.audit(AuditAction.PACKET_PLANNED, ref.episode_id, access)
    sources = packet_sources(work, ref)
    services = _services(work, sources)
    return PacketDraft(
        ref=ref,
        alias=display_name(sources.episode),
        choices=_choices(work, sources, services),
        services=services,
        letters=tuple(
            LetterChoice(partner.name, letter_gate(work, ref, partner.name))
            for partner in work.library.partners()
        ),
        has_plan=sources.plan is not None,
        desk_may_print_plan=sources.desk_may_print_plan,
        assessment_complete=sources.case.is_known,
        plan_paper=sources.plan_paper,
        has_people_for_card=bool(sources.plan_people),
        wants_no_papers=sources.paper_wish == "none",
        further_plans=tuple(
            PlanChoice(one.part, one.title, one.paper, bool(one.people))
            for one in sources.further_plans
        ),
    )


def _choices(
    work: Work, sources: PacketSources, services: tuple[ServiceChoice, ...]
) -> PacketChoices:
    parts = {PacketPart.STEPS, PacketPart.RESOURCES, PacketPart.WALLET_CARD}
    if sources.wants_plan:
        parts.add(PacketPart.SAFETY_PLAN)
    for plan in sources.further_plans:
        if plan.part not in NEVER_PROPOSED and (plan.paper == ON_PAGE or plan.people):
            parts.add(plan.part)
    is_large = sources.paper_wish.endswith("-large")
    language = sources.language
    # What is held back is offered in the list and never ticked by itself.
    proposed = [one for one in services if set(one.needs) & set(sources.proposed)]
    return PacketChoices(
        language=language,
        size=PaperSize.LARGE if is_large else PaperSize.NORMAL,
        parts=frozenset(parts),
        steps=tuple(sentence(f"step.{code}", language) for code in sources.steps[:MOST_STEPS]),
        service_ids=tuple(one.service_id for one in proposed[:MOST_RESOURCES]),
        desk_may_print_plan=sources.desk_may_print_plan,
        contact_name=work.session.me.display_name,
        contact_phone=work.session.site.settings().get(CONTACT_PHONE, ""),
    )


def _services(work: Work, sources: PacketSources) -> tuple[ServiceChoice, ...]:
    """Places for each need, those for what matters most first."""
    limit = site_number(work, "listing-limit-days", LIMIT_DAYS)
    found = match(
        work.library.directory().listings,
        sources.searched,
        sources.language,
        age_in(work, sources.episode),
        local_day(work),
        limit,
    )
    order = {category: place for place, category in enumerate(sources.searched)}
    choices = []
    for one in sorted(found, key=lambda one: min(order[need] for need in one.needs)):
        needs = tuple(sorted(one.needs, key=order.__getitem__))
        phones = one.listing.phones
        choices.append(
            ServiceChoice(
                one.listing.service_id,
                one.listing.name_in(sources.language),
                needs,
                phones[0].number if phones else "",
                one.call_first,
                f"need.{needs[0]}",
            )
        )
    return tuple(choices)
