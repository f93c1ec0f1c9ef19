"""The forms engine reads each instrument without a finding; its worked examples come out."""

from datetime import UTC, datetime

import pytest

from desktop.forms.answers import Coding, NoAnswerReason
from desktop.forms.checking import FormStatus, check_questionnaire
from desktop.forms.instances import ItemKey
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.reading import read_questionnaire
from desktop.forms.session import FormSession
from desktop.resource_files import resources_dir
from tests.content import shipped

SUICIDE = ItemKey("how-you-are.ending-life")


def _read(name: str) -> bytes:
    return (resources_dir() / "instruments" / f"{name}.json").read_bytes()


def _core() -> Questionnaire:
    return read_questionnaire(_read("bedside-core"), "bedside-core.json")


def _started(form: Questionnaire) -> FormSession:
    return FormSession(form, now=lambda: datetime(2026, 3, 14, tzinfo=UTC))


@pytest.mark.parametrize("name", shipped.FORMS + shipped.CONSENTS)
def test_an_instrument_has_no_finding_and_two_languages(name: str) -> None:
    report = check_questionnaire(_read(name), f"{name}.json")

    assert report.problems == ()
    assert report.status is FormStatus.OK
    assert read_questionnaire(_read(name), name).languages == ("en", "es")


def test_the_bedside_core_carries_its_worked_examples() -> None:
    examples = _core().worked_examples

    assert len(examples) == 16
    assert {code for one in examples for code in one.alerts} == {"danger-now", "suicide-concern"}


@pytest.mark.parametrize("reason", [NoAnswerReason.UNABLE, NoAnswerReason.DECLINED, None])
def test_silence_on_suicide_is_no_alert_and_is_asked_again(reason: NoAnswerReason | None) -> None:
    session = _started(_core())

    if reason is not None:
        session.give_reason(SUICIDE, reason)

    assert session.alerts == ()
    assert SUICIDE in session.to_ask_again


def test_the_thanks_appear_only_when_someone_tells_of_danger() -> None:
    session = _started(_core())
    thanks = ItemKey("safety-now.thanks")
    before = session.state(thanks).enabled

    session.answer(ItemKey("safety-now.safe-here"), Coding("no"))

    assert not before
    assert session.state(thanks).enabled


def test_the_screen_date_is_asked_only_when_a_screen_was_done() -> None:
    session = _started(_core())
    screen = ItemKey("how-you-are.screen-result")
    shown = []

    for code in ("not-done", "no-concern", "not-known"):
        session.answer(screen, Coding(code))
        shown.append(session.state(ItemKey("how-you-are.screen-date")).enabled)

    assert shown == [False, True, False]
