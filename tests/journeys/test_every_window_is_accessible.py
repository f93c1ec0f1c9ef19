"""Every screen in the real window: names, Tab order, targets, clipping and contrast, in looks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.form_record import FormKind
from desktop.records.roles import Role
from desktop.services.comment_answer import comment_answer
from desktop.services.confirmations import ConfirmedAct
from desktop.services.invite_person import invite_person
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import NewStaff
from desktop.services.return_visit import return_visit
from desktop.services.revoke_person import revoke_person
from desktop.services.send_packet import send_packet
from desktop.services.submit_visit import submit_visit
from desktop.views.theme.switcher import ThemeMode
from tests.journeys.pages import CALM_ANSWERS
from tests.journeys.ways_of_care import (
    PLAN_PARTS,
    Way,
    attempt,
    composer,
    composer_editor,
    consent,
    consent_answered,
    consent_cannot_sign,
    consent_scope,
    cover,
    enrol_page,
    identity,
    interview,
    interview_in_both_languages,
    interview_not_private,
    interview_refused,
    interview_with_an_alert,
    may_know,
    need,
    needs,
    new_person,
    no_information,
    person,
    returned_interview,
    review_queue,
    review_visit,
    room,
    safety_plan,
    sign_in_page,
    worklist,
)
from tests.journeys.ways_of_desks import (
    NIA,
    account,
    account_ends,
    add_administrator,
    backup_plan,
    backups,
    forms,
    give_keys,
    help_page,
    keys_to_give,
    one_time_code,
    packet_desk,
    packet_desk_refusing,
    people,
    rules,
    texts,
    without_keys,
)
from tests.services.bench import ADMIN, NADIA, ROSA, TOMAS, Bench, confirmed
from tests.services.filling import ENDING_LIFE, completed
from tests.support.journey import Traveller, make_journey_station, open_traveller
from tests.support.qt_audit import audit_focus_in_view, audit_window
from tests.support.store_fixture import PIN, KeptStore, keep_store, password_of
from tests.support.window_parts import Workstation, make_workstation

LOOKS = {"light, 100 %": (ThemeMode.LIGHT, 1.0), "dark, 200 %": (ThemeMode.DARK, 2.0)}
"""Both palettes and both sizes: a colour does not know the size, nor a width the colour."""
MORE_LOOKS = {"light, 200 %": (ThemeMode.LIGHT, 2.0), "dark, 100 %": (ThemeMode.DARK, 1.0)}
ACCEPTED: dict[str, str] = {}
"""Problems that are known and left, with the reason of each. There are none."""

WAYS: tuple[Way, ...] = (
    sign_in_page,
    enrol_page,
    cover,
    worklist,
    new_person,
    person,
    attempt,
    room,
    identity,
    no_information,
    may_know,
    *(interview(section) for section in CALM_ANSWERS),
    interview_in_both_languages,
    interview_not_private,
    interview_with_an_alert,
    interview_refused,
    returned_interview,
    *(safety_plan(part) for part in PLAN_PARTS),
    consent,
    consent_cannot_sign,
    consent_scope,
    consent_answered,
    review_queue,
    review_visit,
    needs,
    need,
    composer,
    composer_editor("packet-change-steps"),
    composer_editor("packet-change-appointments"),
    composer_editor("packet-change-resources"),
    composer_editor("packet-print-here"),
    packet_desk,
    packet_desk_refusing,
    texts,
    forms,
    backups,
    backup_plan,
    rules,
    people,
    add_administrator,
    one_time_code,
    account,
    account_ends,
    keys_to_give,
    give_keys,
    without_keys,
    help_page,
)


def fill_store(station: Workstation) -> None:
    """One waiting, one in review with a flag and a packet, one returned with a comment."""
    bench = station.bench
    work, reviewer = bench.work_as(ROSA), bench.work_as(NADIA)
    bench.new_case()
    for is_returned in (False, True):
        ref = bench.new_case()
        bench.reach(ref)
        form = completed(
            work, ref, FormKind.ASSESSMENT, **{ENDING_LIFE: "yes", "what-you-need.housing": "yes"}
        )
        visit = submit_visit(work, ref)
        if is_returned:
            key = "what-you-need.housing"
            comment_answer(reviewer, ref, visit.visit_id, form.record_id, key, "Since when?")
            return_visit(reviewer, ref, visit.visit_id)
        else:
            send_packet(work, ref, plan_packet(work, ref).choices)
    assert form.value.kind is FormKind.ASSESSMENT
    administrator = confirmed(bench.work_as(ADMIN), ConfirmedAct.ACCOUNTS)
    code = invite_person(administrator, NewStaff(NIA, "Nia Example", Role.SPECIALIST))
    station.made.gate.enrol(NIA, code.code, password_of(NIA), PIN)
    staff = bench.work_as(ADMIN).session.site.staff()
    leaver = next(one.staff_id for one in staff if one.sign_in_name == TOMAS)
    revoke_person(administrator, leaver)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> KeptStore:
    """A store that people worked in, filled once."""
    station = make_journey_station(tmp_path_factory.mktemp("filled"))
    fill_store(station)
    station.leave_bench()
    return keep_store(station.made)


@pytest.fixture
def filled(kept: KeptStore, tmp_path: Path) -> Iterator[Workstation]:
    """A workstation on which people are at work."""
    made = kept.copy_to(tmp_path / "store")
    station = Workstation(tmp_path, Bench(made.sign_in, made.clock, False, made.ids), made)
    yield station
    station.close()


over_the_ways = pytest.mark.parametrize(
    "way", WAYS, ids=[way.__name__.replace("_", " ") for way in WAYS]
)


@over_the_ways
def test_a_screen_has_no_problem(
    filled: Workstation, qtbot: QtBot, qapp: QApplication, way: Way
) -> None:
    at = open_traveller(filled, qtbot, qapp)
    way(at)

    found = problems_in(at, LOOKS)

    assert [one for one in found if one not in ACCEPTED] == []


@pytest.mark.long
@over_the_ways
def test_a_screen_has_no_problem_in_the_other_looks(
    filled: Workstation, qtbot: QtBot, qapp: QApplication, way: Way
) -> None:
    at = open_traveller(filled, qtbot, qapp)
    way(at)

    found = problems_in(at, MORE_LOOKS)

    assert [one for one in found if one not in ACCEPTED] == []


def test_the_first_start_has_no_problem(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    station = make_workstation(tmp_path / "made")
    station.leave_bench()
    fresh = Workstation(tmp_path / "fresh", station.bench, station.made)
    assert problems_of_first_pages(fresh, qtbot, qapp) == []
    fresh.close()


def problems_of_first_pages(station: Workstation, bot: QtBot, app: QApplication) -> list[str]:
    """The pages of a workstation without a store."""
    station.made.database.unlink()
    for path in station.made.data_dir.iterdir():
        path.unlink()
    at = open_traveller(station, bot, app)
    at.opened.until(lambda: at.hands.sees("first-start-set-up"))
    found = problems_in(at, LOOKS | MORE_LOOKS)
    at.press("first-start-set-up")
    at.opened.until(lambda: at.hands.sees("set-up-hospital"))
    return found + problems_in(at, LOOKS | MORE_LOOKS)


def problems_in(at: Traveller, looks: dict[str, tuple[ThemeMode, float]]) -> list[str]:
    """What the audit says of the window in each of these looks."""
    found = []
    for name, (mode, scale) in looks.items():
        at.opened.parts.themes.set_look(mode, scale)
        at.opened.until_idle()
        window = at.opened.window
        wait_until_laid_out(at)
        problems = [*audit_window(window), *audit_focus_in_view(window)]
        found += [f"{name}: {problem}" for problem in problems]
    return found


def wait_until_laid_out(at: Traveller) -> None:
    """Another text size is laid out in several turns of the event loop: wait for the last."""
    seen: list[list[QRect]] = [[]]

    def is_still() -> bool:
        now = [widget.geometry() for widget in at.opened.window.findChildren(QWidget)]
        is_same, seen[0] = now == seen[0], now
        return is_same

    at.opened.until(is_still)
