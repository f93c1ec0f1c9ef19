"""Builds the content of a packet from what was chosen, and refuses what consent does not cover."""

import hashlib
import json
import re
from dataclasses import replace

from desktop.directory.matching import Match
from desktop.errors import KnownError
from desktop.messages import sentence
from desktop.packets.packet import (
    AppointmentEntry,
    AppointmentsSection,
    Cover,
    LetterSection,
    Packet,
    PhoneLine,
    PlanSection,
    ResourcesSection,
    Section,
    Step,
    StepsSection,
    WalletCard,
)
from desktop.packets.paper_words import (
    clock_time,
    full_date,
    local_moment,
    long_date,
    one_line,
    unbroken,
)
from desktop.packets.plan_card import LONGEST_CARD_NAME
from desktop.packets.plan_words import plan_answers
from desktop.packets.request import FurtherPlan, LetterRequest, PacketRequest
from desktop.packets.resource_words import hotline_line, phone_line, resource_entry
from desktop.records.packet_record import Appointment, PacketPart, PaperSize

MOST_STEPS = 3
"""Three key points are what people keep (AHRQ Health Literacy Universal Precautions, Tool 5)."""
MOST_RESOURCES = 6
MOST_CARD_LINES = 5
PRIVATE_CATEGORIES = frozenset({"intimate-partner-violence", "elder-abuse", "safety"})
"""Services for these needs stay off the wallet card: somebody else may look at it."""

_PHONE = re.compile(
    r"(?<![\w-])(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\w-])|\b(?:988|211)\b"
)
_AFTER_PHONE = re.compile(r"[\s.,;:]*")


def build_packet(request: PacketRequest) -> Packet:
    """The packet in reading order; parts that were not chosen or have no content are left out.

    Raises KnownError ``packet.letter-refused`` when a letter is wanted that consent does not
    cover, ``packet.too-many-steps`` and ``packet.empty``.
    """
    if len(request.steps) > MOST_STEPS:
        raise KnownError("packet.too-many-steps", most=MOST_STEPS)
    made = (
        _steps(request),
        _appointments(request),
        _resources(request),
        _plan(request),
        *(_plan_page(one, request) for one in request.further_plans),
        _letter(request),
    )
    sections = tuple(section for section in made if section is not None)
    card = _card(request)
    if not sections and card is None:
        raise KnownError("packet.empty")
    language = request.language
    title = sentence("paper.cover.title", language)
    unmarked = Packet(
        language=language,
        size=request.size,
        title=title,
        footer=_footer(request),
        mark="",
        cover=Cover(
            title,
            sentence("paper.cover.note", language),
            sentence("paper.cover.fold", language),
        ),
        sections=sections,
        card=card,
    )
    return replace(unmarked, mark=_mark(unmarked))


def _footer(request: PacketRequest) -> str:
    words = {"page": "{page}", "pages": "{pages}", "mark": "{mark}"}
    line = sentence("paper.footer", request.language, **words)
    return f"{line}  ·  {request.store_code}" if request.store_code else line


def _mark(packet: Packet) -> str:
    content = json.dumps([packet.language, packet.size.value, packet.texts()])
    return hashlib.sha256(content.encode()).hexdigest()[:4].upper()


def _steps(request: PacketRequest) -> Section | None:
    """Nothing where a letter goes out by itself: that is the partner's paper."""
    if request.parts == {PacketPart.LETTER}:
        return None
    chosen = request.steps if PacketPart.STEPS in request.parts else ()
    steps = tuple(_step(text) for text in chosen if one_line(text))
    contact = _contact(request)
    hotlines = tuple(hotline_line(one, request.language) for one in request.hotlines if one.phones)
    if not steps and contact is None and not hotlines:
        return None
    heading = f"paper.steps.heading.{len(steps)}" if steps else "paper.steps.no-steps"
    return StepsSection(
        heading=sentence(heading, request.language),
        steps=steps,
        contact_heading=sentence("paper.contact.heading", request.language),
        contact=contact,
        help_heading=sentence("paper.help.heading", request.language),
        hotlines=hotlines,
    )


def _step(text: str) -> Step:
    """A number at the end of the sentence moves below it; one in the middle is repeated there."""
    line = one_line(text)
    found = _PHONE.search(line)
    if found is None:
        return Step(line)
    ends_with_it = _AFTER_PHONE.fullmatch(line, found.end()) is not None
    before = line[: found.start()].rstrip()
    is_whole = ends_with_it and before.endswith((".", "!", "?", ":"))
    return Step(before.rstrip(":") if is_whole else line, unbroken(found[0]))


def _contact(request: PacketRequest) -> PhoneLine | None:
    number = one_line(request.contact_phone)
    if not number:
        return None
    fallback = sentence("paper.contact.mine", request.language)
    return PhoneLine(one_line(request.contact_name) or fallback, unbroken(number))


def _appointments(request: PacketRequest) -> Section | None:
    if PacketPart.APPOINTMENTS not in request.parts or not request.appointments:
        return None
    in_order = sorted(request.appointments, key=lambda one: one.when)
    return AppointmentsSection(
        heading=sentence("paper.appointments.heading", request.language),
        appointments=tuple(_appointment(one, request) for one in in_order),
        note=sentence("paper.appointments.note", request.language),
    )


def _appointment(appointment: Appointment, request: PacketRequest) -> AppointmentEntry:
    moment = local_moment(appointment.when, request.zone)
    return AppointmentEntry(
        when=sentence(
            "paper.appointment.when",
            request.language,
            day=full_date(moment.date(), request.language),
            time=clock_time(moment.time(), request.language),
        ),
        what=one_line(appointment.what),
        where=one_line(appointment.where),
        phone=unbroken(one_line(appointment.phone)),
    )


def _resources(request: PacketRequest) -> Section | None:
    if PacketPart.RESOURCES not in request.parts or not request.matches:
        return None
    return ResourcesSection(
        heading=sentence("paper.resources.heading", request.language),
        note=sentence("paper.resources.note", request.language),
        entries=tuple(
            resource_entry(one, request.language) for one in request.matches[:MOST_RESOURCES]
        ),
    )


def _plan(request: PacketRequest) -> Section | None:
    lines, notes = request.plan_lines, request.plan_form_notes
    general = FurtherPlan(PacketPart.SAFETY_PLAN, lines, form_notes=notes)
    return _plan_page(general, request)


def _plan_page(plan: FurtherPlan, request: PacketRequest) -> Section | None:
    """The general plan or another: no word on the page says which kind of plan it is."""
    answers = plan_answers(plan.lines, request.language)
    if plan.part not in request.parts or not answers:
        return None
    return PlanSection(
        heading=sentence("paper.plan.heading", request.language),
        note=sentence("paper.plan.note", request.language),
        answers=answers,
        part=plan.part,
        form_notes=tuple(filter(None, map(one_line, plan.form_notes))),
    )


def _letter(request: PacketRequest) -> Section | None:
    letter = request.letter
    if PacketPart.LETTER not in request.parts or letter is None:
        return None
    if not letter.gate.allowed:
        raise KnownError("packet.letter-refused", recipient=letter.recipient)
    words = request.language
    contact = _contact(request)
    return LetterSection(
        heading=sentence("paper.letter.heading", words, recipient=one_line(letter.recipient)),
        facts=_letter_facts(letter, request),
        paragraphs=_letter_paragraphs(letter, words),
        closing=_questions(contact, words),
    )


def _letter_paragraphs(letter: LetterRequest, language: str) -> tuple[str, ...]:
    """What the partner may do with it; for Part 2 content the notice of 42 CFR 2.32(a) goes along.

    The notice is our own sentence; the rule wants one with each disclosure made with consent.
    """
    parts = ["asked", "only", "take-back"]
    if letter.part2_notes:
        parts.append("part2-notice")
    return tuple(sentence(f"paper.letter.{part}", language) for part in parts)


def _questions(contact: PhoneLine | None, language: str) -> str:
    if contact is None:
        return ""
    return sentence("paper.letter.questions", language, name=contact.label, phone=contact.number)


def _letter_facts(letter: LetterRequest, request: PacketRequest) -> tuple[tuple[str, str], ...]:
    words = request.language
    sender = ", ".join(filter(None, map(one_line, (request.contact_name, request.hospital_name))))
    rows = (
        (sentence("paper.letter.to", words), letter.recipient),
        (sentence("paper.letter.from", words), sender),
        (sentence("paper.letter.dated", words), long_date(letter.dated, words)),
        (sentence("paper.letter.why", words), sentence(f"paper.purpose.{letter.purpose}", words)),
        *letter.facts,
        *((sentence("paper.letter.part2", words), note) for note in letter.part2_notes),
    )
    return tuple((one_line(label), one_line(value)) for label, value in rows if one_line(value))


def _on_card(match: Match, language: str) -> tuple[PhoneLine, ...]:
    """The place's first number under its name, or its organization's where that one is too long.

    Nothing where the place is private or neither name fits.
    """
    listing = match.listing
    names = (one_line(listing.name_in(language)), one_line(listing.organization))
    fitting = [name for name in names if 0 < len(name) <= LONGEST_CARD_NAME]
    if listing.categories & PRIVATE_CATEGORIES or not listing.phones or not fitting:
        return ()
    return (PhoneLine(fitting[0], phone_line(listing.phones[0], language).number),)


def _card(request: PacketRequest) -> WalletCard | None:
    """People of the plan first: the person chose them. They come even without the other numbers."""
    words = request.language
    is_plan_in = PacketPart.SAFETY_PLAN in request.parts
    lines = list(request.plan_people) if is_plan_in else []
    for plan in request.further_plans:
        lines += plan.people if plan.part in request.parts else ()
    if PacketPart.WALLET_CARD in request.parts:
        lines += _numbers(request)
    if not lines:
        return None
    is_large = request.size is PaperSize.LARGE
    return WalletCard(
        heading=sentence("paper.card.heading", words),
        note=sentence("paper.card.note-large" if is_large else "paper.card.note", words),
        title=sentence("paper.card.title", words),
        lines=tuple(lines[:MOST_CARD_LINES]),
        is_large=is_large,
    )


def _numbers(request: PacketRequest) -> list[PhoneLine]:
    """Who to ask, help at any hour, then the places if those are in the packet at all."""
    words = request.language
    contact = _contact(request)
    lines = [contact] if contact else []
    lines += [hotline_line(one, words) for one in request.hotlines if one.phones]
    places = request.matches if PacketPart.RESOURCES in request.parts else ()
    return lines + [line for one in places[:MOST_RESOURCES] for line in _on_card(one, words)]
