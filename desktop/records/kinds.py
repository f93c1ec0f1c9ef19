"""The kinds of record: name, compartment and value type of everything that is kept sealed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from desktop.records.attempt import Attempt
from desktop.records.compensation_claim import CompensationClaim
from desktop.records.confidential_status import ConfidentialStatus
from desktop.records.consent import Consent
from desktop.records.consent_paper import FrozenPaper
from desktop.records.debrief import Debrief
from desktop.records.episode import Episode
from desktop.records.form_record import FormRecord
from desktop.records.late_hand_off import LateHandOff
from desktop.records.may_know import MayKnow
from desktop.records.minor import Guardian
from desktop.records.need import NeedsNote
from desktop.records.no_plan import NoPlanToday
from desktop.records.outing import Outing
from desktop.records.packet_record import PacketDraftRecord, PacketRecord
from desktop.records.part2_note import Part2Note
from desktop.records.person import PersonIdentity
from desktop.records.person_link import PersonLink
from desktop.records.referral import Referral
from desktop.records.room import CapacityCheck, RoomState
from desktop.records.visit import Visit

T = TypeVar("T")


class Compartment(StrEnum):
    """Sets of content under one key each; who holds which key is decided by role."""

    ID = "ID"
    CLIN = "CLIN"
    PKT = "PKT"
    AUD = "AUD"
    P2 = "P2"
    """Substance-use treatment content (42 CFR Part 2): named users only."""

    __hash__ = str.__hash__  # keys are found by it at each answer, and an enum's is Python


@dataclass(frozen=True, slots=True)
class RecordKind(Generic[T]):
    """A kind of record. ``name`` is bound into every sealed revision and never changes."""

    name: str
    compartment: Compartment
    value_type: type[T]
    schema_version: int = 1


PERSON_IDENTITY = RecordKind("person-identity", Compartment.ID, PersonIdentity)
MAY_KNOW = RecordKind("may-know", Compartment.ID, MayKnow)
EPISODE = RecordKind("episode", Compartment.CLIN, Episode)
ATTEMPT = RecordKind("attempt", Compartment.CLIN, Attempt)
ROOM = RecordKind("room", Compartment.CLIN, RoomState)
CAPACITY = RecordKind("capacity", Compartment.CLIN, CapacityCheck)
FORM = RecordKind("form", Compartment.CLIN, FormRecord)
LATE_HAND_OFF = RecordKind("late-hand-off", Compartment.CLIN, LateHandOff)
CONFIDENTIAL_STATUS = RecordKind("confidential-status", Compartment.CLIN, ConfidentialStatus)
NO_PLAN = RecordKind("no-plan", Compartment.CLIN, NoPlanToday)
NEEDS = RecordKind("needs", Compartment.CLIN, NeedsNote)
COMPENSATION = RecordKind("compensation-claim", Compartment.CLIN, CompensationClaim)
REFERRAL = RecordKind("referral", Compartment.CLIN, Referral)
CONSENT = RecordKind("consent", Compartment.CLIN, Consent)
GUARDIAN = RecordKind("guardian", Compartment.CLIN, Guardian)
VISIT = RecordKind("visit", Compartment.CLIN, Visit)
PACKET_DRAFT = RecordKind("packet-draft", Compartment.CLIN, PacketDraftRecord)
PART2_NOTE = RecordKind("part2-note", Compartment.P2, Part2Note)
PART2_CONSENT = RecordKind("part2-consent", Compartment.P2, Consent)
CONSENT_PAPER = RecordKind("consent-paper", Compartment.CLIN, FrozenPaper)
PART2_CONSENT_PAPER = RecordKind("part2-consent-paper", Compartment.P2, FrozenPaper)
PERSON_LINK = RecordKind("person-link", Compartment.CLIN, PersonLink)
PACKET = RecordKind("packet", Compartment.CLIN, PacketRecord)
OUTING = RecordKind("outing", Compartment.CLIN, Outing)
DEBRIEF = RecordKind("debrief", Compartment.CLIN, Debrief)
"""In a folder that belongs to no patient: never of a case."""
