"""The total of a known instrument, from loading to review and paper; alerts that look at it."""

from decimal import Decimal

import pytest

from desktop.forms.answers import NoAnswerReason
from desktop.forms.known.adding_up import TOTAL
from desktop.records.form_conditions import FormConditions
from desktop.records.form_record import FormKind
from desktop.records.kinds import FORM
from desktop.records.site_alert import AlertCondition
from desktop.services.comment_answer import comment_answer
from desktop.services.complete_form import complete_form
from desktop.services.form_conditions import keep_form_conditions
from desktop.services.import_form import import_form
from desktop.services.make_form_current import make_form_current
from desktop.services.open_form import OpenForm, open_form
from desktop.services.open_visit import AnswerLine, VisitPage, open_visit
from desktop.services.ports import Setting
from desktop.services.print_record import print_record
from desktop.services.site_alert_checks import alert_questions, alert_trouble
from desktop.services.staff_items import is_for_staff
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.submit_visit import submit_visit
from tests.forms.known.instrument_forms import Json, form_of, nine, weighed
from tests.services.bench import ADMIN, NADIA, ROSA, Bench, memory_bench
from tests.services.filling import give_reason, hand_off, say
from tests.services.loaded_forms import data_of
from tests.services.scored_form import rule, save

URL = "https://forms.example/check"
QUEUE = "ED-PRN-2"
FROM_TEN = AlertCondition(URL, TOTAL, least=Decimal(10))


@pytest.fixture
def bench() -> Bench:
    """A bench on a store in memory."""
    return memory_bench()


def load(
    bench: Bench, form: Json | None = None, *, key: str = "phq-9", adds_up: bool = True
) -> str:
    """The hash of a form that was loaded as an instrument and made current."""
    admin = bench.work_as(ADMIN)
    conditions = FormConditions(key, adds_up=adds_up)
    card = import_form(admin, "check.json", data_of(form or nine()), "Pat Example", conditions)
    make_form_current(admin, card.form.content_hash)
    return card.form.content_hash


def begin(bench: Bench, content_hash: str) -> OpenForm:
    """Begun by Rosa for somebody new."""
    return start_loaded_form(bench.work_as(ROSA), bench.new_case(), content_hash)


def answer(bench: Bench, form: OpenForm, points: int, upto: int = 9) -> None:
    """Answers whose points come to ``points``, to the first ``upto`` questions."""
    for at in range(1, upto + 1):
        one = min(3, points)
        points -= one
        say(bench.work_as(ROSA), form, f"q{at}", f"a{one}")


def value(form: OpenForm) -> Decimal | None:
    """The total that is shown."""
    return next(one.value for one in form.session.scores if one.link_id == TOTAL)


def again(bench: Bench, form: OpenForm) -> OpenForm:
    """The draft as its rows tell it."""
    return open_form(bench.work_as(ROSA), form.ref, FormKind.LOADED, form.draft.record_id)


def reviewed(bench: Bench, form: OpenForm) -> tuple[VisitPage, AnswerLine]:
    """What a reviewer reads, and the line of the total."""
    visit = submit_visit(bench.work_as(ROSA), form.ref)
    page = open_visit(bench.work_as(NADIA), form.ref, visit.visit_id)
    return page, next(one for one in page.lines if one.item_key == TOTAL)


def printed(bench: Bench, form: OpenForm, language: str) -> str:
    """The words of the paper, read back from its PDF."""
    bench.work_as(ADMIN).session.site.change_setting(Setting("record-print", "on"))
    work = bench.work_as(ROSA)
    print_record(work, form.ref, form.draft.record_id, QUEUE, language)
    return " ".join(" ".join(work.paper.page_texts(bench.printers.jobs[-1].pdf)).split())


def test_the_total_is_withheld_until_all_is_answered_and_stands_after_opening_again(
    bench: Bench,
) -> None:
    form = begin(bench, load(bench))
    answer(bench, form, 12, upto=8)
    before = value(again(bench, form))
    answer(bench, form, 12)

    assert before is None
    assert value(again(bench, form)) == 12


@pytest.mark.parametrize(
    ("language", "name", "band"),
    [
        ("en", "PHQ-9: total by the rule of the instrument", "moderate"),
        ("es", "PHQ-9: total según la regla del instrumento", "moderada"),
    ],
)
def test_review_and_paper_show_the_total_and_the_kept_response_has_none(
    bench: Bench, language: str, name: str, band: str
) -> None:
    form = begin(bench, load(bench))
    answer(bench, form, 12)
    complete_form(bench.work_as(ROSA), form.draft)
    page, line = reviewed(bench, form)
    kept = bench.work_as(ROSA).session.records.load(FORM, form.draft.record_id).value
    (score,) = page.forms[-1].scores

    assert TOTAL not in kept.response
    assert line.answer_text.base == "12"
    assert (score.value, score.label.in_language(language)) == (12, name)
    assert score.band is not None
    assert score.band.label.in_language(language) == band
    assert name in printed(bench, form, language)


def test_a_total_with_a_reason_in_it_stays_withheld_in_review(bench: Bench) -> None:
    form = begin(bench, load(bench))
    answer(bench, form, 24, upto=8)
    give_reason(bench.work_as(ROSA), form, "q9", NoAnswerReason.DECLINED)
    complete_form(bench.work_as(ROSA), form.draft)

    page, line = reviewed(bench, form)

    assert [one.value for one in page.forms[-1].scores] == [None]
    assert line.answer_text.in_language("en") == "Withheld, answers are missing"


@pytest.mark.parametrize(("points", "raised"), [(9, False), (10, True), (11, True)])
def test_an_alert_of_the_site_looks_at_the_total(bench: Bench, points: int, raised: bool) -> None:
    content_hash = load(bench)
    kept = save(bench, rule(FROM_TEN))
    form = begin(bench, content_hash)
    answer(bench, form, points)

    codes = [kept.code] if raised else []
    assert [one.code for one in form.session.alerts] == codes
    assert [one.code for one in again(bench, form).session.alerts] == codes
    if raised:
        hand_off(bench.work_as(ROSA), form, kept.code)
    complete_form(bench.work_as(ROSA), form.draft)
    assert reviewed(bench, form)[1].alert_code == (kept.code if raised else None)


def test_a_rule_on_the_total_can_be_made_only_where_there_is_one(bench: Bench) -> None:
    load(bench, adds_up=False)
    admin = bench.work_as(ADMIN)
    trouble = alert_trouble(admin, FROM_TEN)
    assert trouble is not None
    assert trouble.message_id == "site-alert.no-question"

    bench.clock.advance(60)
    content_hash = load(bench, nine() | {"version": "2.0.0"})
    assert alert_trouble(admin, FROM_TEN) is None
    found = {one.link_id: one for one in alert_questions(admin, URL)}
    assert found[TOTAL].is_score
    assert content_hash


def test_a_work_that_was_begun_before_it_was_decided_keeps_to_what_it_began_with(
    bench: Bench,
) -> None:
    content_hash = load(bench, adds_up=False)
    form = begin(bench, content_hash)
    bench.clock.advance(60)
    keep_form_conditions(bench.work_as(ADMIN), content_hash, FormConditions("phq-9", adds_up=True))
    later = begin(bench, content_hash)

    assert again(bench, form).session.scores == ()
    assert [one.link_id for one in later.session.scores] == [TOTAL]


def test_both_borders_of_the_audit_c_reach_the_reviewer(bench: Bench) -> None:
    items = (weighed(f"q{at}", (0, 1, 2, 3, 4)) for at in range(1, 4))
    form = begin(bench, load(bench, form_of(*items, code="72109-2"), key="audit-c"))
    answer(bench, form, 3, upto=3)
    complete_form(bench.work_as(ROSA), form.draft)
    (score,) = reviewed(bench, form)[0].forms[-1].scores

    assert score.value == 3
    assert score.band is not None
    assert "Men, 4 or more" in score.band.label.base
    assert "Women, 3 or more" in score.band.label.base


def test_the_total_and_what_it_means_are_never_put_before_the_person(bench: Bench) -> None:
    form = begin(bench, load(bench))
    session = form.session
    kept = [
        str(key)
        for key, instance in session.tree.by_key.items()
        if is_for_staff(session.questionnaire, instance)
    ]

    assert kept == [TOTAL]


def test_a_correction_works_the_total_out_again(bench: Bench) -> None:
    form = begin(bench, load(bench))
    answer(bench, form, 12)
    complete_form(bench.work_as(ROSA), form.draft)

    correction = again(bench, form)
    before = value(correction)
    say(bench.work_as(ROSA), correction, "q9", "a3")

    assert (before, value(correction)) == (12, 15)
    complete_form(bench.work_as(ROSA), correction.draft)
    assert reviewed(bench, form)[1].answer_text.base == "15"


def test_a_reviewer_can_ask_about_the_total(bench: Bench) -> None:
    form = begin(bench, load(bench))
    answer(bench, form, 12)
    complete_form(bench.work_as(ROSA), form.draft)
    page, line = reviewed(bench, form)
    nadia = bench.work_as(NADIA)
    visit_id = page.visit.visit_id

    comment_answer(nadia, form.ref, visit_id, line.form_id, TOTAL, "Was q9 asked in private?")

    asked = next(
        one for one in open_visit(nadia, form.ref, visit_id).lines if one.item_key == TOTAL
    )
    assert [one.text for one in asked.comments] == ["Was q9 asked in private?"]
