"""form show: one form as a picture, or a sentence why there is none."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.resource_files import resources_dir
from tests.app.commands import Terminal

PLAN = resources_dir() / "instruments" / "safety-plan.json"


@pytest.mark.parametrize("language", ["en", "es", "both"])
def test_a_form_is_drawn(
    terminal: Terminal, qapp: QApplication, tmp_path: Path, language: str
) -> None:
    png = tmp_path / "plan.png"

    ran = terminal.run("form", "show", PLAN, "--png", png, "--language", language)

    assert (ran.code, ran.out) == (0, "")
    assert QImage(str(png)).height() > 400


def test_a_picture_that_cannot_be_written_is_told_with_code_2(
    terminal: Terminal, qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")

    ran = terminal.run("form", "show", PLAN, "--png", tmp_path / "file" / "plan.png")

    assert ran.code == 2
    assert ran.err.startswith("plan.png cannot be written.")


def test_a_response_that_is_none_is_told_with_code_2(
    terminal: Terminal, qapp: QApplication, tmp_path: Path
) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"resourceType": "Patient"}))

    ran = terminal.run("form", "show", PLAN, "--png", tmp_path / "a.png", "--response", answers)

    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "a.png").exists()
