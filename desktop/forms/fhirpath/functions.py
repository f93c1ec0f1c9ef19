"""The table of FHIRPath functions that our evaluator knows, with how many arguments each takes."""

from collections.abc import Mapping

from desktop.forms.fhirpath import functions_collection, functions_math, functions_text
from desktop.forms.fhirpath.evaluator import Function

TYPE_FUNCTIONS = {"ofType": (1, 1), "as": (1, 1), "is": (1, 1)}
"""Handled by the evaluator itself, because their argument is a type name."""


def known_functions() -> Mapping[str, Function]:
    """Name to function."""
    return {
        name: function
        for table in (
            functions_collection.FUNCTIONS,
            functions_math.FUNCTIONS,
            functions_text.FUNCTIONS,
        )
        for name, (function, _, _) in table.items()
    }


def argument_counts() -> Mapping[str, tuple[int, int]]:
    """Name to the fewest and the most arguments."""
    counts = dict(TYPE_FUNCTIONS)
    for table in (
        functions_collection.FUNCTIONS,
        functions_math.FUNCTIONS,
        functions_text.FUNCTIONS,
    ):
        counts |= {name: (fewest, most) for name, (_, fewest, most) in table.items()}
    return counts
