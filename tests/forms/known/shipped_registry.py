"""The registry as it is shipped, as JSON and as read."""

import json
from typing import Any

from desktop.forms.known.instrument import KnownInstrument
from desktop.forms.known.registry import Registry, read_registry
from desktop.resource_files import resources_dir

PATH = resources_dir() / "instruments" / "known" / "registry.json"


def shipped() -> Registry:
    """All of it."""
    return read_registry(PATH.read_bytes())


def known(key: str) -> KnownInstrument:
    """One instrument that is in it."""
    found = shipped().of(key)
    assert found is not None
    return found


def rows() -> list[dict[str, Any]]:
    """Its rows as they are written; Any because it is JSON."""
    found: list[dict[str, Any]] = json.loads(PATH.read_text(encoding="utf-8"))["instruments"]
    return found
