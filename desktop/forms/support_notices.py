"""Says what a form asks for that Firstlight does not do: extraction, population, servers."""

from collections.abc import Iterator, Mapping

from desktop.forms import extensions as ext
from desktop.forms.expression_reads import needs_server
from desktop.forms.form_problem import FormProblem, notice, problem
from desktop.forms.json_input import JsonObject, a_text, an_object, objects
from desktop.forms.link_periods import link_faults
from desktop.forms.questionnaire import Item, Questionnaire, all_items
from desktop.forms.template_extraction import EXTRACT as TEMPLATE
from desktop.forms.template_extraction import template_of
from desktop.forms.unit_naming import lacks_units

_EXTRACTION = {
    ext.SDC + f"sdc-questionnaire-{name}": name
    for name in (
        "observationExtractEntry",
        "itemExtractionContext",
        "definitionExtract",
        "definitionExtractValue",
    )
}
_POPULATION = {
    ext.SOURCE_QUERIES: "sourceQueries",
    ext.SDC + "sdc-questionnaire-sourceStructureMap": "sourceStructureMap",
}
_SERVERS = dict.fromkeys(ext.TERMINOLOGY_SERVERS, "preferredTerminologyServer")
_OTHERS = {
    ext.CORE + "cqf-calculatedValue": "cqf-calculatedValue",
    ext.SDC + "sdc-questionnaire-targetStructureMap": "targetStructureMap",
}
_NOTED: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("extraction-not-done", _EXTRACTION),
    ("population-not-done", _POPULATION),
    ("no-terminology-server", _SERVERS),
    ("not-done", _OTHERS),
)
_LOOKUPS = (
    ext.CORE + "questionnaire-lookupQuestionnaire",
    ext.SDC + "sdc-questionnaire-lookupQuestionnaire",
)
_REFERENCE_LIMITS = (
    ext.CORE + "questionnaire-referenceResource",
    ext.CORE + "questionnaire-referenceProfile",
    ext.CORE + "questionnaire-referenceFilter",
)
STYLE_SENSITIVE = ext.CORE + "rendering-styleSensitive"
_STYLED = ("text", "prefix")


def support_findings(form: Questionnaire) -> Iterator[FormProblem]:
    """One notice per kind of extension, naming its first item; a problem where meaning is lost."""
    yield from _noted(form)
    for item in all_items(form.items):
        yield from _lookups(item)
        yield from _styles(item)
    assembled = list(ext.extensions(form.source, ext.ASSEMBLED_FROM))
    if assembled:
        yield notice("", "assembled-from", count=len(assembled))


def _noted(form: Questionnaire) -> Iterator[FormProblem]:
    places: dict[tuple[str, str], list[str]] = {}
    for link_id, element in _elements(form):
        for found in objects(element, "extension"):
            url = a_text(found, "url")
            for code, names in _NOTED:
                if url in names:
                    places.setdefault((code, names[url]), []).append(link_id)
    unfilled = list(_server_contexts(form))
    if unfilled:
        places["population-not-done", "itemPopulationContext"] = unfilled
    for link_id, source in _elements(form):
        if _lacks_template(source, form):
            places.setdefault(("extraction-not-done", "templateExtract"), []).append(link_id)
    for item in all_items(form.items):
        if _lacks_columns(item):
            places.setdefault(("not-done", "choiceColumn"), []).append(item.link_id)
        if lacks_units(item):
            places.setdefault(("not-done", "unitSupplementalSystem"), []).append(item.link_id)
        for code in link_faults(item):
            places.setdefault((code, "observationLinkPeriod"), []).append(item.link_id)
        for name in _asks_server(item):
            places.setdefault(("population-not-done", name), []).append(item.link_id)
    for (code, name), link_ids in places.items():
        count = len(link_ids)
        yield notice(link_ids[0], code, extension=name, count=count)


def _elements(form: Questionnaire) -> Iterator[tuple[str, JsonObject]]:
    yield "", form.source
    for item in all_items(form.items):
        yield item.link_id, item.source


def _server_contexts(form: Questionnaire) -> Iterator[str]:
    """Where rows would come from what only a server knows."""
    places: list[tuple[Item | None, JsonObject]] = [(None, form.source)]
    places += [(item, item.source) for item in all_items(form.items)]
    for item, source in places:
        for found in ext.extensions(source, ext.POPULATION_CONTEXT):
            name = a_text(an_object(found, "valueExpression"), "name")
            if needs_server(name, item, form):
                yield "" if item is None else item.link_id


def _lacks_template(source: JsonObject, form: Questionnaire) -> bool:
    """Whether a template that is asked for does not come with the form."""
    templates = (ext.extension(one, "template") for one in ext.extensions(source, TEMPLATE))
    named = (a_text(an_object(one, "valueReference"), "reference") for one in templates)
    return any(not template_of(form.source, one) for one in named)


def _lacks_columns(item: Item) -> bool:
    """Columns of answers that are not here, or of more than are worked out."""
    is_listed = bool(item.options) or item.logic.answer_options is not None
    is_done = bool(item.presentation.choice_columns) and is_listed
    is_bare = any(not option.columns for option in item.options)
    return bool(ext.extension(item.source, ext.CHOICE_COLUMN)) and (is_bare or not is_done)


def _asks_server(item: Item) -> Iterator[str]:
    """Suggestions and context that FHIRPath over this form does not give."""
    logic, source = item.logic, item.source
    is_worked_out = logic.candidates is not None and item.type.is_question
    if ext.extension(source, ext.CANDIDATE_EXPRESSION) and not is_worked_out:
        yield "candidateExpression"
    if len(logic.contexts) < len(list(ext.extensions(source, ext.CONTEXT_EXPRESSION))):
        yield "contextExpression"


def _lookups(item: Item) -> Iterator[FormProblem]:
    if any(ext.extension(item.source, url) for url in _LOOKUPS):
        yield problem(item.link_id, "unsupported-lookup")
    if any(ext.extension(item.source, url) for url in _REFERENCE_LIMITS):
        yield notice(item.link_id, "reference-limits")


def _styles(item: Item) -> Iterator[FormProblem]:
    """Words whose look is part of their meaning (core ``rendering-styleSensitive``)."""
    beside = [an_object(item.source, f"_{name}") for name in _STYLED]
    beside += [an_object(one, "_valueString") for one in objects(item.source, "answerOption")]
    beside += [
        an_object(an_object(one, "valueCoding"), "_display")
        for one in objects(item.source, "answerOption")
    ]
    places = (item.source, *beside)
    if any(ext.extension_value(one, STYLE_SENSITIVE, "valueBoolean") is True for one in places):
        yield problem(item.link_id, "style-sensitive")
