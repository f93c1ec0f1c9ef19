"""Ask that a person be erased for good: a nurse manager asks, somebody without keys agrees."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.display import display_name
from desktop.records.erasure import ErasureReason, ErasureWish
from desktop.records.kinds import PACKET
from desktop.records.roles import Permission
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.episode_records import episode_of
from desktop.services.late_outings import somebody_is_out
from desktop.services.linked_people import linked_people
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def ask_erasure(
    work: Work, ref: EpisodeRef, typed_alias: str, reason: ErasureReason, password: str
) -> ErasureWish:
    """Ask for the whole person, all cases; the alias of this case is typed as a check.

    Who is linked as the same person is erased with them: a link says that it is one person.

    KnownErrors ``erasure.alias-differs``, ``erasure.held``, ``erasure.already-asked``,
    ``erasure.outing-open`` while a colleague is away on a visit of this person, and
    ``sign-in.wrong-password`` and the like for the password.
    """
    need_case(work, Permission.ASK_ERASURE, ref)
    alias = display_name(episode_of(work, ref).value)
    if _plain(typed_alias) != _plain(alias):
        raise KnownError("erasure.alias-differs")
    confirm_identity(work, ConfirmedAct.ERASURE, password)
    linked = linked_people(work, ref.person_id)
    people = (ref.person_id, *linked)
    if somebody_is_out(work, people):
        raise KnownError("erasure.outing-open")
    made = [each for one in people for each in work.session.records.list_newest(PACKET, one)]
    packets = [each.value.packet_id for each in made if each.value.packet_id is not None]
    wish = work.session.erasure_desk.ask(ref.person_id, reason, packets, linked)
    for one in people:
        work.audit(AuditAction.ERASURE_ASKED, one, reason.value, one)
    return wish


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
