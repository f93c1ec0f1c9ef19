"""A form of any size for the benchmarks: radio questions, half of them conditional, one total."""

import json

CODE_SYSTEM = "https://firstlight.example/fhir/CodeSystem/benchmark"
ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
CALCULATED = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"
TOTAL = "total"
PER_PAGE = 10


def generated_form(questions: int, per_page: int = PER_PAGE) -> bytes:
    """A Questionnaire of so many radio questions of four options, on pages of ``per_page``.

    Every even question shows when the one before it is answered with its second option or higher;
    the last item is the sum of all ordinals. All on one page: ``per_page`` = ``questions``.
    """
    items = [_question(number) for number in range(1, questions + 1)]
    pages = [
        {
            "linkId": f"page-{at // per_page + 1}",
            "type": "group",
            "text": f"Page {at // per_page + 1}",
            "item": items[at : at + per_page],
        }
        for at in range(0, questions, per_page)
    ]
    form = {
        "resourceType": "Questionnaire",
        "url": f"https://firstlight.example/fhir/Questionnaire/generated-{questions}-{per_page}",
        "version": "1",
        "status": "active",
        "title": f"{questions} questions",
        "item": [*pages, _total()],
    }
    return json.dumps(form).encode()


def link_id(number: int) -> str:
    """The linkId of a question, from 1."""
    return f"q{number}"


def option_code(number: int, ordinal: int) -> str:
    """The code of one of the four options (0 to 3)."""
    return f"{link_id(number)}-{ordinal}"


def _question(number: int) -> dict[str, object]:
    question: dict[str, object] = {
        "linkId": link_id(number),
        "type": "choice",
        "text": f"Question {number}",
        "answerOption": [_option(number, ordinal) for ordinal in range(4)],
    }
    if number % 2 == 0:
        before = {"system": CODE_SYSTEM, "code": option_code(number - 1, 0)}
        question["enableWhen"] = [
            {"question": link_id(number - 1), "operator": "!=", "answerCoding": before}
        ]
    return question


def _option(number: int, ordinal: int) -> dict[str, object]:
    coding = {
        "system": CODE_SYSTEM,
        "code": option_code(number, ordinal),
        "display": f"Option {ordinal}",
    }
    return {
        "valueCoding": coding,
        "extension": [{"url": ORDINAL, "valueDecimal": ordinal}],
    }


def _total() -> dict[str, object]:
    text = "%resource.descendants().where(linkId.startsWith('q')).answer.value.ordinal().sum()"
    return {
        "linkId": TOTAL,
        "type": "decimal",
        "text": "Total",
        "readOnly": True,
        "extension": [
            {
                "url": CALCULATED,
                "valueExpression": {"language": "text/fhirpath", "expression": text},
            }
        ],
    }
