"""Hundreds of questions that want an answer make a short list, which still leads to each."""

from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered
from desktop.forms.questionnaire import Questionnaire
from desktop.views.interview.score_reader import MOST_ROWS
from desktop.views.widgets.list_row import ListRow
from tests.forms.form_makers import choice, code, form, group
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window, settle
from tests.views.interview.form_desk import FormDesk, open_any_form

COUNT = 45


def long_form() -> Questionnaire:
    """One page of questions that are all required."""
    return form(group("page", *(choice(f"q{at}", "a", "b", required=True) for at in range(COUNT))))


def rows(desk: FormDesk) -> list[ListRow]:
    desk.follow()
    settle(desk.view)
    return list(desk.view.score.list.rows())


def keys(desk: FormDesk) -> list[str]:
    return [row.item.key for row in rows(desk)]


def test_what_is_missing_beyond_the_first_is_counted(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, long_form())

    assert keys(desk)[:-1] == [f"q{at}" for at in range(MOST_ROWS)]
    assert rows(desk)[-1].accessibleName() == "and 25 more"
    assert desk.view.score._shown is not None
    assert desk.view.score._shown.missing_count == COUNT
    assert audit_window(desk.view) == []


def test_the_last_line_leads_through_all_of_them_and_back(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, long_form())
    met: list[str] = []
    at: list[str | None] = []

    for _ in range(3):
        met += keys(desk)[:-1]
        rows(desk)[-1].click()
        at.append(desk.running.interview.position)

    assert met == [f"q{at}" for at in range(COUNT)]
    assert at == ["q20", "q40", "q0"]
    assert keys(desk)[0] == "q0"


def test_the_list_of_everything_is_as_short(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, long_form())
    desk.running.interview.lists_all_missing = True

    desk.running.screen.draw_all()

    assert keys(desk) == [f"q{at}" for at in range(MOST_ROWS + 1)]


def test_a_list_that_fits_has_no_such_line(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, long_form())
    for at in range(COUNT - MOST_ROWS):
        desk.view.answered.emit(f"q{at}", Answered((code("a"),)))

    assert keys(desk) == [f"q{at}" for at in range(COUNT - MOST_ROWS, COUNT)]
    desk.until_saved()
