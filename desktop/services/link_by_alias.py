"""Link somebody with another case that is known by its alias."""

from desktop.records.roles import Permission
from desktop.services.find_case import case_of_alias
from desktop.services.link_people import link_people
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def link_by_alias(work: Work, ref: EpisodeRef, alias: str) -> None:
    """Link with the one case of this alias; KnownErrors of both functions that it calls."""
    need_case(work, Permission.WRITE_CASES, ref)
    link_people(work, ref, case_of_alias(work, alias, besides=ref))
