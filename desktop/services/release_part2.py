"""Release Part 2 notes to one partner: by letter, with consent, the notice, and the password."""

from dataclasses import dataclass

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.audit_questions import release_detail
from desktop.records.consent import Category
from desktop.records.consent_gate import GateAnswer
from desktop.records.display import display_name
from desktop.records.ids import PacketId
from desktop.records.kinds import PART2_NOTE
from desktop.records.packet_record import PacketChoices, PacketPart, PacketRecord, PaperSize
from desktop.records.roles import Permission
from desktop.services.ask_gate import ask_gate
from desktop.services.confidential_status import holding_status
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.episode_records import all_of, episode_of
from desktop.services.letter_last_day import TOLD, letter_last_day
from desktop.services.make_packet import made_packet
from desktop.services.name_on_paper import LETTER, need_paper_allowed
from desktop.services.own_caseload import need_case
from desktop.services.packet_letter import letter_gate, letter_purpose
from desktop.services.packet_sources import packet_sources
from desktop.services.ports import EpisodeRef, PacketContent
from desktop.services.send_packet import keep_packet
from desktop.services.site_settings import CONTACT_PHONE
from desktop.services.told_first import Release, told_first
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Part2Recipient:
    """A partner, and whether these notes may go there today."""

    name: str
    gate: GateAnswer


def part2_recipients(work: Work, ref: EpisodeRef) -> tuple[Part2Recipient, ...]:
    """Every partner with the consent gate's answer for substance-use content."""
    need_case(work, Permission.BUILD_PACKETS, ref)
    partners = work.library.partners()
    return tuple(Part2Recipient(one.name, part2_gate(work, ref, one.name)) for one in partners)


def part2_gate(work: Work, ref: EpisodeRef, recipient: str) -> GateAnswer:
    """A letter may go there at all, and a Part 2 consent covers the records (42 CFR 2.31)."""
    letter = letter_gate(work, ref, recipient)
    purpose = letter_purpose(work, ref, recipient)
    if not letter.allowed or purpose is None:
        return letter
    return ask_gate(work, ref, recipient, purpose, Category.TREATMENT_RECORDS)


def release_part2(work: Work, ref: EpisodeRef, recipient: str, password: str) -> PacketRecord:
    """Send a letter with every note of the case to the packet desk.

    KnownErrors ``part2.release-refused``, ``part2.nothing``, ``store.no-key`` for whoever is not
    named, ``sign-in.wrong-password`` and the like for the password, which confirms the legal name
    on the letter too.
    """
    need_case(work, Permission.BUILD_PACKETS, ref)
    if not part2_gate(work, ref, recipient).allowed:
        raise KnownError("part2.release-refused", recipient=recipient)
    notes = tuple(note.value.text for note in all_of(work, PART2_NOTE, ref) if note.value.text)
    if not notes:
        raise KnownError("part2.nothing")
    confirm_identity(work, ConfirmedAct.PART2_RELEASE, password)
    need_paper_allowed(work, ref, LETTER, is_confirmed=True)
    made = made_packet(work, ref, _choices(work, ref, recipient), notes)
    packet_id = PacketId(work.ids.new_id())
    content = PacketContent(
        display_name(episode_of(work, ref).value),
        made.choices.language,
        made.choices.size.value,
        made.rendered.pages,
        made.rendered.pdf,
        made.rendered.sha256,
        made.packet.mark,
        person_only=holding_status(work, ref) is not None,
        last_day=letter_last_day(work, ref, recipient, (*TOLD, Category.TREATMENT_RECORDS)),
    )
    purpose = letter_purpose(work, ref, recipient)
    detail = release_detail(recipient, PART2_NOTE.name, purpose.value if purpose else "")
    releases = (
        Release(AuditAction.PART2_RELEASED, packet_id, made.rendered.sha256, ref.person_id),
        Release(AuditAction.RELEASED, ref.person_id, detail, ref.person_id),
    )
    with told_first(work, *releases):
        work.session.packets.put(packet_id, content)
    return keep_packet(work, ref, made, packet_id)


def _choices(work: Work, ref: EpisodeRef, recipient: str) -> PacketChoices:
    return PacketChoices(
        language=packet_sources(work, ref).language,
        size=PaperSize.NORMAL,
        parts=frozenset({PacketPart.LETTER}),
        letter_recipient=recipient,
        contact_name=work.session.me.display_name,
        contact_phone=work.session.site.settings().get(CONTACT_PHONE, ""),
    )
