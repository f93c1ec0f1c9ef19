"""New recovery codes at the desk of people: on paper first, then they count."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.audit_event import AuditAction
from desktop.records.roles import Role
from desktop.rendering.read_back import page_texts
from desktop.services.confirmations import ConfirmedAct
from desktop.services.invite_person import invite_person
from desktop.services.ports import NewStaff
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.services.bench import ADMIN, NADIA, Bench, confirmed, sealed_bench
from tests.support.fake_printers import FakePrinters
from tests.support.qt_audit import audit_window, settle
from tests.support.store_fixture import MadeStore
from tests.views.people.open_desk import PeopleDesk, open_people


@pytest.fixture
def site(tmp_path):
    """A sealed hospital and what its set-up showed."""
    bench, made = sealed_bench(tmp_path / "store", is_demo=False)
    yield bench, made
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


def ask(desk: PeopleDesk, made: MadeStore) -> None:
    """Two of the old codes are typed."""
    desk.press("people-recovery")
    desk.type("recovery-old-one", made.shown.recovery_codes[0])
    desk.type("recovery-old-other", made.shown.recovery_codes[2])
    desk.press("people-do")
    desk.rest()


def shown(desk: PeopleDesk) -> list[str]:
    """The three codes on the screen."""
    return [desk.find(f"recovery-new-{number}", QLabel).text() for number in (1, 2, 3)]


def test_the_new_codes_count_once_two_are_typed_again(
    qtbot: QtBot, site: tuple[Bench, MadeStore]
) -> None:
    bench, made = site
    desk = open_people(qtbot, bench)

    ask(desk, made)
    codes = shown(desk)
    desk.type("codes-one", codes[0])
    desk.type("codes-other", codes[1])
    desk.press("people-do")
    desk.rest()

    assert bench.heard[-1].action is AuditAction.RECOVERY_RENEWED
    assert desk.navigator.messages[-1].text == sentence("people.recovery-renewed")
    staff = bench.work_as(ADMIN).session.staff_desk
    assert staff.make_recovery_codes((codes[2], codes[0]))
    assert not desk.controller.view.recovery.has_codes


def test_nothing_changes_while_they_are_not_typed_again(
    qtbot: QtBot, site: tuple[Bench, MadeStore]
) -> None:
    bench, made = site
    desk = open_people(qtbot, bench)

    ask(desk, made)
    desk.type("codes-one", shown(desk)[0])
    desk.press("people-do")
    held = desk.controller.view.recovery.missing.isVisible()
    desk.press("people-cancel")

    assert held
    assert desk.navigator.messages[-1].text == sentence("people.recovery-dropped")
    staff = bench.work_as(ADMIN).session.staff_desk
    assert staff.make_recovery_codes(made.shown.recovery_codes[:2])
    assert not desk.controller.view.recovery.has_codes


def test_a_wrong_old_code_is_said_below_the_fields(
    qtbot: QtBot, site: tuple[Bench, MadeStore]
) -> None:
    bench, _made = site
    desk = open_people(qtbot, bench)

    desk.press("people-recovery")
    desk.type("recovery-old-one", "AAAAA")
    desk.type("recovery-old-other", "BBBBB")
    desk.press("people-do")
    desk.rest()

    assert desk.controller.view.recovery.codes.other_row.error
    assert not desk.controller.view.recovery.has_codes


def test_the_password_is_asked_before_new_codes_are_made(
    qtbot: QtBot, site: tuple[Bench, MadeStore]
) -> None:
    bench, made = site
    desk = open_people(qtbot, bench, just_confirmed=False)

    ask(desk, made)

    assert desk.navigator.asked is not None
    assert not desk.controller.view.recovery.has_codes


def test_each_is_printed_on_its_own_sheet(qtbot: QtBot, site: tuple[Bench, MadeStore]) -> None:
    bench, made = site
    desk = open_people(qtbot, bench)
    printers = desk.work.printers
    assert isinstance(printers, FakePrinters)

    ask(desk, made)
    codes = shown(desk)
    desk.press("recovery-print")
    desk.rest()

    papers = ["".join(page_texts(job.pdf)) for job in printers.jobs]
    assert len(papers) == 3
    for code, paper in zip(codes, papers, strict=True):
        assert "".join(code.split()) in "".join(paper.split()).replace("-", "")


def test_the_new_codes_are_read_from_the_first_on(
    qtbot: QtBot, site: tuple[Bench, MadeStore]
) -> None:
    bench, made = site
    desk = open_people(qtbot, bench)

    ask(desk, made)

    assert is_in_view(desk, "recovery-new-1")
    assert not desk.controller.view.recovery.close_button.hasFocus()
    assert desk.controller.view.task_actions.isAncestorOf(desk.controller.view.focusWidget())


def is_in_view(desk: PeopleDesk, name: str) -> bool:
    """Whether all of it can be seen without scrolling."""
    label = desk.find(name, QLabel)
    return label.visibleRegion().boundingRect() == label.rect()


def test_the_end_of_an_administrator_says_to_renew_the_codes(
    qtbot: QtBot, site: tuple[Bench, MadeStore]
) -> None:
    bench, made = site
    one, two = made.shown.recovery_codes[:2]
    second = NewStaff("ivy", "Ivy Example", Role.ADMINISTRATOR)
    work = confirmed(bench.work_as(ADMIN), ConfirmedAct.ACCOUNTS)
    added = invite_person(work, second, (one, two))
    desk = open_people(qtbot, bench)

    desk.press(f"people-list-{added.staff_id}")
    desk.press("account-end")
    desk.type("act-codes-one", one)
    desk.type("act-codes-other", two)
    desk.press("people-do")
    desk.rest()

    said = desk.navigator.messages[-1].text
    assert said == sentence("people.ended-administrator", name="Ivy Example")


def test_only_administrators_have_the_button(qtbot: QtBot, site: tuple[Bench, MadeStore]) -> None:
    desk = open_people(qtbot, site[0], who=NADIA)

    assert not desk.controller.view.recovery_button.isVisible()


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_panel_is_whole(
    qtbot: QtBot, qapp: QApplication, site: tuple[Bench, MadeStore], tokens: Tokens, scale: float
) -> None:
    bench, made = site
    desk = open_people(qtbot, bench)
    ask(desk, made)

    apply_theme(qapp, Theme(tokens, scale))
    settle(desk.view)

    assert audit_window(desk.view) == []
    apply_theme(qapp, Theme(LIGHT, 1.0))
