"""An alert that was answered away with nobody told: kept, counted, shown and printed."""

from datetime import timedelta

import msgspec
import pytest

from desktop.records.form_record import FormKind, FormRecord
from desktop.services.complete_form import complete_form
from desktop.services.open_form import open_form
from desktop.services.open_visit import open_visit
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.print_record import record_paper
from desktop.services.read_review_desk import read_review_desk
from desktop.services.submit_visit import submit_visit
from desktop.services.work import Work
from tests.services.bench import NADIA, ROSA, Bench
from tests.services.filling import ENDING_LIFE, SAFE_HERE, fill, hand_off, say
from tests.support.fake_clock import START


def _changed(
    bench: Bench, work: Work, seconds: float, *, told: bool = False, again: bool = False
) -> tuple[EpisodeRef, Revision[FormRecord]]:
    ref = bench.new_case()
    form = open_form(work, ref, FormKind.ASSESSMENT)
    fill(work, form)
    say(work, form, ENDING_LIFE, "yes")
    if told:
        hand_off(work, form, "suicide-concern")
    bench.clock.advance(seconds)
    if again:
        say(work, form, ENDING_LIFE, "yes")
        bench.clock.advance(1)
    form = open_form(work, ref, FormKind.ASSESSMENT)
    say(work, form, ENDING_LIFE, "no")
    return ref, complete_form(work, form.draft)


@pytest.mark.parametrize("again", [False, True])
def test_an_alert_that_stood_and_was_answered_away_is_kept_with_its_times(
    bench: Bench, again: bool
) -> None:
    _, done = _changed(bench, bench.work_as(ROSA), 10, again=again)

    (kept,) = done.value.taken_back
    assert (kept.alert_code, kept.key) == ("suicide-concern", ENDING_LIFE)
    assert kept.since == START
    assert kept.until == START + timedelta(seconds=11 if again else 10)


def test_a_slip_of_the_finger_and_a_told_alert_leave_nothing(bench: Bench) -> None:
    work = bench.work_as(ROSA)

    assert _changed(bench, work, 9)[1].value.taken_back == ()
    assert _changed(bench, work, 60, told=True)[1].value.taken_back == ()


def test_two_alerts_are_kept_each_by_itself(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    form = open_form(work, bench.new_case(), FormKind.ASSESSMENT)
    fill(work, form)
    say(work, form, ENDING_LIFE, "yes")
    say(work, form, SAFE_HERE, "no")
    bench.clock.advance(60)
    say(work, form, ENDING_LIFE, "no")
    say(work, form, SAFE_HERE, "yes")

    kept = complete_form(work, form.draft).value.taken_back

    assert [one.alert_code for one in kept] == ["suicide-concern", "danger-now"]


def test_the_reviewer_and_the_paper_see_it(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref, done = _changed(bench, work, 60)
    visit = submit_visit(work, ref)
    review = bench.work_as(NADIA)

    (row,) = read_review_desk(review).queue
    lines = open_visit(review, ref, visit.visit_id).lines
    (line,) = [one for one in lines if one.taken_back]

    flagged = [one for one in lines if one.is_flag]
    assert row.flags == len(flagged)
    assert line in flagged
    assert line.item_key == ENDING_LIFE
    for language, words in (("en", "nobody was told"), ("es", "no se avisó a nadie")):
        assert any(words in one for one in record_paper(work, ref, done, language).told)


def test_a_correction_keeps_what_was_taken_back_before(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref, done = _changed(bench, work, 60)

    form = open_form(work, ref, FormKind.ASSESSMENT)

    assert complete_form(work, form.draft).value.taken_back == done.value.taken_back


def test_a_record_of_an_earlier_version_has_none(bench: Bench) -> None:
    _, done = _changed(bench, bench.work_as(ROSA), 60)
    stored = msgspec.json.decode(msgspec.json.encode(done.value))
    del stored["taken_back"]

    assert msgspec.convert(stored, FormRecord).taken_back == ()
