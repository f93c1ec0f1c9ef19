"""A photo that was given as an answer is seen at review; another file has its name."""

import base64

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Attachment
from desktop.forms.instances import ItemKey
from desktop.services.append_to_draft import append_change
from desktop.services.complete_form import complete_form
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.submit_visit import submit_visit
from desktop.views.review.answer_card import AnswerCard
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from desktop.views.widgets.picture import Picture
from tests.services.bench import ROSA, Bench
from tests.services.loaded_forms import Json, offer, sleep_form
from tests.support.qt_audit import audit_window
from tests.views.editors.pictures import picture_bytes
from tests.views.review.desk import ReviewDeskAtWork, new_case, open_review


def papers_form() -> Json:
    """Two questions that take a file."""
    form = sleep_form(title="Papers")
    form["item"][0]["item"] = [
        {"linkId": name, "type": "attachment", "text": f"A copy of the {name}"}
        for name in ("letter", "list")
    ]
    return form


def file(kind: str, data: bytes, title: str) -> Attachment:
    return Attachment(kind, base64.b64encode(data).decode(), "", title)


def open_papers(qtbot: QtBot, bench: Bench, size: tuple[int, int]) -> ReviewDeskAtWork:
    """A visit with a photo and a text."""
    work, ref = bench.work_as(ROSA), new_case(bench, "Maple 12")
    form = start_loaded_form(work, ref, offer(bench, papers_form()).content_hash)
    photo = file("image/png", picture_bytes(900), "letter.png")
    text = file("text/plain", b"words", "list.txt")
    for key, value in (("letter", photo), ("list", text)):
        append_change(work, form.draft, form.session.answer(ItemKey(key), value).entries)
    complete_form(work, form.draft)
    visit = submit_visit(work, ref)
    return open_review(qtbot, bench, visit_id=visit.visit_id, size=size)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1278, 1000)), (2.0, (1278, 3000))])
def test_a_photo_is_seen_and_named_and_another_file_goes_by_its_name(
    qtbot: QtBot,
    qapp: QApplication,
    bench: Bench,
    tokens: Tokens,
    scale: float,
    size: tuple[int, int],
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    desk = open_papers(qtbot, bench, size)

    [picture] = desk.view.findChildren(Picture)

    assert picture.isVisible()
    assert picture.accessibleName() == "Picture: letter.png"
    assert picture.sizeHint().width() < 500
    buttons = [card.comment_button for card in desk.view.findChildren(AnswerCard)]
    assert len({button.width() for button in buttons if button is not None}) == 1
    shown = [one.text() for one in desk.view.findChildren(QLabel) if one.isVisible()]
    assert "list.txt" in shown
    assert audit_window(desk.view) == []
