"""The guardians of a minor: who they are, and which of them may not consent."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.consent import ConsentStatus
from desktop.records.ids import RecordId
from desktop.records.kinds import GUARDIAN
from desktop.records.minor import Guardian
from desktop.records.roles import Permission
from desktop.services.desk_copies import take_back_letters
from desktop.services.episode_records import one_of, open_episode_of
from desktop.services.kept_consents import consents_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

MINOR_ALONE = "minor-alone"
"""Site setting: "on" lets a minor agree alone to take part and to be contacted."""


def site_allows_alone(work: Work) -> bool:
    """Whether the hospital's own rule lets a minor take part alone."""
    return work.session.site.settings().get(MINOR_ALONE) == "on"


def add_guardian(
    work: Work, ref: EpisodeRef, name: str, relationship: str, document_seen: str = ""
) -> Guardian:
    """Note who may decide for the minor; KnownErrors ``guardian.*-missing``."""
    need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    if not name.strip():
        raise KnownError("guardian.name-missing")
    if not relationship.strip():
        raise KnownError("guardian.relationship-missing")
    guardian = Guardian(
        guardian_id=RecordId(work.ids.new_id()),
        episode_id=ref.episode_id,
        name=name.strip(),
        relationship=relationship.strip(),
        document_seen=document_seen.strip(),
        noted_at=work.clock.now(),
        noted_by=work.session.me.staff_id,
    )
    work.session.records.save(GUARDIAN, ref.person_id, guardian.guardian_id, guardian, base=0)
    work.audit(AuditAction.GUARDIAN_NOTED, guardian.guardian_id)
    return guardian


def bar_guardian(work: Work, ref: EpisodeRef, guardian_id: RecordId, decided_by: str) -> Guardian:
    """Keep that this guardian may not consent: by whom and when it was decided, nothing else.

    What this guardian signed releases nothing from now on: letters that wait at the packet desk
    are taken back. KnownError ``guardian.decided-by-missing``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    revision = one_of(work, GUARDIAN, ref, guardian_id)
    guardian = revision.value.barred(decided_by, work.clock.now())
    work.session.records.save(GUARDIAN, ref.person_id, guardian_id, guardian, base=revision.number)
    work.audit(AuditAction.GUARDIAN_BARRED, guardian_id)
    for consent in consents_of(work, ref):
        is_theirs = consent.guardian == guardian_id and consent.scope is not None
        if is_theirs and consent.scope and consent.status is ConsentStatus.GRANTED:
            take_back_letters(work, ref, consent.scope.recipient)
    return guardian
