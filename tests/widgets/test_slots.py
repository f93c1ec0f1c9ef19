"""No part overrides a slot that its base connected: Qt would call it after the part is gone."""

import importlib
import inspect
import pkgutil

import desktop.views.widgets
from desktop.views.widgets.wrap_label import WrapLabel


def _classes() -> list[type]:
    found: set[type] = set()
    for module in pkgutil.iter_modules(desktop.views.widgets.__path__, "desktop.views.widgets."):
        members = inspect.getmembers(importlib.import_module(module.name), inspect.isclass)
        found |= {each for _name, each in members}
    return sorted(found, key=lambda each: each.__qualname__)


def test_no_part_overrides_the_theme_slot_of_its_base() -> None:
    offenders = [
        each.__qualname__
        for each in _classes()
        if "_restyle" in vars(each) and any("_restyle" in vars(base) for base in each.__mro__[1:])
    ]

    assert WrapLabel in _classes()
    assert offenders == []
