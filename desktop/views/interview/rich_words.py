"""The two texts of a question or note with the marks of the first, as the languages ask."""

from desktop.forms.questionnaire import Item
from desktop.forms.session import ItemState
from desktop.forms.wording import LocalText, Styling
from desktop.views.editors.language_mode import LanguageMode, shows_base, two_texts
from desktop.views.editors.rich_text import line_html, rich_html


def rich_words(text: LocalText, styling: Styling, mode: LanguageMode) -> tuple[str, str, str]:
    """First text, second text, and the first with its marks ("" where it is shown plain)."""
    first, second = two_texts(text, mode)
    rich = rich_html(styling, first) if styling and shows_base(text, mode) else ""
    return first, second, rich


def item_words(state: ItemState, mode: LanguageMode) -> tuple[str, str, str]:
    """The same for an item; words that an expression made carry no marks."""
    is_own = state.text == state.item.text
    styling = state.item.presentation.text_styling if is_own else Styling()
    return rich_words(state.text, styling, mode)


def prefix_words(item: Item, mode: LanguageMode) -> tuple[str, str]:
    """The prefix of an item and the same with its marks, "" where it is shown plain."""
    prefix, _ = two_texts(item.prefix, mode)
    styling = item.presentation.prefix_styling
    has_marks = bool(styling) and bool(prefix) and shows_base(item.prefix, mode)
    return prefix, line_html(styling, prefix) if has_marks else ""
