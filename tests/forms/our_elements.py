"""Our own extensions on a form, one by one, each with the test that shows it."""

from tests.forms.element_line import Line, W

OUR_OWN: tuple[Line, ...] = (
    Line(
        "role: staff",
        W,
        "services/test_staff_items.py::test_what_has_the_role_staff_is_never_put_before_the_person",
        "what staff fill in by themselves, a group or a question; left out on the turned screen",
    ),
    Line(
        "role: the other codes",
        W,
        "content/test_safety_plan.py::test_the_app_finds_the_review_date_and_the_desk_question_by_role",
        "how the app finds an item, such as `subscale`, `later-due` or `plan-paper`",
    ),
    Line(
        "sensitive",
        W,
        "forms/test_session.py::test_a_section_says_how_sensitive_it_is",
        "`lock` opens only in private, `warn` asks for a reason",
    ),
    Line(
        "alert, need, step, reask-when-missing",
        W,
        "forms/test_session.py::test_our_rules_raise_alerts_needs_steps_and_questions_to_ask_again",
    ),
    Line(
        "specificity",
        W,
        "views/safety_plan/test_safety_plan.py::test_the_meter_fills_as_a_line_becomes_concrete",
        "what makes a line of a safety plan concrete",
    ),
    Line(
        "paragraph-role",
        W,
        "content/test_consent_texts.py::test_a_consent_is_paragraphs_with_every_element",
        "which required statement of a consent a paragraph is",
    ),
    Line(
        "score-band",
        W,
        "forms/test_scores.py::test_a_score_has_the_band_that_holds_it",
        "also of subscales",
    ),
    Line(
        "test-vector",
        W,
        "forms/test_checking.py::test_worked_examples_are_run_and_failing_ones_reported",
        "worked examples inside the form, run at import and by `form check`",
    ),
    Line(
        "offer",
        W,
        "forms/test_form_face.py::test_both_ends_of_the_ages_are_in_and_an_unknown_age_is_not_kept_away",
        "to whom, when and how often a form is offered",
    ),
)
