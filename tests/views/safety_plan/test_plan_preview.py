"""Beside each further plan: how it will be kept, and the card as it will look."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.forms.session import ItemKey
from desktop.records.form_record import FormKind
from desktop.records.packet_record import FURTHER_PLANS
from desktop.services.read_person import read_person
from desktop.services.start_loaded_form import start_loaded_form
from desktop.views.safety_plan.plan_preview import PlanPreview
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.services.bench import ROSA, Bench
from tests.services.filling import fill, say
from tests.support.qt_audit import audit_window
from tests.views.interview.desk import InterviewDesk, open_desk

HARD, OUT, HOME = FURTHER_PLANS
WHO, NUMBER = "My aunt Fern Invented", "555-0136"


def opened(
    bot: QtBot, bench: Bench, own: str, paper: str = "", *, language: str = "en"
) -> InterviewDesk:
    """A plan that names somebody, in a private room."""
    work, ref = bench.work_as(ROSA), bench.new_case(language=language)
    (offer,) = [one for one in read_person(work, ref).offered if one.own == own]
    form = start_loaded_form(work, ref, offer.content_hash)
    said = {"person-1.who": WHO, "person-1.how-to-reach": NUMBER}
    if paper:
        fill(work, form, **said, **{"check-in.paper": paper})
    else:
        say(work, form, "person-1.who", WHO)
    desk = open_desk(
        bot,
        bench,
        ref=ref,
        kind=FormKind.LOADED,
        record_id=form.draft.record_id,
        language=language,
    )
    desk.press("room-private-yes")
    return desk


def preview(desk: InterviewDesk) -> PlanPreview:
    """The part of the panel at the right."""
    return desk.view.score.plan


@pytest.mark.parametrize("own", FURTHER_PLANS)
def test_a_plan_for_the_card_shows_the_card(qtbot: QtBot, bench: Bench, own: str) -> None:
    desk = opened(qtbot, bench, own, "card")

    shown = preview(desk)
    assert shown.isVisibleTo(desk.view)
    assert shown.card.isVisibleTo(desk.view)
    assert WHO in shown.card.accessibleName()
    assert NUMBER in shown.card.accessibleName().replace("\u2011", "-")
    assert "Numbers" in shown.card.accessibleName()


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        ("", "How to keep it is not chosen yet."),
        ("full-page", "On a full page"),
        ("no-paper", "No paper. I will remember it."),
    ],
)
def test_without_the_card_only_words_say_how_it_is_kept(
    qtbot: QtBot, bench: Bench, paper: str, said: str
) -> None:
    desk = opened(qtbot, bench, HARD, paper)

    assert preview(desk).words.text() == said
    assert not preview(desk).card.isVisibleTo(desk.view)


@pytest.mark.parametrize("own", [OUT, HOME])
def test_no_name_stays_when_it_is_not_private_any_more(
    qtbot: QtBot, bench: Bench, own: str
) -> None:
    desk = opened(qtbot, bench, own, "card")

    desk.press("room-private-no")

    assert not preview(desk).isVisibleTo(desk.view)
    assert WHO not in preview(desk).card.accessibleName()


def test_the_card_follows_what_is_said(qtbot: QtBot, bench: Bench) -> None:
    desk = opened(qtbot, bench, HARD, "card")
    interview = desk.controller.interview
    assert interview is not None

    desk.view.answered.emit("person-2.who", interview.session.given(ItemKey("person-1.who")))
    desk.follow()

    assert preview(desk).card.accessibleName().count(WHO) == 2


def test_an_assessment_has_no_such_part(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench)

    assert not preview(desk).isVisibleTo(desk.view)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 1.0)], ids=["light", "dark"])
def test_it_passes_the_audit(
    qtbot: QtBot, bench: Bench, qapp: QApplication, tokens: Tokens, scale: float, language: str
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    desk = opened(qtbot, bench, HARD, "card", language=language)

    assert audit_window(desk.host) == []
