"""Send a finished packet to the packet desk."""

from datetime import date

from desktop.records.audit_event import AuditAction
from desktop.records.display import display_name
from desktop.records.ids import PacketId, RecordId
from desktop.records.kinds import PACKET
from desktop.records.packet_record import PacketChoices, PacketPart, PacketRecord
from desktop.records.roles import Permission
from desktop.services.confidential_status import holding_status
from desktop.services.episode_records import episode_of
from desktop.services.letter_last_day import letter_last_day
from desktop.services.local_day import local_day
from desktop.services.make_packet import MadePacket, for_the_desk, made_packet
from desktop.services.name_on_paper import need_name_allowed
from desktop.services.note_release import letter_releases
from desktop.services.own_caseload import need_case
from desktop.services.packet_choices import drop_choices
from desktop.services.ports import EpisodeRef, PacketContent
from desktop.services.told_first import Release, told_first
from desktop.services.work import Work


def send_packet(
    work: Work, ref: EpisodeRef, choices: PacketChoices, *, name_confirmed: bool = False
) -> PacketRecord:
    """Seal the pages to the desk and keep what was chosen.

    The safety plan goes along only if the person agreed that the desk prints it. KnownErrors
    ``packet.letter-refused``, ``packet.nothing-for-desk``, ``packet.text-differs``;
    ``confidential.name-on-paper`` for a letter that was not confirmed.
    """
    need_case(work, Permission.BUILD_PACKETS, ref)
    need_name_allowed(work, ref, choices, is_confirmed=name_confirmed)
    made = made_packet(work, ref, for_the_desk(choices))
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
        last_day=_last_day(work, ref, made.choices),
    )
    sent = Release(AuditAction.PACKET_SENT, packet_id, made.rendered.sha256, ref.person_id)
    with told_first(work, sent, *letter_releases(work, ref, made)):
        work.session.packets.put(packet_id, content)
    record = keep_packet(work, ref, made, packet_id)
    drop_choices(work, ref)
    return record


def _last_day(work: Work, ref: EpisodeRef, choices: PacketChoices) -> date | None:
    if PacketPart.LETTER not in choices.parts:
        return None
    return letter_last_day(work, ref, choices.letter_recipient)


def keep_packet(
    work: Work, ref: EpisodeRef, made: MadePacket, packet_id: PacketId | None
) -> PacketRecord:
    """The case's own record of a packet: choices, pages and hash, not the pages themselves."""
    record = packet_record(work, ref, made, packet_id)
    save_packet(work, ref, record)
    return record


def save_packet(work: Work, ref: EpisodeRef, record: PacketRecord) -> None:
    """Put the record of a packet to its case."""
    work.session.records.save(PACKET, ref.person_id, record.packet_record_id, record, base=0)


def packet_record(
    work: Work, ref: EpisodeRef, made: MadePacket, packet_id: PacketId | None
) -> PacketRecord:
    """What :func:`keep_packet` saves, with an id of its own."""
    return PacketRecord(
        packet_record_id=RecordId(work.ids.new_id()),
        episode_id=ref.episode_id,
        packet_id=packet_id,
        choices=made.choices,
        made_by=work.session.me.staff_id,
        made_at=work.clock.now(),
        valid_on=local_day(work),
        pages=made.rendered.pages,
        sha256=made.rendered.sha256,
    )
