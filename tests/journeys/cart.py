"""A cart at a bed: a form of one case open, the screen turned to the person and taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.form_record import FormKind
from desktop.services.draft_journal import draft_of_form
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from tests.services.bench import ROSA
from tests.support.journey import Traveller, open_traveller
from tests.support.store_fixture import PIN
from tests.support.window_parts import Workstation

SAFE = "safety-now.safe-here"


class Cart:
    """A specialist with the assessment of one case open, and the person in the bed."""

    def __init__(self, station: Workstation, bot: QtBot, app: QApplication, language: str) -> None:
        self.ref: EpisodeRef = station.bench.new_case(ROSA, language=language)
        station.bench.reach(self.ref, ROSA)
        work = station.bench.work_as(ROSA)
        self.alias = read_person(work, self.ref).card.alias
        open_form(work, self.ref, FormKind.ASSESSMENT)
        self._before_the_window = QWidget()
        bot.addWidget(self._before_the_window, before_close_func=self.end)
        self.at: Traveller = open_traveller(station, bot, app)
        self.at.opened.sign_in(ROSA)

    def open(self, section: str) -> None:
        """The section on the staff's side, in a private room."""
        at = self.at
        at.opened.signed_in.shell.open_form(self.ref, FormKind.ASSESSMENT)
        at.opened.until(lambda: at.hands.sees("interview-next"))
        at.press("room-private-yes")
        at.press(f"interview-sections-{section}")

    def turn(self, section: str) -> None:
        """Give the person this section."""
        self.open(section)
        self.at.press("interview-turn")
        self.at.opened.until(lambda: self.at.hands.sees("patient-next"))

    def end(self, _widget: QWidget | None = None) -> None:
        """Only the PIN lets the window be closed at the end of a test."""
        signed_in = self.at.opened.window.signed_in
        if signed_in is not None and signed_in.is_turned and not self.at.station.restarts:
            self.give_back()

    def answers(self) -> dict[str, object]:
        """What the draft holds."""
        state = draft_of_form(self.at.work, self.ref, FormKind.ASSESSMENT)
        assert state is not None
        return dict(state.answers)

    def give_back(self, pin: str = PIN) -> None:
        """The person gives it back and staff type a PIN."""
        at = self.at
        if at.hands.sees("patient-give-back"):
            at.press("patient-give-back")
        at.opened.until(lambda: at.hands.sees("give-back-pin"))
        QTest.keyClicks(at.opened.line("give-back-pin"), pin)
        QTest.keyClick(at.opened.line("give-back-pin"), Qt.Key.Key_Return)
        at.opened.until_idle()
