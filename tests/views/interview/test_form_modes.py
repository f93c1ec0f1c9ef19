"""How a form is to be used and entered: what is asked now, and in which order."""

from pytestqt.qtbot import QtBot

from desktop.forms import extensions as ext
from tests.forms.form_makers import form, group, item
from tests.services.bench import Bench
from tests.views.interview.form_desk import open_any_form


def test_what_is_only_for_showing_is_not_asked(qtbot: QtBot, bench: Bench) -> None:
    shown = {"url": ext.USAGE_MODE, "valueCode": "display"}
    made = form(
        group("page", item("a", "string"), item("b", "string", shown, required=True)),
        group("summary", item("c", "string"), extension=[shown]),
    )

    desk = open_any_form(qtbot, bench, made)

    assert desk.has("question-a")
    assert not desk.has("question-b")
    assert [one.name for one in desk.running.interview.shown_sections()] == ["page"]
    assert desk.session.is_complete
