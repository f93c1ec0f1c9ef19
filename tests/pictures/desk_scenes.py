"""The desks: review, packets, what administrators run, what privacy officers watch, help."""

from dataclasses import replace
from pathlib import Path

from desktop.services.ports import RollbackAlarm
from desktop.services.read_backups import read_backups
from desktop.views.backups.backup_drive import drive_of
from desktop.views.backups.backups_view import BackupsView
from desktop.views.forms.forms_view import FormsView
from tests.forms.known.instrument_forms import nine
from tests.journeys import ways_of_care as care
from tests.journeys import ways_of_desks as ways
from tests.journeys.pages import ReviewPage
from tests.journeys.ways_of_care import Way
from tests.pictures.care_scenes import part_of, then
from tests.pictures.reach import press_first
from tests.pictures.scene import Scene
from tests.services.bench import ADMIN, NADIA, OFFICER, ROSA
from tests.services.filling import ENDING_LIFE
from tests.services.loaded_forms import Json, data_of, sleep_form
from tests.support.journey import Traveller
from tests.support.store_fixture import password_of

ALARM = RollbackAlarm(seen_entries=128, entries=97, records=2)
COPYRIGHT = "Copyright Invented Press & Sons. Free for hospitals that ask."


def commented(at: Traveller) -> None:
    """A thread under an answer."""
    care.review_queue(at)
    ReviewPage(at).open_first()
    ReviewPage(at).show_all()
    ReviewPage(at).comment(ENDING_LIFE, "Was this asked while the room was private?")


def review_flags(at: Traveller) -> None:
    """A visit with its flags alone."""
    care.review_queue(at)
    ReviewPage(at).open_first()


def signing_off(at: Traveller) -> None:
    """The password again."""
    review_flags(at)
    at.press("review-sign")


def signing_refused(at: Traveller) -> None:
    """A password that is wrong."""
    signing_off(at)
    at.write("confirm-password", "not this one")
    at.press("confirm-submit")


def printed(at: Traveller) -> None:
    """A packet that was printed."""
    ways.packet_desk(at)
    at.press("desk-print")


def handing_over(at: Traveller) -> None:
    """Handed over, asked once more."""
    printed(at)
    press_first(at, "desk-printed-")
    at.press("desk-hand-over")


def desk_empty(at: Traveller) -> None:
    """Nothing to print any more."""
    handing_over(at)
    at.press("desk-hand-over-do")


def loading(**forms: Json) -> Way:
    """The report of forms that were chosen."""

    def way(at: Traveller) -> None:
        ways.forms(at)
        folder = at.station.root / "chosen"
        folder.mkdir(exist_ok=True)
        paths: list[Path] = []
        for name, form in forms.items():
            paths.append(folder / f"{name}.json")
            paths[-1].write_bytes(data_of(form))
        view = at.opened.window.findChild(FormsView)
        assert view is not None
        view.paths_given.emit(tuple(paths))
        at.opened.until_idle()
        at.opened.until(lambda: at.hands.sees("forms-do") or bool(at.hands.names("form-import")))

    way.__name__ = f"import {next(iter(forms))}"
    return way


def _twice() -> Json:
    form = sleep_form("2.0.0")
    form["item"].append(form["item"][0])
    return form


def _one_too_few() -> Json:
    form = nine()
    form["item"].pop()
    return form


def backed_up(at: Traveller) -> None:
    """A backup that was made and checked."""
    ways.backups(at)
    folder = at.station.root / "usb"
    folder.mkdir(exist_ok=True)
    at.press("backups-plan")
    at.write("backup-folder", str(folder))
    at.press("backups-do")
    at.press("backups-now")
    drive = drive_of(at.opened.parts.runner, at.station.bench.clock)
    at.opened.until(lambda: not drive.is_busy and bool(at.hands.names("backups-list-")))
    at.opened.until_idle()


def plan_refused(at: Traveller) -> None:
    """A folder that is not there."""
    ways.backup_plan(at)
    at.write("backup-folder", "/usb-never-there/deep")
    at.press("backups-do")


def backup_opened(at: Traveller) -> None:
    """One backup at the side."""
    backed_up(at)
    press_first(at, "backups-list-")


def drilled(at: Traveller) -> None:
    """A restore that was tried."""
    backup_opened(at)
    at.press("backups-do")
    drive = drive_of(at.opened.parts.runner, at.station.bench.clock)
    at.opened.until(lambda: not drive.is_busy)
    at.opened.until_idle()


def kept_store(at: Traveller) -> None:
    """An older store that a restore moved aside."""
    folder = at.station.made.data_dir / "before-restore-20260314T090000Z-1"
    folder.mkdir(mode=0o700)
    (folder / "store.db").write_bytes(b"sealed" * 100_000)
    backed_up(at)


def alarmed(at: Traveller) -> None:
    """The store is older than what was seen of it."""
    ways.backups(at)
    view = _backups(at)
    view.show_overview(replace(read_backups(at.work), alarm=ALARM), at.station.bench.clock.now())


def settling(at: Traveller) -> None:
    """Two people settle it."""
    alarmed(at)
    view = _backups(at)
    view.settling.begin(ALARM)
    view.open_task(view.settling)


def _backups(at: Traveller) -> BackupsView:
    view = at.opened.window.findChild(BackupsView)
    assert view is not None
    return view


def recovery_typed(at: Traveller) -> None:
    """New recovery codes on the screen, for want of a printer that takes them."""
    ways.people(at)
    at.press("people-recovery")
    at.write("recovery-old-one", at.station.made.shown.recovery_codes[0])
    at.write("recovery-old-other", at.station.made.shown.recovery_codes[2])
    at.press("people-do")
    at.confirm()
    at.opened.until(lambda: bool(at.hands.names("recovery-new-")))


def asked(who: str, row: str) -> Way:
    """What the desk of oversight asks about a row."""

    def way(at: Traveller) -> None:
        at.sign_in(who)
        at.press("rail-oversight")
        press_first(at, row)

    way.__name__ = f"oversight {row.removeprefix('oversight-').strip('-')} of {who}"
    return way


def lent(at: Traveller) -> None:
    """What was lent of one person."""
    asked(OFFICER, "oversight-loans-")(at)
    at.press("oversight-ask-reason-complaint")
    at.write("oversight-ask-password", password_of(OFFICER))
    at.press("oversight-do")
    at.opened.until(lambda: at.hands.sees("lent-audit"))


def audit_of_one(at: Traveller) -> None:
    """Who looked at one person."""
    lent(at)
    at.press("lent-audit")


def no_entry(at: Traveller) -> None:
    """Nothing was found."""
    at.sign_in(OFFICER)
    at.press("rail-audit")
    at.write("audit-person", "0000-0000")
    at.press("audit-read")


def desk(who: str, name: str, *presses: str) -> Way:
    """A desk by the rail, and what is pressed there."""
    return then(f"{name} of {who}", f"rail-{name}", *presses, who=who)


DESKS: tuple[Scene, ...] = (
    Scene(desk(ROSA, "reach"), ("ReachView",)),
    Scene(part_of(desk(ROSA, "reach"), "reach-ends-panel", "reach ends"), ("ReachView",)),
    Scene(care.review_queue, ("ReviewView", "QueuePanel")),
    Scene(review_flags, ("VisitPanel", "AnswerCard", "SignPanel")),
    Scene(care.review_visit, ("VisitPanel", "CaseFactsPanel")),
    Scene(commented, ("CommentThread",)),
    Scene(signing_off, ("ConfirmPage",)),
    Scene(signing_refused, ("ConfirmPage",)),
    Scene(ways.packet_desk, ("PacketDeskView", "ReadyPanel", "PrintersPanel")),
    Scene(ways.packet_desk_refusing, ("RefusePanel",)),
    Scene(printed, ("PrintedPanel",)),
    Scene(handing_over, ("HandOverPanel",)),
    Scene(desk_empty, ("ReadyPanel",)),
    Scene(ways.texts, ("TextsView", "ReadingPane"), is_english=True),
    Scene(ways.forms, ("FormsView",)),
    Scene(then("loaded form", "rail-forms", "forms-list-", who=ADMIN), ("FormPanel",)),
    Scene(loading(good=sleep_form("3.0.0", copyright=COPYRIGHT)), ("ImportPanel",)),
    Scene(loading(bad=_twice()), ("ImportPanel", "FindingsGroup")),
    Scene(loading(known=_one_too_few()), ("ImportPanel", "KnownFields")),
    Scene(desk(ADMIN, "contacts"), ("ContactsView",)),
    Scene(desk(ADMIN, "contacts", "contacts-add"), ("ContactPanel",), "contact new"),
    Scene(desk(ADMIN, "contacts", "contacts-list-"), ("ContactPanel",), "contact"),
    Scene(desk(ADMIN, "contacts", "contacts-texts-"), ("AlertTextPanel",), "alert text"),
    Scene(desk(ADMIN, "contacts", "site-alerts-add"), ("SiteAlertPanel",), "site alert"),
    Scene(ways.backups, ("BackupsView",)),
    Scene(ways.backup_plan, ("PlanPanel",)),
    Scene(plan_refused, ("PlanPanel",)),
    Scene(backed_up, ("BackupsView", "CardsPanel")),
    Scene(backup_opened, ("DrillPanel",)),
    Scene(drilled, ("DrillPanel",)),
    Scene(kept_store, ("KeptPanel",)),
    Scene(alarmed, ("BackupsView",)),
    Scene(settling, ("AlarmPanel",)),
    Scene(ways.people, ("PeopleView",)),
    Scene(desk(ADMIN, "people", "people-add"), ("AddPanel",), "add person"),
    Scene(ways.add_administrator, ("AddPanel", "TwoCodes")),
    Scene(ways.one_time_code, ("CodePanel",)),
    Scene(ways.account, ("AccountPanel",)),
    Scene(ways.account_ends, ("ActPanel",)),
    Scene(desk(ADMIN, "people", "people-idle"), ("IdlePanel",), "idle"),
    Scene(desk(ADMIN, "people", "people-recovery"), ("RecoveryPanel",), "recovery"),
    Scene(recovery_typed, ("RecoveryPanel",)),
    Scene(ways.keys_to_give, ("KeysPanel",)),
    Scene(ways.give_keys, ("GivePanel",)),
    Scene(ways.without_keys, ("WaitingView",)),
    Scene(desk(OFFICER, "audit"), ("AuditView", "FilterPanel")),
    Scene(no_entry, ("AuditView",)),
    Scene(desk(NADIA, "oversight"), ("OversightView",)),
    Scene(desk(ADMIN, "oversight"), ("OversightView",)),
    Scene(desk(OFFICER, "oversight"), ("OversightView",)),
    Scene(asked(NADIA, "oversight-to-review-"), ("AskPanel",)),
    Scene(asked(ADMIN, "oversight-wishes-"), ("AskPanel",)),
    Scene(asked(ADMIN, "oversight-holds-"), ("AskPanel",)),
    Scene(desk(ADMIN, "oversight", "oversight-hold"), ("AskPanel",), "hold"),
    Scene(asked(OFFICER, "oversight-loans-"), ("AskPanel",)),
    Scene(desk(OFFICER, "oversight", "oversight-codes"), ("AskPanel",), "lent by codes"),
    Scene(lent, ("LentPersonView",)),
    Scene(audit_of_one, ("AuditView",)),
    Scene(ways.help_page, ("HelpView", "ShortcutsPanel")),
    *(
        Scene(part_of(ways.help_page, f"help-{part}", f"help {part}"), (kind,))
        for part, kind in (
            ("how-do-i", "HowDoIPanel"),
            ("display", "DisplayPanel"),
            ("about", "AboutPanel"),
        )
    ),
    Scene(part_of(ways.help_page, "own-secrets", "help secrets"), ("SecretsPanel",)),
)
