"""The table of elements names everything that FHIR and SDC let a form use, by its own name."""

import re

import pytest

from tests.forms.element_table import page

NAMES = (
    # Base elements (FHIR R4 Questionnaire and QuestionnaireResponse)
    *("item.type", "enableWhen", "required", "repeats", "readOnly", "maxLength", "prefix"),
    *("initial", "answerOption", "answerValueSet", "status", "version", "url", "derivedFrom"),
    *("copyright", "effectivePeriod", "modifierExtension", "authored", "author", "source"),
    *("subject", "items under a question", "data-absent-reason"),
    # Behaviour
    *("variable", "calculatedExpression", "initialExpression", "enableWhenExpression"),
    *("answerExpression", "answerOptionsToggleExpression", "candidateExpression"),
    *("contextExpression", "itemPopulationContext", "sourceQueries", "launchContext"),
    *("cqf-expression", "cqf-library", "cqf-calculatedValue", "questionnaire-constraint"),
    *("targetConstraint", "minLength", "regex", "minValue", "maxValue", "minQuantity"),
    *("maxQuantity", "maxDecimalPlaces", "minOccurs", "maxOccurs", "mimeType", "maxSize"),
    *("ordinalValue", "itemWeight", "optionExclusive", "unitOption", "unitValueSet", "unitOpen"),
    *("unitSupplementalSystem", "referenceResource", "referenceProfile", "lookupQuestionnaire"),
    *("signatureRequired", "questionnaireresponse-signature", "entryMode", "usageMode"),
    *(
        "observationExtract",
        "observationLinkPeriod",
        "templateExtract",
        "extractAllocateId",
        "definitionExtract",
    ),
    *("preferredTerminologyServer", "assembledFrom", "subQuestionnaire", "item-answerAssessment"),
    # Our own extensions
    *("role", "sensitive", "alert", "need", "step", "reask-when-missing", "specificity"),
    *("paragraph-role", "score-band", "test-vector", "offer"),
    # Rendering
    *("drop-down", "radio-button", "check-box", "help", "flyover", "autocomplete", "prompt"),
    *("tab-container", "table", "gtable", "grid", "page", "slider", "legal", "header", "footer"),
    *("list", "lower", "upper", "spinner", "lookup", "context-display", "choiceOrientation"),
    *("columnCount", "hidden", "rendering-xhtml", "rendering-markdown", "rendering-style"),
    *("rendering-criticalExtension", "rendering-styleSensitive", "displayCategory", "optionPrefix"),
    *("valueset-label", "openLabel", "entryFormat", "shortText", "collapsible", "width"),
    *("choiceColumn", "supportLink", "supportHyperlink", "sliderStepValue", "itemMedia"),
    *("itemAnswerMedia", "disabledDisplay", "translation", "keyboard"),
)


ELEMENTS = [line.split("|")[1] for line in page().splitlines() if line.startswith("| ")]


def names(element: str, name: str) -> bool:
    """Whether an element has this name as a whole: "list" is neither "lists" nor "value-list"."""
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", element) is not None


@pytest.mark.parametrize("name", NAMES)
def test_each_element_stands_in_the_table(name: str) -> None:
    assert any(names(element, name) for element in ELEMENTS)


@pytest.mark.parametrize(
    "element", ["long lists", "lookupQuestionnaire", "rendering-styleSensitive"]
)
def test_a_part_of_a_name_is_not_the_name(element: str) -> None:
    assert not any(names(element, name) for name in ("list", "lookup", "styleSensitive"))
