"""A case begun at one bedside goes on at another: two windows, two stores, a drive between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.records.form_record import FormKind
from desktop.services.draft_journal import draft_of_form
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef
from desktop.services.workstation_cards import read_card
from desktop.storage.verify import verify_store
from tests.journeys.pages import PersonPage, WorklistPage
from tests.journeys.test_journey_2_interrupted import TO_ADD, WORDS, reached_case
from tests.services.bench import ADMIN, ROSA, TOMAS, Bench
from tests.services.filling import say
from tests.storage.backing_up import back_up
from tests.storage.two_workstations import make_second, open_second
from tests.support.journey import Traveller, make_journey_station, open_traveller
from tests.support.store_fixture import PASSPHRASE, password_of
from tests.support.window_parts import Workstation


@dataclass
class Ward:
    """Both workstations, and a case with a draft at the first."""

    here: Workstation
    there: Workstation
    drive: Path
    alias: str
    ref: EpisodeRef


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    here = make_journey_station(tmp_path / "one")
    backup = back_up(here.made.gate.backups(), tmp_path / "usb").backup.path
    known = make_second(here.made, backup, tmp_path / "two" / "store", passphrase=PASSPHRASE)
    card, drive = tmp_path / "two.card", tmp_path / "drive"
    card.write_bytes(known.card)
    drive.mkdir()
    read_card(here.bench.work_as(ADMIN), card)
    made = open_second(here.made, tmp_path / "two" / "store", passphrase=PASSPHRASE)
    there = Workstation(
        tmp_path / "two", Bench(made.sign_in, made.clock, is_demo=False, ids=made.ids), made
    )
    alias, ref = reached_case(here)
    rosa = here.bench.work_as(ROSA)
    say(rosa, open_form(rosa, ref, FormKind.ASSESSMENT), TO_ADD, WORDS)
    yield Ward(here, there, drive, alias, ref)
    here.close()
    there.close()


def choose(at: Traveller, dialog_name: str, place: Path) -> None:
    """Answer the system's dialog as its own button would."""
    at.opened.until(lambda: at.opened.window.findChild(QFileDialog, dialog_name) is not None)
    dialog = at.opened.window.findChild(QFileDialog, dialog_name)
    assert dialog is not None
    dialog.fileSelected.emit(str(place))
    dialog.done(0)
    at.opened.until_idle()


def hand_over(at: Traveller, ward: Ward) -> Path:
    """From the worklist to the file on the drive."""
    WorklistPage(at).open_case(ward.alias)
    at.press("person-hand")
    at.press(at.hands.names("person-hand-over-where-")[0])
    at.press("person-hand-over-reason-care-moves")
    at.write("person-hand-over-password", password_of(ROSA))
    at.press("person-do")
    choose(at, "hand-over-folder-dialog", ward.drive)
    at.opened.until(lambda: at.hands.sees("person-away"))
    (file,) = ward.drive.glob("*.handover")
    return file


def test_a_draft_goes_on_at_another_bedside_to_the_word(
    ward: Ward, qtbot: QtBot, qapp: QApplication
) -> None:
    rosa = open_traveller(ward.here, qtbot, qapp)
    rosa.sign_in(ROSA)
    file = hand_over(rosa, ward)
    assert rosa.sees("Handed over to Bedside Two")

    tomas = open_traveller(ward.there, qtbot, qapp)
    tomas.sign_in(TOMAS)
    tomas.press("worklist-take-in")
    choose(tomas, "hand-over-file-dialog", file)
    tomas.until_seen(f"Take in {ward.alias}")
    tomas.press("worklist-do")
    WorklistPage(tomas).open_case(ward.alias)
    draft = draft_of_form(tomas.work, ward.ref, FormKind.ASSESSMENT)
    assert draft is not None
    assert WORDS in str(draft.answers)
    PersonPage(tomas).log_first_attempt()
    tomas.close()

    (receipt,) = ward.drive.glob("*.receipt")
    rosa.press("person-banner-back")
    rosa.press("worklist-take-in")
    choose(rosa, "hand-over-file-dialog", receipt)
    rosa.until_seen("The other workstation has the case")
    rosa.close()

    for station in (ward.here, ward.there):
        station.leave_bench()
        assert verify_store(station.made.data_dir).problems == ()
    for path in ward.drive.iterdir():
        assert WORDS.encode() not in path.read_bytes()
        assert ward.alias.encode() not in path.read_bytes()


def test_what_is_tried_at_the_first_after_it_went_is_refused_in_a_sentence(
    ward: Ward, qtbot: QtBot, qapp: QApplication
) -> None:
    rosa = open_traveller(ward.here, qtbot, qapp)
    rosa.sign_in(ROSA)
    hand_over(rosa, ward)

    rosa.press("person-steps-safety-plan")

    rosa.until_seen("This case was handed over to another workstation")
