"""An alert opens at once, holds Complete, logs tries, and closes with a named clinician."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.form_record import FormKind
from desktop.records.site_contact import SiteContact
from desktop.services.draft_journal import draft_of_form
from desktop.services.site_contacts import save_site_contacts
from desktop.views.interview.alert_panel import AlertPanel
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.wrap_label import WrapLabel
from tests.services.bench import ADMIN, STAFF, Bench
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.memory_session import MemoryStore
from tests.support.qt_audit import settle
from tests.views.interview.desk import InterviewDesk, open_desk

HARD = "how-you-are.ending-life"
ALERT = "alert-suicide-concern"


def raised(qtbot: QtBot, bench: Bench) -> InterviewDesk:
    """An interview where the concern question was answered yes in private."""
    desk = open_desk(qtbot, bench, at=HARD)
    desk.press("interview-gate-private")
    desk.press(f"answer-{HARD}-yes")
    return desk


def panel_of(desk: InterviewDesk) -> AlertPanel:
    """The panel of the alert."""
    panel = desk.find(ALERT)
    assert isinstance(panel, AlertPanel)
    return panel


def tell(desk: InterviewDesk, name: str, button: str, alert: str = ALERT) -> None:
    """Type who it was, by phone, now, and press."""
    field = desk.find(f"{alert}-name")
    assert isinstance(field, LineField)
    field.setText(name)
    desk.press(f"{alert}-how-phone")
    desk.press(f"{alert}-when-now")
    desk.press(f"{alert}-{button}")


def test_an_alert_opens_with_the_focus_on_whom_to_tell(qtbot: QtBot, bench: Bench) -> None:
    desk = raised(qtbot, bench)

    focus = QApplication.focusWidget()

    assert panel_of(desk).panel.isVisibleTo(desk.view)
    assert focus is not None
    assert focus.objectName() == f"{ALERT}-name"
    assert desk.view.score.alert.title_label.text() == "1 alert open"


def test_the_sites_contacts_are_offered_first(qtbot: QtBot) -> None:
    clock, ids = FakeClock(), CountingIds()
    store = MemoryStore(clock, ids, STAFF)
    store.settings["hand-off-contacts"] = "Dr. P. Example; psychiatry on call; 555-0148"
    desk = raised(qtbot, Bench(store.sign_in, clock, ids=ids))

    focus = QApplication.focusWidget()

    assert focus is not None
    assert focus.objectName() == f"{ALERT}-who-contact-0"
    assert not desk.has(f"{ALERT}-name")


def test_contacts_of_another_alert_are_not_offered(qtbot: QtBot, bench: Bench) -> None:
    others = SiteContact("Security desk", "", "555-0199", frozenset({"danger-now"}))
    save_site_contacts(bench.work_as(ADMIN), (others,))

    desk = raised(qtbot, bench)

    assert not desk.has(f"{ALERT}-who-contact-0")
    assert desk.has(f"{ALERT}-name")


def test_without_contacts_it_is_said_who_can_set_them(qtbot: QtBot, bench: Bench) -> None:
    desk = raised(qtbot, bench)

    words = panel_of(desk).form.name_row.help_label.text()

    assert "An administrator can add them under Contacts." in words


def test_record_needs_a_name_a_way_and_a_time(qtbot: QtBot, bench: Bench) -> None:
    desk = raised(qtbot, bench)

    desk.press(f"{ALERT}-record")

    form = panel_of(desk).form
    rows: list[FieldRow] = [form.name_row, form.how_row, form.when_row]
    assert all(row.error for row in rows)
    assert panel_of(desk).state.is_open


def test_no_one_reached_is_kept_and_leaves_the_alert_open(qtbot: QtBot, bench: Bench) -> None:
    desk = raised(qtbot, bench)

    tell(desk, "Dr. P. Example", "no-one")
    desk.until_saved()

    state = draft_of_form(desk.work, desk.ref, FormKind.ASSESSMENT)
    assert state is not None
    assert [act.closes for act in state.hand_offs] == [False]
    assert panel_of(desk).state.is_open
    assert "Dr. P. Example" in panel_of(desk).tries.text()


def test_a_hand_off_that_is_begun_is_not_saved_until_it_is_recorded(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = raised(qtbot, bench)
    before = desk.navigator.is_unsaved

    desk.press(f"{ALERT}-how-phone")
    begun = desk.navigator.is_unsaved
    tell(desk, "Dr. P. Example", "record")

    assert (before, begun) == (False, True)
    assert not desk.navigator.is_unsaved


def test_a_named_clinician_folds_the_alert_to_one_line(qtbot: QtBot, bench: Bench) -> None:
    desk = raised(qtbot, bench)

    tell(desk, "Dr. P. Example", "record")
    desk.until_saved()

    state = draft_of_form(desk.work, desk.ref, FormKind.ASSESSMENT)
    assert state is not None
    assert state.hand_offs[0].told == "Dr. P. Example"
    assert not panel_of(desk).panel.isVisibleTo(desk.view)
    assert panel_of(desk).line.text_label.text().startswith("Told Dr. P. Example, by phone, ")


def test_every_other_question_stays_open_and_the_line_leads_back(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = raised(qtbot, bench)

    desk.press("interview-sections-people")
    can_answer = desk.has("answer-people.first-night-yes")
    desk.press(f"{ALERT}-line-open")

    focus = QApplication.focusWidget()
    assert can_answer
    assert isinstance(focus, QWidget)
    assert focus.objectName() == f"{ALERT}-name"


def test_complete_waits_for_the_hand_off(qtbot: QtBot, bench: Bench) -> None:
    desk = raised(qtbot, bench)
    desk.press("interview-sections-next-steps")

    desk.view.action_bar.complete_requested.emit()

    assert "alert is open" in desk.navigator.messages[-1].text
    assert desk.view.head.title.text() == "How you are doing"
    assert "person" not in desk.navigator.log


def test_what_is_missing_is_said_without_cutting_the_field_beside_it(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = raised(qtbot, bench)
    said = panel_of(desk).form.said
    settle(desk.view)
    before = said.width()

    desk.press(f"{ALERT}-record")
    settle(desk.view)

    assert said.width() == before


def test_danger_that_is_told_later_opens_the_alert_again(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="safety-now.safe-here")
    desk.press("room-private-yes")
    desk.press("answer-safety-now.safe-here-no")
    tell(desk, "Dr. P. Example", "record", "alert-danger-now")
    assert not desk.view.score.alert.isVisibleTo(desk.view)

    desk.press("answer-safety-now.more-harm-soon")

    panel = desk.find("alert-danger-now")
    assert isinstance(panel, AlertPanel)
    assert panel.panel.isVisibleTo(desk.view)
    assert desk.view.score.alert.title_label.text() == "1 alert open"


def shown_words(desk: InterviewDesk) -> str:
    """Every word that can be read on the page or heard of it."""
    labels = [one for one in desk.view.findChildren(WrapLabel) if one.isVisibleTo(desk.view)]
    parts = [one for one in desk.view.findChildren(QWidget) if one.isVisibleTo(desk.view)]
    heard = [f"{one.accessibleName()} {one.accessibleDescription()}" for one in parts]
    return " ".join([*(one.text() for one in labels), *heard])


def test_visitors_read_and_hear_no_matter_in_an_alert(qtbot: QtBot, bench: Bench) -> None:
    desk = raised(qtbot, bench)

    here = shown_words(desk)
    desk.press("interview-sections-people")
    elsewhere = shown_words(desk)

    for words in (here, elsewhere):
        assert "Tell a clinician now" in words
        assert "Suicide concern" not in words


def test_the_list_of_what_is_missing_names_no_matter_either(qtbot: QtBot, bench: Bench) -> None:
    desk = raised(qtbot, bench)

    row = desk.view.score.list.rows()[0].item

    assert row.title == "3 Alert: hand-off open"


def test_staff_open_what_an_alert_is_about_and_fold_it_again(qtbot: QtBot, bench: Bench) -> None:
    desk = raised(qtbot, bench)
    panel = panel_of(desk)

    desk.press(f"{ALERT}-about")
    opened = panel.about.isVisibleTo(desk.view), panel.about.text()
    desk.press(f"{ALERT}-about")

    assert opened == (True, "Suicide concern")
    assert not panel.about.isVisibleTo(desk.view)


def test_what_was_opened_of_an_alert_is_folded_when_the_page_is_left(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = raised(qtbot, bench)
    desk.press(f"{ALERT}-about")

    desk.press("interview-sections-people")
    desk.press(f"{ALERT}-line-open")

    assert panel_of(desk).panel.isVisibleTo(desk.view)
    assert not panel_of(desk).about.isVisibleTo(desk.view)


def test_after_the_record_the_focus_is_back_at_the_question_that_raised_it(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = raised(qtbot, bench)

    tell(desk, "Dr. P. Example", "record")
    desk.until_saved()

    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == f"answer-{HARD}-yes"
    assert desk.controller.interview.position == HARD
