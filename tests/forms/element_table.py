"""Element by element what a form may use here, each line with the test that shows it.

``python -m tests.forms.element_table`` writes docs/form-elements.md again.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.forms.shown_elements import SHOWN

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "form-elements.md"

HEAD = """\
# What a form may use

Forms are FHIR R4 `Questionnaire` resources with the extensions of FHIR core and of Structured Data
Capture (SDC). This table is made from the names of tests
(`python -m tests.forms.element_table`); a test fails where a line names a test that is not there.

*works*: as FHIR and SDC say. *in part*: the remark says what is left out. *told*: not done here;
the check at import says so in plain words and names the item. *refused*: a form that needs it is
not taken, because it would mean something else without it.

"""


class State(StrEnum):
    """How far an element is done."""

    WORKS = "works"
    IN_PART = "in part"
    TOLD = "told"
    REFUSED = "refused"


@dataclass(frozen=True)
class Line:
    """One element. ``test`` is a file below tests/ and a test in it."""

    element: str
    state: State
    test: str
    remark: str = ""


W, P, T, R = State.WORKS, State.IN_PART, State.TOLD, State.REFUSED

SECTIONS: dict[str, tuple[Line, ...]] = {
    "Base elements": (
        Line("item.type: all of R4", W, "forms/test_reading.py::test_every_item_type_is_read"),
        Line(
            "boolean with three states",
            W,
            "views/editors/test_editors.py::test_a_yes_or_no_question_has_three_states",
        ),
        Line(
            "partial date and dateTime",
            W,
            "forms/test_answers.py::test_a_date_time_of_another_shape_is_refused",
        ),
        Line(
            "R5 item.type coding, answerConstraint",
            W,
            "forms/test_reading.py::test_an_r5_coding_question_is_a_choice",
        ),
        Line(
            "enableWhen, every operator",
            W,
            "forms/test_enablement.py::test_each_operator_compares_numbers",
        ),
        Line(
            "enableWhen on several answers",
            W,
            "forms/test_enablement.py::test_one_match_among_several_answers_is_enough",
        ),
        Line(
            "enableWhen in repeating groups: its own row",
            W,
            "forms/test_rows.py::test_a_condition_looks_into_its_own_row_only",
        ),
        Line(
            "enableBehavior",
            W,
            "forms/test_enablement.py::test_several_conditions_hold_all_or_any",
        ),
        Line(
            "items that disable each other",
            W,
            "forms/test_shapes.py::test_two_items_that_disable_each_other_are_both_named",
            "both are named, nothing hangs",
        ),
        Line(
            "answers of disabled items",
            W,
            "forms/test_session.py::test_a_disabled_answer_is_parked_left_out_and_brought_back",
            "parked, left out, brought back",
        ),
        Line("required", W, "forms/test_session.py::test_what_nobody_can_answer_never_blocks"),
        Line(
            "repeats, repeating group",
            W,
            "forms/test_rows.py::test_a_middle_row_goes_and_comes_back_with_its_answers",
        ),
        Line(
            "readOnly",
            W,
            "views/editors/test_editors.py::test_a_read_only_question_cannot_be_typed_into",
        ),
        Line(
            "maxLength",
            W,
            "forms/test_validation.py::test_an_answer_keeps_to_the_limits_of_its_question",
        ),
        Line(
            "initial, initialSelected",
            W,
            "forms/test_session.py::test_initial_values_apply_once_and_a_wrong_one_is_ignored",
        ),
        Line(
            "answerOption",
            W,
            "forms/test_reading.py::test_options_may_be_texts_numbers_and_dates",
        ),
        Line(
            "answerValueSet: contained, beside the form, bundled",
            W,
            "forms/test_value_sets.py::test_includes_are_joined_in_order_and_excludes_taken_out",
        ),
        Line(
            "answerValueSet on a server",
            T,
            "forms/test_item_checks.py::test_options_that_are_searched_on_the_internet_are_said_to_be",
        ),
        Line(
            "items under a question, under each answer",
            W,
            "forms/test_rows.py::test_what_stands_below_an_answer_belongs_to_that_answer",
        ),
        Line(
            "status, effectivePeriod",
            W,
            "forms/test_form_report.py::test_whether_a_form_may_be_used_now_is_said",
        ),
        Line(
            "copyright",
            W,
            "services/test_form_notices.py"
            "::test_the_notice_is_printed_whole_and_that_it_was_signed_without_a_name",
            "at import, beside the form, in review and on paper; a licence confirmation is kept",
        ),
        Line(
            "version: each draft and record in its own",
            W,
            "services/test_loaded_forms.py"
            "::test_a_draft_goes_on_in_its_own_version_after_another_became_current",
            "also of our own forms; a version that would lose an alert is refused",
        ),
        Line(
            "modifierExtension that is not known",
            R,
            "forms/test_reading.py::test_what_cannot_be_read_is_refused_with_one_sentence",
        ),
        Line(
            "QuestionnaireResponse, readable by itself",
            W,
            "forms/test_responses.py::test_a_completed_response_reads_without_the_form_beside_it",
        ),
        Line(
            "load(save(x)) = x, to the byte",
            W,
            "forms/test_corpus_filled.py::test_every_form_is_saved_and_loaded_to_the_same_bytes",
        ),
        Line(
            "data-absent-reason on any question",
            W,
            "forms/test_responses.py::test_each_reason_travels_as_a_data_absent_reason",
        ),
        Line(
            "responses of other fillers",
            W,
            "forms/test_corpus_filled.py::test_no_answer_of_a_response_made_by_others_is_lost",
        ),
    ),
    "Behaviour": (
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
            "candidateExpression, itemPopulationContext, sourceQueries",
            T,
            "forms/test_item_checks.py::test_what_is_only_worth_knowing_leaves_the_form_ok",
            "they need a server",
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
            "unit, unitOption, unitValueSet, unitOpen",
            W,
            "forms/test_value_sets.py::test_units_come_from_a_value_set_and_a_remote_one_is_named",
        ),
        Line(
            "reference, lookupQuestionnaire",
            T,
            "forms/test_item_checks.py::test_what_is_only_worth_knowing_leaves_the_form_ok",
        ),
        Line(
            "observationExtract, templateExtract",
            T,
            "forms/test_item_checks.py::test_what_is_only_worth_knowing_leaves_the_form_ok",
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
            "score bands and subscales (ours)",
            W,
            "forms/test_scores.py::test_a_score_has_the_band_that_holds_it",
        ),
        Line(
            "worked examples inside the form (ours)",
            W,
            "forms/test_checking.py::test_worked_examples_are_run_and_failing_ones_reported",
        ),
        Line(
            "FHIRPath, official R4 suite",
            W,
            "forms/fhirpath/test_official_suite.py::test_exactly_the_listed_tests_of_a_group_pass",
            "the pass list only grows",
        ),
    ),
    "Rendering": (
        Line(
            "hidden",
            W,
            "forms/test_session.py::test_hidden_items_are_never_visible_but_their_value_is_kept",
        ),
        Line(
            "rendering-criticalExtension",
            R,
            "forms/test_form_report.py::test_what_a_form_calls_critical_is_honoured_or_refused",
            "where the critical extension is not honoured",
        ),
        *(Line(element, W, test, remark) for element, test, remark in SHOWN),
    ),
}


def page() -> str:
    """The whole page."""
    parts = [HEAD.rstrip()]
    for title, lines in SECTIONS.items():
        rows = ["| Element | Here | Shown by |", "|---|---|---|"]
        for line in lines:
            here = f"{line.state}: {line.remark}" if line.remark else str(line.state)
            rows.append(f"| {line.element} | {here} | `{line.test}` |")
        parts.append(f"## {title}\n\n" + "\n".join(rows))
    return "\n\n".join(parts) + "\n"


def missing_tests() -> list[str]:
    """The lines whose test does not exist."""
    missing = []
    for lines in SECTIONS.values():
        for line in lines:
            name, _, test = line.test.partition("::")
            path = ROOT / "tests" / name
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            if not test or not re.search(rf"^def {re.escape(test)}\(", text, re.M):
                missing.append(line.test)
    return missing


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
