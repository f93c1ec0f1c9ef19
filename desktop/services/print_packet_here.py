"""Print a packet from the specialist's own screen; the safety plan may be in it."""

from desktop.records.audit_event import AuditAction
from desktop.records.packet_record import PacketChoices
from desktop.records.roles import Permission
from desktop.services.make_packet import made_packet
from desktop.services.name_on_paper import need_name_allowed
from desktop.services.note_release import letter_releases
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.send_packet import packet_record, save_packet
from desktop.services.told_first import Release, told_first
from desktop.services.work import Work


def print_packet_here(
    work: Work,
    ref: EpisodeRef,
    choices: PacketChoices,
    queue: str,
    *,
    name_confirmed: bool = False,
) -> str:
    """Print and keep what was chosen; the job's id. The job's name carries no person.

    KnownErrors ``packet.letter-refused``, ``packet.text-differs``, ``print.refused``,
    ``confidential.name-on-paper`` for a letter that was not confirmed.
    """
    need_case(work, Permission.BUILD_PACKETS, ref)
    need_name_allowed(work, ref, choices, is_confirmed=name_confirmed)
    work.session.rollback.need_quiet()
    made = made_packet(work, ref, choices)
    record = packet_record(work, ref, made, None)
    printed = Release(
        AuditAction.PACKET_PRINTED, record.packet_record_id, record.sha256, ref.person_id
    )
    with told_first(work, printed, *letter_releases(work, ref, made)):
        job_id = work.printers.print_pdf(queue, made.rendered.pdf, f"Papers {made.packet.mark}")
    save_packet(work, ref, record)
    return job_id
