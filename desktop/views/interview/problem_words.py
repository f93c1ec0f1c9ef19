"""What is wrong with an answer, or worth a second look, in sentences."""

from desktop.forms.session import ItemState
from desktop.forms.validation import Problem
from desktop.messages import sentence
from desktop.views.editors.language_mode import LanguageMode, two_texts


def problem_words(state: ItemState, mode: LanguageMode, language: str) -> str:
    """The sentences of what holds Complete, "" without any; ``language`` is the interface's."""
    return _joined([one for one in state.problems if one.is_blocking], mode, language)


def warning_words(state: ItemState, mode: LanguageMode, language: str) -> str:
    """The sentences of rules that do not hold and hold nothing up."""
    return _joined([one for one in state.problems if not one.is_blocking], mode, language)


def _joined(problems: list[Problem], mode: LanguageMode, language: str) -> str:
    return " ".join(dict.fromkeys(_words(one, mode, language) for one in problems))


def _words(problem: Problem, mode: LanguageMode, language: str) -> str:
    """The form's own sentence in the languages shown, else ours."""
    if not problem.words:
        return sentence(problem.message_id, language, **problem.params)
    return " / ".join(text for text in two_texts(problem.words, mode) if text)
