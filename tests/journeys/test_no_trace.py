"""After a journey no file holds what was typed: store, settings, log and temporary files."""

import base64
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.consent import ConsentType
from desktop.views.person.ways_list import SHORT
from tests.journeys.canaries import traces
from tests.journeys.packet_pages import ComposerPage
from tests.journeys.pages import (
    CALM_ANSWERS,
    ConsentsPage,
    InterviewPage,
    PersonPage,
    ReviewPage,
    WorklistPage,
)
from tests.journeys.test_journey_1_first_touch import reference
from tests.services.bench import NADIA, ROSA
from tests.support.journey import Traveller, make_journey_station, open_traveller
from tests.support.store_fixture import PASSPHRASE, password_of

PARTNER = "Mothers United Against Violence"
CONCERN = "how-you-are.ending-life"


WORD = "quagga"
RUN = "FIRSTLIGHT_TEST_RUN"
"""Where whoever traces this journey from outside says what its words end with."""


@dataclass
class Marked:
    """Hands that type a canary of its own into each field."""

    at: Traveller
    run: str = field(default_factory=lambda: os.environ.get(RUN) or secrets.token_hex(4))
    typed: list[str] = field(default_factory=list)

    def word(self) -> str:
        """A new canary."""
        self.typed.append(f"{WORD}{len(self.typed):02}{self.run}")
        return self.typed[-1]

    def write(self, *names: str) -> None:
        """Type one into each of these fields."""
        for name in names:
            self.at.write(name, self.word())


@pytest.fixture
def marked(own_folders: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Marked]:
    """Somebody at a window whose every file lies below one folder."""
    station = make_journey_station(own_folders)
    yield Marked(open_traveller(station, qtbot, qapp))
    station.close()


def test_no_file_and_no_title_holds_what_was_typed(marked: Marked, own_folders: Path) -> None:
    at = marked.at
    titles = [at.opened.window.windowTitle()]
    at.opened.window.windowTitleChanged.connect(titles.append)

    alias = a_whole_visit(marked)

    secret_words = [*marked.typed, PASSPHRASE, password_of(ROSA)]
    assert len(marked.typed) > 20
    assert traces([own_folders], secret_words) == []
    name = at.opened.window.accessibleName()
    said = "\n".join([*titles, name, *(job.job_name for job in at.station.printers.jobs)])
    assert marked.run not in said
    assert alias in said
    at.close()
    assert traces([own_folders], secret_words) == []


def a_whole_visit(marked: Marked) -> str:
    """Case, identity, interview, alert, plan, consents, packet, review; returns the alias."""
    at = marked.at
    at.sign_in(ROSA)
    alias = WorklistPage(at).add_case(marked.word())
    ref = reference(at, alias)
    person = PersonPage(at)
    person.log_first_attempt()
    identity(marked)
    person.note_room_and_start()
    bedside_core(marked)
    person.open_step("consent")
    consents = ConsentsPage(at, ref)
    consents.open(ConsentType.RELEASE, PARTNER)
    consents.sign(marked.word())
    consents.back()
    person.open_step("safety-plan")
    safety_plan(marked)
    packet(marked)
    person.send_to_review()
    at.change_to(NADIA)
    review = ReviewPage(at)
    review.open_first()
    review.show_all()
    review.comment("people.reach", marked.word())
    return alias


def identity(marked: Marked) -> None:
    """Names, pronouns, record number and each way to reach."""
    at = marked.at
    at.press("person-identity-show")
    at.press("person-identity-edit")
    marked.write("identity-name", "identity-used", "identity-pronouns", "identity-mrn")
    for kind, short in SHORT.items():
        at.press("identity-add")
        at.press(f"identity-add-kind-{kind.value}")
        marked.write(f"identity-{short}-number", f"identity-{short}-times")
    marked.write("identity-trusted-owner", "identity-social-service")
    at.press("person-do")
    at.opened.until(lambda: not at.hands.sees("person-do"))
    for press in ("person-may-know-show", "person-may-know-edit", "may-know-add"):
        at.press(press)
    marked.write("may-know-1-name", "may-know-1-relation")
    at.press("person-do")
    at.opened.until(lambda: not at.hands.sees("person-do"))
    for press in ("person-confidential-set", "confidential-set-asked-person", "person-do"):
        at.press(press)
    at.opened.until(lambda: not at.hands.sees("person-do"))


def bedside_core(marked: Marked) -> None:
    """Every free text of the assessment, and who was told of an alert."""
    interview = InterviewPage(marked.at)
    interview.fill(CALM_ANSWERS)
    interview.go_to("people")
    interview.answer("people.first-night", "no")
    marked.write("answer-people.who-to-call")
    interview.go_to("how-you-are")
    interview.answer("how-you-are.screen-result", "no-concern")
    interview.write("how-you-are.screen-date", "2026-03-14")
    marked.write("answer-how-you-are.screen-source")
    interview.answer(CONCERN, "yes")
    interview.record_hand_off("suicide-concern", marked.word())
    interview.go_to("next-steps")
    marked.write("answer-next-steps.to-add")
    interview.complete()


def safety_plan(marked: Marked) -> None:
    """Own words on every page of the plan."""
    plan = InterviewPage(marked.at)
    pages = {
        "leaving": ("leaving.way", "leaving.may-know"),
        "skip": ("skip.places", "skip.times", "skip.instead"),
        "people": ("person-1.who", "person-1.how-to-reach", "person-1.when"),
        "phones-posts": ("phones-posts.words",),
        "threat": ("threat.first", "threat.call", "threat.go"),
    }
    marked.at.opened.until(lambda: marked.at.hands.sees("interview-next"))
    for page, keys in pages.items():
        plan.go_to(page)
        marked.write(*(f"answer-{key}" for key in keys))
    plan.go_to("check-in")
    plan.write("check-in.review-date", "2026-03-21")
    plan.answer("check-in.paper", "full-page")
    plan.answer("check-in.desk-may-print", "yes")
    plan.complete()


def packet(marked: Marked) -> None:
    """A step, a date and a letter; sent to the desk and printed beside the bed."""
    at = marked.at
    PersonPage(at).open_step("packet")
    composer = ComposerPage(at)
    composer.until_made()
    at.press("packet-change-steps")
    marked.write("packet-step-1")
    at.press("packet-steps-done")
    at.press("packet-change-appointments")
    marked.write("packet-contact-name")
    at.press("packet-date-now")
    marked.write("packet-date-what", "packet-date-where")
    at.press("packet-date-add")
    at.press("packet-appointments-done")
    composer.toggle("letter-1")
    composer.send()
    composer.allow_name()
    assert marked.typed[1] in composer.print_here(names_quietly=True)
    composer.back()


def leak_plain(folder: Path, canary: str) -> None:
    """As a log line would."""
    (folder / "deep" / ".hidden").mkdir(parents=True)
    (folder / "deep" / ".hidden" / "leak.log").write_text(f"typed: {canary}\n", encoding="utf-8")


def leak_wide(folder: Path, canary: str) -> None:
    """As Qt keeps a string."""
    (folder / "leak.bin").write_bytes(b"\x01" + canary.encode("utf-16-le"))


def leak_coded(folder: Path, canary: str) -> None:
    """As a settings file keeps bytes, at each alignment."""
    for shift in range(3):
        text = base64.b64encode(b"x" * shift + canary.encode() + b"tail")
        (folder / f"leak-{shift}.json").write_bytes(b'{"v": "' + text + b'"}')


def leak_paper(folder: Path, canary: str) -> None:
    """As a printing program leaves it."""
    (folder / "job.tmp").write_bytes(b"\0" * (1 << 20) + b"%PDF-1.4")


@pytest.mark.parametrize("leak", [leak_plain, leak_wide, leak_coded, leak_paper])
def test_a_leak_is_found(tmp_path: Path, leak: object) -> None:
    canary = f"quagga{secrets.token_hex(4)}"
    assert callable(leak)
    leak(tmp_path, canary)

    found = traces([tmp_path], [canary])

    assert len(found) == (3 if leak is leak_coded else 1)
