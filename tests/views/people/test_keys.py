"""The desk of people for whoever hands on and renews keys, on a real sealed store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.audit_event import AuditAction
from desktop.records.ids import StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import Role
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.give_keys import give_keys
from desktop.services.invite_person import invite_person
from desktop.services.name_part2_user import name_part2_user
from desktop.services.ports import NewStaff
from desktop.services.read_people import records_to_move
from desktop.services.revoke_person import revoke_person
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ADMIN, NADIA, ROSA, TOMAS, Bench, confirmed, sealed_bench
from tests.storage.raw_file import execute
from tests.support.qt_audit import audit_window, settle
from tests.support.store_fixture import PIN, MadeStore, password_of
from tests.views.people.open_desk import open_people

NIA = NewStaff("nia", "Nia Example", Role.SPECIALIST)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[tuple[Bench, MadeStore]]:
    """A sealed store of a hospital, and its gate."""
    bench, made = sealed_bench(tmp_path / "store", is_demo=False)
    yield bench, made
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


def enrol_nia(bench: Bench, made: MadeStore) -> StaffId:
    """A newcomer who chose a password and waits for keys."""
    code = invite_person(confirmed(bench.work_as(ADMIN), ConfirmedAct.ACCOUNTS), NIA)
    made.gate.enrol(NIA.sign_in_name, code.code, password_of(NIA.sign_in_name), PIN)
    return code.staff_id


def end_tomas(bench: Bench) -> None:
    """Somebody who held keys leaves."""
    staff = bench.work_as(ADMIN).session.site.staff()
    tomas = next(one.staff_id for one in staff if one.sign_in_name == TOMAS)
    revoke_person(confirmed(bench.work_as(ADMIN), ConfirmedAct.ACCOUNTS), tomas)


def test_all_keys_of_a_newcomer_are_given_with_one_password(
    qtbot: QtBot, store: tuple[Bench, MadeStore]
) -> None:
    bench, made = store
    nia = enrol_nia(bench, made)
    desk = open_people(qtbot, bench, who=NADIA)
    row = desk.find(f"people-waiting-{nia}", QWidget).accessibleName()
    entry = next(
        one
        for one in bench.work_as(ADMIN).session.staff_desk.people()
        if one.member.staff_id == nia
    )
    assert row.startswith(
        f"Waiting for keys: Nia Example, specialist, Compare with Nia: {entry.fingerprint}"
    )
    assert "badge people 2" in desk.navigator.log
    desk.press(f"people-waiting-{nia}")

    desk.type("give-password", password_of(NADIA))
    desk.press("people-do")

    session = made.gate.sign_in("nia", password_of("nia"))
    people = session.staff_desk.people()
    session.close()
    assert next(one for one in people if one.member.staff_id == nia).missing == ()
    given = [one.detail for one in bench.heard if one.action is AuditAction.KEY_HANDED_ON]
    assert given == ["ID", "CLIN"]
    assert desk.navigator.log[-1] == "badge people 0"


def test_a_wrong_password_gives_nothing_and_is_said_below_it(
    qtbot: QtBot, store: tuple[Bench, MadeStore]
) -> None:
    bench, made = store
    nia = enrol_nia(bench, made)
    desk = open_people(qtbot, bench, who=NADIA)
    desk.press(f"people-waiting-{nia}")

    desk.type("give-password", "walrus thimble")
    desk.press("people-do")

    assert desk.errors() == ["The name and password do not match. Nothing was changed. Try again."]
    assert desk.focus() == "give-password"
    assert len(bench.work_as(NADIA).session.key_desk.pending()) == 2


def test_new_keys_are_made_and_the_records_moved_under_them(
    qtbot: QtBot, store: tuple[Bench, MadeStore]
) -> None:
    bench, _made = store
    for _ in range(3):
        bench.new_case()
    end_tomas(bench)
    desk = open_people(qtbot, bench, who=NADIA, just_confirmed=False)
    assert desk.sees("people-new-keys")

    desk.press("people-new-keys")
    assert desk.navigator.log[-1] == "password for grant"
    desk.confirm(password_of(NADIA))

    assert records_to_move(bench.work_as(NADIA)) == 0
    assert bench.work_as(NADIA).session.key_desk.owed() == ()
    assert desk.navigator.messages[-1].text == "Every record is locked with the new keys."
    assert not desk.sees("people-keys")


def test_a_move_that_is_stopped_says_what_is_left_and_goes_on_later(
    qtbot: QtBot, store: tuple[Bench, MadeStore]
) -> None:
    bench, _made = store
    for _ in range(3):
        bench.new_case()
    end_tomas(bench)
    desk = open_people(qtbot, bench, who=NADIA)
    desk.mover.stepped.connect(desk.mover.stop)
    confirm_identity(desk.work, ConfirmedAct.GRANT, password_of(NADIA))
    desk.find("people-new-keys", QAbstractButton).click()
    desk.until(lambda: any("Stopped." in one.text for one in desk.navigator.messages))
    desk.rest()
    desk.mover.stepped.disconnect(desk.mover.stop)
    left = records_to_move(bench.work_as(NADIA))

    desk.press("people-move")

    assert left > 0
    assert records_to_move(bench.work_as(NADIA)) == 0


def test_an_administrator_is_told_that_a_holder_makes_the_keys(
    qtbot: QtBot, store: tuple[Bench, MadeStore]
) -> None:
    bench, _made = store
    end_tomas(bench)

    desk = open_people(qtbot, bench, who=ADMIN)

    words = "Someone who holds these keys has to make them new: names and contact details"
    assert words in desk.shown()
    assert not desk.sees("people-new-keys")
    assert Compartment.ID in bench.work_as(ADMIN).session.key_desk.owed()


def test_the_holders_desk_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, store: tuple[Bench, MadeStore], qapp: QApplication
) -> None:
    bench, made = store
    nia = enrol_nia(bench, made)
    bench.new_case()
    end_tomas(bench)
    problems: list[str] = []

    for tokens, scale in ((LIGHT, 1.0), (DARK, 2.0)):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_people(qtbot, bench, who=NADIA, size=(1366, 3000))
        problems += [f"{scale}: {one}" for one in audit_window(desk.view)]
        desk.press(f"people-waiting-{nia}")
        settle(desk.view)
        problems += [f"{scale} give: {one}" for one in audit_window(desk.view)]
        desk.view.hide()

    assert problems == []


def test_an_administrator_is_added_with_two_sheets_and_a_wrong_one_is_named(
    qtbot: QtBot, store: tuple[Bench, MadeStore]
) -> None:
    bench, made = store
    one, _, three = made.shown.recovery_codes
    desk = open_people(qtbot, bench, who=ADMIN)
    desk.press("people-add")
    desk.type("person-name", "Abe Example")
    desk.press("person-role-administrator")
    desk.type("person-codes-one", one)
    desk.type("person-codes-other", one)
    desk.press("people-do")
    refused = desk.errors()

    desk.type("person-codes-other", three.lower().replace("-", " "))
    desk.press("people-do")

    assert refused == ["You entered the same recovery code twice. Enter two different codes."]
    assert desk.sees("code-groups")
    roles = {one.member.role for one in bench.work_as(ADMIN).session.staff_desk.people()}
    assert Role.ADMINISTRATOR in roles


def test_a_named_specialist_makes_the_first_key_of_substance_use_records(
    qtbot: QtBot, store: tuple[Bench, MadeStore]
) -> None:
    bench, _made = store
    staff = bench.work_as(ADMIN).session.site.staff()
    rosa = next(one.staff_id for one in staff if one.sign_in_name == ROSA)
    administrator = confirmed(bench.work_as(ADMIN), ConfirmedAct.ACCOUNTS)
    name_part2_user(administrator, rosa, is_named=True)
    desk = open_people(qtbot, bench, who=ROSA, just_confirmed=False)
    said = desk.shown()

    desk.press("people-new-keys")
    desk.confirm(password_of(ROSA))

    assert "New keys are needed for: substance-use treatment records." in said
    people = bench.work_as(ADMIN).session.staff_desk.people()
    entry = next(one for one in people if one.member.staff_id == rosa)
    assert entry.missing == ()


@pytest.fixture
def lost(tmp_path: Path) -> Iterator[tuple[Bench, MadeStore]]:
    """A store whose keys only the recovery codes open, and a newcomer who waits for them."""
    bench, made = sealed_bench(tmp_path / "store", is_demo=False)
    enrol_nia(bench, made)
    for session in bench.sessions.values():
        session.close()
    bench.sessions.clear()
    made.gate.close()
    execute(made.database, "DELETE FROM grants WHERE staff_id <> 'root'")
    made.reopen()
    bench.sign_in = made.sign_in
    yield bench, made
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


def test_keys_that_nobody_holds_are_given_with_two_recovery_codes(
    qtbot: QtBot, lost: tuple[Bench, MadeStore]
) -> None:
    bench, made = lost
    desk = open_people(qtbot, bench)
    (row,) = [
        each
        for each in desk.view.findChildren(QAbstractButton)
        if each.accessibleName().startswith("Waiting for keys: Nia Example, specialist, Compare")
    ]
    row.click()
    one, _, other = made.shown.recovery_codes
    assert desk.focus() == "give-codes-one"

    desk.type("give-codes-one", one)
    desk.type("give-codes-other", one)
    desk.type("give-password", password_of(ADMIN))
    desk.press("people-do")
    refused = desk.errors()
    desk.type("give-codes-other", other)
    desk.type("give-password", password_of(ADMIN))
    desk.press("people-do")

    assert refused == [sentence("recovery.same-code")]
    session = made.gate.sign_in("nia", password_of("nia"))
    assert session.records.persons() == ()
    session.close()
    given = [one.detail for one in bench.heard if one.action is AuditAction.KEY_HANDED_ON]
    assert given == ["ID", "CLIN"]


def test_a_specialist_who_has_the_key_does_not_keep_the_manager_from_it(
    lost: tuple[Bench, MadeStore],
) -> None:
    bench, made = lost
    admin = bench.work_as(ADMIN)
    waiting = admin.session.key_desk.pending()
    one, other = made.shown.recovery_codes[:2]

    first = next(each for each in waiting if each.member.sign_in_name == "nia")
    give_keys(admin, first.member.staff_id, password_of(ADMIN), (one, other))

    left = [each for each in admin.session.key_desk.pending() if each.needs_codes]
    assert NADIA in {each.member.sign_in_name for each in left}
    nadia = next(each.member.staff_id for each in left if each.member.sign_in_name == NADIA)
    give_keys(admin, nadia, password_of(ADMIN), (one, other))
    still = {each.compartment for each in admin.session.key_desk.pending() if each.needs_codes}
    assert still == {Compartment.PKT, Compartment.AUD}
