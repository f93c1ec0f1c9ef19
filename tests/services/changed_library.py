"""Libraries whose forms differ from the installed ones: newer, or with more roles."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.resource_files import resources_dir
from desktop.services.library import INSTRUMENTS, Library

ROLE = "https://firstlight.example/fhir/StructureDefinition/role"
ROLES = {"next-steps.papers": "papers", "next-steps.matters-most": "matters-most"}

Form = dict[str, Any]


def library_with_newer_core(folder: Path, *, keep_earlier: bool) -> Library:
    """A library whose bedside core has a newer version."""
    if keep_earlier:
        source = resources_dir() / "instruments" / "bedside-core.json"
        (folder / "earlier").mkdir()
        (folder / "earlier" / "bedside-core-1.json").write_bytes(source.read_bytes())
    return _library(folder, lambda form: form | {"version": "9.9.9"})


def library_with_roles(folder: Path) -> Library:
    """A library whose bedside core says which questions are about paper and what matters most."""

    def with_roles(form: Form) -> Form:
        for section in form["item"]:
            for item in section.get("item", []):
                if item["linkId"] in ROLES:
                    extension = {"url": ROLE, "valueCode": ROLES[item["linkId"]]}
                    item["extension"] = [extension, *item.get("extension", [])]
        return form

    return _library(folder, with_roles)


def _library(folder: Path, change: Callable[[Form], Form]) -> Library:
    source = resources_dir()
    for name in INSTRUMENTS:
        data = (source / "instruments" / f"{name}.json").read_bytes()
        if name == "bedside-core":
            data = json.dumps(change(json.loads(data))).encode()
        (folder / f"{name}.json").write_bytes(data)
    return Library(folder, source / "directory", is_demo=True)
