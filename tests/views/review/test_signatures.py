"""The review desk lists the signatures of a form: picture, who, when, under what, taken by whom."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.forms.instances import ItemKey
from desktop.records.consent import ConsentMode
from desktop.services.append_to_draft import append_change, append_signature
from desktop.services.complete_form import complete_form
from desktop.services.open_visit import open_visit
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.submit_visit import submit_visit
from desktop.views.review.review_states import LineFilter
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from desktop.views.widgets.signature_canvas import SignatureCanvas
from tests.services.bench import NADIA, ROSA, Bench
from tests.services.loaded_forms import offer
from tests.support.qt_audit import audit_window
from tests.support.signed_forms import INK, rides_form, signed
from tests.views.review.desk import ReviewDeskAtWork, Sent, new_case, open_review

NOTICE = "Copyright Invented Press. Free for hospitals that show this notice whole. " * 3


def signed_visit(bench: Bench) -> Sent:
    """A form with a drawn signature under it and a spoken one under a part, sent to review."""
    work, ref = bench.work_as(ROSA), new_case(bench, "Maple 12")
    form = start_loaded_form(work, ref, offer(bench, rides_form(copyright=NOTICE)).content_hash)
    append_change(work, form.draft, form.session.answer(ItemKey("wanted"), True).entries)
    append_change(work, form.draft, form.session.answer(ItemKey("share"), False).entries)
    now, me = work.clock.now(), work.session.me.staff_id
    spoken = signed(
        form.session,
        "terms",
        at=now,
        mode=ConsentMode.VERBAL,
        witness="Mina Placeholder, RN",
        taken_by=me,
    )
    append_signature(work, form.draft, spoken)
    append_signature(work, form.draft, signed(form.session, at=now, taken_by=me))
    complete_form(work, form.draft)
    visit = submit_visit(work, ref)
    return Sent(ref, visit.visit_id, visit.forms[0].form_id)


def open_signed(
    qtbot: QtBot, bench: Bench, size: tuple[int, int] = (1278, 736)
) -> ReviewDeskAtWork:
    """The review desk with that visit open."""
    return open_review(qtbot, bench, visit_id=signed_visit(bench).visit_id, size=size)


def test_the_lines_of_a_visit_name_part_signer_and_who_took_it(bench: Bench) -> None:
    sent = signed_visit(bench)

    page = open_visit(bench.work_as(NADIA), sent.ref, sent.visit_id)

    assert [line.part.base for line in page.signatures] == [
        "How rides work",
        "Rides to appointments",
    ]
    assert [line.signature.mode for line in page.signatures] == [
        ConsentMode.VERBAL,
        ConsentMode.SIGNED,
    ]
    assert {line.taken_by for line in page.signatures} == {"Rosa Sample"}


def test_a_reviewer_sees_name_time_and_picture(qtbot: QtBot, bench: Bench) -> None:
    desk = open_signed(qtbot, bench)

    spoken, drawn = (desk.find(f"review-signature-{at}") for at in (1, 2))
    picture = desk.find("review-signature-2-picture")

    moment = f"{bench.clock.now().astimezone():%Y-%m-%d %H:%M}"
    assert isinstance(spoken, QLabel)
    assert isinstance(drawn, QLabel)
    assert spoken.text() == (
        f"Sam Sample said yes out loud, {moment}. Witness: Mina Placeholder, RN"
    )
    assert drawn.text() == f"Signed by Sam Sample, {moment}"
    assert isinstance(picture, SignatureCanvas)
    assert picture.strokes == INK
    assert picture.accessibleName() == "Signature of Sam Sample"
    assert not desk.sees("review-signature-1-picture")


def test_a_filter_for_answers_leaves_the_signatures_out(qtbot: QtBot, bench: Bench) -> None:
    desk = open_signed(qtbot, bench)

    desk.press(f"review-filter-{LineFilter.MISSING.value}")

    assert not desk.sees("review-signatures")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_signatures_pass_the_audit(
    qtbot: QtBot, qapp: QApplication, bench: Bench, tokens: Tokens, scale: float
) -> None:
    apply_theme(qapp, Theme(tokens, scale))

    desk = open_signed(qtbot, bench, (1278, 2_600))

    assert audit_window(desk.view) == []


def test_the_copyright_notice_and_the_licence_stand_with_the_form(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_signed(qtbot, bench)

    words = "\n".join(one.text() for one in desk.view.findChildren(QLabel) if one.isVisible())

    assert NOTICE.strip() in words.replace("\u200b", "")
    assert "Pat Example, library confirmed 2026-03-14 that our hospital may use this form." in words
