"""A whole form as one picture."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.errors import KnownError
from desktop.views.interview.form_picture import render_form_png
from tests.services.bench import ROSA, Bench


@pytest.mark.parametrize("language", ["en", "es-MX", "both"])
def test_every_section_is_on_the_picture(
    qapp: QApplication, bench: Bench, tmp_path: Path, language: str
) -> None:
    form = bench.work_as(ROSA).library.instrument("bedside-core")
    path = tmp_path / "form.png"

    render_form_png(form, None, language, path)

    picture = QImage(str(path))
    assert picture.width() > 700
    assert picture.height() > 5_000


def test_a_folder_that_is_not_there_is_said(qapp: QApplication, bench: Bench) -> None:
    form = bench.work_as(ROSA).library.instrument("safety-plan")

    with pytest.raises(KnownError, match=r"cli\.cannot-write"):
        render_form_png(form, None, "en", Path("/no/such/folder/form.png"))
