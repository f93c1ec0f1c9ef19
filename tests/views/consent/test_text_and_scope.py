"""The text: which language is shown and signed; the scope: what is shared and until when."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.views.consent.text_pair import TextPair
from tests.services.bench import Bench
from tests.views.consent.consent_page import ELM, NAME, ConsentScreen, open_screen


def pairs(screen: ConsentScreen) -> list[TextPair]:
    """The shown paragraphs."""
    found = screen.find("consent-scroll").findChildren(TextPair)
    return [pair for pair in found if pair.isVisibleTo(screen.view)]


def test_the_persons_language_comes_first_and_is_the_one_signed(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench, language="es")

    first = pairs(screen)[0]

    assert "Es posible que" in first.first_label.text()
    assert "may be able to help" in first.second_label.text()
    assert screen.words("consent-version") == (
        "Text version 1.0.0. The Spanish text is the one signed"
    )


def test_someone_who_reads_english_signs_the_english_text(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench, language="en")

    assert "may be able to help" in pairs(screen)[0].first_label.text()
    assert "The English text is the one signed" in screen.words("consent-version")


def test_the_interface_in_spanish_still_gives_the_english_text_to_who_reads_english(
    qtbot: QtBot, bench: Bench
) -> None:
    screen = open_screen(qtbot, bench, language="en", interface="es")

    assert "may be able to help" in pairs(screen)[0].first_label.text()
    assert "Es posible que" in pairs(screen)[0].second_label.text()


def test_what_the_person_reads_is_14_points_or_more(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)

    sizes = {QFontInfo(pair.first_label.font()).pointSizeF() for pair in pairs(screen)}
    lines = screen.view.side.lines.pairs.values()
    sizes |= {QFontInfo(pair.first_label.font()).pointSizeF() for pair in lines}

    assert min(sizes) >= 14


def test_a_text_that_is_not_on_the_screen_is_not_signed(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)

    screen.press("consent-language-en")
    closed = not screen.is_open("consent-sign")
    screen.press("consent-language-es")

    assert closed
    assert screen.is_open("consent-sign")


def test_changing_the_language_shown_keeps_the_ink(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    screen.draw()

    screen.press("consent-language-es")

    assert screen.view.side.area.strokes()


def test_four_lines_repeat_the_release_in_both_languages(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)

    lines = screen.view.side.lines.pairs

    assert lines["who"].first_label.text() == f"Con: {ELM}, para mentoría"
    assert lines["who"].second_label.text() == f"With: {ELM}, for mentoring"
    assert lines["yes"].first_label.text() == "Sí: nombre, contacto, ayuda pedida"
    assert "plan" in lines["no"].first_label.text()
    assert lines["until"].first_label.text() == "Hasta: 12 de junio de 2026"
    assert lines["until"].second_label.text() == "Until: 2026-06-12"


def test_a_changed_scope_changes_text_and_lines_at_once(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)

    screen.press("consent-change")
    screen.press("consent-share-safety-plan")
    scope_text = screen.all_words()
    screen.press("consent-back")

    assert "su plan de seguridad" in scope_text
    assert "plan" in screen.view.side.lines.pairs["yes"].first_label.text()


def test_changing_the_scope_takes_the_signature_away_with_a_word(
    qtbot: QtBot, bench: Bench
) -> None:
    screen = open_screen(qtbot, bench)
    screen.draw()

    screen.press("consent-change")
    screen.press("consent-share-needs")
    screen.press("consent-back")

    assert screen.view.side.area.strokes() == ()
    assert "The text changed" in screen.words("consent-pad-problem")


def test_a_release_of_nothing_is_refused_and_said(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    screen.press("consent-change")

    screen.press("consent-share-needs")
    screen.press("consent-share-identity-contact")

    assert screen.sees("consent-scope-problem")
    assert not screen.is_open("consent-back")
    screen.press("consent-share-needs")
    assert not screen.sees("consent-scope-problem")
    assert screen.is_open("consent-back")


def test_the_last_day_can_be_nearer_and_never_in_the_past(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)
    screen.press("consent-change")
    field = screen.find("consent-until")
    assert isinstance(field, QLineEdit)

    for typed in ("2026-03-01", "2026-04-01"):
        field.selectAll()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        screen.until_idle()
        if typed == "2026-03-01":
            assert screen.sees("consent-scope-problem")
    screen.press("consent-back")
    screen.draw()
    screen.write("consent-name", NAME)
    screen.press("consent-sign")

    consent = screen.card().consent
    assert consent is not None
    assert consent.valid_until is not None
    assert consent.valid_until.isoformat() == "2026-04-01"


def test_participation_has_no_scope_to_change(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench, recipient="")

    assert not screen.sees("consent-change")
    assert "Mockingbird General" in screen.view.side.lines.pairs["who"].first_label.text()


def test_the_text_says_whether_there_is_more_below(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench)
    before = screen.words("consent-more")

    screen.key(Qt.Key.Key_PageDown)
    for _ in range(10):
        screen.key(Qt.Key.Key_PageDown)

    assert before == "More below"
    assert screen.words("consent-more") == "End of the text"
