"""New versions of our own forms, as a site would write them: our file, changed in one place."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from desktop.forms.questionnaire import InstrumentRef
from desktop.resource_files import resources_dir
from desktop.services.import_form import import_form
from desktop.services.make_form_current import make_form_current
from tests.services.bench import ADMIN, Bench

Json = dict[str, Any]
OURS = "https://firstlight.example/fhir/StructureDefinition/"
NEXT = "1.1.0"


def version_of(name: str, change: Callable[[Json], None] = lambda _: None) -> Json:
    """The form with another version, and with ``change`` made in it."""
    path = resources_dir() / "instruments" / f"{name}.json"
    form: Json = json.loads(path.read_bytes())
    form["version"] = NEXT
    change(form)
    return form


def items_of(node: Json) -> Iterator[Json]:
    """Every item below, in reading order."""
    for item in node.get("item", []):
        yield item
        yield from items_of(item)


def item_of(form: Json, link_id: str) -> Json:
    """The item of this linkId."""
    return next(one for one in items_of(form) if one["linkId"] == link_id)


def without_item(form: Json, link_id: str) -> None:
    """Take the item out, and what is shown because of it."""

    def clear(node: Json) -> None:
        node["item"] = [one for one in node["item"] if one["linkId"] != link_id]
        for one in node["item"]:
            conditions = [e for e in one.get("enableWhen", []) if e["question"] != link_id]
            if "enableWhen" in one and not conditions:
                del one["enableWhen"]
            if "item" in one:
                clear(one)

    clear(form)


def without_mark(form: Json, link_id: str, mark: str, code: str = "") -> None:
    """Take one of our extensions from an item, or the one with this code among several."""
    item = item_of(form, link_id)
    item["extension"] = [
        one
        for one in item["extension"]
        if one["url"] != OURS + mark or (code and code not in json.dumps(one))
    ]


def make_current(bench: Bench, form: Json) -> InstrumentRef:
    """Load it and make it current."""
    admin = bench.work_as(ADMIN)
    card = import_form(admin, "ours.json", json.dumps(form).encode(), "Pat Example, library")
    make_form_current(admin, card.form.content_hash)
    return card.form.ref
