"""Ask the consent gate about one case today."""

from desktop.records.consent import Category, GateAnswer, Purpose, may
from desktop.records.roles import Permission
from desktop.services.episode_records import consents_of, episode_of
from desktop.services.local_day import local_day
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def may_share(
    work: Work, ref: EpisodeRef, recipient: str, purpose: Purpose, category: Category
) -> GateAnswer:
    """Whether this may go to this recipient for this purpose today, and why not."""
    need_case(work, Permission.READ_CASES, ref)
    episode_of(work, ref)
    return may(consents_of(work, ref), recipient, purpose, category, local_day(work))
