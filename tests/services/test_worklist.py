"""The worklist: which list a case is on, and in which order."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.forms.instances import ItemKey
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.episode import CaseSource, CloseReason
from desktop.records.form_record import FormKind
from desktop.services.add_case import NewCase, add_case
from desktop.services.append_to_draft import append_position
from desktop.services.cases import CaseCard
from desktop.services.close_case import close_case
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef, Setting
from desktop.services.read_review_desk import read_review_desk
from desktop.services.read_worklist import read_worklist
from tests.services.bench import ADMIN, DESK, NADIA, ROSA, TOMAS, Bench
from tests.services.changed_library import library_with_newer_core
from tests.services.filling import ENDING_LIFE, HOUSING, SAFE_HERE, hand_off, say


def arrived(bench: Bench, hours_ago: int, place: str = "ED 7") -> EpisodeRef:
    """A case that arrived some hours ago."""
    at = bench.clock.now() - timedelta(hours=hours_ago)
    return add_case(bench.work_as(ROSA), NewCase(place, CaseSource.LIST_SCAN, at)).ref


def tried(
    bench: Bench, ref: EpisodeRef, outcome: AttemptOutcome, due_in_h: int | None = None
) -> None:
    """Log an attempt, with a next one."""
    due = bench.clock.now() + timedelta(hours=due_in_h) if due_in_h else None
    log_attempt(bench.work_as(ROSA), ref, NewAttempt(AttemptMode.BEDSIDE, outcome, next_due=due))


def refs(cards: tuple[CaseCard, ...]) -> list[EpisodeRef]:
    """The cases of a list."""
    return [card.ref for card in cards]


def test_the_longest_wait_comes_first(bench: Bench) -> None:
    short, long, middle = arrived(bench, 1), arrived(bench, 9), arrived(bench, 5)
    tried(bench, long, AttemptOutcome.IN_SURGERY_OR_IMAGING)

    worklist = read_worklist(bench.work_as(ROSA))

    assert refs(worklist.eligible) == [long, middle, short]
    assert not worklist.call_list
    assert not worklist.in_progress


@pytest.mark.parametrize(
    "outcome", [AttemptOutcome.LEFT_AGAINST_ADVICE, AttemptOutcome.DISCHARGED_BEFORE_CONTACT]
)
def test_who_left_before_contact_is_on_the_call_list(bench: Bench, outcome: AttemptOutcome) -> None:
    ref = arrived(bench, 5)
    tried(bench, ref, outcome)
    tried(bench, ref, AttemptOutcome.NO_ANSWER)

    worklist = read_worklist(bench.work_as(ROSA))

    assert refs(worklist.call_list) == [ref]
    assert not worklist.eligible


def test_who_left_after_contact_stays_in_progress(bench: Bench) -> None:
    ref = arrived(bench, 5)
    tried(bench, ref, AttemptOutcome.ENGAGED)
    tried(bench, ref, AttemptOutcome.DISCHARGED_BEFORE_CONTACT)

    assert refs(read_worklist(bench.work_as(ROSA)).in_progress) == [ref]


def test_what_is_due_first_comes_first(bench: Bench) -> None:
    never, late, soon = arrived(bench, 9), arrived(bench, 3), arrived(bench, 2)
    tried(bench, never, AttemptOutcome.ENGAGED)
    tried(bench, late, AttemptOutcome.ENGAGED, due_in_h=20)
    tried(bench, soon, AttemptOutcome.ENGAGED, due_in_h=1)

    assert refs(read_worklist(bench.work_as(ROSA)).in_progress) == [soon, late, never]


def test_closed_cases_are_apart_and_still_count(bench: Bench) -> None:
    reached, missed = arrived(bench, 2), arrived(bench, 1)
    tried(bench, reached, AttemptOutcome.DECLINED_NOW)
    close_case(bench.work_as(ROSA), reached, CloseReason.DECLINED)

    worklist = read_worklist(bench.work_as(ROSA))

    assert refs(worklist.closed) == [reached]
    assert refs(worklist.eligible) == [missed]
    assert (worklist.reached_count, worklist.arrived_count) == (1, 2)


def test_who_arrived_in_another_month_is_not_counted(bench: Bench) -> None:
    ref = arrived(bench, 20 * 24)

    worklist = read_worklist(bench.work_as(ROSA))

    assert refs(worklist.eligible) == [ref]
    assert worklist.arrived_count == 0


def test_ones_own_drafts_come_first_then_the_newest(bench: Bench) -> None:
    mine, tomas = bench.work_as(ROSA), bench.work_as(TOMAS)
    old = open_form(mine, arrived(bench, 1), FormKind.ASSESSMENT)
    bench.clock.advance(60)
    new = open_form(mine, arrived(bench, 1), FormKind.SAFETY_PLAN)
    bench.clock.advance(60)
    other = open_form(tomas, arrived(bench, 1), FormKind.ASSESSMENT)

    drafts = read_worklist(mine).drafts

    assert [card.draft for card in drafts] == [new.draft, old.draft, other.draft]
    assert [card.is_mine for card in drafts] == [True, True, False]
    assert drafts[2].author_name == "Tomas Specimen"


def test_a_draft_card_says_how_far_and_where(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    form = open_form(work, arrived(bench, 1), FormKind.ASSESSMENT)
    say(work, form, SAFE_HERE, "yes")
    append_position(work, form.draft, ItemKey(HOUSING))

    (card,) = read_worklist(work).drafts

    item = form.questionnaire.item(HOUSING)
    assert card.position_key == HOUSING
    assert card.position_text == item.label
    assert card.section_title == form.questionnaire.item(item.section).text
    assert card.form_title == form.questionnaire.title
    assert (card.answered, card.with_reason) == (1, 0)
    assert card.total > 15


def test_an_open_alert_of_a_draft_counts_until_somebody_was_told(bench: Bench) -> None:
    bench.share_cases()
    work = bench.work_as(ROSA)
    ref = arrived(bench, 1)
    form = open_form(work, ref, FormKind.ASSESSMENT)
    say(work, form, ENDING_LIFE, "yes")

    (card,) = read_worklist(bench.work_as(TOMAS)).eligible

    assert card.open_alerts == 1
    hand_off(work, form, "suicide-concern")
    assert read_worklist(work).eligible[0].open_alerts == 0


def test_the_first_contact_target_is_the_sites(bench: Bench) -> None:
    arrived(bench, 1)

    assert read_worklist(bench.work_as(ROSA)).eligible[0].first_contact_target_min == 240


@pytest.mark.parametrize(
    ("set_to", "target"),
    [("14", 240), ("15", 15), ("10080", 10080), ("10081", 240), ("soon", 240), ("0", 240)],
)
def test_a_target_of_the_site_counts_within_bounds(bench: Bench, set_to: str, target: int) -> None:
    arrived(bench, 1)
    setting = Setting("first-contact-target-min", set_to)
    bench.work_as(ADMIN).session.site.change_setting(setting)

    assert read_worklist(bench.work_as(ROSA)).eligible[0].first_contact_target_min == target


def test_the_desk_has_no_worklist(bench: Bench) -> None:
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        read_worklist(bench.work_as(DESK))


def test_a_draft_that_cannot_be_read_is_counted_and_hides_nothing_else(
    bench: Bench, tmp_path: Path
) -> None:
    work = bench.work_as(ROSA)
    ref = arrived(bench, 1)
    open_form(work, ref, FormKind.ASSESSMENT)
    forms = tmp_path / "forms"
    forms.mkdir()
    newer = library_with_newer_core(forms, keep_earlier=False)

    worklist = read_worklist(replace(work, library=newer))
    desk = read_review_desk(replace(bench.work_as(NADIA), library=newer))

    assert refs(worklist.eligible) == [ref]
    assert not worklist.drafts
    assert (worklist.unreadable, desk.unreadable) == (1, 1)
