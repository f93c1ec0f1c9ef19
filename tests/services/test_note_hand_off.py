"""An alert of a completed form is acknowledged beside it, without a correction."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.alert import HandOff, ToldBy
from desktop.records.audit_event import AuditAction
from desktop.records.break_glass import GlassReason
from desktop.records.erasure import ErasureReason, person_reference
from desktop.records.form_record import FormKind
from desktop.records.kinds import FORM, LATE_HAND_OFF
from desktop.records.site_alert import SiteAlert
from desktop.services.answer_erasure import erase_person
from desktop.services.ask_erasure import ask_erasure
from desktop.services.break_glass import open_lent
from desktop.services.close_case import CloseReason, close_case
from desktop.services.complete_form import complete_form
from desktop.services.draft_session import open_drafts
from desktop.services.link_people import link_people
from desktop.services.note_hand_off import note_hand_off
from desktop.services.open_form import OpenForm, open_form
from desktop.services.open_visit import open_visit
from desktop.services.ports import EpisodeRef
from desktop.services.print_record import record_paper
from desktop.services.read_lent_person import read_lent_person
from desktop.services.read_person import read_person
from desktop.services.read_review_desk import read_review_desk
from desktop.services.read_worklist import read_worklist
from desktop.services.sign_visit import sign_visit
from desktop.services.start_amendment import start_amendment
from desktop.services.submit_visit import submit_visit
from desktop.services.work import Work
from tests.services.bench import (
    ADMIN,
    DESK,
    NADIA,
    OFFICER,
    ROSA,
    TOMAS,
    Bench,
    confirmed,
    sealed_bench,
)
from tests.services.filling import say
from tests.services.loaded_forms import offer
from tests.services.scored_form import ALONE, begin, put, rule, save, worry_form
from tests.support.store_fixture import password_of
from tests.views.oversight.overseen import lend

WHO = "Dr. P. Example"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Invented people at work on a real sealed store."""
    bench, made = sealed_bench(tmp_path / "store")
    yield bench
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


@pytest.fixture
def kept(bench: Bench) -> SiteAlert:
    """A rule for which Complete does not wait."""
    offer(bench, worry_form())
    return save(bench, rule(ALONE, waits=False))


@pytest.fixture
def form(bench: Bench, kept: SiteAlert) -> OpenForm:
    """A completed form with an alert of that rule that nobody was told of."""
    return left_open(bench, kept)


def left_open(bench: Bench, kept: SiteAlert, ref: EpisodeRef | None = None) -> OpenForm:
    opened, work = begin(bench, ref), bench.work_as(ROSA)
    put(work, opened, "alone", True)
    for link_id in ("first", "second"):
        say(work, opened, link_id, "0")
    complete_form(work, opened.draft)
    assert kept.code in {one.code for one in opened.session.alerts}
    return opened


def tell(work: Work, form: OpenForm, kept: SiteAlert, told: str = WHO, said: str = "") -> HandOff:
    return note_hand_off(
        work,
        form.ref,
        form.draft.record_id,
        kept.code,
        told=told,
        how=ToldBy.PHONE,
        told_at=work.clock.now(),
        said=said,
    )


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.message_id


def printed(work: Work, form: OpenForm, language: str = "en") -> tuple[str, ...]:
    revision = work.session.records.load(FORM, form.draft.record_id)
    return record_paper(work, form.ref, revision, language).told


def test_who_was_told_closes_it_everywhere_and_for_everybody_at_once(
    bench: Bench, form: OpenForm, kept: SiteAlert
) -> None:
    (row,) = read_review_desk(bench.work_as(NADIA)).alerts
    (untold,) = read_person(bench.work_as(ROSA), form.ref).untold

    tell(bench.work_as(NADIA), form, kept)

    assert (row.form_id, untold.form_id) == (form.draft.record_id, form.draft.record_id)
    assert untold.contacts[0].name == kept.call
    assert read_review_desk(bench.work_as(NADIA)).alerts == ()
    page = read_person(bench.work_as(ROSA), form.ref)
    assert (page.untold, page.card.open_alerts) == ((), 0)
    assert "timeline.alert-told" in [entry.text_id for entry in page.timeline]
    assert printed(bench.work_as(ROSA), form)[0].startswith(f"High worry: {WHO}")
    found = [e for e in bench.heard if e.action is AuditAction.ALERT_ACKNOWLEDGED]
    assert [(e.subject, e.detail, e.person) for e in found] == [
        (form.draft.record_id, kept.code, form.ref.person_id)
    ]


def test_the_worklist_counts_it_until_somebody_was_told_and_not_in_a_closed_case(
    bench: Bench, form: OpenForm, kept: SiteAlert
) -> None:
    closed = left_open(bench, kept)
    close_case(bench.work_as(ROSA), closed.ref, CloseReason.DECLINED)

    def counted() -> dict[EpisodeRef, int]:
        found = read_worklist(bench.work_as(ROSA))
        cards = (*found.eligible, *found.in_progress, *found.closed)
        return {card.ref: card.open_alerts for card in cards}

    before = counted()
    tell(bench.work_as(ROSA), form, kept)

    assert before == {form.ref: 1, closed.ref: 0}
    assert counted() == {form.ref: 0, closed.ref: 0}


def test_a_try_that_reached_no_one_is_kept_and_closes_nothing(
    bench: Bench, form: OpenForm, kept: SiteAlert
) -> None:
    tell(bench.work_as(ROSA), form, kept, told="", said=WHO)

    page = read_person(bench.work_as(ROSA), form.ref)

    (untold,) = page.untold
    assert [act.said for act in untold.tries] == [WHO]
    assert len(read_review_desk(bench.work_as(NADIA)).alerts) == 1
    assert "timeline.alert-no-one" in [entry.text_id for entry in page.timeline]
    assert [line.split(":")[0] for line in printed(bench.work_as(ROSA), form)] == ["High worry"] * 2
    found = [e.detail for e in bench.heard if e.action is AuditAction.ALERT_ACKNOWLEDGED]
    assert found == [f"no-one:{kept.code}"]


def test_a_signed_form_keeps_its_revision_and_the_visit_shows_who_was_told(
    bench: Bench, form: OpenForm, kept: SiteAlert
) -> None:
    visit = submit_visit(bench.work_as(ROSA), form.ref)
    nadia = confirmed(bench.work_as(NADIA))
    sign_visit(nadia, form.ref, visit.visit_id)
    before = nadia.session.records.load(FORM, form.draft.record_id)

    tell(bench.work_as(ROSA), form, kept)

    assert nadia.session.records.load(FORM, form.draft.record_id) == before
    page = open_visit(nadia, form.ref, visit.visit_id)
    (line,) = [one for one in page.lines if one.item_key == "alone"]
    assert line.hand_off is not None
    assert line.hand_off.told == WHO
    assert line.is_flag


def test_a_correction_knows_who_was_told_and_does_not_say_it_twice(
    bench: Bench, form: OpenForm, kept: SiteAlert
) -> None:
    visit = submit_visit(bench.work_as(ROSA), form.ref)
    sign_visit(confirmed(bench.work_as(NADIA)), form.ref, visit.visit_id)
    tell(bench.work_as(NADIA), form, kept)
    rosa, record_id = bench.work_as(ROSA), form.draft.record_id

    start_amendment(rosa, form.ref, FormKind.LOADED, "A wrong number", record_id)
    (draft,) = open_drafts(rosa)[0]
    again = open_form(rosa, form.ref, FormKind.LOADED, record_id)
    put(rosa, again, "drinks", 1)
    complete_form(rosa, again.draft)

    assert draft.open_alerts == ()
    assert len(printed(rosa, form)) == 1
    assert read_review_desk(bench.work_as(NADIA)).alerts == ()


def test_what_is_being_corrected_is_told_in_its_draft(bench: Bench, form: OpenForm) -> None:
    rosa = bench.work_as(ROSA)

    open_form(rosa, form.ref, FormKind.LOADED, form.draft.record_id)

    page = read_person(rosa, form.ref)
    assert (page.untold, page.card.open_alerts) == ((), 1)
    assert [row.form_id for row in read_review_desk(bench.work_as(NADIA)).alerts] == [None]


def test_the_second_of_two_is_told_that_somebody_was_faster(
    bench: Bench, form: OpenForm, kept: SiteAlert
) -> None:
    tell(bench.work_as(ROSA), form, kept)

    said = refusal(lambda: tell(bench.work_as(NADIA), form, kept, told="Dr. Other"))

    assert said == "hand-off.told-already"
    kept_acts = bench.work_as(NADIA).session.records.list_newest(LATE_HAND_OFF, form.ref.person_id)
    assert [one.value.act.told for one in kept_acts] == [WHO]


@pytest.mark.parametrize("minutes", [3, 24 * 60])
def test_a_time_still_to_come_is_refused(
    bench: Bench, form: OpenForm, kept: SiteAlert, minutes: int
) -> None:
    work = bench.work_as(ROSA)
    later = work.clock.now() + timedelta(minutes=minutes)

    said = refusal(
        lambda: note_hand_off(
            work,
            form.ref,
            form.draft.record_id,
            kept.code,
            told=WHO,
            how=ToldBy.PAGE,
            told_at=later,
        )
    )

    assert said == "hand-off.in-future"
    assert len(read_person(work, form.ref).untold) == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (TOMAS, "caseload.outside"),
        (DESK, "work.not-allowed"),
        (OFFICER, "work.not-allowed"),
        (ADMIN, "work.not-allowed"),
    ],
)
def test_only_who_has_the_case_or_reviews_it_may_note_it(
    bench: Bench, form: OpenForm, kept: SiteAlert, name: str, said: str
) -> None:
    bench.reach(form.ref)

    assert refusal(lambda: tell(bench.work_as(name), form, kept)) == said
    assert len(read_review_desk(bench.work_as(NADIA)).alerts) == 1


def test_a_case_that_was_closed_since_takes_it_too(
    bench: Bench, form: OpenForm, kept: SiteAlert
) -> None:
    close_case(bench.work_as(ROSA), form.ref, CloseReason.COMPLETED)

    tell(bench.work_as(ROSA), form, kept)

    assert read_review_desk(bench.work_as(NADIA)).alerts == ()


def test_the_same_alert_of_another_form_stays_open(
    bench: Bench, form: OpenForm, kept: SiteAlert
) -> None:
    other = left_open(bench, kept)

    tell(bench.work_as(ROSA), form, kept)

    (row,) = read_review_desk(bench.work_as(NADIA)).alerts
    assert row.form_id == other.draft.record_id
    assert refusal(
        lambda: note_hand_off(
            bench.work_as(ROSA),
            form.ref,
            other.draft.record_id,
            kept.code,
            told=WHO,
            how=ToldBy.PHONE,
            told_at=bench.clock.now(),
        )
    ) == ("store.no-such-record")


def test_it_goes_with_the_person_when_they_are_erased(
    bench: Bench, form: OpenForm, kept: SiteAlert
) -> None:
    nadia, ref = bench.work_as(NADIA), form.ref
    tell(nadia, form, kept)
    alias = read_person(nadia, ref).card.alias
    ask_erasure(nadia, ref, alias, ErasureReason.PERSON_ASKED, password_of(NADIA))

    reference = person_reference(ref.person_id)
    erase_person(bench.work_as(ADMIN), ref.person_id, reference, password_of(ADMIN))

    records = nadia.session.records
    assert refusal(lambda: records.list_newest(LATE_HAND_OFF, ref.person_id)) == "person.erased"


def test_the_linked_case_of_the_same_person_keeps_its_own(
    bench: Bench, form: OpenForm, kept: SiteAlert
) -> None:
    other = left_open(bench, kept)
    link_people(bench.work_as(NADIA), form.ref, other.ref)

    tell(bench.work_as(NADIA), form, kept)

    assert read_person(bench.work_as(ROSA), form.ref).untold == ()
    (untold,) = read_person(bench.work_as(ROSA), other.ref).untold
    assert untold.form_id == other.draft.record_id


def test_a_privacy_officer_with_lent_keys_reads_who_was_told(
    bench: Bench, form: OpenForm, kept: SiteAlert
) -> None:
    tell(bench.work_as(ROSA), form, kept)
    lend(bench, form.ref)
    officer, reason = bench.work_as(OFFICER), GlassReason.COMPLAINT
    open_lent(officer, form.ref.person_id, reason, "", password_of(OFFICER))

    (case,) = read_lent_person(officer, form.ref.person_id).cases

    (line,) = [one for one in case.forms[0].lines if one.item_key == "alone"]
    assert line.hand_off is not None
    assert line.hand_off.told == WHO
    assert "timeline.alert-told" in [entry.text_id for entry in case.timeline]
    assert refusal(lambda: tell(officer, form, kept)) == "work.not-allowed"
