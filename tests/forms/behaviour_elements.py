"""What a form may ask the engine to do, element by element, each with the test that shows it."""

from tests.forms.element_line import Line, P, R, T, W

BEHAVIOUR: tuple[Line, ...] = (
    Line(
        "variable",
        W,
        "forms/test_session.py::test_variables_are_seen_below_and_the_inner_one_wins",
    ),
    Line(
        "calculatedExpression",
        W,
        "forms/test_shapes.py::test_a_person_s_edit_wins_over_a_calculation_until_it_is_taken_back",
    ),
    Line(
        "launchContext: patient, user, encounter",
        W,
        "services/test_launch_context.py::test_a_form_is_filled_from_the_open_case",
        "never a legal name",
    ),
    Line(
        "initialExpression",
        W,
        "forms/test_rows.py::test_a_computed_initial_value_comes_when_its_question_first_takes_part",
    ),
    Line(
        "enableWhenExpression",
        W,
        "forms/test_enablement.py::test_an_expression_decides_over_enablement",
    ),
    Line(
        "answerExpression",
        W,
        "forms/test_shapes.py::test_computed_options_are_offered_and_a_lost_one_is_said",
    ),
    Line(
        "answerOptionsToggleExpression",
        W,
        "forms/test_shapes.py::test_toggled_options_close_and_open_and_any_true_toggle_opens",
    ),
    Line(
        "candidateExpression",
        W,
        "views/interview/test_suggestions.py"
        "::test_a_suggestion_becomes_the_answer_when_it_is_pressed_and_not_before",
        "in FHIRPath; buttons below the answer, not on the turned screen",
    ),
    Line(
        "contextExpression",
        W,
        "views/interview/test_suggestions.py"
        "::test_what_was_looked_up_stands_above_the_answer_under_its_label",
        "in FHIRPath; lines above the answer, not on the turned screen",
    ),
    Line(
        "candidateExpression, contextExpression: from a server",
        T,
        "forms/test_item_checks.py::test_what_is_only_worth_knowing_leaves_the_form_ok",
        "nothing is fetched",
    ),
    Line(
        "itemPopulationContext: rows of a form that begins",
        W,
        "forms/test_population.py"
        "::test_each_result_is_a_row_with_its_own_initial_values_also_of_groups_below",
        "in FHIRPath, from launch contexts and from what the form carries",
    ),
    Line(
        "itemPopulationContext, sourceQueries: from a server",
        T,
        "forms/test_population.py::test_only_rows_that_a_server_would_give_are_told",
        "nothing is fetched: the rows begin empty",
    ),
    Line(
        "cqf-expression on text",
        W,
        "forms/test_shapes.py::test_words_follow_an_answer_and_fall_back_to_the_form_s_own",
    ),
    Line(
        "cqf-expression on required",
        W,
        "forms/test_shapes.py::test_a_question_becomes_required_and_no_longer",
    ),
    Line(
        "cqf-expression on minValue, maxValue",
        W,
        "forms/test_shapes.py::test_limits_follow_an_answer",
    ),
    Line("CQL", R, "forms/test_form_report.py::test_cql_anywhere_refuses_the_form"),
    Line(
        "questionnaire-constraint, targetConstraint",
        W,
        "forms/test_shapes.py::test_a_broken_rule_holds_complete_in_the_form_s_own_words",
    ),
    Line(
        "questionnaire-constraint of severity warning: shown, holds nothing",
        W,
        "views/interview/test_loaded_form.py"
        "::test_a_rule_that_only_warns_is_shown_and_lets_the_form_be_completed",
    ),
    Line(
        "minLength, regex",
        W,
        "forms/test_patterns.py::test_the_whole_text_has_to_match",
        "RE2: no look-around, no back-references; such a pattern is a problem at import",
    ),
    Line(
        "minValue, maxValue: numbers, dates, times",
        W,
        "forms/test_validation.py::test_an_answer_keeps_to_the_limits_of_its_question",
    ),
    Line(
        "minQuantity, maxQuantity with UCUM",
        W,
        "forms/test_validation.py::test_amounts_are_compared_in_one_unit",
        "a unit that does not convert is a problem; without one the number is compared",
    ),
    Line(
        "maxDecimalPlaces",
        W,
        "forms/test_validation.py::test_an_answer_keeps_to_the_limits_of_its_question",
    ),
    Line(
        "minOccurs, maxOccurs",
        W,
        "forms/test_rows.py::test_too_few_and_too_many_rows_of_a_response_are_said_at_the_first",
    ),
    Line(
        "mimeType, maxSize",
        W,
        "forms/test_shapes.py::test_a_file_of_another_kind_or_too_large_is_said",
    ),
    Line(
        "ordinalValue, itemWeight, weight(), ordinal()",
        W,
        "forms/test_scores.py::test_a_score_is_withheld_until_every_answer_it_depends_on_is_there",
    ),
    Line(
        "a derived boolean with missing inputs",
        W,
        "forms/test_shapes.py::test_a_derived_no_is_unknown_as_long_as_an_answer_is_missing",
        "not answered, never no",
    ),
    Line(
        "optionExclusive",
        W,
        "forms/test_session.py::test_an_exclusive_option_clears_the_others_and_is_cleared_by_them",
    ),
    Line(
        "unit of a decimal or integer: beside the field, in review and on paper",
        W,
        "services/test_answer_words.py::test_the_unit_stands_in_review_and_on_paper",
    ),
    Line(
        "unitOption, unitValueSet, unitOpen",
        W,
        "forms/test_value_sets.py::test_units_come_from_a_value_set_and_a_remote_one_is_named",
    ),
    Line(
        "reference, referenceResource, referenceProfile, lookupQuestionnaire",
        T,
        "forms/test_item_checks.py::test_what_is_only_worth_knowing_leaves_the_form_ok",
    ),
    Line(
        "observationExtract, observation-extract-category",
        W,
        "forms/test_observations.py"
        "::test_an_observation_says_what_was_answered_whose_it_is_and_where_it_comes_from",
        "by `form fill --extract`; the app sends nothing anywhere",
    ),
    Line(
        "templateExtract, templateExtractBundle, templateExtractContext, templateExtractValue,"
        " extractAllocateId",
        W,
        "forms/test_template_extraction.py::test_the_templates_of_others_make_what_was_answered",
        "by `form fill --extract`, from a completed response; the app sends nothing anywhere",
    ),
    Line(
        "observationLinkPeriod",
        W,
        "views/interview/test_earlier_answers.py"
        "::test_it_becomes_today_s_answer_when_it_is_pressed_and_can_be_taken_back",
        "offered below the question with its day and form, from completed forms of the same person "
        "here; never filled in by itself: what was said on another day is not today's answer",
    ),
    Line(
        "definitionExtract",
        T,
        "forms/test_item_checks.py::test_what_is_only_worth_knowing_leaves_the_form_ok",
        "it needs the definitions of all FHIR resources, which do not come with the app",
    ),
    Line(
        "preferredTerminologyServer",
        T,
        "forms/test_item_checks.py::test_what_is_only_worth_knowing_leaves_the_form_ok",
        "never asked; value sets come with the form or beside it",
    ),
    Line(
        "cqf-calculatedValue",
        W,
        "forms/test_calculated_value.py"
        "::test_the_older_calculated_value_computes_words_flags_and_limits",
        "where cqf-expression stands; on an item itself, where it computes nothing, it is told",
    ),
    Line(
        "cqf-library",
        T,
        "forms/test_item_checks.py::test_what_is_only_worth_knowing_leaves_the_form_ok",
        "a library holds CQL, which is out of scope",
    ),
    Line(
        "unitSupplementalSystem",
        W,
        "forms/test_unit_naming.py::test_what_ucum_reads_is_kept_as_its_code",
        "UCUM, or a code system that comes with the form; another is told, and words are kept",
    ),
    Line(
        "item-answerAssessment",
        P,
        "views/review/test_visit.py::test_a_comment_is_kept_under_its_answer",
        "a reviewer's comment is kept beside the record, sealed, and never inside a response",
    ),
    Line(
        "assembledFrom, subQuestionnaire",
        W,
        "forms/test_form_input.py::test_parts_are_put_where_their_place_was",
        "the parts are given in the same import",
    ),
    Line(
        "signatureRequired, questionnaireresponse-signature",
        P,
        "forms/test_signing.py::test_a_signature_loads_back_whole_and_the_second_save_is_byte_equal",
        "wanted before Complete, listed in review, its day printed; one made elsewhere is kept"
        " by `form fill` and does not count here",
    ),
    Line(
        "FHIRPath, official R4 suite",
        W,
        "forms/fhirpath/test_official_suite.py::test_exactly_the_listed_tests_of_a_group_pass",
        "the pass list only grows",
    ),
)
