"""Two facts about the event: optional, changed at will, on screens alone and on no paper."""

import json
import re
from pathlib import Path

import pytest

import desktop
from desktop.errors import KnownError
from desktop.messages import LANGUAGES
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CloseReason, Episode
from desktop.records.event_facts import NOTHING_SAID, EventFacts, EventSetting, PoliceReport
from desktop.records.ids import RecordId
from desktop.services.case_facts import event_lines
from desktop.services.close_case import close_case
from desktop.services.episode_records import episode_of
from desktop.services.mandated_report import note_cause
from desktop.services.note_event import note_event
from desktop.services.open_visit import open_visit
from desktop.services.ports import EpisodeRef, Setting
from desktop.services.print_record import print_record
from desktop.services.read_person import read_person
from desktop.services.submit_visit import submit_visit
from desktop.storage.codec import decode, encode
from tests.services.bench import ADMIN, DESK, NADIA, ROSA, TOMAS, Bench, memory_bench
from tests.services.filling import completed

BOTH = EventFacts(EventSetting.SCHOOL, PoliceReport.YES)
PAPER = ("packets", "rendering", "printing")
WORDS = re.compile(r"event_facts|EventFacts|event-setting|police-report|\.event\b")


@pytest.fixture
def bench() -> Bench:
    """In memory."""
    return memory_bench()


@pytest.mark.parametrize("setting", [*EventSetting, None])
@pytest.mark.parametrize("police", [*PoliceReport, None])
def test_each_is_kept_as_it_was_said_or_left_open(
    bench: Bench, setting: EventSetting | None, police: PoliceReport | None
) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    facts = EventFacts(setting, police)

    note_event(work, ref, facts)

    assert episode_of(work, ref).value.event == facts
    assert read_person(work, ref).event == facts


def test_they_change_and_are_taken_back_each_with_an_entry_that_says_nothing(
    bench: Bench,
) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()

    for facts in (BOTH, BOTH, NOTHING_SAID):
        note_event(work, ref, facts)

    assert episode_of(work, ref).value.event == NOTHING_SAID
    entries = [one for one in bench.heard if one.action is AuditAction.EVENT_NOTED]
    assert [(one.subject, one.detail) for one in entries] == [(ref.episode_id, "")] * 2


def test_nothing_else_of_the_case_changes(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    before = episode_of(work, ref).value

    note_event(work, ref, BOTH)
    note_event(work, ref, NOTHING_SAID)

    assert episode_of(work, ref).value == before


def test_a_closed_case_and_another_desk_note_nothing(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    bench.reach(ref)

    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        note_event(bench.work_as(DESK), ref, BOTH)
    with pytest.raises(KnownError, match=r"caseload\.outside"):
        note_event(bench.work_as(TOMAS), ref, BOTH)
    close_case(work, ref, CloseReason.COMPLETED)
    with pytest.raises(KnownError, match=r"episode\.closed"):
        note_event(work, ref, BOTH)

    assert episode_of(work, ref).value.event == NOTHING_SAID


def test_closing_keeps_what_was_noted(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    note_event(work, ref, BOTH)

    close_case(work, ref, CloseReason.DUPLICATE)

    assert episode_of(work, ref).value.event == BOTH


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_reviews_reads_both(bench: Bench, language: str) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    completed(work, ref)
    note_event(work, ref, BOTH)
    visit = submit_visit(work, ref)

    facts = open_visit(bench.work_as(NADIA), ref, visit.visit_id).facts

    said = {"en": ["A school", "Yes"], "es": ["Una escuela", "Sí"]}[language]
    assert [words for _, words in event_lines(facts, language)] == said
    assert facts.has_something_to_show


def sheet(bench: Bench, ref: EpisodeRef, language: str) -> str:
    """The staff's own sheet of the case."""
    work = bench.work_as(ROSA)
    print_record(work, ref, RecordId(ref.episode_id), "ED-PRN-2", language)
    return " ".join(" ".join(work.paper.page_texts(bench.printers.jobs[-1].pdf)).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_not_even_the_sheet_for_the_staff_has_them(bench: Bench, language: str) -> None:
    bench.work_as(ADMIN).session.site.change_setting(Setting("record-print", "on"))
    work, ref = bench.work_as(ROSA), bench.new_case()
    note_cause(work, ref)
    before = sheet(bench, ref, language)

    note_event(work, ref, BOTH)

    assert sheet(bench, ref, language) == before


def test_nothing_that_makes_paper_knows_them() -> None:
    package = Path(desktop.__file__).parent
    files = [one for room in PAPER for one in (package / room).rglob("*.py")]
    files += [*(package / "services").glob("*packet*.py"), package / "services" / "case_paper.py"]
    knowing = {one.name for one in files if WORDS.search(one.read_text(encoding="utf-8"))}

    assert len(files) > 30
    assert knowing == set()


def test_a_case_from_before_is_read_as_nothing_said(bench: Bench) -> None:
    kept = episode_of(bench.work_as(ROSA), bench.new_case()).value
    stored = json.loads(encode(kept))
    assert stored.pop("event") == {"setting": None, "police_report": None}

    assert decode(json.dumps(stored).encode(), Episode) == kept
