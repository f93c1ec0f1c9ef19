"""The rows of a choice or yes/no question: option items by key, and the values behind them."""

from html import escape

from desktop.forms.answers import AnswerValue, Coding
from desktop.forms.findings import answer_code
from desktop.forms.questionnaire import AnswerOption, ItemType, LocalText
from desktop.forms.session import ItemState
from desktop.messages import sentence
from desktop.views.editors.language_mode import FIRST, SECOND, LanguageMode, one_text, two_texts
from desktop.views.editors.option_picture import option_picture
from desktop.views.editors.rich_text import rich_html
from desktop.views.widgets.option_row import OptionItem


def options_of(state: ItemState, given: tuple[AnswerValue, ...]) -> dict[str, AnswerOption]:
    """The options by key: the form's own, yes and no for a boolean, and what was answered before
    and is no option any more."""
    item, listed = state.item, state.options
    if item.type is ItemType.BOOLEAN:
        listed = (_spoken(True, "interview.yes"), _spoken(False, "interview.no"))
    found: dict[str, AnswerOption] = {}
    for option in listed:
        code = answer_code(option.value)
        found[code if code and code not in found else f"option-{len(found)}"] = option
    for value in given:
        if key_of(found, value) is None:
            label = value.display or value.code if isinstance(value, Coding) else str(value)
            found[f"kept-{len(found)}"] = AnswerOption(value, LocalText(label))
    return found


def key_of(options: dict[str, AnswerOption], value: AnswerValue) -> str | None:
    """The key of the option that ``value`` stands for."""
    for key, option in options.items():
        known = option.value
        if isinstance(value, Coding) and isinstance(known, Coding):
            if known.same_concept(value):
                return key
        elif type(known) is type(value) and known == value:
            return key
    return None


def chosen_options(
    options: dict[str, AnswerOption], given: tuple[AnswerValue, ...]
) -> dict[str, AnswerOption]:
    """What was answered as options by key, in its order: one entry for each value."""
    found: dict[str, AnswerOption] = {}
    for at, value in enumerate(given):
        key = key_of(options, value)
        if key is None or key in found:
            label = value.display or value.code if isinstance(value, Coding) else str(value)
            found[f"kept-{at}"] = AnswerOption(value, LocalText(label))
        else:
            found[key] = options[key]
    return found


def option_items(
    options: dict[str, AnswerOption],
    mode: LanguageMode,
    chosen: tuple[AnswerValue, ...] = (),
    *,
    is_full: bool = False,
    with_note: bool = False,
) -> list[OptionItem]:
    """What the rows show. A closed option says why, unless it is chosen: it can be taken back.

    ``with_note`` puts what stands in the columns of an answer at the right of its row.
    Where the question takes no more answers (``is_full``) only one that stands alone stays open.
    """
    kept = {key_of(options, value) for value in chosen}
    items = []
    for key, option in options.items():
        first, second = two_texts(option.label, mode)
        prefix, _ = two_texts(option.prefix, mode)
        if option.media is not None and not first:
            first = one_text(option.media.title, mode)
        text = f"{prefix} {first}" if prefix else first
        reason = "" if key in kept else _closed_reason(option, is_full=is_full)
        items.append(
            OptionItem(
                key,
                text,
                second,
                _note_of(option) if with_note else "",
                is_exclusive=option.exclusive,
                rich=_rich_of(option, first, prefix),
                picture=option_picture(option.media) if option.media is not None else None,
                closed_reason=sentence(reason, mode.first) if reason else "",
            )
        )
    return items


def _note_of(option: AnswerOption) -> str:
    other = (words for words in option.columns if words and words != option.label.base)
    return " · ".join(other)


def _closed_reason(option: AnswerOption, *, is_full: bool) -> str:
    if not option.is_open:
        return "interview.closed-option"
    return "interview.no-more-options" if is_full and not option.exclusive else ""


def _spoken(value: bool, message_id: str) -> AnswerOption:
    return AnswerOption(
        value, LocalText(sentence(message_id, FIRST), {SECOND: sentence(message_id, SECOND)})
    )


def _rich_of(option: AnswerOption, first: str, prefix: str) -> str:
    """The marks of the label, which stand on its base text only."""
    if not option.styling or first != option.label.base:
        return ""
    html = rich_html(option.styling, first)
    return f"{escape(prefix)} {html}" if html and prefix else html


def unit_text(unit: Coding) -> str:
    """How a unit is shown: its words, else its code."""
    return unit.display or unit.code
