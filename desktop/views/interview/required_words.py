"""Says in words that a question wants an answer: in forms of others, which may ask for many."""

from desktop.forms.questionnaire import Questionnaire
from desktop.forms.score_checks import OUR_FORMS
from desktop.forms.session import ItemState
from desktop.messages import sentence


def required_words(form: Questionnaire, state: ItemState, language: str) -> str:
    """ "" for a question of ours (the side panel lists what is missing), and wherever nobody is
    asked: read-only, hidden, disabled or optional."""
    is_asked = state.required and state.visible and not state.read_only
    if not is_asked or not state.item.type.is_question or form.url.startswith(OUR_FORMS):
        return ""
    return sentence("interview.required", language)


def needed_title(title: str, *, is_needed: bool, language: str) -> str:
    """The words of a line or column of a table, which has no room for a sentence."""
    if not is_needed or not title:
        return title
    return sentence("interview.required-title", language, title=title)
