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


def take(bot: QtBot, editor: AttachmentEditor, path: Path) -> None:
    """Choose the file and wait until it was read."""
    with bot.waitSignal(editor.reading.found):
        editor.take_path(str(path))


def test_a_file_becomes_the_answer_with_its_name_kind_and_size(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "wound.png"
    path.write_bytes(picture_bytes())
    bench, editor = files(qtbot)

    take(qtbot, editor, path)

    (value,) = bench.values()
    assert isinstance(value, Attachment)
    assert (value.title, value.content_type) == ("wound.png", "image/png")
    assert base64.b64decode(value.data) == path.read_bytes()
    assert editor.words.text() == "wound.png, image/png, 1 KB"
    assert editor.picture.isVisible()
    assert editor.picture.accessibleName() == "Picture: wound.png"
    assert "not its place, device or time" in editor.limits.text()


def test_a_file_of_another_kind_or_too_large_is_refused_unread(
    qtbot: QtBot, tmp_path: Path
) -> None:
    kinds: Json = {"url": f"{FHIR}mimeType", "valueCode": "image/png"}
    small: Json = {"url": f"{FHIR}maxSize", "valueDecimal": 2048}
    text, large = tmp_path / "note.txt", tmp_path / "large.png"
    text.write_text("words")
    large.write_bytes(bytes(4096))
    bench, editor = files(qtbot, kinds, small)

    take(qtbot, editor, text)
    first = editor.problem.text()
    take(qtbot, editor, large)

    assert first == "This kind of file cannot be used here. These can: image/png"
    assert editor.problem.text() == "This file is too large. At most 2 KB."
    assert bench.told == []


def test_a_removed_file_can_be_brought_back(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("words")
    bench, editor = files(qtbot)
    take(qtbot, editor, path)
    kept = bench.values()

    editor.remove.click()
    gone = bench.answer()
    bench.button("answer-q-notice-undo").click()

    assert gone == Unanswered()
    assert bench.values() == kept


def test_a_picture_that_cannot_be_drawn_is_shown_as_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(picture_bytes()[:20])
    _, editor = files(qtbot)

    take(qtbot, editor, path)

    assert not editor.picture.isVisible()
    assert "broken.png" in editor.words.text()


def test_a_file_that_is_not_what_its_name_says_is_refused_in_one_sentence(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"MZ\x90\x00" + bytes(60))
    bench, editor = files(qtbot)

    take(qtbot, editor, path)

    assert editor.problem.text() == (
        "The name of this file ends in .pdf, but its content is something else. Nothing was"
        " taken. Choose another file."
    )
    assert bench.told == []


def test_a_kind_is_held_against_the_form_by_what_is_in_the_file(
    qtbot: QtBot, tmp_path: Path
) -> None:
    pictures: Json = {"url": f"{FHIR}mimeType", "valueCode": "image/png"}
    nameless, disguised = tmp_path / "scan", tmp_path / "page"
    nameless.write_bytes(picture_bytes())
    disguised.write_bytes(b"%PDF-1.7\n")
    bench, editor = files(qtbot, pictures)

    take(qtbot, editor, disguised)
    refused = editor.problem.text()
    take(qtbot, editor, nameless)

    assert refused == "This kind of file cannot be used here. These can: image/png"
    (value,) = bench.values()
    assert isinstance(value, Attachment)
    assert value.content_type == "image/png"


def test_the_file_is_read_beside_the_gui_thread_and_is_unsaved_until_then(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "note.txt"
    path.write_text("words")
    bench, editor = files(qtbot)
    told: list[bool] = []
    bench.card().unsaved_changed.connect(lambda: told.append(bench.card().has_unsaved))

    with qtbot.waitSignal(editor.reading.found):
        editor.take_path(str(path))
        assert bench.told == []
        assert bench.card().has_unsaved

    assert told == [True, False]
    assert len(bench.told) == 1


def test_neither_window_nor_representation_tells_the_file_s_name(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ana-example.txt"
    path.write_text("words")
    bench, editor = files(qtbot)
    take(qtbot, editor, path)

    editor.file.click()

    dialog = named(bench, "answer-q-dialog")
    assert "ana" not in dialog.windowTitle()
    assert "ana-example" not in repr(bench.values())
    dialog.close()
