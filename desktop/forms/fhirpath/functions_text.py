"""FHIRPath functions on text.

Source: http://hl7.org/fhirpath/N1/#string-manipulation; matchesFull(), lastIndexOf(), trim(),
split(), join(): FHIRPath 2.1.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from desktop.forms.fhirpath.elements import Items
from desktop.forms.fhirpath.evaluation import Run
from desktop.forms.fhirpath.functions import Function, Plain, Valued
from desktop.forms.fhirpath.functions_collection import whole_number
from desktop.forms.fhirpath.patterns import (
    MAX_MATCHED,
    MAX_TEXT,
    Pattern,
    PatternError,
    pattern_of,
    readable,
)
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.temporal import Temporal
from desktop.forms.fhirpath.values import single, text_of

MAX_REPLACED = 1_000_000
"""Most characters that replacing patterns may come to."""
_GROUP = re.compile(r"\$(\d)")


def text_in(items: Items) -> str | None:
    """The one text of a collection; dates give their FHIR form. None when it is empty."""
    value = single(items)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Temporal):
        return value.text
    raise EvaluationError("text was expected")


def _on_text(compute: Callable[[str], object]) -> Plain:
    def call(_: Run, items: Items) -> Items:
        text = text_in(items)
        if text is None:
            return []
        result = compute(text)
        return list(result) if isinstance(result, list) else [result]

    return Plain(call)


def _with_text(compute: Callable[[str, str], object]) -> Valued:
    def call(_: Run, items: Items, arguments: list[Items]) -> Items:
        text, other = text_in(items), text_in(arguments[0])
        if text is None or other is None:
            return []
        result = compute(text, other)
        return list(result) if isinstance(result, list) else [result]

    return Valued(call, 1, 1)


def _substring(_: Run, items: Items, arguments: list[Items]) -> Items:
    text = text_in(items)
    start = whole_number(arguments[0])
    length = whole_number(arguments[1]) if len(arguments) > 1 else None
    if text is None or start is None or not 0 <= start < len(text):
        return []
    return [text[start:] if length is None else text[start : start + max(0, length)]]


def _replace(_: Run, items: Items, arguments: list[Items]) -> Items:
    text, old, new = text_in(items), text_in(arguments[0]), text_in(arguments[1])
    if text is None or old is None or new is None:
        return []
    if (text.count(old) + 1) * len(new) + len(text) > MAX_TEXT:
        raise EvaluationError("the text is too long")
    return [text.replace(old, new)]


def _replace_matches(run: Run, items: Items, arguments: list[Items]) -> Items:
    text, pattern, new = text_in(items), text_in(arguments[0]), text_in(arguments[1])
    if text is None or pattern is None or new is None:
        return []
    if not pattern:
        return [text]
    # A backslash stands for itself, $1 for the first group, as FHIRPath has it.
    template = _GROUP.sub(r"\\\1", new.replace("\\", r"\\"))
    if (len(text) + 1) * len(new) > MAX_REPLACED:
        raise EvaluationError("the text is too long")
    try:
        return [_compiled(run, pattern, text).sub(readable(template), readable(text))]
    except (ValueError, IndexError, LookupError):
        raise EvaluationError("the replacement names a group that is not there") from None


def _with_pattern(*, is_full: bool) -> Valued:
    def call(run: Run, items: Items, arguments: list[Items]) -> Items:
        text, pattern = text_in(items), text_in(arguments[0])
        if text is None or pattern is None:
            return []
        compiled = _compiled(run, pattern, text)
        found = compiled.fullmatch if is_full else compiled.search
        return [found(readable(text)) is not None]

    return Valued(call, 1, 1)


def _compiled(run: Run, pattern: str, text: str) -> Pattern:
    if len(text) > MAX_MATCHED:
        raise EvaluationError("the text is too long")
    run.use_pattern(pattern)
    try:
        return pattern_of(pattern)
    except PatternError:
        raise EvaluationError("the pattern cannot be applied") from None


def _join(_: Run, items: Items, arguments: list[Items]) -> Items:
    between = (text_in(arguments[0]) or "") if arguments else ""
    texts = [text_of(item) or "" for item in items]
    if sum(map(len, texts)) + len(between) * len(texts) > MAX_TEXT:
        raise EvaluationError("the text is too long")
    return [between.join(texts)] if items else []


def _split(text: str, between: str) -> list[str]:
    return text.split(between) if between else [text]


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "length": _on_text(len),
        "upper": _on_text(str.upper),
        "lower": _on_text(str.lower),
        "trim": _on_text(str.strip),
        "toChars": _on_text(list),
        "startsWith": _with_text(str.startswith),
        "endsWith": _with_text(str.endswith),
        "contains": _with_text(lambda text, other: other in text),
        "indexOf": _with_text(str.find),
        "lastIndexOf": _with_text(str.rfind),
        "split": _with_text(_split),
        "matches": _with_pattern(is_full=False),
        "matchesFull": _with_pattern(is_full=True),
        "substring": Valued(_substring, 1, 2),
        "replace": Valued(_replace, 2, 2),
        "replaceMatches": Valued(_replace_matches, 2, 2),
        "join": Valued(_join, 0, 1),
    }
)
