"""Off-site visits in the timeline of a case and on its sheet, and a debrief in neither."""

import pytest

from desktop.packets.accounting import local_moment
from desktop.records.debrief import HardEvent
from desktop.services.debriefs import ask_debrief
from desktop.services.outing_steps import note_back, note_left
from desktop.services.person_timeline import timeline_of
from desktop.services.plan_outing import cancel_outing
from desktop.services.print_record import printable_records
from tests.services.bench import ROSA, Bench, memory_bench
from tests.services.test_case_facts import allow, printed
from tests.services.test_outings import MIN, plan


@pytest.fixture
def bench() -> Bench:
    """A bench on a store in memory: what is shown does not hang on the disk."""
    return memory_bench()


def test_each_leaving_and_each_end_stands_in_the_timeline(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    cancel_outing(work, ref, plan(bench, ref).outing_id)
    for left_unsafe in (None, True):
        bench.clock.advance(MIN)
        outing = plan(bench, ref)
        note_left(work, ref, outing.outing_id)
        bench.clock.advance(MIN)
        note_back(work, ref, outing.outing_id, left_unsafe=left_unsafe)

    entries = [one.text_id for one in timeline_of(work, ref) if "outing" in one.text_id]

    assert entries == [
        "timeline.outing.cancelled",
        "timeline.outing.left",
        "timeline.outing.back",
        "timeline.outing.left",
        "timeline.outing.unsafe",
    ]


@pytest.mark.parametrize(
    ("language", "heading", "unsafe"),
    [
        ("en", "Off-site visits", "It was left early because it was not safe."),
        ("es", "Visitas fuera del hospital", "Terminó antes porque no era seguro."),
    ],
)
def test_the_sheet_has_the_visit_with_its_end_and_no_debrief(
    bench: Bench, language: str, heading: str, unsafe: str
) -> None:
    allow(bench)
    work, ref = bench.work_as(ROSA), bench.new_case()
    outing = plan(bench, ref)
    note_left(work, ref, outing.outing_id)
    back = note_back(work, ref, outing.outing_id, left_unsafe=True)
    ask_debrief(work, HardEvent.THREAT, ref)

    text = printed(bench, ref, language)

    assert back.end is not None
    assert heading in text
    assert unsafe in text
    assert local_moment(back.end.at) in text
    assert "threat" not in text.lower()
    assert "amenaza" not in text.lower()


def test_a_case_with_a_visit_alone_has_a_sheet_and_one_with_a_debrief_alone_has_none(
    bench: Bench,
) -> None:
    allow(bench)
    work, visited, other = bench.work_as(ROSA), bench.new_case(), bench.new_case()
    plan(bench, visited)
    ask_debrief(work, HardEvent.THREAT, other)

    assert len(printable_records(work, visited)) == 1
    assert printable_records(work, other) == ()
