"""Alerts that the site asks for: below, at and above, missing, withheld, and rules that change."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.errors import KnownError
from desktop.forms.answers import NoAnswerReason
from desktop.forms.wording import LocalText
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.records.site_alert import AlertAbout, AlertCondition
from desktop.services.complete_form import complete_form
from desktop.services.open_form import OpenForm, open_form
from desktop.services.site_alert_checks import alert_questions, alert_trouble
from desktop.services.site_alerts import end_site_alert, save_site_alert, site_alerts
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.work import Work
from tests.services.bench import ADMIN, NADIA, ROSA, Bench, memory_bench
from tests.services.filling import give_reason, hand_off, say
from tests.services.loaded_forms import offer
from tests.services.scored_form import ALONE, DRINKS, SCORE, URL, begin, put, rule, save, worry_form


@pytest.fixture
def bench() -> Bench:
    """A bench on a store in memory: the rules do not hang on the disk."""
    return memory_bench()


def opened_again(work: Work, form: OpenForm) -> OpenForm:
    """The draft as its rows tell it."""
    return open_form(work, form.ref, FormKind.LOADED, form.draft.record_id)


def codes(form: OpenForm) -> list[str]:
    """What the draft raises."""
    return [alert.code for alert in form.session.alerts]


@pytest.mark.parametrize(("second", "raised"), [("0", False), ("1", True), ("2", True)])
def test_a_score_raises_from_its_number_on(bench: Bench, second: str, raised: bool) -> None:
    offer(bench, worry_form())
    kept, work = save(bench, rule()), bench.work_as(ROSA)
    form = begin(bench)

    say(work, form, "first", "3")
    say(work, form, "second", second)

    assert codes(form) == ([kept.code] if raised else [])
    assert codes(opened_again(work, form)) == codes(form)


@pytest.mark.parametrize(("drinks", "raised"), [(1, True), (2, True), (3, False), (None, False)])
def test_a_number_raises_up_to_its_bound(bench: Bench, drinks: int | None, raised: bool) -> None:
    offer(bench, worry_form())
    save(bench, rule(DRINKS))
    form = begin(bench)

    if drinks is not None:
        put(bench.work_as(ROSA), form, "drinks", drinks)

    assert bool(codes(form)) is raised


@pytest.mark.parametrize(("alone", "raised"), [(True, True), (False, False), (None, False)])
def test_a_yes_raises_and_neither_no_nor_silence_does(
    bench: Bench, alone: bool | None, raised: bool
) -> None:
    offer(bench, worry_form())
    save(bench, rule(ALONE))
    form = begin(bench)

    if alone is not None:
        put(bench.work_as(ROSA), form, "alone", alone)

    assert bool(codes(form)) is raised


def test_a_withheld_score_raises_nothing_and_is_told(bench: Bench) -> None:
    offer(bench, worry_form())
    save(bench, rule(AlertCondition(URL, "sum", least=Decimal(3))))
    form, work = begin(bench), bench.work_as(ROSA)

    say(work, form, "first", "3")
    give_reason(work, form, "second", NoAnswerReason.DECLINED)

    assert codes(form) == []
    assert form.session.unchecked_alerts == (form.session.tree.by_link_id["sum"][0].key,)
    assert opened_again(work, form).session.unchecked_alerts == form.session.unchecked_alerts


def test_a_score_that_is_withheld_later_does_not_clear_its_alert(bench: Bench) -> None:
    offer(bench, worry_form())
    kept = save(bench, rule())
    form, work = begin(bench), bench.work_as(ROSA)
    say(work, form, "first", "3")
    say(work, form, "second", "3")

    give_reason(work, form, "second", NoAnswerReason.DECLINED)

    again = opened_again(work, form)
    assert codes(form) == codes(again) == [kept.code]
    with pytest.raises(KnownError, match=r"complete\.alert-open"):
        complete_form(work, form.draft)
    say(work, again, "second", "0")
    assert codes(again) == []


def test_complete_waits_for_who_was_told(bench: Bench) -> None:
    offer(bench, worry_form())
    kept = save(bench, rule(ALONE))
    form, work = begin(bench), bench.work_as(ROSA)
    put(work, form, "alone", True)
    say(work, form, "first", "0")
    give_reason(work, form, "second", NoAnswerReason.DECLINED)

    with pytest.raises(KnownError, match=r"complete\.alert-open"):
        complete_form(work, form.draft)
    hand_off(work, form, kept.code)

    assert complete_form(work, form.draft).value.hand_offs[0].alert_code == kept.code
    assert AuditAction.ALERT_ACKNOWLEDGED in bench.actions()


@pytest.mark.parametrize("about", [AlertAbout.SUICIDE, AlertAbout.DANGER])
def test_suicide_and_danger_always_wait(bench: Bench, about: AlertAbout) -> None:
    offer(bench, worry_form())

    with pytest.raises(KnownError, match=r"site-alert\.must-wait"):
        save(bench, rule(ALONE, about=about, waits=False))

    assert site_alerts(bench.work_as(ADMIN)) == ()


def test_another_version_than_the_rule_is_for_raises_nothing(bench: Bench) -> None:
    offer(bench, worry_form())
    condition = replace(ALONE, first_version="1.0.0", last_version="1.9")
    save(bench, rule(condition))
    second = offer(bench, worry_form("2.0.0"))
    work = bench.work_as(ROSA)

    form = start_loaded_form(work, bench.new_case(), second.content_hash)
    put(work, form, "alone", True)

    assert codes(form) == []
    trouble = alert_trouble(work, condition)
    assert trouble is not None
    assert (trouble.message_id, trouble.params) == (
        "site-alert.other-version",
        {"version": "2.0.0"},
    )


@pytest.mark.parametrize(
    ("version", "covered"),
    [("1.1", False), ("1.2", True), ("1.10", True), ("2", True), ("2.0.1", False), ("x", False)],
)
def test_versions_are_compared_as_numbers(version: str, covered: bool) -> None:
    condition = replace(ALONE, first_version="1.2", last_version="2.0")

    assert condition.covers(version) is covered


@pytest.mark.parametrize(
    ("condition", "refused"),
    [
        (replace(ALONE, link_id="gone"), "site-alert.no-question"),
        (replace(ALONE, codes=("maybe",)), "site-alert.no-answer"),
        (replace(SCORE, link_id="first"), "site-alert.no-number"),
        (replace(ALONE, url="https://forms.example/none"), "site-alert.no-form"),
        (replace(ALONE, codes=()), "site-alert.condition-missing"),
    ],
)
def test_what_cannot_be_raised_is_refused(
    bench: Bench, condition: AlertCondition, refused: str
) -> None:
    offer(bench, worry_form())

    with pytest.raises(KnownError) as caught:
        save(bench, rule(condition))

    assert caught.value.message_id == refused


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({"title": LocalText("High worry")}, "site-alert.words-missing"),
        ({"what_to_do": LocalText("", {"es": "Avise."})}, "site-alert.words-missing"),
        ({"call": " "}, "site-alert.call-missing"),
    ],
)
def test_half_of_the_words_is_refused(
    bench: Bench, changed: dict[str, object], refused: str
) -> None:
    offer(bench, worry_form())

    with pytest.raises(KnownError) as caught:
        save(bench, rule(**changed))

    assert caught.value.message_id == refused


def test_a_new_rule_holds_at_once_in_a_draft_that_is_open(bench: Bench) -> None:
    form, work = begin(bench), bench.work_as(ROSA)
    put(work, form, "alone", True)

    kept = save(bench, rule(ALONE))

    assert codes(opened_again(work, form)) == [kept.code]


def test_an_alert_stays_when_its_rule_ends_or_changes(sealed_work: Bench) -> None:
    bench = sealed_work
    offer(bench, worry_form())
    first = save(bench, rule(ALONE))
    form, work = begin(bench), bench.work_as(ROSA)
    put(work, form, "alone", True)

    bench.clock.advance(60)
    changed = save(bench, replace(first, condition=replace(ALONE, codes=("false",))))
    end_site_alert(bench.work_as(ADMIN), changed.alert_id)

    assert codes(opened_again(work, form)) == [first.code]
    bench.clock.advance(60)
    later = begin(bench)
    put(work, later, "alone", True)
    assert codes(later) == []


def test_new_words_alone_keep_the_rule(bench: Bench) -> None:
    offer(bench, worry_form())
    first = save(bench, rule(ALONE))

    again = save(bench, replace(first, call="Social work, 555-0188"))

    assert (again.alert_id, again.since) == (first.alert_id, first.since)
    assert len(site_alerts(bench.work_as(ROSA))) == 1


def test_only_the_administrator_sets_them(bench: Bench) -> None:
    for who in (ROSA, NADIA):
        with pytest.raises(KnownError, match=r"work\.not-allowed"):
            save_site_alert(bench.work_as(who), rule())
        with pytest.raises(KnownError, match=r"work\.not-allowed"):
            end_site_alert(bench.work_as(who), "")


def test_what_can_raise_an_alert_is_offered_with_its_answers(bench: Bench) -> None:
    offer(bench, worry_form())

    found = {one.link_id: one for one in alert_questions(bench.work_as(ADMIN), URL)}

    assert [code for code, _ in found["alone"].options] == ["true", "false"]
    assert [code for code, _ in found["first"].options] == ["0", "1", "2", "3"]
    assert (found["sum"].is_score, found["drinks"].is_score) == (True, False)
