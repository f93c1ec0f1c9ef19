"""Help, prompts, units, legal notes, pictures and links stand at the question they belong to."""

import base64

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.forms.questionnaire import LocalText
from desktop.forms.session import ItemKey
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.interview.asides import Aside, AsideKind, asides_of
from desktop.views.interview.display_card import DisplayCard
from desktop.views.interview.interview_state import CardState
from tests.support.qt_audit import audit_window
from tests.views.editors.bench import FHIR, SDC, CardBench, control
from tests.views.editors.kinds import Json, item, named


def display(code: str, text: str) -> Json:
    return {"linkId": code, "type": "display", "text": text, "extension": [control(code)]}


def opened(bot: QtBot, kind: str, *extensions: Json, below: tuple[Json, ...] = ()) -> CardBench:
    bench = CardBench(item(kind, *extensions, item=list(below)))
    bot.addWidget(bench.window)
    bot.waitExposed(bench.window)
    return bench


def picture() -> str:
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return base64.b64encode(bytes(buffer.data().data())).decode()


def media(**fields: str) -> Json:
    return {"url": f"{SDC}itemMedia", "valueAttachment": fields}


def test_help_opens_below_the_question_and_folds_again(qtbot: QtBot) -> None:
    bench = opened(qtbot, "string", below=(display("help", "Any name will do."),))
    folded = bench.words()
    button = bench.button("help-q-button")

    QAccessible.queryAccessibleInterface(button).actionInterface().doAction("Toggle")
    opened_words = bench.words()
    button.click()

    assert "Any name will do." not in folded
    assert "Any name will do." in opened_words
    assert "Any name will do." not in bench.words()
    assert button.accessibleName() == "More about this: A question"


def test_a_flyover_is_help_and_a_tooltip(qtbot: QtBot) -> None:
    bench = opened(qtbot, "string", below=(display("flyover", "Short words."),))

    assert bench.card().head.toolTip() == "Short words."
    assert bench.button("help-q-button").isVisible()


def test_prompt_unit_and_legal_words_stand_in_their_places(qtbot: QtBot) -> None:
    below = (display("prompt", "On most days:"), display("unit", "cups"), display("legal", "Law 5"))
    bench = opened(qtbot, "integer", below=below)

    assert "On most days:" in bench.words()
    assert "Legal note: Law 5" in bench.words()
    assert named(bench, "answer-q").accessibleDescription() == "cups"
    assert audit_window(bench.window) == []


def test_the_ends_of_a_scale_have_the_form_s_words(qtbot: QtBot) -> None:
    below = (display("lower", "never"), display("upper", "always"))
    limit: Json = {"url": f"{FHIR}maxValue", "valueInteger": 4}
    bench = opened(qtbot, "integer", control("slider"), limit, below=below)

    assert "0 never" in bench.words()
    assert "from 0 never to 4 always" in named(bench, "answer-q").accessibleDescription()


def test_a_picture_of_the_form_is_shown_with_its_words(qtbot: QtBot) -> None:
    bench = opened(
        qtbot, "string", media(contentType="image/png", data=picture(), title="A green field")
    )

    shown = named(bench, "media-q-picture")

    assert shown.accessibleName() == "A green field"
    assert (shown.sizeHint().width(), shown.sizeHint().height()) == (62, 32)


def test_sound_film_and_remote_pictures_are_named_and_not_loaded(qtbot: QtBot) -> None:
    sound = opened(qtbot, "string", media(contentType="audio/mp3", data="AAAA", title="A bell"))
    remote = opened(
        qtbot, "string", media(contentType="image/png", url="https://one.example/x", title="A hand")
    )

    assert "A sound recording that is not played here: A bell" in sound.words()
    assert "A picture that is not shown here: A hand" in remote.words()


def test_a_link_is_text_that_can_be_copied(qtbot: QtBot) -> None:
    link: Json = {
        "url": f"{FHIR}questionnaire-supportLink",
        "valueUri": "https://help.example/page",
    }
    bench = opened(qtbot, "string", link)

    bench.button("links-q-0-copy").click()

    assert "https://help.example/page" in bench.words()
    assert QGuiApplication.clipboard().text() == "https://help.example/page"


def test_marked_up_words_are_painted_and_read_plain(qtbot: QtBot) -> None:
    marks = {"url": f"{FHIR}rendering-xhtml", "valueString": "<p>Big <b>question</b></p>"}
    made = item("string", text="Big question", _text={"extension": [marks]})
    bench = CardBench(made)
    qtbot.addWidget(bench.window)

    head = bench.card().head

    assert head.text() == "Big question"
    assert head.accessibleName() == "1 Big question"
    assert head.is_rich


def test_marks_stand_only_on_the_form_s_own_language(qtbot: QtBot) -> None:
    marks = {"url": f"{FHIR}rendering-xhtml", "valueString": "<b>Question</b>"}
    spanish = {
        "url": f"{FHIR}translation",
        "extension": [
            {"url": "lang", "valueCode": "es"},
            {"url": "content", "valueString": "Pregunta"},
        ],
    }
    bench = CardBench(item("string", text="Question", _text={"extension": [marks, spanish]}))
    qtbot.addWidget(bench.window)

    bench.show(LanguageMode.SPANISH)

    assert bench.card().head.text() == "Pregunta"
    assert not bench.card().head.is_rich


def test_instructions_and_security_words_look_different(qtbot: QtBot) -> None:
    said = []
    for category in ("instructions", "security"):
        mark: Json = {
            "url": f"{FHIR}questionnaire-displayCategory",
            "valueCodeableConcept": {"coding": [{"code": category}]},
        }
        bench = CardBench(
            {"linkId": "d", "type": "display", "text": "Ask alone", "extension": [mark]}
        )
        qtbot.addWidget(bench.window)
        state = CardState(bench.session.state(ItemKey("d")), "", LanguageMode.ENGLISH)
        card = DisplayCard(state)
        qtbot.addWidget(card)
        said.append(card.text.text())

    assert said == ["Instructions: Ask alone", "Security: Ask alone"]


def test_help_that_is_not_enabled_is_not_beside_the_question(qtbot: QtBot) -> None:
    help_text = display("help", "More") | {
        "enableWhen": [{"question": "q", "operator": "exists", "answerBoolean": True}]
    }
    bench = opened(qtbot, "integer", below=(help_text,))
    before = asides_of(bench.session, ItemKey("q"))

    bench.session.answer(ItemKey("q"), 1)

    assert before == ()
    assert asides_of(bench.session, ItemKey("q")) == (Aside(AsideKind.HELP, LocalText("More")),)


def test_instructions_below_a_question_stand_over_its_answer(qtbot: QtBot) -> None:
    mark: Json = {
        "url": f"{FHIR}questionnaire-displayCategory",
        "valueCodeableConcept": {"coding": [{"code": "instructions"}]},
    }
    below: Json = {"linkId": "d", "type": "display", "text": "Select one", "extension": [mark]}
    bench = opened(qtbot, "boolean", below=(below,))

    words = named(bench, "words-q")

    assert "Instructions: Select one" in bench.words()
    assert words.y() < bench.button("answer-q-true").mapTo(bench.card(), words.pos()).y()
