"""The demo store: invented people, in every list of the worklist, and open to those it names."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.messages import sentence
from desktop.records.audit_event import AuditAction
from desktop.rendering.paper import ReportlabPaper
from desktop.resource_files import resources_dir
from desktop.services.demo_people import DEMO_PASSPHRASE, DEMO_PIN, DEMO_STAFF
from desktop.services.library import Library
from desktop.services.make_demo import demo_cases, make_demo
from desktop.services.offered_forms import LineState
from desktop.services.ports import Session, StoreCondition, StoreGate
from desktop.services.read_audit import read_audit
from desktop.services.read_person import read_person
from desktop.services.read_review_desk import read_review_desk
from desktop.services.read_worklist import read_worklist
from desktop.services.work import Work
from desktop.storage.gate import open_gate
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.fake_printers import FakePrinters
from tests.support.store_fixture import CHEAP_KDF


class Demo:
    """A demo store and who is at work in it."""

    def __init__(self, folder: Path) -> None:
        self.clock, self.ids = FakeClock(), CountingIds()
        self.opened: list[Session] = []
        self.gate: StoreGate = open_gate(folder, self.clock, self.ids, kdf=CHEAP_KDF)
        make_demo(self.gate, self.work_for)

    def work_for(self, session: Session) -> Work:
        """A person at work."""
        self.opened.append(session)
        folder = resources_dir()
        library = Library(
            folder / "instruments", folder / "directory", session.site.is_demo, session.forms
        )
        return Work(session, self.clock, self.ids, library, ReportlabPaper(), FakePrinters())

    def work_as(self, name: str) -> Work:
        """This person at work."""
        return self.work_for(self.gate.sign_in(name, DEMO_PASSPHRASE))


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    """A demo store, just made."""
    made = Demo(tmp_path / "demo")
    yield made
    for session in made.opened:
        session.close()
    made.gate.close()


def test_the_store_says_that_it_is_a_demo(demo: Demo) -> None:
    _hospital, _workstation, is_demo = demo.gate.site_names()

    assert is_demo
    assert demo.gate.condition() is StoreCondition.OPEN


def test_the_session_that_wrote_the_cases_is_closed(demo: Demo) -> None:
    with pytest.raises(Exception, match="closed"):
        demo.opened[0].check_pin(DEMO_PIN)


def test_the_worklist_has_someone_in_every_list(demo: Demo) -> None:
    worklist = read_worklist(demo.work_as("rosa.sample"))

    assert [card.alias for card in worklist.eligible] == [
        "Rowan 41",
        "Maple 12",
        "Birch 07",
        "Heron 15",
        "Aspen 19",
    ]
    assert [card.alias for card in worklist.call_list] == ["Cedar 31"]
    assert {card.alias for card in worklist.in_progress} == {"Juniper 04", "Willow 22"}
    assert [(card.alias, card.is_mine) for card in worklist.drafts] == [("Willow 22", True)]
    assert (worklist.reached_count, worklist.arrived_count) == (2, 8)


def test_nobody_was_tried_before_the_team_was_told(demo: Demo) -> None:
    worklist = read_worklist(demo.work_as("rosa.sample"))
    cards = (*worklist.eligible, *worklist.call_list, *worklist.in_progress)
    tried = [card for card in cards if card.first_tried_at is not None]

    assert len(tried) > 3
    assert [c.alias for c in tried if c.first_tried_at and c.first_tried_at < c.notified_at] == []


def test_somebody_has_further_forms_that_are_done_and_parts_that_were_put_off(demo: Demo) -> None:
    work = demo.work_as("rosa.sample")
    (juniper,) = [one for one in read_worklist(work).in_progress if one.alias == "Juniper 04"]
    today = demo.clock.now().astimezone().date()

    lines = read_person(work, juniper.ref).loaded

    assert [(line.own, line.next_due) for line in lines] == [
        ("outside-results", None),
        ("needs-assessment", today + timedelta(days=5)),
    ]
    assert {line.state for line in lines} == {LineState.SUBMITTED}


def test_of_one_person_no_caller_is_told(demo: Demo) -> None:
    lists = read_worklist(demo.work_as("rosa.sample"))

    marked = [card.alias for card in lists.eligible if card.confidential_review is not None]

    assert marked == ["Heron 15"]


def test_one_visit_waits_for_the_nurse_manager(demo: Demo) -> None:
    desk = read_review_desk(demo.work_as("nadia.example"))

    assert [(row.alias, row.is_mine) for row in desk.queue] == [("Juniper 04", False)]
    assert desk.alerts == ()


@pytest.mark.parametrize("member", DEMO_STAFF, ids=lambda member: str(member.role))
def test_everyone_who_is_named_can_sign_in_and_leave_the_cover(demo: Demo, member: object) -> None:
    name = getattr(member, "sign_in_name", "")

    session = demo.work_as(name).session

    assert session.me.sign_in_name == name
    assert session.check_pin(DEMO_PIN)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_hint_on_the_sign_in_page_names_them_with_password_and_pin(language: str) -> None:
    hint = sentence("entry.demo-hint", language)

    assert DEMO_PASSPHRASE in hint
    assert DEMO_PIN in hint
    assert all(member.sign_in_name in hint for member in DEMO_STAFF)


def test_the_privacy_officer_reads_who_signed_in_to_the_demo(demo: Demo) -> None:
    book = read_audit(demo.work_as("paz.pattern"))

    assert AuditAction.SIGNED_IN in {each.event.action for each in book.events}
    assert "Juniper 04" in book.aliases.values()
    assert not book.damaged


def test_a_demo_is_made_once(demo: Demo) -> None:
    with pytest.raises(KnownError, match=r"store\.already-there"):
        make_demo(demo.gate, demo.work_for)


def test_aliases_are_neutral_words_with_a_number_and_none_is_used_twice() -> None:
    aliases = [case.told["alias"] for case in demo_cases()]

    assert len(set(aliases)) == len(aliases)
    assert all(re.fullmatch(r"[A-Z][a-z]+ \d\d", alias) for alias in aliases)
