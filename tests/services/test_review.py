"""Submit, comment, return, correct, submit again, sign, amend: the whole loop."""

import pytest

from desktop.errors import KnownError
from desktop.forms.answers import NoAnswerReason
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.records.kinds import FORM, VISIT
from desktop.records.visit import FormVersion, ReviewState, Visit
from desktop.services.comment_answer import comment_answer
from desktop.services.complete_form import complete_form
from desktop.services.open_form import open_form
from desktop.services.open_visit import SignGate, open_visit
from desktop.services.ports import DraftRef, EpisodeRef, JournalKind, JournalRow
from desktop.services.read_person import read_person
from desktop.services.read_review_desk import read_review_desk
from desktop.services.read_worklist import read_worklist
from desktop.services.return_visit import return_visit
from desktop.services.settle_comment import settle_comment
from desktop.services.sign_visit import sign_visit
from desktop.services.start_amendment import start_amendment
from desktop.services.submit_visit import submit_visit
from desktop.services.take_over_draft import take_over_draft
from desktop.services.visit_lines import AnswerLine
from desktop.services.work import Work
from tests.services.bench import MINA, NADIA, ROSA, TOMAS, Bench, confirmed
from tests.services.filling import (
    ENDING_LIFE,
    HOUSING,
    SAFE_HERE,
    completed,
    fill,
    give_reason,
    say,
)

ASSESSMENT = FormKind.ASSESSMENT


def submitted(bench: Bench, name: str = ROSA, **said: str) -> tuple[EpisodeRef, Visit]:
    """A completed assessment, sent to review."""
    work = bench.work_as(name)
    ref = bench.new_case(name)
    completed(work, ref, **said)
    return ref, submit_visit(work, ref)


def commented(work: Work, ref: EpisodeRef, visit: Visit, key: str = HOUSING) -> Visit:
    """The same visit with a reviewer's comment."""
    form_id = visit.forms[0].form_id
    return comment_answer(work, ref, visit.visit_id, form_id, key, "Since when?")


def line(page_lines: tuple[AnswerLine, ...], key: str) -> AnswerLine:
    """The line of one question."""
    return next(one for one in page_lines if one.item_key == key)


def test_a_visit_holds_exactly_the_completed_revisions(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    form = completed(work, ref)
    plan = completed(work, ref, FormKind.SAFETY_PLAN)

    visit = submit_visit(work, ref)

    assert visit.state is ReviewState.SUBMITTED
    assert set(visit.forms) == {
        FormVersion(form.record_id, 1),
        FormVersion(plan.record_id, 1),
    }
    assert visit.author == work.session.me.staff_id
    assert bench.actions()[-1] is AuditAction.VISIT_SUBMITTED


def test_there_is_nothing_to_send_without_a_completed_form(bench: Bench) -> None:
    with pytest.raises(KnownError, match=r"submit\.nothing-complete"):
        submit_visit(bench.work_as(ROSA), bench.new_case())


def test_an_open_draft_holds_the_visit_back(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    completed(work, ref)
    open_form(work, ref, FormKind.SAFETY_PLAN)

    with pytest.raises(KnownError, match=r"submit\.draft-open"):
        submit_visit(work, ref)


def test_sending_twice_sends_nothing_new(bench: Bench) -> None:
    ref, _ = submitted(bench)

    with pytest.raises(KnownError, match=r"submit\.nothing-complete"):
        submit_visit(bench.work_as(ROSA), ref)


def test_a_form_with_the_reviewer_is_not_opened_for_writing(bench: Bench) -> None:
    ref, _ = submitted(bench)

    with pytest.raises(KnownError, match=r"review\.not-in-state\.submitted"):
        open_form(bench.work_as(ROSA), ref, ASSESSMENT)


def test_two_returned_visits_go_back_each_with_its_own_form(bench: Bench) -> None:
    rosa, nadia = bench.work_as(ROSA), bench.work_as(NADIA)
    ref, first = submitted(bench)
    plan = completed(rosa, ref, FormKind.SAFETY_PLAN)
    second = submit_visit(rosa, ref)
    return_visit(nadia, ref, commented(nadia, ref, first).visit_id)
    return_visit(nadia, ref, commented(nadia, ref, second, "check-in.how").visit_id)

    again = {submit_visit(rosa, ref).visit_id: None, submit_visit(rosa, ref).visit_id: None}

    kept = [rosa.session.records.load(VISIT, one).value for one in again]
    assert [one.forms for one in kept] == [first.forms, (FormVersion(plan.record_id, 1),)]


def test_the_whole_loop_from_comment_to_signature(bench: Bench) -> None:
    ref, visit = submitted(bench)
    rosa, nadia = bench.work_as(ROSA), bench.work_as(NADIA)
    returned = return_visit(nadia, ref, commented(nadia, ref, visit).visit_id)
    (card,) = read_worklist(rosa).returned
    form = open_form(rosa, ref, ASSESSMENT)
    say(rosa, form, HOUSING, "yes")
    complete_form(rosa, form.draft)
    comment = returned.comments[0]
    comment_answer(
        rosa, ref, visit.visit_id, comment.form_id, HOUSING, "Since May.", comment.comment_id
    )

    again = submit_visit(rosa, ref)
    page = open_visit(nadia, ref, again.visit_id)
    settle_comment(nadia, ref, again.visit_id, comment.comment_id)
    signed = sign_visit(confirmed(nadia), ref, again.visit_id)

    assert (card.item_key, card.comment_text, card.is_mine) == (HOUSING, "Since when?", True)
    assert form.position == HOUSING
    assert [one.text for one in form.comments] == ["Since when?"]
    assert again.visit_id == visit.visit_id
    assert again.forms == (FormVersion(comment.form_id, 2),)
    assert line(page.lines, HOUSING).changed_since
    assert [c.text for c in line(page.lines, HOUSING).comments] == ["Since when?", "Since May."]
    assert not line(page.lines, SAFE_HERE).changed_since
    assert signed.state is ReviewState.SIGNED
    assert [one.revision for one in nadia.session.sign_offs.of(comment.form_id)] == [2]


def test_the_author_neither_signs_nor_returns_even_as_manager(bench: Bench) -> None:
    ref, visit = submitted(bench, NADIA)
    nadia, mina = bench.work_as(NADIA), bench.work_as(MINA)
    commented(mina, ref, visit)

    assert open_visit(nadia, ref, visit.visit_id).can_sign == SignGate(False, "review.own-record")
    for act in (
        lambda: sign_visit(confirmed(nadia), ref, visit.visit_id),
        lambda: return_visit(nadia, ref, visit.visit_id),
        lambda: settle_comment(
            nadia, ref, visit.visit_id, read_comments(nadia, visit)[0].comment_id
        ),
    ):
        with pytest.raises(KnownError, match=r"review\.own-record"):
            act()
    assert return_visit(mina, ref, visit.visit_id).state is ReviewState.RETURNED


def read_comments(work: Work, visit: Visit) -> tuple:
    """The comments as kept."""
    return work.session.records.load(VISIT, visit.visit_id).value.comments


def test_a_manager_who_wrote_a_part_of_the_draft_does_not_sign_it(bench: Bench) -> None:
    ref = bench.new_case()
    nadia, rosa = bench.work_as(NADIA), bench.work_as(ROSA)
    form = open_form(nadia, ref, ASSESSMENT)
    fill(nadia, form)
    take_over_draft(rosa, form.draft)
    complete_form(rosa, form.draft)
    visit = submit_visit(rosa, ref)

    with pytest.raises(KnownError, match=r"review\.own-record"):
        sign_visit(confirmed(nadia), ref, visit.visit_id)
    assert (
        sign_visit(confirmed(bench.work_as(MINA)), ref, visit.visit_id).state is ReviewState.SIGNED
    )


def test_a_specialist_reviews_nothing(bench: Bench) -> None:
    bench.share_cases()
    ref, visit = submitted(bench)
    tomas = bench.work_as(TOMAS)

    for act in (
        lambda: read_review_desk(tomas),
        lambda: commented(tomas, ref, visit),
        lambda: return_visit(tomas, ref, visit.visit_id),
        lambda: sign_visit(confirmed(tomas), ref, visit.visit_id),
    ):
        with pytest.raises(KnownError, match=r"work\.not-allowed"):
            act()
    assert open_visit(tomas, ref, visit.visit_id).can_sign.reason_id == "work.not-allowed"


def test_a_comment_on_a_form_of_another_visit_is_refused(bench: Bench) -> None:
    ref, visit = submitted(bench)
    other_ref, other = submitted(bench)
    nadia = bench.work_as(NADIA)

    with pytest.raises(KnownError, match=r"store\.no-such-record"):
        comment_answer(nadia, ref, visit.visit_id, other.forms[0].form_id, HOUSING, "Hello?")
    with pytest.raises(KnownError, match=r"store\.no-such-record"):
        open_visit(nadia, other_ref, visit.visit_id)


def signed(bench: Bench) -> tuple[EpisodeRef, Visit]:
    """A visit that the manager signed."""
    ref, visit = submitted(bench)
    return ref, sign_visit(confirmed(bench.work_as(NADIA)), ref, visit.visit_id)


def test_what_is_signed_refuses_every_change(bench: Bench) -> None:
    ref, visit = signed(bench)
    rosa, nadia = bench.work_as(ROSA), bench.work_as(NADIA)
    form_id = visit.forms[0].form_id

    for act in (
        lambda: open_form(rosa, ref, ASSESSMENT),
        lambda: commented(nadia, ref, visit),
        lambda: return_visit(nadia, ref, visit.visit_id),
        lambda: sign_visit(confirmed(nadia), ref, visit.visit_id),
    ):
        with pytest.raises(KnownError, match=r"review\.not-in-state\.signed"):
            act()
    kept = rosa.session.records.load(FORM, form_id)
    with pytest.raises(KnownError, match=r"store\.signed"):
        rosa.session.records.save(FORM, ref.person_id, form_id, kept.value, base=kept.number)
    row = JournalRow(
        JournalKind.POSITION, HOUSING, "{}", rosa.session.me.staff_id, bench.clock.now()
    )
    with pytest.raises(KnownError, match=r"store\.signed"):
        rosa.session.journal.append(DraftRef(ref.person_id, form_id, kept.number), row)


def test_an_amendment_names_what_it_supersedes_and_is_signed_again(bench: Bench) -> None:
    ref, visit = signed(bench)
    rosa, nadia = bench.work_as(ROSA), bench.work_as(NADIA)
    form = start_amendment(rosa, ref, ASSESSMENT, "The person told me more.")
    say(rosa, form, HOUSING, "yes")
    resumed = open_form(rosa, ref, ASSESSMENT)

    revision = complete_form(rosa, resumed.draft)
    second = submit_visit(rosa, ref)
    page = open_visit(nadia, ref, second.visit_id)
    sign_visit(confirmed(nadia), ref, second.visit_id)

    assert resumed.amends == 1
    assert (revision.number, revision.amends) == (2, 1)
    assert second.visit_id != visit.visit_id
    assert page.amendment_reason == "The person told me more."
    assert line(page.lines, HOUSING).changed_since
    assert [number for number, _, _ in page.forms[0].history] == [1, 2]
    assert (page.forms[0].title.in_language("en"), page.forms[0].revision) == ("Bedside core", 2)
    signatures = nadia.session.sign_offs.of(revision.record_id)
    assert [one.revision for one in signatures] == [1, 2]


def test_a_returned_amendment_is_corrected_as_an_amendment(bench: Bench) -> None:
    ref, _ = signed(bench)
    rosa, nadia = bench.work_as(ROSA), bench.work_as(NADIA)
    complete_form(rosa, start_amendment(rosa, ref, ASSESSMENT, "A wrong tick.").draft)
    second = submit_visit(rosa, ref)
    return_visit(nadia, ref, commented(nadia, ref, second).visit_id)

    correction = open_form(rosa, ref, ASSESSMENT)
    revision = complete_form(rosa, correction.draft)

    assert (revision.number, revision.amends) == (3, 1)
    assert revision.value.amendment_reason == "A wrong tick."


def test_only_what_is_signed_is_amended_and_never_without_a_reason(bench: Bench) -> None:
    ref, _ = submitted(bench)
    rosa = bench.work_as(ROSA)

    with pytest.raises(KnownError, match=r"amendment\.not-signed"):
        start_amendment(rosa, ref, ASSESSMENT, "Because.")
    with pytest.raises(KnownError, match=r"amendment\.not-signed"):
        start_amendment(rosa, ref, FormKind.SAFETY_PLAN, "Because.")
    signed_ref, _ = signed(bench)
    with pytest.raises(KnownError, match=r"amendment\.reason-missing"):
        start_amendment(rosa, signed_ref, ASSESSMENT, "  ")
    start_amendment(rosa, signed_ref, ASSESSMENT, "Because.")
    with pytest.raises(KnownError, match=r"amendment\.draft-open"):
        start_amendment(rosa, signed_ref, ASSESSMENT, "Because.")


def test_the_queue_shows_flags_first_then_the_oldest(bench: Bench) -> None:
    calm_old, _ = submitted(bench)
    bench.clock.advance(60)
    risky, _ = submitted(bench, **{ENDING_LIFE: "yes", SAFE_HERE: "no"})
    bench.clock.advance(60)
    calm_new, _ = submitted(bench, NADIA)

    desk = read_review_desk(bench.work_as(NADIA))

    assert [row.ref for row in desk.queue] == [risky, calm_old, calm_new]
    assert [row.flags for row in desk.queue] == [2, 0, 0]
    assert [row.is_mine for row in desk.queue] == [False, False, True]
    assert not desk.alerts


def test_an_unanswered_suicide_question_is_a_flag_and_counts_as_missing(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    form = open_form(work, ref, ASSESSMENT)
    fill(work, form)
    give_reason(work, form, ENDING_LIFE, NoAnswerReason.UNABLE)
    complete_form(work, form.draft)
    visit = submit_visit(work, ref)

    (row,) = read_review_desk(bench.work_as(NADIA)).queue
    found = line(open_visit(bench.work_as(NADIA), ref, visit.visit_id).lines, ENDING_LIFE)

    assert (row.flags, row.missing) == (1, 1)
    assert found.is_flag
    assert found.alert_code is None
    assert found.reason is NoAnswerReason.UNABLE
    assert found.answer_text.in_language("en") == "Unable to answer"


def test_an_open_alert_of_any_draft_is_on_the_review_desk_at_once(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    form = open_form(work, ref, ASSESSMENT)
    bench.clock.advance(90)
    raised_at = bench.clock.now()
    say(work, form, ENDING_LIFE, "not-sure")
    bench.clock.advance(90)
    say(work, form, HOUSING, "no")

    (row,) = read_review_desk(bench.work_as(NADIA)).alerts

    assert (row.ref, row.alert_code, row.since) == (ref, "suicide-concern", raised_at)
    assert row.author_name == "Rosa Sample"


def test_signed_visits_leave_the_queue_and_are_counted_today(bench: Bench) -> None:
    signed(bench)

    desk = read_review_desk(bench.work_as(NADIA))

    assert not desk.queue
    assert desk.signed_today == 1


def test_a_page_of_a_visit_reads_in_full_words(bench: Bench) -> None:
    ref, visit = submitted(bench, **{ENDING_LIFE: "yes"})

    page = open_visit(bench.work_as(NADIA), ref, visit.visit_id)

    found = line(page.lines, ENDING_LIFE)
    assert found.question.in_language("es").startswith("Después")
    assert (found.answer_text.in_language("en"), found.alert_code) == ("Yes", "suicide-concern")
    assert found.hand_off is not None
    assert found.hand_off.told == "Dr. P. Example"
    assert page.can_sign == SignGate(True, "review.can-sign")
    assert page.forms[0].scores[0].value == 0
    assert bench.actions()[-1] is AuditAction.VISIT_READ


def test_the_person_page_follows_the_review(bench: Bench) -> None:
    ref, visit = submitted(bench)
    rosa, nadia = bench.work_as(ROSA), bench.work_as(NADIA)
    assert read_person(rosa, ref).review_state is ReviewState.SUBMITTED

    return_visit(nadia, ref, commented(nadia, ref, visit).visit_id)

    page = read_person(rosa, ref)
    assert page.review_state is ReviewState.RETURNED
    assert page.next.summary_id == "step-summary.form.returned"
