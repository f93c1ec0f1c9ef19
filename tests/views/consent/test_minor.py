"""A minor's consent on the screen: a guardian and the young person's word, or neither."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.episode import CaseSource
from desktop.records.minor import Assent
from desktop.services.add_case import NewCase, add_case
from desktop.services.ports import EpisodeRef
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.consent.consent_page import TALL, ConsentScreen, open_screen


def minor(bench: Bench, language: str = "en") -> EpisodeRef:
    """Somebody of 15."""
    new = NewCase("ED 7", CaseSource.TRAUMA_PAGE, bench.clock.now(), language, age_years=15)
    return add_case(bench.work_as(ROSA), new).ref


def opened(bot: QtBot, bench: Bench, language: str = "en") -> ConsentScreen:
    """The consents of that person."""
    ref = minor(bench, language)
    return open_screen(bot, bench, ref=ref, language=language, interface=language, size=TALL)


def guardian(screen: ConsentScreen, name: str) -> str:
    """Note a guardian on the screen; the name of its row."""
    screen.press("consent-who-new")
    screen.write("consent-guardian-name", name)
    screen.write("consent-guardian-right", "mother")
    screen.press("consent-guardian-add")
    return f"consent-who-{screen.view.state.page.guardians[-1].guardian_id}"


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_guardian_signs_once_the_young_person_was_asked(
    qtbot: QtBot, bench: Bench, language: str
) -> None:
    screen = opened(qtbot, bench, language)
    mother = guardian(screen, "Gwen Guardian")
    screen.press(mother)
    screen.draw()
    screen.write("consent-name", "Gwen Guardian")
    screen.press("consent-sign")
    assert screen.card().state == "not-asked"

    screen.press("consent-assent-yes")
    screen.press("consent-sign")

    consent = screen.card().consent
    assert consent is not None
    assert (consent.assent, consent.representative_authority) == (Assent.YES, "mother")
    assert screen.gate().allowed


def test_a_no_of_the_young_person_is_not_signed_over(qtbot: QtBot, bench: Bench) -> None:
    screen = opened(qtbot, bench)
    screen.press(guardian(screen, "Gwen Guardian"))
    screen.press("consent-assent-no")
    screen.draw()
    screen.write("consent-name", "Gwen Guardian")

    screen.press("consent-sign")

    assert screen.card().state == "not-asked"
    assert not screen.gate().allowed


def test_a_guardian_who_may_not_consent_cannot_be_chosen(qtbot: QtBot, bench: Bench) -> None:
    screen = opened(qtbot, bench)
    mother = guardian(screen, "Gwen Guardian")
    screen.press(mother)
    screen.write("consent-decided-by", "Olive Oncall, MD")
    assert not screen.sees("consent-minor-report")

    screen.press("consent-guardian-bar")

    assert not screen.is_open(mother)
    assert "“Report to child protection”" in screen.words("consent-minor-report")
    assert audit_window(screen.view) == []
    screen.draw()
    screen.write("consent-name", "Gwen Guardian")
    screen.press("consent-sign")
    assert screen.card().state == "not-asked"


def test_every_part_of_it_has_names_order_room_and_contrast(
    qtbot: QtBot, qapp: QApplication, bench: Bench
) -> None:
    apply_theme(qapp, Theme(LIGHT, 1.0))
    screen = opened(qtbot, bench)
    problems = audit_window(screen.view)
    mother = guardian(screen, "Gwen Guardian")
    for row in (mother, "consent-who-new", "consent-who-alone-mental-health"):
        screen.press(row)
        problems += audit_window(screen.view)

    assert problems == []


def test_an_adult_is_asked_nothing_of_it(qtbot: QtBot, bench: Bench) -> None:
    assert not open_screen(qtbot, bench).sees("consent-minor")
