"""The table of elements names everything that FHIR and SDC let a form use, by its own name."""

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
    *("observationExtract", "observationLinkPeriod", "templateExtract"),
    *("preferredTerminologyServer", "assembledFrom", "subQuestionnaire", "answerAssessment"),
    # Rendering
    *("drop-down", "radio-button", "check-box", "help", "flyover", "autocomplete", "prompt"),
    *("tab-container", "table", "gtable", "grid", "page", "slider", "legal", "header", "footer"),
    *("list", "lower", "upper", "spinner", "lookup", "context-display", "choiceOrientation"),
    *("columnCount", "hidden", "rendering-xhtml", "rendering-markdown", "rendering-style"),
    *("rendering-criticalExtension", "styleSensitive", "displayCategory", "optionPrefix"),
    *("valueset-label", "openLabel", "entryFormat", "shortText", "collapsible", "width"),
    *("choiceColumn", "supportLink", "supportHyperlink", "sliderStepValue", "itemMedia"),
    *("itemAnswerMedia", "disabledDisplay", "translation", "keyboard"),
)


@pytest.mark.parametrize("name", NAMES)
def test_each_element_stands_in_the_table(name: str) -> None:
    elements = [line.split("|")[1] for line in page().splitlines() if line.startswith("| ")]

    assert any(name in element for element in elements)
