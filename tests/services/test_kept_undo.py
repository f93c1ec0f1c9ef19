"""Undo goes on where a draft is left and opened again, as long as nothing else changed it."""

from desktop.forms.session import FormSession
from desktop.records.form_record import FormKind
from desktop.services.append_to_draft import append_answer
from desktop.services.open_form import OpenForm, open_form
from desktop.services.work import Work
from tests.services.bench import ROSA, Bench
from tests.services.filling import HOUSING, SAFE_HERE, codes_in, say

ASSESSMENT = FormKind.ASSESSMENT


def undo(work: Work, form: OpenForm) -> None:
    """Take the last change back, with its row, as the interview does."""
    change = form.session.undo()
    assert change is not None
    append_answer(work, form.draft, change.key, change.after)


def said(session: FormSession) -> tuple[str, str]:
    """The two answers of these tests."""
    return "".join(codes_in(session, SAFE_HERE)), "".join(codes_in(session, HOUSING))


def test_what_was_answered_before_the_form_was_left_can_be_taken_back(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    form = open_form(work, bench.new_case(ROSA), ASSESSMENT)
    say(work, form, SAFE_HERE, "yes")
    say(work, form, HOUSING, "yes")

    again = open_form(work, form.ref, ASSESSMENT)
    undo(work, again)
    undo(work, again)

    assert said(again.session) == ("", "")
    assert not again.session.can_undo
    assert said(open_form(work, form.ref, ASSESSMENT).session) == ("", "")


def test_what_was_taken_back_before_the_form_was_left_can_be_brought_back(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    form = open_form(work, bench.new_case(ROSA), ASSESSMENT)
    say(work, form, SAFE_HERE, "yes")
    undo(work, form)

    again = open_form(work, form.ref, ASSESSMENT)
    again.session.redo()

    assert said(again.session) == ("yes", "")


def test_nothing_is_taken_back_of_a_draft_that_something_else_changed(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    form = open_form(work, bench.new_case(ROSA), ASSESSMENT)
    say(work, form, SAFE_HERE, "yes")
    other = Work(work.session, work.clock, work.ids, work.library, work.paper, work.printers)
    say(other, open_form(other, form.ref, ASSESSMENT), HOUSING, "yes")

    again = open_form(work, form.ref, ASSESSMENT)

    assert said(again.session) == ("yes", "yes")
    assert not again.session.can_undo


def test_another_sign_in_takes_back_nothing(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    form = open_form(work, bench.new_case(ROSA), ASSESSMENT)
    say(work, form, SAFE_HERE, "yes")
    later = Work(work.session, work.clock, work.ids, work.library, work.paper, work.printers)

    again = open_form(later, form.ref, ASSESSMENT)

    assert not again.session.can_undo


def test_only_the_newest_drafts_are_followed(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    forms = [open_form(work, bench.new_case(ROSA), ASSESSMENT) for _ in range(5)]
    for form in forms:
        say(work, form, SAFE_HERE, "yes")

    could = [open_form(work, form.ref, ASSESSMENT).session.can_undo for form in reversed(forms)]

    assert could == [True, True, True, True, False]
