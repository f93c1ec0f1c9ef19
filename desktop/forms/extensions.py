"""Extension URLs that forms use, and how to find extensions on a JSON element."""

from collections.abc import Iterator

from desktop.forms.json_input import JsonObject, objects

CORE = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
OURS = "https://firstlight.example/fhir/StructureDefinition/"

TRANSLATION = CORE + "translation"
VARIABLE = CORE + "variable"
DATA_ABSENT_REASON = CORE + "data-absent-reason"
NOT_SAFE_TO_ASK = OURS + "not-safe-to-ask"
CALCULATED = SDC + "sdc-questionnaire-calculatedExpression"
INITIAL_EXPRESSION = SDC + "sdc-questionnaire-initialExpression"
ENABLE_EXPRESSION = SDC + "sdc-questionnaire-enableWhenExpression"
ANSWER_EXPRESSION = SDC + "sdc-questionnaire-answerExpression"
LAUNCH_CONTEXT = SDC + "sdc-questionnaire-launchContext"
SHORT_TEXT = SDC + "sdc-questionnaire-shortText"
HIDDEN = CORE + "questionnaire-hidden"
ITEM_CONTROL = CORE + "questionnaire-itemControl"
DISPLAY_CATEGORY = CORE + "questionnaire-displayCategory"
CHOICE_ORIENTATION = CORE + "questionnaire-choiceOrientation"
ENTRY_FORMAT = CORE + "entryFormat"
OPTION_EXCLUSIVE = CORE + "questionnaire-optionExclusive"
OPTION_PREFIX = CORE + "questionnaire-optionPrefix"
CODE_LABELS = (CORE + "valueset-label", CORE + "codesystem-label")
"""What stands before a code of a value set or code system, as a prefix before an option."""
UNIT = CORE + "questionnaire-unit"
UNIT_OPTION = CORE + "questionnaire-unitOption"
UNIT_OPEN = SDC + "sdc-questionnaire-unitOpen"
UNIT_VALUE_SET = CORE + "questionnaire-unitValueSet"
UNIT_SUPPLEMENTS = (
    SDC + "sdc-questionnaire-unitSupplementalSystem",
    CORE + "questionnaire-unitSupplementalSystem",
)
USAGE_MODE = CORE + "questionnaire-usageMode"
ENTRY_MODE = SDC + "sdc-questionnaire-entryMode"
SOURCE_QUERIES = SDC + "sdc-questionnaire-sourceQueries"
POPULATION_CONTEXT = SDC + "sdc-questionnaire-itemPopulationContext"
SUB_QUESTIONNAIRE = SDC + "sdc-questionnaire-subQuestionnaire"
ASSEMBLED_FROM = SDC + "sdc-questionnaire-assembledFrom"
CQF_LIBRARY = CORE + "cqf-library"
TERMINOLOGY_SERVERS = (
    SDC + "sdc-questionnaire-preferredTerminologyServer",
    CORE + "preferredTerminologyServer",
    CORE + "terminology-server",
)
CRITICAL_EXTENSION = SDC + "sdc-rendering-criticalExtension"
MIN_LENGTH = CORE + "minLength"
MAX_DECIMAL_PLACES = CORE + "maxDecimalPlaces"
WORKED_EXAMPLE = OURS + "test-vector"
REGEX = CORE + "regex"
SIGNATURE_REQUIRED = CORE + "questionnaire-signatureRequired"
SIGNATURE = CORE + "questionnaireresponse-signature"
SIGNATURE_FACTS = OURS + "signature-facts"
OBSERVATION_LINK = SDC + "sdc-questionnaire-observationLinkPeriod"
CANDIDATE_EXPRESSION = SDC + "sdc-questionnaire-candidateExpression"
CONTEXT_EXPRESSION = SDC + "sdc-questionnaire-contextExpression"
OPTIONS_TOGGLE = SDC + "sdc-questionnaire-answerOptionsToggleExpression"
CQF_EXPRESSION = CORE + "cqf-expression"
CQF_CALCULATED = CORE + "cqf-calculatedValue"
CONSTRAINT = CORE + "questionnaire-constraint"
TARGET_CONSTRAINT = CORE + "targetConstraint"
MIN_VALUE = CORE + "minValue"
MAX_VALUE = CORE + "maxValue"
MIN_QUANTITY = SDC + "sdc-questionnaire-minQuantity"
MAX_QUANTITY = SDC + "sdc-questionnaire-maxQuantity"
MIN_OCCURS = CORE + "questionnaire-minOccurs"
MAX_OCCURS = CORE + "questionnaire-maxOccurs"
MIME_TYPE = CORE + "mimeType"
MAX_SIZE = CORE + "maxSize"
COLLAPSIBLE = SDC + "sdc-questionnaire-collapsible"
CHOICE_COLUMN = SDC + "sdc-questionnaire-choiceColumn"
COLUMN_COUNT = SDC + "sdc-questionnaire-columnCount"
WIDTH = SDC + "sdc-questionnaire-width"
OPEN_LABEL = SDC + "sdc-questionnaire-openLabel"
SLIDER_STEP = CORE + "questionnaire-sliderStepValue"
KEYBOARD = SDC + "sdc-questionnaire-keyboard"
ITEM_MEDIA = SDC + "sdc-questionnaire-itemMedia"
ITEM_ANSWER_MEDIA = SDC + "sdc-questionnaire-itemAnswerMedia"
SUPPORT_LINKS = (
    CORE + "questionnaire-supportLink",
    SDC + "sdc-questionnaire-supportHyperlink",
)
DISABLED_DISPLAY = (
    "http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.disabledDisplay"
)
RENDERING_XHTML = CORE + "rendering-xhtml"
RENDERING_MARKDOWN = CORE + "rendering-markdown"
RENDERING_STYLE = CORE + "rendering-style"
WEIGHTS = (
    CORE + "itemWeight",
    CORE + "ordinalValue",
    CORE + "questionnaire-ordinalValue",
)


def extensions(element: JsonObject, url: str) -> Iterator[JsonObject]:
    """The extensions of an element with this URL."""
    if "extension" not in element:
        return iter(())
    return (found for found in objects(element, "extension") if found.get("url") == url)


def extension(element: JsonObject, url: str) -> JsonObject:
    """The first extension with this URL; empty when there is none."""
    listed = element.get("extension")
    for found in listed if isinstance(listed, list) else ():
        if isinstance(found, dict) and found.get("url") == url:
            return found
    return {}


def extension_value(element: JsonObject, url: str, field: str) -> object:
    """``field`` (such as "valueCode") of the first extension with this URL; None without one."""
    return extension(element, url).get(field)


def extension_text(element: JsonObject, url: str, *fields: str) -> str:
    """The first text among ``fields`` of the first extension with this URL; empty without one."""
    found = extension(element, url)
    return next((found[name] for name in fields if isinstance(found.get(name), str)), "")
