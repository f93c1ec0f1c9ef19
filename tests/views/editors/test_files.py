"""A file or photo as an answer: looked at before it is read, shown, removed, brought back."""

import base64
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.forms.answers import Attachment, Unanswered
from desktop.views.editors.attachment_editor import AttachmentEditor
from tests.views.editors.bench import FHIR, CardBench
from tests.views.editors.kinds import Json, item, named
from tests.views.editors.pictures import picture_bytes


def opened(bot: QtBot, made: Json) -> CardBench:
    bench = CardBench(made)
    bot.addWidget(bench.window)
    bot.waitExposed(bench.window)
    return bench


def files(bot: QtBot, *extensions: Json) -> tuple[CardBench, AttachmentEditor]:
    bench = opened(bot, item("attachment", *extensions))
    editor = bench.card().editor
    assert isinstance(editor, AttachmentEditor)
    return bench, editor


def test_a_file_becomes_the_answer_with_its_name_kind_and_size(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "wound.png"
    path.write_bytes(picture_bytes())
    bench, editor = files(qtbot)

    editor.take_path(str(path))

    (value,) = bench.values()
    assert isinstance(value, Attachment)
    assert (value.title, value.content_type) == ("wound.png", "image/png")
    assert base64.b64decode(value.data) == path.read_bytes()
    assert editor.words.text() == "wound.png, image/png, 1 KB"
    assert editor.picture.isVisible()
    assert editor.picture.accessibleName() == "Picture: wound.png"


def test_a_file_of_another_kind_or_too_large_is_refused_unread(
    qtbot: QtBot, tmp_path: Path
) -> None:
    kinds: Json = {"url": f"{FHIR}mimeType", "valueCode": "image/png"}
    small: Json = {"url": f"{FHIR}maxSize", "valueDecimal": 2048}
    text, large = tmp_path / "note.txt", tmp_path / "large.png"
    text.write_text("words")
    large.write_bytes(bytes(4096))
    bench, editor = files(qtbot, kinds, small)

    editor.take_path(str(text))
    first = editor.problem.text()
    editor.take_path(str(large))

    assert first == "This kind of file cannot be used here. These can: image/png"
    assert editor.problem.text() == "This file is too large. At most 2 KB."
    assert bench.told == []


def test_a_removed_file_can_be_brought_back(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("words")
    bench, editor = files(qtbot)
    editor.take_path(str(path))
    kept = bench.values()

    editor.remove.click()
    gone = bench.answer()
    bench.button("answer-q-notice-undo").click()

    assert gone == Unanswered()
    assert bench.values() == kept


def test_a_picture_that_is_none_is_shown_as_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(b"not a picture")
    _, editor = files(qtbot)

    editor.take_path(str(path))

    assert not editor.picture.isVisible()
    assert "broken.png" in editor.words.text()


def test_neither_window_nor_representation_tells_the_file_s_name(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ana-example.txt"
    path.write_text("words")
    bench, editor = files(qtbot)
    editor.take_path(str(path))

    editor.file.click()

    dialog = named(bench, "answer-q-dialog")
    assert "ana" not in dialog.windowTitle()
    assert "ana-example" not in repr(bench.values())
    dialog.close()
