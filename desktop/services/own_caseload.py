"""Clinicians see their own caseload by rule; going outside it needs a reason (break-glass)."""

from collections.abc import Iterable

from msgspec.structs import replace

from desktop.errors import KnownError
from desktop.records.case_summary import summarise
from desktop.records.caseload import CaseHands, is_in_caseload
from desktop.records.ids import StaffId
from desktop.records.roles import Permission, Role
from desktop.services.draft_journal import DraftState, all_drafts_of_episode
from desktop.services.episode_records import attempts_of, episode_of, forms_of, visits_of
from desktop.services.ports import EpisodeRef, StaffStanding
from desktop.services.work import Work

CASELOAD_RULE = "caseload-rule"
"""Site setting: "off" where a team is so small that everybody looks after everybody."""


def need_case(work: Work, permission: Permission, ref: EpisodeRef) -> str:
    """Return when the signed-in person may do this with this case.

    What is returned belongs into the audit entry: empty in the own caseload, else which access
    outside it. KnownErrors ``work.not-allowed`` and, without an access in force,
    ``caseload.outside``.
    """
    work.need(permission)
    if is_own_case(work, ref):
        return ""
    glass = work.session.glass_desk.standing(ref.person_id)
    if glass is None:
        raise KnownError("caseload.outside")
    return f"glass:{glass.glass_id}"


def has_rule(work: Work) -> bool:
    """Whether the rule binds the signed-in person: specialists, unless the site switched it off.

    A nurse manager reviews every case, so every case is in a manager's caseload.
    """
    if work.session.me.role is not Role.SPECIALIST:
        return False
    return work.session.site.settings().get(CASELOAD_RULE) != "off"


def is_own_case(work: Work, ref: EpisodeRef) -> bool:
    """Whether the case is in the signed-in person's caseload; what is once mine stays mine."""
    if ref.episode_id in work.own_cases or not has_rule(work):
        return True
    hands, me = hands_of(work, ref), work.session.me.staff_id
    if hands.holds(me):
        work.own_cases.add(ref.episode_id)
        return True
    if me in work.session.hand_over_desk.takers().get(ref.person_id, ()):
        return True
    return is_in_caseload(me, hands, clinicians_here(work))


def hands_of(work: Work, ref: EpisodeRef) -> CaseHands:
    """Everybody who had to do with this case, from its records and drafts."""
    visits = tuple(visit.value for visit in visits_of(work, ref))
    case = summarise(episode_of(work, ref).value, attempts_of(work, ref), visits)
    hands = with_drafts(case.hands, all_drafts_of_episode(work, ref))
    forms = [{form.value.author, form.author} for form in forms_of(work, ref)]
    return replace(hands, worked_by=hands.worked_by.union(*forms))


def with_drafts(hands: CaseHands, drafts: Iterable[DraftState]) -> CaseHands:
    """The same hands and those who wrote or took over a draft of the case."""
    writers = [{draft.owner, *draft.writers} for draft in drafts]
    return replace(hands, worked_by=hands.worked_by.union(*writers))


def clinicians_here(work: Work) -> frozenset[StaffId]:
    """Everyone who sees cases and did not leave."""
    return frozenset(
        entry.member.staff_id
        for entry in work.session.staff_desk.people()
        if entry.standing is not StaffStanding.REVOKED and entry.member.may(Permission.READ_CASES)
    )
