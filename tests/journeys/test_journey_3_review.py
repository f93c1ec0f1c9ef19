"""Journey 3: read, comment, return, correct, sign; and what is signed does not move."""

import sqlite3

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.records.form_record import FormKind
from desktop.records.visit import Visit
from desktop.services.episode_records import form_of
from desktop.services.open_form import open_form
from desktop.services.ports import DraftRef, EpisodeRef, JournalKind, JournalRow
from desktop.services.read_person import read_person
from desktop.services.sign_visit import sign_visit
from desktop.services.submit_visit import submit_visit
from tests.journeys.pages import InterviewPage, PersonPage, ReviewPage, WorklistPage
from tests.services.bench import MINA, NADIA, ROSA
from tests.services.filling import ENDING_LIFE, completed
from tests.storage.raw_file import execute
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation

HOUSING = "what-you-need.housing"
COMMENT = "Since when? Please ask once more."


def sent_visit(station: Workstation, name: str, **said: str) -> tuple[str, EpisodeRef, Visit]:
    """A completed bedside core that waits for review: alias, case, visit."""
    work = station.bench.work_as(name)
    ref = station.bench.new_case(name)
    station.bench.reach(ref, name)
    completed(work, ref, FormKind.ASSESSMENT, **said)
    station.bench.clock.advance(60)
    visit = submit_visit(work, ref)
    return read_person(work, ref).card.alias, ref, visit


def test_flags_come_first_and_questions_are_read_in_full(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    calm, _, _ = sent_visit(station, ROSA)
    flagged, _, _ = sent_visit(station, ROSA, **{ENDING_LIFE: "yes"})
    manager = open_traveller(station, qtbot, qapp)
    manager.sign_in(NADIA)
    review = ReviewPage(manager)

    rows = review.queue()
    review.open_first()

    assert [flagged in rows[0], calm in rows[1]] == [True, True]
    assert (
        "Some people start to think about ending their life after they are hurt. "
        "Are you having thoughts like that?"
    ) in review.answer(ENDING_LIFE)
    assert "Told Dr. P. Example, by phone" in review.answer(ENDING_LIFE)


def test_a_visit_is_returned_corrected_and_signed(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    alias, ref, _visit = sent_visit(station, ROSA, **{HOUSING: "yes"})
    at = open_traveller(station, qtbot, qapp)
    review, interview, person = ReviewPage(at), InterviewPage(at), PersonPage(at)

    at.sign_in(NADIA)
    review.open_first()
    review.show_all()
    review.comment(HOUSING, COMMENT)
    review.give_back()
    assert f"{alias} was returned to Rosa Sample." in review.message()

    at.change_to(ROSA)
    WorklistPage(at).open_returned()
    assert COMMENT in interview.comments(HOUSING)
    assert interview.is_at(HOUSING)
    interview.answer(HOUSING, "not-sure")
    interview.complete()
    person.send_to_review()

    at.change_to(NADIA)
    review.open_first()
    review.show_all()
    assert "Not sure" in review.answer(HOUSING)
    assert "Changed since you last saw it" in review.answer(HOUSING)
    assert not at.hands.sees("review-sign")
    review.settle(HOUSING)
    review.sign()
    assert f"{alias} is signed. It cannot be changed." in review.message()

    at.change_to(ROSA)
    the_window_offers_only_an_amendment(at, alias)
    services_and_the_file_refuse(at, ref)


def the_window_offers_only_an_amendment(at: Traveller, alias: str) -> None:
    """Pressing the signed form asks for a reason; no answer can be reached without one."""
    WorklistPage(at).open_case(alias)
    PersonPage(at).open_step("assessment")
    at.until_seen("The signed form stays as it is.")
    assert not at.hands.sees("interview-next")

    at.press("person-do")

    assert at.hands.sees("amend-reason")
    assert not at.hands.sees("interview-next")


def services_and_the_file_refuse(at: Traveller, ref: EpisodeRef) -> None:
    """The use case, the journal and the database each say no by themselves."""
    work = at.work
    form = form_of(work, ref, FormKind.ASSESSMENT)
    assert form is not None
    form_id = form.record_id
    with pytest.raises(KnownError, match=r"review\.not-in-state\.signed"):
        open_form(work, ref, FormKind.ASSESSMENT)
    late = DraftRef(ref.person_id, form_id, form.number)
    row = JournalRow(JournalKind.ANSWER, HOUSING, "{}", at.session.me.staff_id, work.clock.now())
    with pytest.raises(KnownError, match=r"store\.signed"):
        at.session.journal.append(late, row)
    at.close()
    for statement in (
        "UPDATE revisions SET sealed = x'00' WHERE record_id = ?",
        "DELETE FROM revisions WHERE record_id = ?",
        "INSERT INTO revisions SELECT record_id, 99, dek_version, schema_version, NULL,"
        " previous_hash, sealed FROM revisions WHERE record_id = ? LIMIT 1",
        "INSERT INTO journal SELECT 9 * 1048576 + 1, record_id, 1, 1, '', 99, NULL, sealed"
        " FROM revisions WHERE record_id = ? LIMIT 1",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="firstlight"):
            execute(at.station.made.database, statement, form_id)


def test_nobody_signs_what_they_wrote(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    alias, ref, visit = sent_visit(station, NADIA)
    at = open_traveller(station, qtbot, qapp)
    at.sign_in(NADIA)
    review = ReviewPage(at)
    assert "Another reviewer signs" in review.queue()[0]

    review.press_first()

    assert "another reviewer signs it" in review.message()
    assert not at.hands.sees("review-sign")
    with pytest.raises(KnownError, match=r"review\.own-record"):
        sign_visit(at.work, ref, visit.visit_id)
    at.change_to(MINA)
    review.open_first()
    review.sign()
    assert f"{alias} is signed. It cannot be changed." in review.message()
