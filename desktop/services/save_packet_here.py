"""Save a packet as a PDF file from the specialist's own screen, because a file was asked for."""

from pathlib import Path

from desktop.records.audit_event import AuditAction
from desktop.records.packet_record import PacketChoices, PacketRecord
from desktop.records.roles import Permission
from desktop.services.confirm_identity import need_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.services.make_packet import made_packet
from desktop.services.note_release import note_release
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.private_file import write_private
from desktop.services.send_packet import keep_packet
from desktop.services.work import Work


def save_packet_here(
    work: Work, ref: EpisodeRef, choices: PacketChoices, path: Path
) -> PacketRecord:
    """Write the file for its owner only and keep what was chosen; the safety plan may be in it.

    KnownErrors ``packet.letter-refused``, ``packet.text-differs``, ``packet.file-not-written``;
    ``confirm.needed`` without the password just now.
    """
    need_case(work, Permission.BUILD_PACKETS, ref)
    work.session.rollback.need_quiet()
    need_confirmed(work, ConfirmedAct.EXPORT)
    made = made_packet(work, ref, choices)
    write_private(path, made.rendered.pdf)
    record = keep_packet(work, ref, made, None)
    work.audit(AuditAction.PACKET_SAVED_AS_FILE, record.packet_record_id, made.rendered.sha256)
    note_release(work, ref, made)
    return record
