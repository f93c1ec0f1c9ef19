"""Choices to a packet and its pages: what cannot go in is left out with its reason, or refused."""

from dataclasses import dataclass, replace

from desktop.directory.freshness import LIMIT_DAYS, call_first
from desktop.directory.matching import Match, hotlines
from desktop.errors import KnownError
from desktop.forms.answers import Answered
from desktop.packets.build import build_packet
from desktop.packets.packet import Packet
from desktop.packets.request import PacketRequest
from desktop.records.packet_record import (
    FURTHER_PLANS,
    PLANS,
    PacketChoices,
    PacketPart,
)
from desktop.services.form_notices import printed_notice, signed_words
from desktop.services.further_plans import plan_for_packet
from desktop.services.local_day import local_day
from desktop.services.need_here import need_here
from desktop.services.packet_letter import letter_gate, letter_request
from desktop.services.packet_sources import ON_CARD, PacketSources, packet_sources, plan_lines
from desktop.services.ports import EpisodeRef, RenderedPacket
from desktop.services.site_settings import site_number
from desktop.services.work import Work

Refusals = tuple[tuple[PacketPart, str], ...]


@dataclass(frozen=True, slots=True)
class MadePacket:
    """A packet with its pages; ``choices`` are what really went in."""

    packet: Packet
    rendered: RenderedPacket
    choices: PacketChoices


def refusals_of(
    work: Work, ref: EpisodeRef, choices: PacketChoices, sources: PacketSources
) -> Refusals:
    """Chosen parts that cannot go in, each with a message id."""
    refused = []
    if PacketPart.SAFETY_PLAN in choices.parts and sources.plan is None:
        refused.append((PacketPart.SAFETY_PLAN, "packet.plan-not-complete"))
    here = {plan.part for plan in sources.further_plans}
    refused += [
        (part, "packet.plan-not-complete")
        for part in FURTHER_PLANS
        if part in choices.parts and part not in here
    ]
    if PacketPart.LETTER in choices.parts:
        gate = letter_gate(work, ref, choices.letter_recipient)
        if not gate.allowed:
            refused.append((PacketPart.LETTER, gate.reason_id))
    return tuple(refused)


def without_parts(choices: PacketChoices, parts: frozenset[PacketPart]) -> PacketChoices:
    """The same choices less these parts."""
    return replace(choices, parts=choices.parts - parts)


def for_the_desk(choices: PacketChoices) -> PacketChoices:
    """What the desk's copy may hold: the safety plan only where the person agreed to it, and none
    of the further plans.

    KnownError ``packet.nothing-for-desk`` when the plan was all that was chosen.
    """
    barred = not_for_desk(choices)
    if not barred:
        return choices
    rest = without_parts(choices, barred)
    if not rest.parts:
        raise KnownError("packet.nothing-for-desk")
    return rest


def not_for_desk(choices: PacketChoices) -> frozenset[PacketPart]:
    """The chosen plans that stay out of the desk's copy."""
    barred = choices.parts & frozenset(FURTHER_PLANS)
    if PacketPart.SAFETY_PLAN in choices.parts and not choices.desk_may_print_plan:
        barred |= {PacketPart.SAFETY_PLAN}
    return barred


def desk_reason(part: PacketPart) -> str:
    """The message id of why a plan stays out of the desk's copy."""
    is_general = part is PacketPart.SAFETY_PLAN
    return "packet.plan-not-for-desk" if is_general else "packet.plan-prints-here"


def made_packet(
    work: Work, ref: EpisodeRef, choices: PacketChoices, part2_notes: tuple[str, ...] = ()
) -> MadePacket:
    """Build, lay out and read back; ``part2_notes`` only from ``release_part2``.

    KnownErrors ``packet.letter-refused``, ``packet.plan-not-complete``, ``packet.no-service``,
    ``packet.text-differs`` and those of ``build_packet``.
    """
    need_here(work, ref.person_id)
    sources = packet_sources(work, ref)
    kept = {plan.part for plan in sources.further_plans}
    if sources.plan is not None:
        kept.add(PacketPart.SAFETY_PLAN)
    if (choices.parts & PLANS) - kept:
        raise KnownError("packet.plan-not-complete")
    request = _request(work, ref, choices, sources)
    if part2_notes and request.letter is not None:
        letter = replace(request.letter, part2_notes=part2_notes)
        request = replace(request, letter=letter)
    packet = build_packet(request)
    rendered = work.paper.render(packet)
    if not rendered.text_matches:
        raise KnownError("packet.text-differs")
    return MadePacket(packet, rendered, choices)


def _request(
    work: Work, ref: EpisodeRef, choices: PacketChoices, sources: PacketSources
) -> PacketRequest:
    letter = (
        letter_request(work, ref, sources, choices.letter_recipient, choices.language)
        if PacketPart.LETTER in choices.parts
        else None
    )
    return PacketRequest(
        language=choices.language,
        size=choices.size,
        parts=choices.parts,
        today=local_day(work),
        steps=choices.steps,
        appointments=choices.appointments,
        matches=_matches(work, choices, sources),
        hotlines=hotlines(work.library.directory().listings),
        plan_lines=_plan_lines(choices, sources),
        plan_form_notes=_plan_form_notes(work, choices, sources),
        plan_people=sources.plan_people,
        further_plans=tuple(
            plan_for_packet(work, one, choices)
            for one in sources.further_plans
            if one.part in choices.parts
        ),
        letter=letter,
        contact_name=choices.contact_name,
        contact_phone=choices.contact_phone,
        hospital_name=work.session.site.hospital_name,
        store_code=work.session.rollback.anchor_code(),
    )


def _matches(work: Work, choices: PacketChoices, sources: PacketSources) -> tuple[Match, ...]:
    """The chosen listings in the order chosen; KnownError ``packet.no-service``."""
    directory, today = work.library.directory(), local_day(work)
    limit = site_number(work, "listing-limit-days", LIMIT_DAYS)
    found = []
    for service_id in choices.service_ids:
        listing = directory.find(service_id)
        if listing is None:
            raise KnownError("packet.no-service")
        needs = tuple(sorted(listing.categories & set(sources.searched)))
        found.append(Match(listing, needs, call_first(listing, today, limit)))
    return tuple(found)


def _plan_lines(
    choices: PacketChoices, sources: PacketSources
) -> tuple[tuple[str, str | Answered], ...]:
    if PacketPart.SAFETY_PLAN not in choices.parts or sources.plan is None:
        return ()
    if sources.plan_paper == ON_CARD:
        return ()
    return plan_lines(sources.plan, choices.language)


def _plan_form_notes(work: Work, choices: PacketChoices, sources: PacketSources) -> tuple[str, ...]:
    if sources.plan is None or sources.plan_record is None:
        return ()
    signed = signed_words(sources.plan_record.signatures, choices.language)
    notice = printed_notice(work, sources.plan.questionnaire)
    return (*signed, notice)
