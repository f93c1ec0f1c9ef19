"""Resources out of a completed response by the templates of its form (SDC templateExtract).

Source: http://hl7.org/fhir/uv/sdc/extraction.html#template-based-extraction and the definitions of
``templateExtract``, ``templateExtractBundle`` and ``extractAllocateId``. Nothing is sent anywhere.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.forms import extensions as ext
from desktop.forms.fhirpath.values import Items
from desktop.forms.json_input import JsonObject, a_text, an_object, objects
from desktop.forms.questionnaire import Questionnaire, all_items
from desktop.forms.response_writing import JsonNode
from desktop.forms.templates import Budget, Template

EXTRACT = ext.SDC + "sdc-questionnaire-templateExtract"
BUNDLE = ext.SDC + "sdc-questionnaire-templateExtractBundle"
ALLOCATE = ext.SDC + "sdc-questionnaire-extractAllocateId"
_CONDITIONS = ("ifNoneMatch", "ifModifiedSince", "ifMatch", "ifNoneExist")


def template_entries(
    form: Questionnaire, response: JsonObject, new_id: Callable[[], str], now: datetime
) -> list[JsonNode]:
    """The entries of a transaction Bundle; ``new_id`` makes UUIDs.

    A template on the form gives one, on an item one for each of its items in the response (one for
    each answer of a repeating question). KnownError ``form-template-failed`` where an expression
    of a template cannot be evaluated.
    """
    sources = {item.link_id: item.source for item in all_items(form.items)}
    making = _Making(form, sources, new_id, now)
    given: dict[str, Items] = {"resource": [response], "rootResource": [response]}
    given["questionnaire"] = [form.source]
    variables = making.allocated(form.source, given)
    entries = [*making.bundled(response, variables), *making.of(form.source, response, variables)]
    return entries + list(making.below(response, variables))


def template_of(form: JsonObject, reference: str) -> JsonObject:
    """The contained resource that ``#id`` names; empty without one."""
    name = reference.removeprefix("#")
    found = (one for one in objects(form, "contained") if a_text(one, "id") == name)
    return next(found, {}) if reference.startswith("#") and name else {}


@dataclass(frozen=True, slots=True)
class _Making:
    """Walks one response beside its form."""

    form: Questionnaire
    sources: Mapping[str, JsonObject]
    new_id: Callable[[], str]
    now: datetime
    budget: Budget = field(default_factory=Budget)

    def allocated(self, source: JsonObject, above: Mapping[str, Items]) -> dict[str, Items]:
        """What is known here: the ids of above, and new ones that this place asks for."""
        asked = (a_text(one, "valueString") for one in ext.extensions(source, ALLOCATE))
        return {**above, **{name: [f"urn:uuid:{self.new_id()}"] for name in asked if name}}

    def below(self, node: JsonObject, above: Mapping[str, Items]) -> Iterator[JsonNode]:
        """The entries of the items below a node of the response, in their order."""
        for item in objects(node, "item"):
            source = self.sources.get(a_text(item, "linkId"), {})
            for one in _occurrences(item, source):
                here = self.allocated(source, above)
                yield from self.of(source, one, here)
                for inside in (one, *objects(one, "answer")):
                    yield from self.below(inside, here)

    def of(
        self, source: JsonObject, node: JsonObject, variables: Mapping[str, Items]
    ) -> Iterator[JsonNode]:
        """The entries of the templates at one place."""
        filling = Template(self.form.title.base, self.now, variables, self.budget)
        for found in ext.extensions(source, EXTRACT):
            named = an_object(ext.extension(found, "template"), "valueReference")
            template = template_of(self.form.source, a_text(named, "reference"))
            for resource in filling.filled(_without_id(template), [node]):
                if isinstance(resource, dict) and len(resource) > 1:
                    yield self._entry(found, resource, filling, node)

    def bundled(self, response: JsonObject, variables: Mapping[str, Items]) -> Iterator[JsonNode]:
        """The entries of a Bundle that is the template of everything."""
        filling = Template(self.form.title.base, self.now, variables, self.budget)
        for found in ext.extensions(self.form.source, BUNDLE):
            named = a_text(an_object(found, "valueReference"), "reference")
            for entry in objects(template_of(self.form.source, named), "entry"):
                for made in filling.filled(entry, [response]):
                    if isinstance(made, dict) and "resource" in made:
                        yield made

    def _entry(
        self, found: JsonObject, resource: JsonNode, filling: Template, node: JsonObject
    ) -> JsonNode:
        def said(part: str) -> str:
            text = a_text(ext.extension(found, part), "valueString")
            result = filling.evaluate(text, [node]) if text else []
            return str(getattr(result[0], "text", result[0])) if len(result) == 1 else ""

        kind, known = a_text(resource, "resourceType"), said("resourceId")
        known = known.removeprefix("urn:uuid:")
        if known:
            resource = {"resourceType": kind, "id": known, **resource}
        request: JsonNode = {"method": "PUT" if known else "POST"}
        request["url"] = f"{kind}/{known}" if known else kind
        request |= {part: words for part in _CONDITIONS if (words := said(part))}
        url = said("fullUrl") or f"urn:uuid:{self.new_id()}"
        return {"fullUrl": url, "resource": resource, "request": request}


def _without_id(template: JsonObject) -> JsonObject:
    """The id of a template names it inside the form alone."""
    return {name: content for name, content in template.items() if name != "id"}


def _occurrences(item: JsonObject, source: JsonObject) -> Iterator[JsonObject]:
    """A repeating question stands once in a response, with an answer for each occurrence."""
    answers = objects(item, "answer")
    if source.get("repeats") is True and len(answers) > 1:
        yield from ({**item, "answer": [one]} for one in answers)
    else:
        yield item
