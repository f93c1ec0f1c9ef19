"""Cases of the pictures of which no caller is told: one just set, one whose review is late."""

from dataclasses import replace
from datetime import timedelta

from desktop.records.confidential_status import AskedBy
from desktop.records.episode import CaseSource
from desktop.records.kinds import CONFIDENTIAL_STATUS
from desktop.records.may_know import NamedPerson
from desktop.services.add_case import NewCase, add_case
from desktop.services.confidential_status import set_no_information
from desktop.services.may_know import save_may_know
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import EpisodeRef
from desktop.services.read_review_desk import read_review_desk
from desktop.services.send_packet import send_packet
from tests.services.bench import NADIA, ROSA, Bench
from tests.services.filling import HOUSING, completed
from tests.views.packet.cases import consented

WITH_LETTER = "Sumac 33"
NAMED = (
    NamedPerson("Fern Invented", "aunt", may_be_told=True, may_visit=True),
    NamedPerson("Reed Invented", ""),
)


def keep_confidential(bench: Bench, ref: EpisodeRef, late: EpisodeRef) -> None:
    """Set it for both and for whoever is in review; the second is to be looked at long since."""
    work = bench.work_as(ROSA)
    set_no_information(work, ref, AskedBy.PERSON)
    save_may_know(work, ref, NAMED)
    for row in read_review_desk(bench.work_as(NADIA)).queue:
        set_no_information(work, row.ref, AskedBy.CARE_TEAM)
    status = set_no_information(work, late, AskedBy.NURSING_SUPERVISOR)
    past = replace(status, review_due=status.review_due - timedelta(days=9))
    records = work.session.records
    records.save(CONFIDENTIAL_STATUS, late.person_id, status.status_id, past, base=1)


def add_with_letter(bench: Bench) -> None:
    """Somebody of whom no caller is told, with a consent for a letter and a packet at the desk."""
    work = bench.work_as(ROSA)
    new = NewCase("ED 16", CaseSource.TRAUMA_PAGE, bench.clock.now(), "en", 24, WITH_LETTER)
    ref = add_case(work, new).ref
    bench.reach(ref)
    completed(work, ref, **{HOUSING: "yes"})
    consented(bench, ref)
    set_no_information(work, ref, AskedBy.PERSON)
    send_packet(work, ref, plan_packet(work, ref).choices)
