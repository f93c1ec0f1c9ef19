"""Every screen in the real window: names, Tab order, targets, clipping and contrast, four ways."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.form_record import FormKind
from desktop.records.roles import Role, StaffMember
from desktop.services.comment_answer import comment_answer
from desktop.services.invite_person import invite_person
from desktop.services.plan_packet import plan_packet
from desktop.services.ports import NewStaff
from desktop.services.return_visit import return_visit
from desktop.services.revoke_person import revoke_person
from desktop.services.send_packet import send_packet
from desktop.services.submit_visit import submit_visit
from desktop.views.theme.switcher import ThemeMode
from tests.journeys.packet_pages import ComposerPage
from tests.journeys.pages import CALM_ANSWERS, InterviewPage, PersonPage, ReviewPage, WorklistPage
from tests.services.bench import ADMIN, DESK, NADIA, ROSA, TOMAS, Bench
from tests.services.filling import ENDING_LIFE, completed
from tests.support.journey import Traveller, make_journey_station, open_traveller
from tests.support.qt_audit import audit_focus_in_view, audit_window
from tests.support.store_fixture import PIN, KeptStore, keep_store, password_of
from tests.support.window_parts import Workstation, make_workstation

LOOKS = {
    "light, 100 %": (ThemeMode.LIGHT, 1.0),
    "light, 200 %": (ThemeMode.LIGHT, 2.0),
    "dark, 100 %": (ThemeMode.DARK, 1.0),
    "dark, 200 %": (ThemeMode.DARK, 2.0),
}
NIA = "nia"
PLAN_PARTS = ("leaving", "skip", "people", "phones-posts", "threat", "check-in")
ACCEPTED: dict[str, str] = {}
"""Problems that are known and left, with the reason of each. There are none."""

Way = Callable[[Traveller], None]


def sign_in_page(at: Traveller) -> None:
    """Where everybody begins."""
    at.opened.until(lambda: at.hands.sees("sign-in-submit"))


def enrol_page(at: Traveller) -> None:
    """With a one-time code."""
    sign_in_page(at)
    at.press("sign-in-cannot")


def cover(at: Traveller) -> None:
    """Nothing to see."""
    at.sign_in(ROSA)
    at.key(Qt.Key.Key_F12)


def worklist(at: Traveller) -> None:
    """Somebody waits, somebody was seen, a draft, a comment."""
    at.sign_in(ROSA)


def new_person(at: Traveller) -> None:
    """The panel for a new person."""
    at.sign_in(ROSA)
    at.press("worklist-new")


def person(at: Traveller) -> None:
    """A case whose visit is with the reviewer."""
    at.sign_in(ROSA)
    open_seen(at, 0)


def attempt(at: Traveller) -> None:
    """The panel for an attempt, all of it open."""
    person(at)
    at.press("person-log")
    at.press("person-attempt-group-not-now")


def room(at: Traveller) -> None:
    """The panel for room and capacity, all of it open."""
    person(at)
    at.press("person-room-note")
    at.press("room-capacity-uncertain")


def identity(at: Traveller) -> None:
    """The panel for name and contacts."""
    person(at)
    at.press("person-identity-show")
    at.press("person-identity-edit")


def interview(section: str) -> Way:
    """One section of the bedside core of a new case."""

    def way(at: Traveller) -> None:
        new_interview(at)
        InterviewPage(at).go_to(section)

    way.__name__ = f"interview {section}"
    return way


def interview_in_both_languages(at: Traveller) -> None:
    """Two columns."""
    new_interview(at)
    InterviewPage(at).choose_language("both")
    InterviewPage(at).go_to("what-you-need")


def interview_not_private(at: Traveller) -> None:
    """A section that warns, with its reasons."""
    new_interview(at)
    at.press("room-private-no")
    InterviewPage(at).go_to("how-you-are")


def interview_with_an_alert(at: Traveller) -> None:
    """The hand-off, with every sentence about what is missing."""
    new_interview(at)
    InterviewPage(at).go_to("how-you-are")
    InterviewPage(at).answer(ENDING_LIFE, "yes")
    at.press("alert-suicide-concern-record")


def interview_refused(at: Traveller) -> None:
    """Complete was refused: everything missing is listed."""
    new_interview(at)
    InterviewPage(at).go_to("next-steps")
    InterviewPage(at).press_complete()


def returned_interview(at: Traveller) -> None:
    """A comment beside its question."""
    at.sign_in(ROSA)
    WorklistPage(at).open_returned()


def safety_plan(part: str) -> Way:
    """One part of the safety plan."""

    def way(at: Traveller) -> None:
        person(at)
        PersonPage(at).open_step("safety-plan")
        at.opened.until(lambda: at.hands.sees("interview-next"))
        InterviewPage(at).go_to(part)

    way.__name__ = f"safety plan {part}"
    return way


def consent(at: Traveller) -> None:
    """A release with its signature pad."""
    person(at)
    PersonPage(at).open_step("consent")
    at.press("consent-tabs-2")


def consent_cannot_sign(at: Traveller) -> None:
    """A mark with a witness."""
    consent(at)
    at.press("consent-cannot-sign")
    at.press("consent-way-mark")


def consent_scope(at: Traveller) -> None:
    """What is shared."""
    consent(at)
    at.press("consent-change")


def consent_answered(at: Traveller) -> None:
    """A no, kept."""
    consent(at)
    at.press("consent-no")


def review_queue(at: Traveller) -> None:
    """The queue and nothing chosen."""
    at.sign_in(NADIA)


def review_visit(at: Traveller) -> None:
    """Every answer of a visit, one being commented."""
    review_queue(at)
    ReviewPage(at).open_first()
    ReviewPage(at).show_all()
    at.press(f"review-{ENDING_LIFE}-comment")


def composer(at: Traveller) -> None:
    """Parts and pages."""
    person(at)
    PersonPage(at).open_step("packet")
    ComposerPage(at).until_made()


def composer_editor(name: str) -> Way:
    """One panel of the composer."""

    def way(at: Traveller) -> None:
        composer(at)
        at.press(name)

    way.__name__ = f"composer {name}"
    return way


def packet_desk(at: Traveller) -> None:
    """One packet ready, its pages at the right."""
    at.sign_in(DESK)
    at.opened.until(lambda: at.hands.sees("desk-print"))


def packet_desk_refusing(at: Traveller) -> None:
    """Why it cannot be printed."""
    packet_desk(at)
    at.press("desk-refuse")


def texts(at: Traveller) -> None:
    """Texts that the site approves."""
    at.sign_in(ADMIN)


def forms(at: Traveller) -> None:
    """Forms that the site loaded."""
    at.sign_in(ADMIN)
    at.press("rail-forms")
    at.opened.until(lambda: at.hands.sees("forms-load"))


def backups(at: Traveller) -> None:
    """Where backups go, before anybody chose."""
    at.sign_in(ADMIN)
    at.press("rail-backups")
    at.opened.until(lambda: at.hands.sees("backups-empty"))


def backup_plan(at: Traveller) -> None:
    """The panel for folder and hour."""
    backups(at)
    at.press("backups-plan")


def people(at: Traveller) -> None:
    """Everybody's account, for an administrator."""
    at.sign_in(ADMIN)
    at.press("rail-people")
    at.opened.until(lambda: at.hands.sees("people-panel"))
    at.opened.until_idle()


def add_administrator(at: Traveller) -> None:
    """Somebody new, with two recovery codes."""
    people(at)
    at.press("people-add")
    at.press("person-role-administrator")


def one_time_code(at: Traveller) -> None:
    """The code of somebody new, shown once."""
    people(at)
    at.press("people-add")
    at.write("person-name", "Noa Example")
    at.press("person-role-specialist")
    at.press("people-do")
    at.opened.until(lambda: at.hands.sees("code-groups"))
    at.opened.until_idle()


def account(at: Traveller) -> None:
    """What an administrator can do with one account."""
    people(at)
    at.press(first_row(at, "people-list-"))


def account_ends(at: Traveller) -> None:
    """What the end of an account means."""
    account(at)
    at.press("account-end")


def keys_to_give(at: Traveller) -> None:
    """Somebody waits for keys and somebody left, for a nurse manager."""
    at.sign_in(NADIA)
    at.press("rail-people")
    at.opened.until(lambda: at.hands.sees("people-new-keys"))


def give_keys(at: Traveller) -> None:
    """The code to compare and the password."""
    keys_to_give(at)
    at.press(first_row(at, "people-waiting-"))


def without_keys(at: Traveller) -> None:
    """A newcomer whom nobody gave keys."""
    at.sign_in(NIA)
    at.opened.until(lambda: at.hands.sees("waiting-sign-out"))


def first_row(at: Traveller, prefix: str) -> str:
    """The first row of a list of people, by its staff id; oneself is no good example."""
    me = at.opened.signed_in.shell.work.session.me.staff_id
    names = [f"{prefix}{each.staff_id}" for each in members(at) if each.staff_id != me]
    return next(name for name in names if at.hands.sees(name))


def members(at: Traveller) -> tuple[StaffMember, ...]:
    """Everybody, newcomers included."""
    entries = at.opened.signed_in.shell.work.session.staff_desk.people()
    return tuple(entry.member for entry in entries)


def help_page(at: Traveller) -> None:
    """Shortcuts and display."""
    at.sign_in(ROSA)
    at.press("rail-help")


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


def open_seen(at: Traveller, number: int) -> None:
    """Open one of those who were seen."""
    at.opened.until(lambda: bool(seen(at)))
    at.press(seen(at)[number])
    at.press("worklist-open")
    at.opened.until(lambda: at.hands.sees("person-steps-contact"))


def seen(at: Traveller) -> list[str]:
    """Rows of those who were seen."""
    return [name for name in at.hands.names("worklist-seen-") if name != "worklist-seen-panel"]


def new_interview(at: Traveller) -> None:
    """The bedside core of somebody who was not asked anything yet."""
    at.sign_in(ROSA)
    WorklistPage(at).add_case("ED 12")
    PersonPage(at).open_step("assessment")
    at.opened.until(lambda: at.hands.sees("interview-next"))
    at.press("room-private-yes")


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
    code = invite_person(bench.work_as(ADMIN), NewStaff(NIA, "Nia Example", Role.SPECIALIST))
    station.made.gate.enrol(NIA, code.code, password_of(NIA), PIN)
    staff = bench.work_as(ADMIN).session.site.staff()
    leaver = next(one.staff_id for one in staff if one.sign_in_name == TOMAS)
    revoke_person(bench.work_as(ADMIN), leaver)


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


@pytest.mark.parametrize("way", WAYS, ids=[way.__name__.replace("_", " ") for way in WAYS])
def test_a_screen_has_no_problem(
    filled: Workstation, qtbot: QtBot, qapp: QApplication, way: Way
) -> None:
    at = open_traveller(filled, qtbot, qapp)
    way(at)

    found = problems_in_every_look(at)

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
    found = problems_in_every_look(at)
    at.press("first-start-set-up")
    at.opened.until(lambda: at.hands.sees("set-up-hospital"))
    return found + problems_in_every_look(at)


def problems_in_every_look(at: Traveller) -> list[str]:
    """What the audit says in light and dark, at 100 % and 200 %."""
    found = []
    for name, (mode, scale) in LOOKS.items():
        at.opened.parts.themes.set_look(mode, scale)
        at.opened.until_idle()
        window = at.opened.window
        problems = [*audit_window(window), *audit_focus_in_view(window)]
        found += [f"{name}: {problem}" for problem in problems]
    return found
