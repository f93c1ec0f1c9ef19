"""The clock of a mandated report and the needs of a case, in review and on the staff's paper."""

import pytest

from desktop.errors import KnownError
from desktop.packets.accounting import local_moment
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CloseReason
from desktop.records.ids import RecordId
from desktop.records.missed import MissedWhy
from desktop.records.need import NeedState
from desktop.records.person import PersonIdentity
from desktop.services.case_facts import need_lines, report_lines
from desktop.services.close_case import close_case
from desktop.services.identity import save_identity
from desktop.services.mandated_report import note_cause, note_told, note_written
from desktop.services.note_need import note_need
from desktop.services.open_visit import VisitPage, open_visit
from desktop.services.ports import EpisodeRef, Setting
from desktop.services.print_record import print_record, printable_records
from desktop.services.submit_visit import submit_visit
from tests.services.bench import ADMIN, NADIA, ROSA, Bench, memory_bench
from tests.services.filling import HOUSING, completed

QUEUE = "ED-PRN-2"
HOUR_S = 3600


@pytest.fixture
def bench() -> Bench:
    """A bench on a store in memory: what is shown does not hang on the disk."""
    return memory_bench()


def reviewed(bench: Bench, ref: EpisodeRef) -> VisitPage:
    """What a reviewer opens."""
    visit = submit_visit(bench.work_as(ROSA), ref)
    return open_visit(bench.work_as(NADIA), ref, visit.visit_id)


def printed(bench: Bench, ref: EpisodeRef, language: str = "en") -> str:
    """The words of the sheet of the case, read back from its PDF."""
    work = bench.work_as(ROSA)
    print_record(work, ref, RecordId(ref.episode_id), QUEUE, language)
    return " ".join(" ".join(work.paper.page_texts(bench.printers.jobs[-1].pdf)).split())


def allow(bench: Bench) -> None:
    """The site prints records."""
    bench.work_as(ADMIN).session.site.change_setting(Setting("record-print", "on"))


def test_review_shows_each_step_with_who_noted_it_and_what_is_owed(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    completed(work, ref)
    note_cause(work, ref)
    bench.clock.advance(HOUR_S)
    note_told(work, ref)

    page = reviewed(bench, ref)
    lines = dict(report_lines(page.facts, bench.clock.now(), "en"))

    assert list(lines) == ["Reasonable cause", "Oral report", "Written report"]
    assert lines["Oral report"].endswith("noted by Rosa Sample")
    assert lines["Written report"].startswith("Not made yet, due by ")


def test_what_is_late_says_so_and_what_is_done_owes_nothing(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    completed(work, ref)
    note_cause(work, ref)
    bench.clock.advance(12 * HOUR_S)

    page = reviewed(bench, ref)

    at_limit = dict(report_lines(page.facts, bench.clock.now(), "en"))
    assert at_limit["Oral report"].startswith("Not made yet, was due ")
    note_told(work, ref)
    note_written(work, ref)
    visit = page.visit.visit_id
    done = open_visit(bench.work_as(NADIA), ref, visit).facts
    assert (done.due_at, len(report_lines(done, bench.clock.now(), "en"))) == (None, 3)


def test_review_shows_needs_with_state_place_and_a_suggested_code(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    completed(work, ref, **{HOUSING: "yes"})
    note_need(work, ref, "food-insecurity", NeedState.MET, None)
    note_need(work, ref, "housing-instability", NeedState.IDENTIFIED, 1)

    lines = dict(need_lines(reviewed(bench, ref).facts, "en"))

    home = lines["1. A place to live"]
    assert home.startswith("Help wanted\n")
    assert "Suggestion for the coder: Z59.819" in home
    assert lines["Food"].startswith("Met")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_sheet_of_the_case_is_printed_by_itself(bench: Bench, language: str) -> None:
    allow(bench)
    work, ref = bench.work_as(ROSA), bench.new_case()
    save_identity(work, ref, PersonIdentity(ref.person_id, legal_name="Ada Invented"))
    completed(work, ref, **{HOUSING: "yes"})
    note_need(work, ref, "housing-instability", NeedState.IDENTIFIED, 1)
    note_cause(work, ref)

    words = printed(bench, ref, language)

    asked = ("A place to live", "Reasonable cause") if language == "en" else ("Motivo razonable",)
    assert all(one in words for one in (*asked, "Z59.819", "Rosa Sample"))
    assert "Ada Invented" not in words
    assert "Do you need help with a place to live" not in words
    assert AuditAction.RECORD_PRINTED in bench.actions()


def test_a_case_of_which_nothing_is_known_has_no_sheet(bench: Bench) -> None:
    allow(bench)
    work, ref = bench.work_as(ROSA), bench.new_case()

    assert printable_records(work, ref) == ()
    note_cause(work, ref)
    assert [one.record_id for one in printable_records(work, ref)] == [RecordId(ref.episode_id)]
    assert "No needs named" in printed(bench, ref)


def test_nothing_of_it_is_printed_where_the_site_prints_no_records(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    note_cause(work, ref)

    with pytest.raises(KnownError, match=r"record-print\.off"):
        printed(bench, ref)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ("How the case ended", "Partly done")), ("es", ("Cómo terminó el caso", "en parte"))],
)
def test_the_sheet_of_a_closed_case_says_how_it_ended(
    bench: Bench, language: str, said: tuple[str, str]
) -> None:
    allow(bench)
    work, ref = bench.work_as(ROSA), bench.new_case()
    note_cause(work, ref)
    assert said[0] not in printed(bench, ref, language)

    close_case(work, ref, CloseReason.PARTIAL)

    words = printed(bench, ref, language)
    assert all(one in words for one in said)
    assert moment_of(bench) in words


def test_the_sheet_says_what_stood_in_the_way_of_contact(bench: Bench) -> None:
    allow(bench)
    work, ref = bench.work_as(ROSA), bench.new_case()
    note_cause(work, ref)

    close_case(work, ref, CloseReason.NEVER_REACHED, MissedWhy.NOBODY_ON_DUTY)

    assert "Nobody from the team was on duty" in printed(bench, ref)


def moment_of(bench: Bench) -> str:
    """Now, as papers of the staff say it."""
    return local_moment(bench.clock.now())
