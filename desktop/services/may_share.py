"""Ask the consent gate about one case today."""

from desktop.records.consent import Category, Purpose
from desktop.records.consent_gate import GateAnswer
from desktop.records.roles import Permission
from desktop.services.ask_gate import ask_gate
from desktop.services.episode_records import episode_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def may_share(
    work: Work, ref: EpisodeRef, recipient: str, purpose: Purpose, category: Category
) -> GateAnswer:
    """Whether this may go to this recipient for this purpose today, and why not."""
    need_case(work, Permission.READ_CASES, ref)
    episode_of(work, ref)
    return ask_gate(work, ref, recipient, purpose, category)
