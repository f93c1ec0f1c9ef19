"""An e-mail address among the ways to reach: whether it is safe to write, and when."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.identity import read_identity
from desktop.services.ports import EpisodeRef
from tests.services.bench import ROSA, Bench
from tests.views.person.desk import open_person
from tests.views.person.test_person_tasks import all_words, known


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A new case."""
    return bench.new_case()


def test_an_e_mail_address_says_whether_it_is_safe_to_write_and_when(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    known(bench, ref)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-identity-show")
    before = all_words(desk)
    desk.press("person-identity-edit")
    desk.press("identity-mail-edit")
    desk.press("identity-mail-safe-write")
    desk.type("identity-mail-times", "before noon")
    desk.press("person-do")

    mail = read_identity(bench.work_as(ROSA), ref).contacts[-1]
    assert "E-mail. Nothing is marked as safe" in before
    assert (mail.value, mail.safe_to_text, mail.safe_to_call) == (
        "oscar@invented.example",
        True,
        False,
    )
    assert "E-mail. Safe to write. Best times: before noon" in all_words(desk)


def test_an_address_is_asked_for_where_something_is_said_of_it(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.press("person-identity-show")
    desk.press("person-identity-edit")
    desk.press("identity-add")
    desk.press("identity-add-kind-email")
    desk.press("identity-mail-safe-write")

    desk.press("person-do")

    assert desk.errors() == ["Type the address."]
