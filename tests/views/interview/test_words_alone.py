"""A page of words alone, and a score that counts nothing yet, say nothing of noughts."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.form_record import FormKind
from desktop.services.form_offers import current_offers
from desktop.services.start_loaded_form import start_loaded_form
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ROSA, Bench
from tests.views.interview.desk import open_desk
from tests.views.interview.form_desk import FormDesk, open_any_form


def own_form(qtbot: QtBot, bench: Bench, title: str, language: str = "en") -> FormDesk:
    """One of our further forms, just opened."""
    form = bench.work_as(ROSA).library.built_in(title)
    return open_any_form(qtbot, bench, form, language=language)


def focus_name() -> str:
    """What has the focus."""
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else ""


def test_a_page_of_words_alone_leads_on_and_counts_no_questions(qtbot: QtBot, bench: Bench) -> None:
    desk = own_form(qtbot, bench, "outside-results")

    row = desk.view.sections.findChild(RowList, "interview-sections").rows()[0]

    assert focus_name() == "interview-next"
    assert row.item.right == ""
    assert "0" not in row.accessibleName()
    assert not desk.has("interview-answered")
    assert desk.view.score.note.isHidden()


def test_the_count_comes_with_the_first_question(qtbot: QtBot, bench: Bench) -> None:
    desk = own_form(qtbot, bench, "outside-results")

    desk.press("interview-next")

    assert desk.has("interview-answered")
    assert desk.view.score.note.text() == "1 question"


def test_no_nought_of_needs_before_a_need_was_asked(qtbot: QtBot, bench: Bench) -> None:
    desk = own_form(qtbot, bench, "needs-assessment")

    assert not desk.view.score.well.isVisibleTo(desk.view)
    assert desk.session.scores[-1].value == 0


def test_the_notice_of_our_own_forms_is_in_the_language_of_the_window(
    qtbot: QtBot, bench: Bench
) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    ours = work.library.built_in("needs-assessment")
    offers = {one.own: one for one in current_offers(work)}
    begun = start_loaded_form(work, ref, offers["needs-assessment"].content_hash)
    desk = open_desk(
        qtbot,
        bench,
        ref=ref,
        kind=FormKind.LOADED,
        record_id=begun.draft.record_id,
        language="es",
    )

    assert desk.view.sections.footer.text() == sentence("form.own-notice", "es")
    assert ours.copyright == sentence("form.own-notice", "en")
