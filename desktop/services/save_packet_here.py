"""Save a packet as a PDF file from the specialist's own screen, because a file was asked for."""

from pathlib import Path

from desktop.records.audit_event import AuditAction
from desktop.records.packet_record import PacketChoices, PacketRecord
from desktop.records.roles import Permission
from desktop.services.confirm_identity import need_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.services.make_packet import made_packet
from desktop.services.name_on_paper import need_name_allowed
from desktop.services.note_release import letter_releases
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.private_file import write_private
from desktop.services.send_packet import packet_record, save_packet
from desktop.services.told_first import Release, told_first
from desktop.services.work import Work


def save_packet_here(
    work: Work,
    ref: EpisodeRef,
    choices: PacketChoices,
    path: Path,
    *,
    name_confirmed: bool = False,
) -> PacketRecord:
    """Write the file for its owner only and keep what was chosen; the safety plan may be in it.

    KnownErrors ``packet.letter-refused``, ``packet.text-differs``, ``packet.file-not-written``;
    ``confirm.needed`` without the password just now, ``confidential.name-on-paper`` for a letter
    that was not confirmed.
    """
    need_case(work, Permission.BUILD_PACKETS, ref)
    need_name_allowed(work, ref, choices, is_confirmed=name_confirmed)
    work.session.rollback.need_quiet()
    need_confirmed(work, ConfirmedAct.EXPORT)
    made = made_packet(work, ref, choices)
    record = packet_record(work, ref, made, None)
    saved = Release(
        AuditAction.PACKET_SAVED_AS_FILE, record.packet_record_id, record.sha256, ref.person_id
    )
    with told_first(work, saved, *letter_releases(work, ref, made)):
        write_private(path, made.rendered.pdf)
    save_packet(work, ref, record)
    return record
