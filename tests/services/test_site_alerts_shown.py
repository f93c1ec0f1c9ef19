"""An alert that the site asks for is on the review desk, in review and on paper like ours."""

from decimal import Decimal

import pytest

from desktop.forms.answers import NoAnswerReason
from desktop.records.form_record import FormKind
from desktop.records.site_alert import AlertAbout, AlertCondition
from desktop.records.site_contact import SiteContact
from desktop.services.alert_words import alert_words
from desktop.services.complete_form import complete_form
from desktop.services.draft_alerts import open_alert_count
from desktop.services.open_form import OpenForm, open_form
from desktop.services.open_visit import open_visit
from desktop.services.ports import EpisodeRef, Setting
from desktop.services.print_record import print_record
from desktop.services.read_review_desk import read_review_desk
from desktop.services.site_alerts import end_site_alert
from desktop.services.site_contacts import save_site_contacts, site_contacts
from desktop.services.submit_visit import submit_visit
from desktop.services.visit_lines import AnswerLine
from tests.services.bench import ADMIN, NADIA, ROSA, Bench, memory_bench
from tests.services.filling import completed, give_reason, hand_off, say
from tests.services.loaded_forms import offer
from tests.services.scored_form import ALONE, URL, begin, put, rule, save, worry_form

QUEUE = "ED-PRN-2"


@pytest.fixture
def bench() -> Bench:
    """A bench on a store in memory: what is shown does not hang on the disk."""
    return memory_bench()


def alone(bench: Bench, ref: EpisodeRef | None = None) -> OpenForm:
    """A draft whose yes raises an alert; nothing else is missing."""
    form, work = begin(bench, ref), bench.work_as(ROSA)
    put(work, form, "alone", True)
    for link_id in ("first", "second"):
        say(work, form, link_id, "0")
    return form


def lines_at_review(bench: Bench, ref: EpisodeRef) -> dict[str, AnswerLine]:
    """What a reviewer reads of the newest visit."""
    visit = submit_visit(bench.work_as(ROSA), ref)
    page = open_visit(bench.work_as(NADIA), ref, visit.visit_id)
    return {one.item_key: one for one in page.lines}


def printed(bench: Bench, form: OpenForm, language: str) -> str:
    """The words of the paper, read back from its PDF."""
    bench.work_as(ADMIN).session.site.change_setting(Setting("record-print", "on"))
    work = bench.work_as(ROSA)
    print_record(work, form.ref, form.draft.record_id, QUEUE, language)
    return " ".join(" ".join(work.paper.page_texts(bench.printers.jobs[-1].pdf)).split())


def test_a_draft_is_on_the_review_desk_at_once_and_leaves_it_when_told(bench: Bench) -> None:
    offer(bench, worry_form())
    kept = save(bench, rule(ALONE))
    form = alone(bench)

    (row,) = read_review_desk(bench.work_as(NADIA)).alerts
    counted = open_alert_count(bench.work_as(ROSA), form.ref)
    hand_off(bench.work_as(ROSA), form, kept.code)

    assert (row.ref, row.alert_code) == (form.ref, kept.code)
    assert row.title.in_language("es") == "Mucha preocupación"
    assert counted == 1
    assert read_review_desk(bench.work_as(NADIA)).alerts == ()


def test_one_that_does_not_wait_stays_on_the_desk_until_somebody_was_told(bench: Bench) -> None:
    offer(bench, worry_form())
    kept = save(bench, rule(ALONE, waits=False))
    form, work = alone(bench), bench.work_as(ROSA)
    complete_form(work, form.draft)
    end_site_alert(bench.work_as(ADMIN), kept.alert_id)

    (row,) = read_review_desk(bench.work_as(NADIA)).alerts

    assert (row.ref, row.alert_code, row.author_name) == (form.ref, kept.code, "Rosa Sample")
    assert "High worry: nobody was told yet" in printed(bench, form, "en")


@pytest.mark.parametrize("language", ["en", "es"])
def test_review_and_paper_tell_who_was_told(bench: Bench, language: str) -> None:
    offer(bench, worry_form())
    kept = save(bench, rule(ALONE))
    form, work = alone(bench), bench.work_as(ROSA)
    hand_off(work, form, kept.code)
    complete_form(work, form.draft)

    found = lines_at_review(bench, form.ref)["alone"]
    words = printed(bench, form, language)

    assert (found.alert_code, found.is_flag) == (kept.code, True)
    assert found.hand_off is not None
    assert found.hand_off.told == "Dr. P. Example"
    title = kept.title.in_language(language)
    assert f"{title}: Dr. P. Example" in words


def test_a_withheld_score_is_told_in_review_and_on_paper(bench: Bench) -> None:
    offer(bench, worry_form())
    save(bench, rule(AlertCondition(URL, "sum", least=Decimal(3))))
    form, work = begin(bench), bench.work_as(ROSA)
    say(work, form, "first", "3")
    give_reason(work, form, "second", NoAnswerReason.DECLINED)
    complete_form(work, form.draft)

    found = lines_at_review(bench, form.ref)["sum"]

    assert (found.is_unchecked, found.is_flag, found.alert_code) == (True, True, None)
    assert found.answer_text.in_language("en") == "Withheld, answers are missing"
    assert "Your site's alert on this score could not be checked" in printed(bench, form, "en")


def test_who_is_called_comes_before_the_contacts_of_the_same_matter(bench: Bench) -> None:
    offer(bench, worry_form())
    admin = bench.work_as(ADMIN)
    psychiatry = SiteContact("Dr. On Call", "", "555-0101", frozenset({"suicide-concern"}))
    everybody = SiteContact("Charge nurse", "", "555-0102")
    save_site_contacts(admin, [psychiatry, everybody])
    about_suicide = save(bench, rule(ALONE, about=AlertAbout.SUICIDE))
    other = save(bench, rule(ALONE))

    words, contacts = alert_words(admin), site_contacts(admin)

    named = [one.name for one in words[about_suicide.code].offered(contacts)]
    assert named == [about_suicide.call, "Dr. On Call", "Charge nurse"]
    assert [one.name for one in words[other.code].offered(contacts)] == [other.call, "Charge nurse"]


def test_our_own_forms_stay_as_they_are_beside_a_rule(bench: Bench) -> None:
    offer(bench, worry_form())
    save(bench, rule(ALONE))
    work = bench.work_as(ROSA)

    form = completed(work, bench.new_case(), **{"how-you-are.ending-life": "yes"})

    assert [act.alert_code for act in form.value.hand_offs] == ["suicide-concern"]


def test_a_correction_after_the_rule_ended_still_asks_who_was_told(bench: Bench) -> None:
    offer(bench, worry_form())
    kept = save(bench, rule(ALONE, waits=False))
    form, work = alone(bench), bench.work_as(ROSA)
    complete_form(work, form.draft)
    bench.clock.advance(60)
    end_site_alert(bench.work_as(ADMIN), kept.alert_id)
    bench.clock.advance(60)

    again = open_form(work, form.ref, FormKind.LOADED, form.draft.record_id)
    assert [alert.code for alert in again.session.alerts] == [kept.code]
    hand_off(work, again, kept.code)
    complete_form(work, again.draft)

    assert read_review_desk(bench.work_as(NADIA)).alerts == ()


def test_a_rule_that_came_later_says_nothing_of_what_was_complete(bench: Bench) -> None:
    offer(bench, worry_form())
    form, work = alone(bench), bench.work_as(ROSA)
    complete_form(work, form.draft)
    bench.clock.advance(60)

    save(bench, rule(ALONE, waits=False))

    assert read_review_desk(bench.work_as(NADIA)).alerts == ()
    assert lines_at_review(bench, form.ref)["alone"].alert_code is None
