"""A completed form on paper for the staff: off by default, alone, without a name, audited."""

from dataclasses import replace

import pytest

from desktop.errors import KnownError
from desktop.forms.answers import NoAnswerReason
from desktop.packets.record_paper import RecordPaper
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.records.kinds import FORM
from desktop.records.person import PersonIdentity
from desktop.services.complete_form import complete_form
from desktop.services.episode_records import one_of
from desktop.services.identity import save_identity
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef, Setting
from desktop.services.print_record import print_record, record_paper
from desktop.services.read_person import read_person
from tests.services.bench import ADMIN, DESK, ROSA, Bench, memory_bench
from tests.services.filling import ENDING_LIFE, HOUSING, completed, fill, give_reason
from tests.services.test_form_offers import case_of
from tests.services.test_further_plans import HOME, made_plan
from tests.services.test_needs import done
from tests.support.losing_paper import LosingPaper

QUEUE = "ED-PRN-2"


@pytest.fixture
def bench() -> Bench:
    """A bench on a store in memory: what is on paper does not hang on it."""
    return memory_bench()


def allow(bench: Bench) -> None:
    """The site prints records."""
    bench.work_as(ADMIN).session.site.change_setting(Setting("record-print", "on"))


def paper_of(bench: Bench, ref: EpisodeRef, record_id: RecordId, language: str) -> RecordPaper:
    """What would be printed."""
    work = bench.work_as(ROSA)
    return record_paper(work, ref, one_of(work, FORM, ref, record_id), language)


def test_nothing_is_printed_where_the_site_did_not_allow_it(bench: Bench) -> None:
    ref = bench.new_case()
    form = completed(bench.work_as(ROSA), ref)

    assert read_person(bench.work_as(ROSA), ref).printable == ()
    with pytest.raises(KnownError, match=r"record-print\.off"):
        print_record(bench.work_as(ROSA), ref, form.record_id, QUEUE, "en")
    assert bench.printers.jobs == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_form_is_printed_whole_and_told_first(bench: Bench, language: str) -> None:
    allow(bench)
    ref = bench.new_case()
    work = bench.work_as(ROSA)
    save_identity(work, ref, PersonIdentity(ref.person_id, legal_name="Ada Invented"))
    form = completed(work, ref, **{HOUSING: "yes", ENDING_LIFE: "yes"})

    print_record(work, ref, form.record_id, QUEUE, language)

    (job,) = bench.printers.jobs
    words = " ".join(" ".join(work.paper.page_texts(job.pdf)).split())
    alias = read_person(work, ref).card.alias
    assert alias in words
    assert "Dr. P. Example" in words
    assert ("Suicide concern" in words) is (language == "en")
    assert "Ada Invented" not in words + job.job_name
    assert alias not in job.job_name
    assert AuditAction.RECORD_PRINTED in bench.actions()


def test_a_refusing_printer_is_in_the_trail_as_not_printed(bench: Bench) -> None:
    allow(bench)
    ref = bench.new_case()
    form = completed(bench.work_as(ROSA), ref)

    with pytest.raises(KnownError, match=r"print\.refused"):
        print_record(bench.work_as(ROSA), ref, form.record_id, "no such queue", "en")

    assert bench.actions()[-2:] == [AuditAction.RECORD_PRINTED, AuditAction.RELEASE_REFUSED]


def test_paper_that_lost_a_piece_does_not_leave(bench: Bench) -> None:
    allow(bench)
    ref = bench.new_case()
    form = completed(bench.work_as(ROSA), ref)
    work = bench.work_as(ROSA)

    with pytest.raises(KnownError, match=r"packet\.text-differs"):
        print_record(replace(work, paper=LosingPaper(work.paper)), ref, form.record_id, QUEUE, "en")

    assert bench.printers.jobs == []


def test_that_it_was_not_safe_to_ask_is_not_on_the_paper(bench: Bench) -> None:
    ref = bench.new_case()
    work = bench.work_as(ROSA)
    form = open_form(work, ref, FormKind.ASSESSMENT)
    give_reason(work, form, "safety-now.fear-close", NoAnswerReason.NOT_SAFE)
    give_reason(work, form, HOUSING, NoAnswerReason.DECLINED)
    fill(work, form)
    kept = complete_form(work, form.draft)

    words = paper_of(bench, ref, kept.record_id, "en").texts()

    assert "Declined" in " ".join(words)
    assert words[words.index("Needs named today") + 1] == "Withheld, answers are missing"
    assert not any("safe to ask" in piece.lower() for piece in words)


def test_young_person_and_caregiver_print_apart_and_a_plan_does_not(bench: Bench) -> None:
    allow(bench)
    ref = case_of(bench, 14)
    done(bench, ref, "youth-talk", **{"start.talk-now": "later"})
    done(bench, ref, "caregiver-talk", **{"start.talk-now": "later"})
    made_plan(bench, ref, HOME, "no-paper")
    page = read_person(bench.work_as(ROSA), ref)
    (plan,) = [line for line in page.loaded if line.own == HOME]

    titles = [one.title.in_language("en") for one in page.printable]

    assert titles == [
        "Talk with a young person",
        "Talk with a parent or caregiver",
        "Needs and report of the case",
    ]
    with pytest.raises(KnownError, match=r"record-print\.plan"):
        print_record(bench.work_as(ROSA), ref, plan.record_id, QUEUE, "en")


def test_the_packet_desk_prints_no_record(bench: Bench) -> None:
    allow(bench)
    ref = bench.new_case()
    form = completed(bench.work_as(ROSA), ref)

    with pytest.raises(KnownError):
        print_record(bench.work_as(DESK), ref, form.record_id, QUEUE, "en")
