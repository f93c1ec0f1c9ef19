"""Earlier answers that an open form may offer: whose, from where, and what the trail says of it."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.forms.answers import Answered, AnswerValue, NoAnswerReason
from desktop.forms.earlier_answers import EarlierAnswer
from desktop.forms.extensions import OBSERVATION_LINK, OURS
from desktop.forms.observations import EXTRACT
from desktop.records.audit_event import AuditAction
from desktop.records.audit_questions import looked_at
from desktop.records.form_record import FormKind, FormRecord
from desktop.records.ids import RecordId
from desktop.records.kinds import FORM, Compartment
from desktop.services.complete_form import complete_form
from desktop.services.discard_draft import DiscardReason, discard_draft
from desktop.services.link_people import link_people, undo_link
from desktop.services.open_form import OpenForm, open_form
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.read_audit import read_audit
from desktop.services.read_earlier_answers import read_earlier_answers
from desktop.services.sign_visit import sign_visit
from desktop.services.start_amendment import start_amendment
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.submit_visit import submit_visit
from desktop.services.work import Work
from tests.services.bench import NADIA, OFFICER, ROSA, TOMAS, Bench, confirmed
from tests.services.filling import answer_in, give_reason, say
from tests.services.loaded_forms import Json, offer, sleep_form

DAY = 24 * 3600
HOURS = [{"system": "https://codes.example", "code": "hours"}]


def diary(url: str, *extensions: Json, code: object = HOURS, **fields: Any) -> Json:
    """The sleep form under an address of its own; its second question has a code."""
    form = sleep_form(url=url, title=f"Diary {url[-1]}", **fields)
    asked = form["item"][0]["item"][1]
    asked |= {"type": "string", "code": code, "extension": list(extensions)}
    return form


def giving(**fields: Any) -> Json:
    """A form that gives the hours out."""
    return diary("https://forms.example/a", {"url": EXTRACT, "valueBoolean": True}, **fields)


def looking(months: int = 12, form: str = "b", **fields: Any) -> Json:
    """A form that looks for earlier hours."""
    length = {"value": months, "system": "http://unitsofmeasure.org", "code": "mo"}
    asks = {"url": OBSERVATION_LINK, "valueDuration": length}
    return diary(f"https://forms.example/{form}", asks, **fields)


def for_whom(code: str) -> Json:
    return {
        "extension": [
            {"url": OURS + "offer", "extension": [{"url": "for", "valueCode": code}]},
        ]
    }


def kept(bench: Bench, ref: EpisodeRef, said: str, name: str = ROSA, **fields: Any) -> RecordId:
    """A completed form that gives out how long somebody slept."""
    work = bench.work_as(name)
    form = start_loaded_form(work, ref, offer(bench, giving(**fields)).content_hash)
    say(work, form, "slept", "yes")
    say(work, form, "hours", said)
    return complete_form(work, form.draft).record_id


def begun(bench: Bench, ref: EpisodeRef, name: str = ROSA, **fields: Any) -> OpenForm:
    """A form that looks back, opened."""
    content_hash = offer(bench, looking(**fields)).content_hash
    return start_loaded_form(bench.work_as(name), ref, content_hash)


def offered(work: Work, form: OpenForm) -> list[AnswerValue]:
    return [one.value for one in read_earlier_answers(work, form).get("hours", ())]


def corrected(work: Work, form: OpenForm, said: str) -> Revision[FormRecord]:
    say(work, form, "hours", said)
    return complete_form(work, form.draft)


def test_an_earlier_answer_is_offered_with_its_day_and_fills_in_nothing(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    kept(bench, ref, "seven")
    at = bench.clock.now()
    bench.clock.advance(DAY)
    form = begun(bench, ref)

    (found,) = read_earlier_answers(work, form)["hours"]

    assert found == EarlierAnswer("seven", at, found.title)
    assert found.title.base == "Diary a"
    assert not isinstance(answer_in(form.session, "hours"), Answered)
    assert not form.session.answers
    assert not isinstance(answer_in(open_again(work, ref, form).session, "hours"), Answered)


def open_again(work: Work, ref: EpisodeRef, form: OpenForm) -> OpenForm:
    return open_form(work, ref, FormKind.LOADED, form.draft.record_id)


def test_what_is_older_than_the_form_looks_back_is_not_offered(bench: Bench) -> None:
    ref = bench.new_case()
    kept(bench, ref, "seven")
    bench.clock.advance(40 * DAY)

    assert offered(bench.work_as(ROSA), begun(bench, ref, months=1)) == []
    assert offered(bench.work_as(ROSA), begun(bench, ref, months=2, form="c")) == ["seven"]


def test_a_correction_is_offered_as_corrected_and_as_of_the_day_of_the_answers(
    bench: Bench,
) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    record = kept(bench, ref, "seven")
    at = bench.clock.now()
    bench.clock.advance(3 * DAY)
    corrected(work, open_form(work, ref, FormKind.LOADED, record), "six")

    (found,) = read_earlier_answers(work, begun(bench, ref))["hours"]

    assert (found.value, found.at) == ("six", at)


def test_an_amended_record_offers_its_newest_revision_alone(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    record = kept(bench, ref, "seven")
    visit = submit_visit(work, ref)
    sign_visit(confirmed(bench.work_as(NADIA)), ref, visit.visit_id)
    bench.clock.advance(DAY)
    corrected(work, start_amendment(work, ref, FormKind.LOADED, "Misheard", record), "five")

    assert offered(work, begun(bench, ref)) == ["five"]


def test_a_form_being_filled_or_discarded_offers_nothing(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    form = start_loaded_form(work, ref, offer(bench, giving()).content_hash)
    say(work, form, "hours", "seven")
    asking = begun(bench, ref)
    assert offered(work, asking) == []

    discard_draft(work, form.draft, DiscardReason.BY_MISTAKE)

    assert offered(work, asking) == []


def test_a_declined_answer_is_not_offered(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    form = start_loaded_form(work, ref, offer(bench, giving()).content_hash)
    say(work, form, "slept", "yes")
    give_reason(work, form, "hours", NoAnswerReason.DECLINED)
    complete_form(work, form.draft)

    assert offered(work, begun(bench, ref)) == []


def test_a_correction_is_not_offered_itself_nor_what_came_after_it(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    form = begun(bench, ref)
    say(work, form, "slept", "yes")
    say(work, form, "hours", "eight")
    record = complete_form(work, form.draft).record_id
    bench.clock.advance(DAY)
    kept(bench, ref, "seven")

    again = open_form(work, ref, FormKind.LOADED, record)

    assert offered(work, again) == []


def test_another_person_s_answers_are_never_offered(bench: Bench) -> None:
    ref, other = bench.new_case(), bench.new_case()
    kept(bench, other, "seven")

    assert offered(bench.work_as(ROSA), begun(bench, ref)) == []


def test_a_linked_person_s_answers_are_offered_as_long_as_the_link_stands(bench: Bench) -> None:
    ref, other, work = bench.new_case(), bench.new_case(), bench.work_as(ROSA)
    kept(bench, other, "seven")
    link_people(work, ref, other)
    form = begun(bench, ref)
    assert offered(work, form) == ["seven"]

    undo_link(work, ref, other.person_id)

    assert offered(work, form) == []


def test_a_linked_case_that_is_not_one_s_own_is_not_looked_at(bench: Bench) -> None:
    mine, others = bench.new_case(), bench.new_case(TOMAS)
    bench.reach(others, TOMAS)
    kept(bench, others, "seven", TOMAS)
    link_people(bench.work_as(NADIA), mine, others)
    form = begun(bench, mine)
    before = len(bench.heard)

    assert offered(bench.work_as(ROSA), form) == []

    assert bench.heard[before:] == []


@pytest.mark.parametrize("who", ["family", "caregiver", "staff"])
def test_what_somebody_else_said_is_not_offered_to_the_person_nor_the_other_way(
    bench: Bench, who: str
) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    kept(bench, ref, "theirs", **for_whom(who))
    assert offered(work, begun(bench, ref)) == []
    kept(bench, ref, "the person's", version="2", **for_whom("person"))

    assert offered(work, begun(bench, ref, form="c", **for_whom(who))) == ["theirs"]
    assert offered(work, begun(bench, ref, form="d")) == ["the person's"]


def test_each_form_that_is_opened_for_it_is_in_the_trail_and_found_by_the_officer(
    sealed_work: Bench,
) -> None:
    bench = sealed_work
    ref, other, rosa = bench.new_case(), bench.new_case(), bench.work_as(ROSA)
    record = kept(bench, other, "seven")
    link_people(rosa, ref, other)
    form = begun(bench, ref)
    before = len(bench.heard)

    read_earlier_answers(rosa, form)

    (entry,) = bench.heard[before:]
    assert (entry.action, entry.subject) == (AuditAction.FORM_READ, record)
    assert (entry.person, entry.detail) == (other.person_id, "")
    seen = looked_at(read_audit(bench.work_as(OFFICER)).events, other.person_id)
    assert AuditAction.FORM_READ in [one.event.action for one in seen]


def test_a_form_without_one_of_the_codes_is_not_opened(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    kept(bench, ref, "seven", code=[{"code": "other"}])
    form = begun(bench, ref)
    before = len(bench.heard)

    assert read_earlier_answers(work, form) == {}
    assert bench.heard[before:] == []


def test_a_form_that_looks_for_nothing_reads_no_record(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    kept(bench, ref, "seven")
    form = start_loaded_form(work, ref, offer(bench, giving(version="2")).content_hash)

    class Closed:
        """A session that must not be used."""

        def __getattr__(self, name: str) -> Any:
            raise AssertionError(name)

    assert read_earlier_answers(replace(work, session=Closed()), form) == {}


def test_restricted_notes_are_never_looked_at(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    kept(bench, ref, "seven")
    form = begun(bench, ref)
    asked: list[Compartment] = []
    records = work.session.records

    class Watched:
        """The records, and which compartments were asked for."""

        def __getattr__(self, name: str) -> Any:
            def call(kind: Any, *rest: Any, **named: Any) -> Any:
                asked.append(kind.compartment)
                return getattr(records, name)(kind, *rest, **named)

            return call

    class Session:
        """The session with the watched records."""

        def __getattr__(self, name: str) -> Any:
            return Watched() if name == "records" else getattr(work.session, name)

    watched = replace(work, session=Session())

    assert offered(watched, form) == ["seven"]
    assert asked
    assert Compartment.P2 not in asked


def test_a_form_that_is_not_installed_any_more_hinders_nothing(bench: Bench) -> None:
    ref, work = bench.new_case(), bench.work_as(ROSA)
    record = kept(bench, ref, "seven")
    form = begun(bench, ref)
    revision = work.session.records.load(FORM, record)
    lost = replace(revision.value.instrument, content_hash="0" * 64)
    changed = replace(revision.value, instrument=lost)
    work.session.records.save(FORM, ref.person_id, record, changed, base=revision.number)

    assert offered(work, form) == []
