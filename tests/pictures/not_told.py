"""Cases of the pictures of which no caller is told: one just set, one whose review is late."""

from dataclasses import replace
from datetime import timedelta

from desktop.records.confidential_status import AskedBy
from desktop.records.kinds import CONFIDENTIAL_STATUS
from desktop.services.confidential_status import set_no_information
from desktop.services.ports import EpisodeRef
from desktop.services.read_review_desk import read_review_desk
from tests.services.bench import NADIA, ROSA, Bench


def keep_confidential(bench: Bench, ref: EpisodeRef, late: EpisodeRef) -> None:
    """Set it for both and for whoever is in review; the second is to be looked at long since."""
    work = bench.work_as(ROSA)
    set_no_information(work, ref, AskedBy.PERSON)
    for row in read_review_desk(bench.work_as(NADIA)).queue:
        set_no_information(work, row.ref, AskedBy.CARE_TEAM)
    status = set_no_information(work, late, AskedBy.NURSING_SUPERVISOR)
    past = replace(status, review_due=status.review_due - timedelta(days=9))
    records = work.session.records
    records.save(CONFIDENTIAL_STATUS, late.person_id, status.status_id, past, base=1)
