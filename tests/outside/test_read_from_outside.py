"""The real app read and driven from another process through AT-SPI, as a screen reader does."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.app import Composition
from desktop.forms.answers import Answered, Coding
from desktop.forms.session import ItemKey
from desktop.records.form_record import FormKind
from desktop.services.demo_people import DEMO_PASSPHRASE
from desktop.services.draft_journal import draft_of_form
from desktop.services.read_worklist import read_worklist
from tests.outside.desktop_session import (
    OutsideReader,
    desktop_session,
    reader_in,
    what_is_missing,
)

ALIAS, ROSA = "Willow 22", "rosa.sample"
FOOD, FOOD_KEY = "Do you need help to get enough food?", ItemKey("what-you-need.food")
PATIENCE_S = 900
"""The reader waits up to four minutes for one thing; only a failing test takes so long."""

pytestmark = [
    pytest.mark.skipif(bool(what_is_missing()), reason=f"AT-SPI: {what_is_missing()}"),
    pytest.mark.timeout(PATIENCE_S),
]


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Where the app keeps the demo store."""
    return tmp_path / "data"


@dataclass
class Opened:
    """The real app and a reader in front of it."""

    app: subprocess.Popen[str]
    reader: OutsideReader

    def kill(self) -> None:
        """End the app as a power cut would: what is not on disk by now is lost."""
        self.app.kill()
        self.app.wait()


@pytest.fixture
def opened(tmp_path: Path, data_dir: Path) -> Iterator[Opened]:
    """The app at its first start, which makes the demo store."""
    command = [sys.executable, "-m", "desktop", "--data", str(data_dir), "demo"]
    with (
        desktop_session(tmp_path / "session") as session,
        reader_in(session) as reader,
        session.start(*command) as app,
    ):
        opened = Opened(app, reader)
        yield opened
        opened.kill()


def stored_answer(data_dir: Path) -> str:
    """The code that the draft in the store holds for the question about food."""
    built = Composition()
    gate = built.open_gate(data_dir)
    gate.condition()
    gate.unlock(DEMO_PASSPHRASE)
    session = gate.sign_in(ROSA, DEMO_PASSPHRASE)
    work = built.work_for(session)
    (draft,) = [each for each in read_worklist(work).drafts if each.alias == ALIAS]
    state = draft_of_form(work, draft.ref, FormKind.ASSESSMENT)
    session.close()
    gate.close()
    assert state is not None
    answer = state.answers[FOOD_KEY]
    assert isinstance(answer, Answered)
    assert isinstance(answer.values[0], Coding)
    return answer.values[0].code


def test_a_screen_reader_signs_in_finds_a_draft_and_answers_a_question(
    opened: Opened, data_dir: Path
) -> None:
    reader = opened.reader
    reader.wait_for("push button", "Sign in")
    assert reader.write("text", "Name", ROSA) == ROSA
    assert DEMO_PASSPHRASE not in reader.write("password text", "Password", DEMO_PASSPHRASE)
    reader.act("push button", "Sign in")

    reader.wait_for("push button", "New person")
    rows = reader.names("push button", ALIAS)
    assert [row for row in rows if "9 of 23 answered" in row], rows
    reader.act("push button", f"{ALIAS}, Bedside core")
    reader.hear(f"{ALIAS}, resumed at question 4")

    reader.act("push button", "What you need, not started")
    reader.hear("What you need")
    assert not reader.is_checked("radio button", "Yes", inside=FOOD)
    reader.act("radio button", "Yes", "Toggle", inside=FOOD)
    assert reader.is_checked("radio button", "Yes", inside=FOOD)
    reader.wait_for("push button", ", 1 of 7")
    reader.wait_for("label", "Saved")

    opened.kill()

    assert stored_answer(data_dir) == "yes"
