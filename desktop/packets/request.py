"""What a packet is built from: choices, matched places, plan and letter, all handed in."""

from dataclasses import dataclass, field
from datetime import date, tzinfo

from desktop.directory.listing import Listing
from desktop.directory.matching import Match
from desktop.forms.answers import Answer
from desktop.packets.packet import PhoneLine
from desktop.records.consent import Purpose
from desktop.records.consent_gate import GateAnswer
from desktop.records.packet_record import Appointment, PacketPart, PaperSize


@dataclass(frozen=True, slots=True)
class LetterRequest:
    """A letter to one partner. ``facts`` are label and value in the packet's language.

    ``gate`` is the consent gate's answer for exactly this recipient and purpose on ``dated``.
    """

    recipient: str
    purpose: Purpose
    dated: date
    facts: tuple[tuple[str, str], ...] = field(repr=False)
    gate: GateAnswer
    part2_notes: tuple[str, ...] = field(default=(), repr=False)
    """Substance-use treatment content: the letter then carries the notice of 42 CFR 2.32."""


@dataclass(frozen=True, slots=True)
class FurtherPlan:
    """A plan beside the general one: its lines, its people for the card, its form's notes."""

    part: PacketPart
    lines: tuple[tuple[str, str | Answer], ...] = field(default=(), repr=False)
    people: tuple[PhoneLine, ...] = field(default=(), repr=False)
    form_notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PacketRequest:
    """Everything that goes into one packet.

    ``steps`` are up to three sentences in the packet's language. ``plan_lines`` are question and
    answer; an answer with a reason ("declined", "not safe to ask") or none never reaches paper.
    ``plan_form_notes`` are printed below the plan: signatures and copyright of its form.
    ``plan_people`` are the plan's people for the wallet card; both need the plan among the parts.
    ``zone`` is the clock for appointments; None is this computer's. ``hospital_name`` is written
    in the letter only.
    """

    language: str
    size: PaperSize
    parts: frozenset[PacketPart]
    today: date
    steps: tuple[str, ...] = field(default=(), repr=False)
    appointments: tuple[Appointment, ...] = field(default=(), repr=False)
    matches: tuple[Match, ...] = ()
    hotlines: tuple[Listing, ...] = ()
    plan_lines: tuple[tuple[str, str | Answer], ...] = field(default=(), repr=False)
    plan_form_notes: tuple[str, ...] = ()
    plan_people: tuple[PhoneLine, ...] = field(default=(), repr=False)
    further_plans: tuple[FurtherPlan, ...] = field(default=(), repr=False)
    letter: LetterRequest | None = field(default=None, repr=False)
    contact_name: str = ""
    contact_phone: str = ""
    hospital_name: str = ""
    store_code: str = ""
    """What the footer says of the store that made it: see the rollback alarm."""
    zone: tzinfo | None = None
