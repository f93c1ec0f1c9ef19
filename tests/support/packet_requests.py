"""Packet requests about invented people, for the tests of packets, rendering and printing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from desktop.directory.listing import Hours, Listing, Phone
from desktop.directory.matching import Match
from desktop.packets.packet import PhoneLine
from desktop.packets.request import LetterRequest, PacketRequest
from desktop.records.consent import Purpose
from desktop.records.consent_gate import GateAnswer
from desktop.records.packet_record import Appointment, PacketPart, PaperSize

TODAY = date(2026, 3, 13)
HARTFORD = timezone(timedelta(hours=-4), "EDT")
"""Without the names of zones, which Windows has not."""
ALL_PARTS = frozenset(PacketPart)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR")

STEPS = {
    "en": (
        "Call Rosa tomorrow, from 9 to 4. 860-555-0119",
        "Go to your visit at Clinic 3 on Monday.",
        "Call for help with a place to live. 860-555-0101",
    ),
    "es": (
        "Llame a Rosa mañana, de 9 a 4. 860-555-0119",
        "Vaya a su cita en la Clínica 3 el lunes.",
        "Pida ayuda con un lugar donde vivir. 860-555-0101",
    ),
}
PLAN = {
    "en": (
        ("What tells me that I am not safe?", "When nobody answers my calls. When I cannot sleep."),
        ("Where can I go?", "To my aunt in Exampleton.\nTo the library until eight."),
        ("Who can I call?", "My aunt, at any hour."),
    ),
    "es": (
        ("¿Qué me avisa de que no estoy a salvo?", "Cuando nadie contesta. Cuando no duermo."),
        ("¿Adónde puedo ir?", "Con mi tía en Exampleton.\nA la biblioteca hasta las ocho."),
        ("¿A quién puedo llamar?", "A mi tía, a cualquier hora, también de madrugada."),
    ),
}
APPOINTMENTS = (
    Appointment(
        when=datetime(2026, 3, 16, 14, 0, tzinfo=UTC),
        what="Clinic 3, bandage change",
        where="3 Sample Lane, second floor",
        phone="860-555-0130",
    ),
    Appointment(
        when=datetime(2026, 3, 19, 19, 30, tzinfo=UTC),
        what="Rosa Sample",
        where="Harbor room, ground floor",
    ),
)
LETTER_FACTS = {
    "en": (("Name", "Robin Placeholder"), ("Number that is safe", "860-555-0177")),
    "es": (("Nombre", "Robin Placeholder"), ("Número seguro", "860-555-0177")),
}


def listing(number: int = 1, **changes: object) -> Listing:
    """An invented listing, fresh on TODAY, with any field changed."""
    usual = Listing(
        service_id=f"service-{number}",
        organization=f"Lantern House {number}",
        name=f"Housing desk {number}",
        names={"es": f"Ayuda de vivienda {number}"},
        description={
            "en": "Help to find a room or to keep your home. You can walk in.",
            "es": "Ayuda para encontrar un cuarto o conservar su casa. Puede llegar sin cita.",
        },
        phones=(Phone(f"860-555-010{number}"),),
        address=f"{number}2 Invented Street, Exampleton, CT 00000",
        languages=("en", "es"),
        hours=(Hours(WEEKDAYS, "08:30", "16:30"),),
        categories=frozenset({"housing-instability"}),
        assured_on=TODAY - timedelta(days=10),
    )
    return replace(usual, **changes)


def hotline(number: str, name: str) -> Listing:
    """One of the short numbers."""
    return Listing(service_id=number, organization=name, name=name, phones=(Phone(number),))


HOTLINES = (hotline("988", "988 Lifeline"), hotline("211", "211 Connecticut"))


def matches(count: int = 6) -> tuple[Match, ...]:
    """Matches whose second and last must be called first."""
    stale = {2, count}
    return tuple(
        Match(
            listing(number, assured_on=TODAY - timedelta(days=200 if number in stale else 10)),
            ("housing-instability",),
            call_first=number in stale,
        )
        for number in range(1, count + 1)
    )


def letter(language: str = "en", *, allowed: bool = True) -> LetterRequest:
    """A letter to an invented partner."""
    reason = "consent-gate.covered" if allowed else "consent-gate.declined"
    return LetterRequest(
        recipient="Northside Peers",
        purpose=Purpose.PEER_SUPPORT,
        dated=TODAY,
        facts=LETTER_FACTS[language],
        gate=GateAnswer(allowed, reason),
    )


def packet_request(language: str = "en", size: PaperSize = PaperSize.NORMAL) -> PacketRequest:
    """A request with every part in it."""
    return PacketRequest(
        language=language,
        size=size,
        parts=ALL_PARTS,
        today=TODAY,
        steps=STEPS[language],
        appointments=APPOINTMENTS,
        matches=matches(),
        hotlines=HOTLINES,
        plan_lines=PLAN[language],
        letter=letter(language),
        contact_name="Rosa Sample",
        contact_phone="860-555-0119",
        hospital_name="Mockingbird General",
        zone=HARTFORD,
    )


def packet_request_with_people(people: tuple[PhoneLine, ...]) -> PacketRequest:
    """The same request of somebody who wants the plan on the wallet card."""
    return replace(packet_request(), plan_lines=(), plan_people=people)
