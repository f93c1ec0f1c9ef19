"""How large a form may be in each direction, judged on its JSON before anything is built of it."""

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.json_input import JsonObject, objects

MAX_ITEMS = 10_000
MAX_EXPRESSIONS = 5_000
MAX_EXPRESSION_TEXT = 600_000
"""Characters of all expressions; the heaviest real form has 500 of them in 60,000."""
MAX_LISTED_OPTIONS = 60_000
"""Options written out on the items themselves."""
MAX_CONDITIONS = 40_000
MAX_TRANSLATIONS = 100
"""Languages of one text."""
MAX_EXAMPLES = 200
"""Worked examples, each of which is played through."""
MAX_PATTERNS = 60
"""Different regular expressions of items, and calls of them in expressions; real forms have 4.
Making one can take 11 ms, and trying one on a long text 200."""
MAX_PLAYED = 500_000
"""Worked examples times items."""


def refuse_oversized(form: JsonObject, name: str) -> None:
    """Raises KnownError ``form-too-many-items`` or ``form-too-heavy``."""
    items = conditions = options = expressions = characters = calls = 0
    patterns: set[str] = set()
    waiting: list[object] = [form]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, dict):
            waiting.extend(content for content in one.values() if isinstance(content, dict | list))
            items += _length(one, "item")
            conditions += _length(one, "enableWhen")
            options += _length(one, "answerOption") + _length(one, "option")
            text = one.get("expression")
            if isinstance(text, str):
                expressions += 1
                characters += len(text)
                calls += text.count("atches(") + text.count("atchesFull(")
            if one.get("url") == ext.REGEX:
                patterns.add(str(one.get("valueString")))
            translations = sum(1 for _ in ext.extensions(one, ext.TRANSLATION))
            if translations > MAX_TRANSLATIONS:
                raise KnownError("form-too-heavy", name=name)
    if items > MAX_ITEMS:
        raise KnownError("form-too-many-items", name=name, limit=MAX_ITEMS)
    examples = sum(1 for _ in ext.extensions(form, ext.WORKED_EXAMPLE))
    if (
        conditions > MAX_CONDITIONS
        or options > MAX_LISTED_OPTIONS
        or expressions > MAX_EXPRESSIONS
        or characters > MAX_EXPRESSION_TEXT
        or max(calls, len(patterns)) > MAX_PATTERNS
        or examples > MAX_EXAMPLES
        or examples * items > MAX_PLAYED
    ):
        raise KnownError("form-too-heavy", name=name)


def _length(element: JsonObject, name: str) -> int:
    return len(objects(element, name))
