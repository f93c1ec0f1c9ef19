"""Observations out of a completed response (SDC observation-based extraction), as one Bundle.

Source: http://hl7.org/fhir/uv/sdc/extraction.html and the definitions of
``sdc-questionnaire-observationExtract`` (SDC 4.0: ``true``, or how an item belongs to the one above
it: component, member, derived, independent) and ``sdc-questionnaire-observation-extract-category``.
Nothing is sent anywhere: what is made is for whoever asked for it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from desktop.forms import extensions as ext
from desktop.forms.json_input import JsonObject, a_text, an_object, objects
from desktop.forms.observation_values import value_of
from desktop.forms.questionnaire import Questionnaire, all_items
from desktop.forms.response_writing import JsonNode

EXTRACT = ext.SDC + "sdc-questionnaire-observationExtract"
CATEGORY = ext.SDC + "sdc-questionnaire-observation-extract-category"
_ALONE, _COMPONENT, _MEMBER, _DERIVED = "independent", "component", "member", "derived"
_CARRIED = ("subject", "encounter", "basedOn", "partOf")
"""What an Observation takes over from the response as it is."""


def observation_bundle(
    form: Questionnaire, response: JsonObject, new_id: Callable[[], str]
) -> JsonNode:
    """A transaction Bundle with one entry an Observation; ``new_id`` makes UUIDs.

    An item gives one where extraction is asked for on it, above it or on the form, it has a code
    and an answer; a group where something below belongs to it. What was not answered, declined
    or disabled gives none.
    """
    sources = {item.link_id: item.source for item in all_items(form.items)}
    making = _Making(sources, response, new_id)
    at_root = _Asked(_wish(form.source) or "", tuple(_categories(form.source)))
    made = [*making.below(response, at_root, None)]
    entries = [
        {
            "fullUrl": one.url,
            "resource": one.resource,
            "request": {"method": "POST", "url": "Observation"},
        }
        for one in made
        if one.says_something
    ]
    bundle: JsonNode = {"resourceType": "Bundle", "type": "transaction"}
    return bundle | {"entry": entries} if entries else bundle


@dataclass(frozen=True, slots=True)
class _Asked:
    """What holds at a place of the form: ``wish`` is "" where nothing is extracted."""

    wish: str
    categories: tuple[JsonObject, ...]

    def at(self, source: JsonObject) -> "_Asked":
        """What holds at an item: its own word, else that from above, there as "independent"."""
        own, categories = _wish(source), tuple(_categories(source))
        from_above = _ALONE if self.wish else ""
        return replace(
            self,
            wish=from_above if own is None else own,
            categories=categories or self.categories,
        )


@dataclass(slots=True)
class _Made:
    """One Observation, still without what belongs to it from below."""

    url: str
    resource: JsonNode

    @property
    def says_something(self) -> bool:
        """Whether it has a value or parts: a code alone observes nothing."""
        has_value = any(name.startswith("value") for name in self.resource)
        return has_value or "component" in self.resource or "hasMember" in self.resource


@dataclass(frozen=True, slots=True)
class _Making:
    """Walks one response beside its form."""

    sources: Mapping[str, JsonObject]
    response: JsonObject
    new_id: Callable[[], str]

    def below(self, node: JsonObject, asked: _Asked, above: _Made | None) -> Iterator[_Made]:
        """The Observations of the items below a node of the response, in their order."""
        for item in objects(node, "item"):
            source = self.sources.get(a_text(item, "linkId"), {})
            here = asked.at(source)
            made = [*self._of(item, source, here, above)]
            yield from made
            # Several answers, or none of its own: what is below belongs to the first that is here.
            nearest = made[0] if made else above
            for inside in (item, *objects(item, "answer")):
                yield from self.below(inside, here, nearest)

    def _of(
        self, item: JsonObject, source: JsonObject, asked: _Asked, above: _Made | None
    ) -> Iterator[_Made]:
        codings = objects(source, "code")
        if not asked.wish or not codings:
            return
        code = {"coding": list(codings)} | _text(source)
        is_group = a_text(source, "type") == "group"
        values = [value_of(answer, source) for answer in objects(item, "answer")]
        found: list[JsonNode] = [{}] if is_group else [one for one in values if one]
        if above is not None and asked.wish == _COMPONENT and not is_group:
            parts = above.resource.setdefault("component", [])
            parts += [{"code": code} | value for value in found]
            return
        for value in found:
            made = _Made(f"urn:uuid:{self.new_id()}", self._observation(code, asked) | value)
            if above is not None and asked.wish == _MEMBER:
                above.resource.setdefault("hasMember", []).append({"reference": made.url})
            if above is not None and asked.wish == _DERIVED:
                made.resource.setdefault("derivedFrom", []).append({"reference": above.url})
            yield made

    def _observation(self, code: JsonNode, asked: _Asked) -> JsonNode:
        response = self.response
        is_amended = a_text(response, "status") == "amended"
        made: JsonNode = {
            "resourceType": "Observation",
            "status": "amended" if is_amended else "final",
            "code": code,
        }
        made |= {name: response[name] for name in _CARRIED if response.get(name)}
        if asked.categories:
            made["category"] = list(asked.categories)
        authored = a_text(response, "authored")
        if authored:
            made["effectiveDateTime"] = authored
        if "T" in authored:
            made["issued"] = authored
        if author := an_object(response, "author"):
            made["performer"] = [author]
        if known := a_text(response, "id"):
            made["derivedFrom"] = [{"reference": f"QuestionnaireResponse/{known}"}]
        return made


def _wish(element: JsonObject) -> str | None:
    """What ``observationExtract`` says here: "" for no, None where nothing is said."""
    found = ext.extension(element, EXTRACT)
    if not found:
        return None
    code = a_text(found, "valueCode")
    if code:
        return code if code in (_COMPONENT, _MEMBER, _DERIVED) else _ALONE
    return _ALONE if found.get("valueBoolean") in (True, "true") else ""


def _categories(element: JsonObject) -> Iterator[JsonObject]:
    for found in ext.extensions(element, CATEGORY):
        if category := an_object(found, "valueCodeableConcept"):
            yield category


def _text(source: JsonObject) -> JsonNode:
    words = a_text(source, "text")
    return {"text": words} if words else {}
