"""Link somebody with another case that is known by its alias."""

from desktop.errors import KnownError
from desktop.records.roles import Permission
from desktop.services.caseload import read_caseload
from desktop.services.link_people import link_people
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def link_by_alias(work: Work, ref: EpisodeRef, alias: str) -> None:
    """Link with the one case of this alias; an open one comes before those that are closed.

    KnownErrors ``link.no-such-alias``, ``link.several`` (an alias is free again after closing, and
    a guess could link strangers), and those of ``link_people``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    wanted = _plain(alias)
    found = [
        (EpisodeRef(person_id, case.episode_id), case)
        for person_id, person in read_caseload(work).people.items()
        for case in person.cases
        if wanted and _plain(case.alias) == wanted and case.episode_id != ref.episode_id
    ]
    still_open = [each for each in found if not each[1].is_closed]
    chosen = still_open or found
    if not chosen:
        raise KnownError("link.no-such-alias")
    if len({where.person_id for where, _ in chosen}) > 1:
        raise KnownError("link.several")
    link_people(work, ref, chosen[0][0])


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
