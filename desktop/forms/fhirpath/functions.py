"""What a FHIRPath function is, and the table of all that we know."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from desktop.forms.fhirpath.elements import Items
from desktop.forms.fhirpath.evaluation import Code, Run

Codes = tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Plain:
    """A function without arguments."""

    call: Callable[[Run, Items], Items]
    fewest: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class Valued:
    """A function whose arguments are evaluated first, on the focus of the whole expression."""

    call: Callable[[Run, Items, list[Items]], Items]
    fewest: int
    most: int


@dataclass(frozen=True, slots=True)
class Coded:
    """A function that evaluates its arguments itself: on each item, or only when needed.

    Its call gets the items, the focus of the whole expression, and the compiled arguments.
    """

    call: Callable[[Run, Items, Items, Codes], Items]
    fewest: int
    most: int


Function = Plain | Valued | Coded

TYPE_FUNCTIONS = ("ofType", "as", "is")
"""Compiled apart, because their argument is a type name."""

COMPILED_FUNCTIONS: Mapping[str, tuple[int, int]] = {
    **dict.fromkeys(TYPE_FUNCTIONS, (1, 1)),
    "where": (1, 1),
    "sort": (0, 20),
}
"""Functions that the compiler itself knows, with their fewest and most arguments."""


@cache
def known_functions() -> Mapping[str, Function]:
    """Name to function."""
    from desktop.forms.fhirpath import (  # their tables need the types of this module
        functions_coding,
        functions_collection,
        functions_convert,
        functions_fhir,
        functions_math,
        functions_text,
    )

    return {
        **functions_collection.FUNCTIONS,
        **functions_math.FUNCTIONS,
        **functions_text.FUNCTIONS,
        **functions_convert.FUNCTIONS,
        **functions_coding.FUNCTIONS,
        **functions_fhir.FUNCTIONS,
    }


@cache
def argument_counts() -> Mapping[str, tuple[int, int]]:
    """Name to the fewest and the most arguments."""
    counts = {name: (one.fewest, one.most) for name, one in known_functions().items()}
    return {**counts, **COMPILED_FUNCTIONS}
