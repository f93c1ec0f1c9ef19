"""Puts a modular form together from the parts that came in the same import.

Source: SDC, http://hl7.org/fhir/uv/sdc/modular.html (subQuestionnaire, linkIdPrefix).
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.json_input import JsonObject, a_text, an_object, objects

MAX_PARTS = 200
_MAX_NESTING = 60
_CARRIED = frozenset(
    {
        ext.VARIABLE,
        ext.LAUNCH_CONTEXT,
        ext.CONSTRAINT,
        ext.TARGET_CONSTRAINT,
        ext.SOURCE_QUERIES,
        ext.CQF_LIBRARY,
        *ext.TERMINOLOGY_SERVERS,
    }
)
"""What stands at the root of a part and must stand at the root of the whole."""
_LITERAL = re.compile(r"\s*'([^'\\]*)'\s*")
_Json = dict[str, Any]


def assembled(form: JsonObject, beside: Iterable[JsonObject], name: str) -> JsonObject:
    """The form with its parts in place; a part that was not given leaves its item as it is.

    Raises KnownError when parts contain each other or are too many.
    """
    found = _Assembler(name, _parts(form, beside))
    items = found.items(objects(form, "item"), (), 0)
    if not found.count:
        return form
    whole: _Json = {**form, "item": items}
    for field_name, more in (
        ("extension", found.extensions),
        ("modifierExtension", found.modifiers),
        ("contained", found.contained),
    ):
        every = [*objects(form, field_name), *more]
        if every:
            # What two parts bring alike is kept once.
            distinct = {json.dumps(one, sort_keys=True, default=str): one for one in every}
            whole[field_name] = list(distinct.values())
    return whole


def _parts(form: JsonObject, beside: Iterable[JsonObject]) -> dict[str, JsonObject]:
    parts: dict[str, JsonObject] = {}
    for one in objects(form, "contained"):
        if a_text(one, "resourceType") == "Questionnaire":
            parts[f"#{a_text(one, 'id')}"] = one
    for one in beside:
        url = a_text(one, "url")
        if url and a_text(one, "resourceType") == "Questionnaire":
            parts.setdefault(f"{url}|{a_text(one, 'version')}", one)
            parts.setdefault(url, one)
    return parts


@dataclass(slots=True)
class _Assembler:
    name: str
    parts: Mapping[str, JsonObject]
    count: int = 0
    extensions: list[JsonObject] = field(default_factory=list)
    modifiers: list[JsonObject] = field(default_factory=list)
    contained: list[JsonObject] = field(default_factory=list)

    def items(self, items: list[JsonObject], inside: tuple[str, ...], level: int) -> list[_Json]:
        """The items with every part in its place; ``inside`` are the parts around them."""
        if level > _MAX_NESTING:
            raise KnownError("form-too-deep", name=self.name)
        found: list[_Json] = []
        for item in items:
            url = ext.extension_text(item, ext.SUB_QUESTIONNAIRE, "valueCanonical", "valueUri")
            part = self.parts.get(url)
            if part is not None:
                found.extend(self._part(item, part, url, inside, level))
            elif objects(item, "item"):
                below = self.items(objects(item, "item"), inside, level + 1)
                found.append({**item, "item": below})
            else:
                found.append(dict(item))
        return found

    def _part(
        self, place: JsonObject, part: JsonObject, url: str, inside: tuple[str, ...], level: int
    ) -> list[_Json]:
        if url in inside:
            link_id = a_text(place, "linkId")
            raise KnownError("form-part-loop", name=self.name, link_id=link_id, url=url[:200])
        self.count += 1
        if self.count > MAX_PARTS:
            raise KnownError("form-too-many-parts", name=self.name, limit=MAX_PARTS)
        part = _with_own_ids(part, f"part-{self.count}")
        self.extensions += [
            one for one in objects(part, "extension") if a_text(one, "url") in _CARRIED
        ]
        self.extensions.append({"url": ext.ASSEMBLED_FROM, "valueCanonical": url})
        self.modifiers += objects(part, "modifierExtension")
        self.contained += objects(part, "contained")
        items = self.items(objects(part, "item"), (*inside, url), level + 1)
        items = [_prefixed(one, _prefix(place)) for one in items]
        return _in_place(place, items)


def _in_place(place: JsonObject, items: list[_Json]) -> list[_Json]:
    """The items where the placeholder was: its variables on each, its condition around them."""
    conditions = {name: place[name] for name in ("enableWhen", "enableBehavior") if name in place}
    rules = list(ext.extensions(place, ext.ENABLE_EXPRESSION))
    if conditions or rules:
        group: _Json = {"linkId": place.get("linkId"), "type": "group", **conditions}
        kept = [*rules, *ext.extensions(place, ext.VARIABLE)]
        return [{**group, "item": items} | ({"extension": kept} if kept else {})]
    variables = list(ext.extensions(place, ext.VARIABLE))
    if not variables:
        return items
    return [{**one, "extension": [*variables, *objects(one, "extension")]} for one in items]


def _prefix(place: JsonObject) -> str:
    """The literal of the variable ``linkIdPrefix``; empty where it is computed or absent."""
    for found in ext.extensions(place, ext.VARIABLE):
        raw = an_object(found, "valueExpression")
        literal = _LITERAL.fullmatch(a_text(raw, "expression"))
        if a_text(raw, "name") == "linkIdPrefix" and literal:
            return literal.group(1)
    return ""


def _prefixed(item: _Json, prefix: str) -> _Json:
    if not prefix:
        return item
    changed = dict(item)
    if isinstance(item.get("linkId"), str):
        changed["linkId"] = prefix + item["linkId"]
    if objects(item, "enableWhen"):
        changed["enableWhen"] = [
            {**one, "question": prefix + a_text(one, "question")}
            for one in objects(item, "enableWhen")
        ]
    if objects(item, "item"):
        changed["item"] = [_prefixed(dict(one), prefix) for one in objects(item, "item")]
    return changed


def _with_own_ids(part: JsonObject, mark: str) -> JsonObject:
    """The part with its contained ids made its own, so that two parts may both have ``#yes-no``."""
    ids = {a_text(one, "id") for one in objects(part, "contained")} - {""}
    if not ids:
        return part
    changed = _renamed(part, {f"#{one}": f"#{mark}.{one}" for one in ids}, 0)
    contained = [
        {**one, "id": f"{mark}.{a_text(one, 'id')}"} for one in objects(changed, "contained")
    ]
    return {**changed, "contained": contained}


def _renamed(found: Any, names: Mapping[str, str], level: int) -> Any:
    if isinstance(found, str):
        return names.get(found, found)
    if level > 200:
        return found
    if isinstance(found, dict):
        return {name: _renamed(one, names, level + 1) for name, one in found.items()}
    if isinstance(found, list):
        return [_renamed(one, names, level + 1) for one in found]
    return found
