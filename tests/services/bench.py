"""A store with staff, a clock and people at work: what each test of the use cases starts from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.episode import CaseSource
from desktop.records.ids import StaffId
from desktop.records.roles import Role, StaffMember
from desktop.rendering.paper import ReportlabPaper
from desktop.resource_files import resources_dir
from desktop.services.add_case import NewCase, add_case
from desktop.services.confirmations import ConfirmedAct
from desktop.services.library import Library
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.own_caseload import CASELOAD_RULE
from desktop.services.ports import EpisodeRef, NewStaff, Paper, Session, Setting
from desktop.services.work import Work
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.fake_printers import FakePrinters
from tests.support.listening_session import ListeningSession
from tests.support.memory_session import MemoryStore
from tests.support.store_fixture import MadeStore, copy_store

ROSA, TOMAS, NADIA, MINA = "rosa", "tomas", "nadia", "mina"
DESK, OFFICER, ADMIN = "desk", "officer", "admin"

STAFF = tuple(
    StaffMember(StaffId(f"{number:032x}"), name, shown, role)
    for number, (name, shown, role) in enumerate(
        (
            (ROSA, "Rosa Sample", Role.SPECIALIST),
            (TOMAS, "Tomas Specimen", Role.SPECIALIST),
            (NADIA, "Nadia Example, RN", Role.NURSE_MANAGER),
            (MINA, "Mina Placeholder, RN", Role.NURSE_MANAGER),
            (DESK, "Dana Sheet", Role.PACKET_DESK),
            (OFFICER, "Olga Ledger", Role.PRIVACY_OFFICER),
            (ADMIN, "Ada Switch", Role.ADMINISTRATOR),
        ),
        start=0xA1,
    )
)


@dataclass(slots=True)
class Bench:
    """``sign_in`` opens a session by sign-in name; ``heard`` holds every audit entry."""

    sign_in: Callable[[str], Session]
    clock: FakeClock
    is_demo: bool = True
    ids: CountingIds = field(default_factory=CountingIds)
    printers: FakePrinters = field(default_factory=FakePrinters)
    paper: Paper = field(default_factory=ReportlabPaper)
    heard: list[AuditEvent] = field(default_factory=list)
    sessions: dict[str, Session] = field(default_factory=dict)
    library: Library | None = None

    def work_as(self, name: str) -> Work:
        """This person at work."""
        if name not in self.sessions:
            self.sessions[name] = ListeningSession(self.sign_in(name), self.heard)
        if self.library is None:
            folder = resources_dir()
            self.library = Library(
                folder / "instruments",
                folder / "directory",
                self.is_demo,
                self.sessions[name].forms,
            )
        return Work(
            self.sessions[name], self.clock, self.ids, self.library, self.paper, self.printers
        )

    def share_cases(self) -> None:
        """A small team: the site switched the rule of the own caseload off."""
        setting = Setting(CASELOAD_RULE, "off")
        self.work_as(ADMIN).session.site.change_setting(setting)

    def new_case(self, name: str = ROSA, language: str = "en") -> EpisodeRef:
        """A case of an invented person, just arrived."""
        new = NewCase("ED 7", CaseSource.TRAUMA_PAGE, self.clock.now(), language, age_years=19)
        return add_case(self.work_as(name), new).ref

    def reach(self, ref: EpisodeRef, name: str = ROSA) -> None:
        """Log that the person was reached."""
        attempt = NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.ENGAGED)
        log_attempt(self.work_as(name), ref, attempt)

    def actions(self) -> list[AuditAction]:
        """What the audit trail heard, in order."""
        return [event.action for event in self.heard]


def confirmed(work: Work, act: ConfirmedAct = ConfirmedAct.SIGN_OFF) -> Work:
    """The same work, with the password given again for ``act`` just now."""
    work.confirmed.note(act, work.clock.monotonic())
    return work


def memory_bench(is_demo: bool = True) -> Bench:
    """A bench on a store in memory."""
    clock, ids = FakeClock(), CountingIds()
    store = MemoryStore(clock, ids, STAFF, is_demo=is_demo)
    return Bench(store.sign_in, clock, is_demo, ids)


def sealed_bench(folder: Path, is_demo: bool = True) -> tuple[Bench, MadeStore]:
    """A bench on a real sealed store with the same people, and that store."""
    wanted = tuple(NewStaff(one.sign_in_name, one.display_name, one.role) for one in STAFF)
    made = copy_store(folder, staff=wanted, is_demo=is_demo)
    return Bench(made.sign_in, made.clock, is_demo, made.ids), made
