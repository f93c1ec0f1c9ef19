"""The administrator's desk of contacts, on the real use cases."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.records.site_contact import SiteContact
from desktop.services.site_contacts import save_site_contacts, site_contacts
from desktop.views.contacts.contacts_controller import ContactsController
from desktop.views.screen import ScreenContext
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ADMIN, Bench
from tests.services.test_site_contacts import CONTACTS
from tests.support.noting_navigator import NotingNavigator
from tests.support.qt_audit import audit_window, settle
from tests.views.person.desk import Desk


def open_contacts(
    bot: QtBot, bench: Bench, *, size: tuple[int, int] = (1278, 736), language: str = "en"
) -> Desk:
    """The desk in a shown window."""
    runner, navigator = BackgroundRunner(), NotingNavigator()
    context = ScreenContext(bench.work_as(ADMIN), runner, navigator, language)
    controller = ContactsController(context)
    desk = Desk(bot, bench, runner, navigator, controller)
    runner.setParent(controller.view)
    bot.addWidget(controller.view, before_close_func=desk.close)
    controller.view.resize(*size)
    controller.view.show()
    controller.view.activateWindow()
    controller.start()
    desk.rest()
    return desk


def shown(desk: Desk) -> str:
    """Everything that is shown."""
    return "\n".join(each.text() for each in desk.view.findChildren(QLabel) if each.isVisible())


def test_an_empty_list_says_what_it_is_for_and_leads_on(qtbot: QtBot, bench: Bench) -> None:
    desk = open_contacts(qtbot, bench)

    assert "No contacts yet" in shown(desk)
    assert desk.focus() == "contacts-add"


def test_a_contact_is_added_by_keyboard(qtbot: QtBot, bench: Bench) -> None:
    desk = open_contacts(qtbot, bench)

    desk.key(Qt.Key.Key_Space)
    qtbot.keyClicks(QApplication.focusWidget(), "Charge nurse")
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "555-0110")
    desk.key(Qt.Key.Key_Return)

    assert site_contacts(bench.work_as(ADMIN)) == (SiteContact("Charge nurse", "", "555-0110"),)
    assert "Every alert" in desk.find("contacts-list-0", QWidget).accessibleName()


def test_what_is_missing_is_said_below_its_field(qtbot: QtBot, bench: Bench) -> None:
    desk = open_contacts(qtbot, bench)
    desk.press("contacts-add")
    desk.type("contact-name", "Charge nurse")

    desk.press("contacts-do")

    assert desk.errors() == ["Say how to reach them. Nothing was changed."]
    assert desk.focus() == "contact-reach"


def test_a_contact_is_changed_and_kept_for_one_alert(qtbot: QtBot, bench: Bench) -> None:
    save_site_contacts(bench.work_as(ADMIN), CONTACTS)
    desk = open_contacts(qtbot, bench)

    desk.press("contacts-list-1")
    desk.press("contact-alerts-danger-now")
    desk.press("contacts-do")

    kept = site_contacts(bench.work_as(ADMIN))
    assert kept[1] == SiteContact("Charge nurse", "", "555-0110", frozenset({"danger-now"}))
    assert kept[0] == CONTACTS[0]


def test_a_contact_is_removed(qtbot: QtBot, bench: Bench) -> None:
    save_site_contacts(bench.work_as(ADMIN), CONTACTS)
    desk = open_contacts(qtbot, bench)

    desk.press("contacts-list-0")
    desk.press("contact-remove")

    assert site_contacts(bench.work_as(ADMIN)) == CONTACTS[1:]
    assert not desk.sees("contact")


def test_the_desk_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, bench: Bench, qapp: QApplication
) -> None:
    problems: list[str] = []
    desks: list[Desk] = []

    for contacts in ((), CONTACTS):
        save_site_contacts(bench.work_as(ADMIN), contacts)
        for tokens, scale in ((LIGHT, 1.0), (DARK, 2.0)):
            apply_theme(qapp, Theme(tokens, scale))
            desk = open_contacts(qtbot, bench, size=(1366, 3000))
            problems += [f"{scale}: {one}" for one in audit_window(desk.view)]
            desk.press("contacts-add")
            settle(desk.view)
            problems += [f"{scale} task: {one}" for one in audit_window(desk.view)]
            desk.view.hide()
            desks.append(desk)

    assert problems == []


def test_what_is_typed_is_not_saved_until_its_button_saves_it(qtbot: QtBot, bench: Bench) -> None:
    desk = open_contacts(qtbot, bench)
    desk.press("contacts-add")
    before = desk.navigator.is_unsaved

    desk.type("contact-name", "Charge nurse")
    typing = desk.navigator.is_unsaved
    desk.type("contact-reach", "555-0110")
    desk.press("contacts-do")

    assert (before, typing) == (False, True)
    assert not desk.navigator.is_unsaved


def test_another_contact_does_not_push_away_what_is_typed_without_a_word(
    qtbot: QtBot, bench: Bench
) -> None:
    save_site_contacts(bench.work_as(ADMIN), CONTACTS)
    desk = open_contacts(qtbot, bench)
    desk.press("contacts-list-0")
    desk.type("contact-name", "Somebody else")

    desk.press("contacts-list-1")
    kept = desk.find("contact-name", QLineEdit).text()
    said = shown(desk)
    desk.press("contacts-list-1")

    assert kept == "Somebody else"
    assert "This is not saved yet." in said
    assert desk.find("contact-name", QLineEdit).text() == CONTACTS[1].name
    assert not desk.navigator.is_unsaved


def test_a_change_that_was_taken_back_is_nothing_to_save(qtbot: QtBot, bench: Bench) -> None:
    desk = open_contacts(qtbot, bench)
    desk.press("contacts-add")
    desk.press("contact-alerts-danger-now")

    desk.press("contact-alerts-danger-now")

    assert not desk.navigator.is_unsaved
