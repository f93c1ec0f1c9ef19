"""A file given as an answer: saved, the process killed, resumed, completed, reviewed, unchanged."""

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered, Attachment
from desktop.services.draft_session import record_session
from desktop.services.episode_records import forms_of
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.work import Work
from tests.journeys.attaching_child import FILE
from tests.journeys.canaries import traces
from tests.journeys.pages import InterviewPage, PersonPage, ReviewPage, WorklistPage
from tests.journeys.test_journey_2_interrupted import ROOT
from tests.services.bench import NADIA, ROSA
from tests.services.loaded_forms import Json, offer, sleep_form
from tests.support.journey import make_journey_station, open_traveller
from tests.support.window_parts import Workstation
from tests.views.editors.pictures import picture_bytes

WORD = "quaggaphoto"
PICTURE = picture_bytes(kind="JPEG")
MOST_COMMENT = 60_000
SIZES = {"within one seal": 1, "in several chunks": 3_000_000}


def papers_form() -> Json:
    """One question that takes a file."""
    form = sleep_form(title="Papers")
    form["item"][0]["item"] = [
        {"linkId": FILE, "type": "attachment", "text": "A photo of the paper", "required": True}
    ]
    return form


def photo(folder: Path, size: int) -> Path:
    """A JPEG with a word in its comments that stands nowhere else, at any alignment."""
    path = folder / f"{WORD}-paper.jpg"
    start, rest = PICTURE[:2], PICTURE[2:]
    marks = b"".join(b"." * at + WORD.encode() for at in range(3))
    comments = [comment(marks)]
    comments += [comment(os.urandom(MOST_COMMENT)) for _ in range(size // MOST_COMMENT)]
    path.write_bytes(start + b"".join(comments) + comment(marks) + rest)
    return path


def comment(words: bytes) -> bytes:
    """A comment of a JPEG (ITU-T T.81, B.2.4.5)."""
    return b"\xff\xfe" + (len(words) + 2).to_bytes(2, "big") + words


def attach_and_be_killed(station: Workstation, alias: str, path: Path) -> None:
    """Run the app in a child until it calls the file saved, then kill -9."""
    station.leave_bench()
    command = ["-m", "tests.journeys.attaching_child", str(station.root), alias, str(path)]
    with subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as child:
        assert child.stdout is not None
        said = child.stdout.readline().strip()
        child.kill()
    assert said == path.name, "the child ended by itself; see its standard error"


def kept_file(work: Work, ref: EpisodeRef) -> Attachment:
    """The file as the completed record holds it."""
    [record] = forms_of(work, ref)
    answer = record_session(work, ref, record.value).answers[FILE]
    assert isinstance(answer, Answered)
    [value] = answer.values
    assert isinstance(value, Attachment)
    return value


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_file_goes_through_a_kill_and_review_byte_for_byte_and_leaves_no_trace(
    own_folders: Path,
    tmp_path_factory: pytest.TempPathFactory,
    qtbot: QtBot,
    qapp: QApplication,
    size: int,
) -> None:
    path = photo(tmp_path_factory.mktemp("stick"), size)
    station = make_journey_station(own_folders)
    offer(station.bench, papers_form())
    ref = station.bench.new_case(ROSA)
    station.bench.reach(ref, ROSA)
    alias = read_person(station.bench.work_as(ROSA), ref).card.alias

    attach_and_be_killed(station, alias, path)
    after_the_kill = traces([own_folders], [WORD])
    station.bench.clock.advance(7_200)
    at = open_traveller(station, qtbot, qapp)
    at.sign_in(ROSA)
    WorklistPage(at).open_draft()
    at.until_seen(path.name)
    InterviewPage(at).complete()
    PersonPage(at).send_to_review()
    at.change_to(NADIA)
    ReviewPage(at).open_first()
    reviewed = ReviewPage(at).answer(FILE)
    assert at.hands.find(f"review-{FILE}-picture-1").accessibleName() == f"Picture: {path.name}"
    title = at.opened.window.windowTitle()
    value = kept_file(at.work, ref)
    at.close()

    assert path.name in reviewed
    assert WORD not in title
    assert base64.b64decode(value.data) == path.read_bytes()
    assert (value.title, value.content_type) == (path.name, "image/jpeg")
    station.close()
    assert after_the_kill == []
    assert traces([own_folders], [WORD]) == []
