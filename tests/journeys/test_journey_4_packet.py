"""Journey 4: a packet from the needs, in Spanish and large, to the printer of the desk."""

from hashlib import sha256

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.messages import sentence
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.records.kinds import EPISODE
from desktop.rendering.read_back import page_texts
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from tests.journeys.packet_pages import ComposerPage, DeskPage
from tests.journeys.pages import PersonPage, WorklistPage
from tests.services.bench import DESK, ROSA
from tests.services.filling import ENDING_LIFE, completed
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation

NEEDS = {"what-you-need.housing": "yes", "what-you-need.food": "yes", ENDING_LIFE: "yes"}
STEPS = ("step.crisis-line", "step.housing-help", "step.food-help")


@pytest.fixture
def at(station: Workstation, qtbot: QtBot, qapp: QApplication) -> Traveller:
    """The window of a workstation with one case whose forms are complete."""
    work = station.bench.work_as(ROSA)
    ref = station.bench.new_case(ROSA, language="es")
    station.bench.reach(ref, ROSA)
    completed(work, ref, FormKind.ASSESSMENT, **NEEDS)
    completed(work, ref, FormKind.SAFETY_PLAN)
    traveller = open_traveller(station, qtbot, qapp)
    traveller.sign_in(ROSA)
    return traveller


def the_case(at: Traveller) -> tuple[str, EpisodeRef]:
    """Alias and case of the only person."""
    work = at.work
    person_id = work.session.records.persons()[0]
    episode = work.session.records.list_newest(EPISODE, person_id)[0].value
    ref = EpisodeRef(person_id, episode.episode_id)
    return read_person(work, ref).card.alias, ref


def open_composer(at: Traveller, alias: str) -> ComposerPage:
    """From the worklist to the packet of somebody."""
    WorklistPage(at).open_case(alias)
    PersonPage(at).open_step("packet")
    composer = ComposerPage(at)
    composer.until_made()
    return composer


def test_a_packet_goes_from_the_needs_to_the_printer_of_the_desk(at: Traveller) -> None:
    alias, ref = the_case(at)
    composer = open_composer(at, alias)
    composer.choose(language="es", size="large")
    pages = composer.places_of_pages()
    assert len(pages) == len(set(pages)) >= 3
    composer.send()
    at.opened.until(lambda: "desk" in composer.message().lower())

    at.change_to(DESK)
    desk = DeskPage(at)
    assert desk.rail() == ["rail-packets"]
    (row,) = desk.ready()
    assert alias in row
    assert f"Spanish, 16 pt, {len(pages)} pages" in row
    assert len(desk.places_of_pages()) == len(pages)
    desk.print()
    at.opened.until(lambda: len(at.station.printers.jobs) == 1)

    the_paper_is_what_was_sealed(at)
    the_desk_reaches_no_clinical_screen(at, ref)


def the_paper_is_what_was_sealed(at: Traveller) -> None:
    """Bytes as sealed, text in Spanish with the steps, log with the hash, neutral job name."""
    (job,) = at.station.printers.jobs
    packets = at.session.packets
    content = packets.open(packets.statuses()[0].packet_id)
    assert job.pdf == content.pdf
    text = " ".join(page_texts(job.pdf))
    for step in STEPS:
        assert sentence(step, "es") in text
    assert "988" in text
    assert job.job_name.startswith("Papers ")
    printed = [one for one in at.station.bench.heard if one.action is AuditAction.PACKET_PRINTED]
    assert [one.detail for one in printed] == [sha256(job.pdf).hexdigest()]


def the_desk_reaches_no_clinical_screen(at: Traveller, ref: EpisodeRef) -> None:
    """Even if a screen were asked for, there is no key to fill it with."""
    assert list(at.session.records.persons()) == []
    with pytest.raises(KnownError):
        read_person(at.work, ref)

    at.opened.signed_in.shell.open_person(ref)
    at.opened.until_idle()

    assert at.opened.message() == sentence("work.not-allowed")
    assert "ED 7" not in at.opened.kept_words()


def test_the_desk_sees_only_what_is_ready(at: Traveller) -> None:
    alias, _ref = the_case(at)
    at.change_to(DESK)
    assert DeskPage(at).ready() == []
    assert at.sees("Nothing to print")
    assert alias not in at.opened.kept_words()

    at.change_to(ROSA)
    open_composer(at, alias).send()

    at.change_to(DESK)
    assert len(DeskPage(at).ready()) == 1
