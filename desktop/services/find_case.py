"""The case that somebody names by its alias."""

from desktop.errors import KnownError
from desktop.records.roles import Permission
from desktop.services.caseload import read_caseload
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def case_of_alias(work: Work, alias: str, besides: EpisodeRef | None = None) -> EpisodeRef:
    """The one case of this alias; an open one comes before those that are closed.

    KnownErrors ``link.no-such-alias``, ``link.several`` (an alias is free again after closing, and
    a guess could name a stranger).
    """
    work.need(Permission.READ_CASES)
    wanted = _plain(alias)
    found = [
        (EpisodeRef(person_id, case.episode_id), case)
        for person_id, person in read_caseload(work).people.items()
        for case in person.cases
        if wanted and _plain(case.alias) == wanted
    ]
    others = [each for each in found if besides is None or each[0] != besides]
    still_open = [each for each in others if not each[1].is_closed]
    chosen = still_open or others
    if not chosen:
        raise KnownError("link.no-such-alias")
    if len({where.person_id for where, _ in chosen}) > 1:
        raise KnownError("link.several")
    return chosen[0][0]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
