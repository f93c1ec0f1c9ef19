"""What a form may ask of its case: the patient, who fills it, the stay; never a legal name."""

from datetime import date
from typing import Any

import pytest

from desktop.forms.answers import Answered, PartialDate
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.records.person import PersonIdentity
from desktop.services.complete_form import complete_form
from desktop.services.draft_session import record_session
from desktop.services.identity import save_identity
from desktop.services.launch_context import launch_context
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.take_over_draft import take_over_draft
from tests.services.bench import ROSA, TOMAS, Bench
from tests.services.filling import answer_in, say
from tests.services.loaded_forms import LAUNCH, SDC, Json, offer, sleep_form

INITIAL = SDC + "sdc-questionnaire-initialExpression"
LEGAL_NAME = "Invented Legal Name"
BORN = date(2001, 5, 17)


def asking(**expressions: str) -> Json:
    """The form with a question for each expression, filled from the case."""
    types = {"born": "date"}
    form = sleep_form()
    form["extension"] = [
        {"url": LAUNCH, "extension": [{"url": "name", "valueCoding": {"code": code}}]}
        for code in ("patient", "user", "encounter")
    ]
    form["item"][0]["item"] += [
        {
            "linkId": name,
            "type": types.get(name, "string"),
            "text": name,
            "extension": [
                {
                    "url": INITIAL,
                    "valueExpression": {"language": "text/fhirpath", "expression": expression},
                }
            ],
        }
        for name, expression in expressions.items()
    ]
    return form


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A case whose person's legal name and birth date are known."""
    ref = bench.new_case()
    identity = PersonIdentity(ref.person_id, LEGAL_NAME, BORN)
    save_identity(bench.work_as(ROSA), ref, identity)
    return ref


def test_a_form_is_filled_from_the_open_case(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    form = asking(
        who="%patient.id",
        born="%patient.birthDate",
        staff="%user.name.text",
        since="%encounter.period.start.toString()",
        stay="%encounter.id",
        named="%patient.name.text",
    )

    begun = start_loaded_form(work, ref, offer(bench, form).content_hash)

    said = {name: answer_in(begun.session, name) for name in ("who", "born", "staff", "stay")}
    assert said == {
        "who": Answered((ref.person_id,)),
        "born": Answered((PartialDate("2001-05-17"),)),
        "staff": Answered(("Rosa Sample",)),
        "stay": Answered((ref.episode_id,)),
    }
    assert not isinstance(answer_in(begun.session, "named"), Answered)


def test_a_form_gets_only_what_it_names(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    plain = work.library.by_ref(offer(bench))

    assert launch_context(work, ref, plain, work.session.me.staff_id) == {}


def test_nobodys_legal_name_is_handed_to_a_form(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    form = work.library.by_ref(offer(bench, asking(who="%patient.id")))

    context: Any = launch_context(work, ref, form, work.session.me.staff_id)

    assert LEGAL_NAME not in repr(context)
    assert context["patient"] == {
        "resourceType": "Patient",
        "id": ref.person_id,
        "birthDate": "2001-05-17",
    }
    assert context["encounter"]["status"] == "in-progress"
    assert context["encounter"]["period"] == {"start": bench.clock.now().isoformat()}


def test_a_look_at_the_date_of_birth_is_in_the_audit_trail(bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    asks = offer(bench, asking(who="%patient.id"))
    bench.heard.clear()

    start_loaded_form(work, ref, asks.content_hash)

    assert bench.actions().count(AuditAction.IDENTITY_READ) == 1


def test_an_unknown_birth_date_stays_empty(bench: Bench) -> None:
    work, unknown = bench.work_as(ROSA), bench.new_case()

    begun = start_loaded_form(
        work, unknown, offer(bench, asking(born="%patient.birthDate")).content_hash
    )

    assert not isinstance(answer_in(begun.session, "born"), Answered)


def test_the_record_still_names_who_filled_it(bench: Bench, ref: EpisodeRef) -> None:
    bench.share_cases()
    rosa, tomas = bench.work_as(ROSA), bench.work_as(TOMAS)
    begun = start_loaded_form(rosa, ref, offer(bench, asking(staff="%user.name.text")).content_hash)
    say(rosa, begun, "slept", "yes")
    take_over_draft(tomas, begun.draft)
    again = open_form(tomas, ref, FormKind.LOADED, begun.draft.record_id)

    record = complete_form(tomas, again.draft)

    session = record_session(tomas, ref, record.value)
    assert answer_in(session, "staff") == Answered(("Rosa Sample",))
