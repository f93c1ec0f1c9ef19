"""Which signatures a form wants, and that they travel with the response."""

import json
from decimal import Decimal
from typing import Any

from desktop.forms.filling import fill_report
from desktop.forms.instances import ItemKey
from desktop.forms.reading import read_questionnaire
from desktop.forms.response_reading import read_response
from desktop.forms.response_writing import response_bytes
from desktop.forms.session import FormSession
from desktop.forms.signing import WHOLE_FORM, content_digest, is_inside, wanted_signatures
from desktop.records.signature_fhir import signature_to_fhir, signatures_from_fhir
from tests.forms.form_makers import NOON, group, item
from tests.support.signed_forms import (
    CONSENTS,
    PURPOSES,
    WITNESSES,
    question,
    rides_form,
    signature_required,
    signed,
)

EXTENSION = "http://hl7.org/fhir/StructureDefinition/questionnaireresponse-signature"


def opened(form: dict[str, Any], response: dict[str, Any] | None = None) -> FormSession:
    return FormSession(
        read_questionnaire(json.dumps(form).encode(), "test.json"), response, now=lambda: NOON
    )


def places(session: FormSession) -> list[tuple[str, str]]:
    return [(one.target, one.role) for one in wanted_signatures(session)]


def rows_form() -> dict[str, Any]:
    people = group("people", item("name", "string"), item("kin", "string"), repeats=True)
    people["extension"] = [signature_required()]
    form = rides_form(item=[people])
    del form["extension"]
    return form


def test_a_form_and_a_shown_group_want_their_signature_and_a_disabled_group_none() -> None:
    session = opened(rides_form())

    before = places(session)
    session.answer(ItemKey("wanted"), True)

    assert before == [("", CONSENTS)]
    assert places(session) == [("terms", CONSENTS), ("", CONSENTS)]


def test_each_role_signs_for_itself() -> None:
    form = rides_form(extension=[signature_required(CONSENTS, WITNESSES)])

    assert places(opened(form)) == [("", CONSENTS), ("", WITNESSES)]


def test_a_form_that_names_no_role_wants_one_signature() -> None:
    assert places(opened(rides_form(extension=[{"url": signature_required()["url"]}]))) == [
        ("", "")
    ]


def test_every_row_of_a_repeating_group_is_signed_by_itself() -> None:
    session = opened(rows_form())
    session.add_row(ItemKey("people"))

    assert places(session) == [("people@0", ""), ("people@1", "")]


def test_what_a_signature_covers_is_its_item_and_all_below_in_the_same_row() -> None:
    form = opened(rows_form()).questionnaire
    row = ItemKey("people@1")

    assert is_inside(form, row, ItemKey("name@1"))
    assert is_inside(form, row, row)
    assert not is_inside(form, row, ItemKey("name@10"))
    assert not is_inside(form, row, ItemKey("name@0"))
    assert not is_inside(form, row, ItemKey("people"))
    assert is_inside(form, WHOLE_FORM, ItemKey("people"))
    assert not is_inside(form, ItemKey("gone"), ItemKey("name@0"))


def test_the_digest_of_a_part_changes_with_its_answers_alone() -> None:
    session = opened(rides_form())
    session.answer(ItemKey("wanted"), True)
    before = content_digest(session, ItemKey("terms"))
    whole = content_digest(session, WHOLE_FORM)

    session.answer(ItemKey("share"), True)
    after = content_digest(session, ItemKey("terms"))
    session.clear(ItemKey("share"))

    assert before != after
    assert content_digest(session, ItemKey("terms")) == before
    assert content_digest(session, WHOLE_FORM) == whole


def saved(session: FormSession, *targets: str) -> dict[str, Any]:
    """The response with a signature under each target."""
    nodes = {ItemKey(one): [signature_to_fhir(signed(session, one, at=NOON))] for one in targets}
    data = response_bytes(session.to_response("completed", NOON, nodes))
    loaded: dict[str, Any] = json.loads(data, parse_float=Decimal)
    return loaded


def test_the_response_carries_the_signature_as_fhir_asks() -> None:
    session = opened(rides_form())
    session.answer(ItemKey("wanted"), True)

    response = saved(session, "", "terms")

    (extension,) = response["extension"]
    terms = response["item"][1]
    assert extension["url"] == terms["extension"][0]["url"] == EXTENSION
    assert terms["linkId"] == "terms"
    signature = extension["valueSignature"]
    assert signature["type"] == [{"system": PURPOSES, "code": CONSENTS}]
    assert signature["who"] == {"display": "Sam Sample"}
    assert signature["when"] == NOON.isoformat().replace("+00:00", "Z")
    assert signature["sigFormat"] == "image/svg+xml"


def test_a_signature_loads_back_whole_and_the_second_save_is_byte_equal() -> None:
    session = opened(rides_form())
    session.answer(ItemKey("wanted"), True)
    first = saved(session, "", "terms")

    again = opened(rides_form(), first)
    found = signatures_from_fhir(again.loaded_signatures)
    nodes = {one.target: [signature_to_fhir(one)] for one in found}
    second = again.to_response("completed", NOON, nodes)

    assert found == (signed(session, "", at=NOON), signed(session, "terms", at=NOON))
    assert response_bytes(second) == response_bytes(first)


def test_a_signature_follows_its_row_when_rows_are_numbered_anew() -> None:
    session = opened(rows_form())
    session.answer(ItemKey("name@0"), "Ana")
    session.add_row(ItemKey("people"))
    session.answer(ItemKey("name@1"), "Ben")
    session.remove_row(ItemKey("people@0"))

    loaded = read_response(session.questionnaire, saved(session, "people@1"))

    assert [one.target for one in signatures_from_fhir(loaded.signatures)] == ["people@0"]


def test_a_changed_signature_is_not_taken_for_ours() -> None:
    session = opened(rides_form())
    response = saved(session, "")
    response["extension"][0]["valueSignature"]["who"]["display"] = "Somebody Else"

    assert signatures_from_fhir(opened(rides_form(), response).loaded_signatures) == ()


def test_filling_keeps_a_signature_of_any_maker_while_what_it_covers_is_the_same() -> None:
    session = opened(rides_form())
    session.answer(ItemKey("wanted"), False)
    response = saved(session, "")
    elsewhere = {"type": [{"code": "x"}], "when": "2026-03-14T12:00:00Z", "who": {"display": "Sam"}}
    response["extension"][0]["valueSignature"] = elsewhere

    report = fill_report(session.questionnaire, response, lambda: NOON)

    assert report.response["extension"] == response["extension"]


def test_filling_drops_a_signature_over_answers_that_do_not_stay() -> None:
    session = opened(rides_form())
    session.answer(ItemKey("wanted"), False)
    response = saved(session, "")
    response["item"].append(
        {"linkId": "terms", "item": [{"linkId": "share", "answer": [{"valueBoolean": True}]}]}
    )

    report = fill_report(session.questionnaire, response, lambda: NOON)

    assert "extension" not in report.response
    void = [
        one.link_id for one in report.invalid if one.message_id == "form-problem-signature-void"
    ]
    assert void == ["-"]


def test_filling_drops_a_signature_with_half_a_character() -> None:
    session = opened(rides_form())
    session.answer(ItemKey("wanted"), False)
    response = saved(session, "")
    response["extension"][0]["valueSignature"]["who"]["display"] = "\ud800"

    report = fill_report(session.questionnaire, response, lambda: NOON)

    assert "extension" not in report.response


def test_a_signed_statement_without_answers_is_in_the_response() -> None:
    statement: dict[str, Any] = {"linkId": "say", "type": "display", "text": "I read the rules."}
    statement["extension"] = [signature_required()]
    session = opened(rides_form(item=[statement, question("q", "Ready?")], extension=[]))

    response = saved(session, "say")

    assert [one["linkId"] for one in response["item"]] == ["say"]
    again = opened(rides_form(item=[statement, question("q", "Ready?")], extension=[]), response)
    assert [one.target for one in signatures_from_fhir(again.loaded_signatures)] == ["say"]
