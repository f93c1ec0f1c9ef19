"""Which languages a form can be shown in, and which texts are missing in the others."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.forms.local_texts import primary_tag
from desktop.forms.questionnaire import AnswerOption, Item
from desktop.forms.wording import LocalText

_WORD = re.compile(r"[^\W\d_]{2,}")
_ROMAN = re.compile(r"[ivxlcdm]+", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text that a person reads: on which item (empty for the form), what it is, the text."""

    link_id: str
    kind: str
    text: LocalText


def shown_texts(title: LocalText, items: Iterable[Item]) -> Iterator[ShownText]:
    """Every text of a form that has to be translated; copyright and publisher are not.

    Kinds: title, text, prefix, short-text, entry-format, open-label, option, option-prefix,
    constraint, context, column, media, band, unit.
    """
    yield ShownText("", "title", title)
    for item in items:
        yield from _of_item(item)


def _of_item(item: Item) -> Iterator[ShownText]:
    shown = item.presentation
    found = [
        ("text", item.text),
        ("short-text", item.short_text),
        ("entry-format", shown.entry_format),
        ("open-label", shown.open_label),
        ("media", shown.media.title if shown.media else LocalText()),
        *(("constraint", rule.human) for rule in item.logic.constraints),
        *(("context", rule.label) for rule in item.logic.contexts),
        *(("column", column.label) for column in shown.choice_columns),
        *(("band", band.label) for band in item.bands),
        *(part for option in item.options for part in _of_option(option)),
    ]
    for kind, text in found:
        if _LETTER.search(text.base):
            yield ShownText(item.link_id, kind, text)
    if _is_worded(item.prefix):
        yield ShownText(item.link_id, "prefix", item.prefix)


def _of_option(option: AnswerOption) -> Iterator[tuple[str, LocalText]]:
    yield "option", option.label
    if _is_worded(option.prefix):
        yield "option-prefix", option.prefix
    if option.media is not None:
        yield "media", option.media.title


def _is_worded(prefix: LocalText) -> bool:
    """ "Part 1" has to be translated; "1.", "a)" and "iv." are the same everywhere."""
    return any(not _ROMAN.fullmatch(word) for word in _WORD.findall(prefix.base))


@dataclass(frozen=True, slots=True)
class Languages:
    """By primary tag: the complete ones, base first, and those where a text is still missing."""

    complete: tuple[str, ...]
    partial: tuple[str, ...]


def languages_of(base: str, texts: Iterable[ShownText]) -> Languages:
    """Which languages the texts are complete in. ``base`` is the form's ``language``."""
    base = primary_tag(base)
    shown = list(texts)
    # Options may come from a value set with languages that the form itself never speaks.
    own = [one.text for one in shown if not one.kind.startswith("option")]
    named = sorted({primary_tag(tag) for text in own for tag in text.translations} - {base, ""})
    complete = [tag for tag in named if not missing_texts(tag, shown)]
    return Languages((base, *complete), tuple(tag for tag in named if tag not in complete))


def missing_texts(language: str, texts: Iterable[ShownText]) -> list[ShownText]:
    """The texts that are not there in ``language``."""
    return [one for one in texts if not one.text.has(language)]
