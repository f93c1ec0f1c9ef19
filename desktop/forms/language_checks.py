"""Lists which texts are missing in the languages that a form is only partly in."""

from collections.abc import Iterator

from desktop.forms.form_problem import FormProblem, problem
from desktop.forms.languages import missing_texts, shown_texts
from desktop.forms.questionnaire import Questionnaire, all_items


def language_findings(form: Questionnaire) -> Iterator[FormProblem]:
    """One finding per missing text, naming the item, what it is and its words in the base."""
    every = list(shown_texts(form.title, all_items(form.items)))
    for language in form.partial_languages:
        for missing in missing_texts(language, every):
            if missing.kind == "title":
                yield problem("", "incomplete-title", language_code=language)
                continue
            says = f"incomplete-{missing.kind}"
            words = missing.text.base[:60]
            yield problem(
                missing.link_id, "incomplete-language", says, language_code=language, words=words
            )
