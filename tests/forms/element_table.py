"""Element by element what a form may use here, each line with the test that shows it.

``python -m tests.forms.element_table`` writes docs/form-elements.md again.
"""

import re
from pathlib import Path

from tests.forms.behaviour_elements import BEHAVIOUR
from tests.forms.element_line import Line, P, R, T, W
from tests.forms.our_elements import OUR_OWN
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

Our own extensions are under `https://firstlight.example/fhir/StructureDefinition/`.

"""


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
            "code, item.code: LOINC",
            P,
            "forms/known/test_recognising.py::test_the_code_of_the_form_names_the_instrument",
            "names a known instrument, whose ages, cut-offs and rights are proposed at import",
        ),
        Line(
            "copyright",
            W,
            "services/test_form_notices.py"
            "::test_the_notice_is_printed_whole_and_that_it_was_signed_without_a_name",
            "at import, beside the form, in review and on paper; a licence confirmation is kept",
        ),
        Line(
            "url: names the form, with its version",
            W,
            "forms/test_responses.py::test_a_completed_response_reads_without_the_form_beside_it",
        ),
        Line(
            "derivedFrom",
            P,
            "forms/test_item_checks.py::test_where_a_form_comes_from_is_kept_and_not_followed",
            "kept with the form and not followed: each form stands by itself",
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
            "QuestionnaireResponse.status: in-progress, completed, amended",
            W,
            "services/test_response_status.py"
            "::test_a_change_of_what_was_signed_is_amended_also_when_it_is_returned",
            "amended once it changes what was signed",
        ),
        Line(
            "QuestionnaireResponse.authored, author, source, subject, encounter",
            W,
            "services/test_complete_form.py"
            "::test_a_completed_response_says_whose_it_is_and_who_wrote_it_down",
            "references with opaque ids, no names; source where the person answers by themselves;"
            " `form fill` keeps what a response says of itself",
        ),
        Line(
            "a finished response shows what was stored",
            W,
            "services/test_kept_records.py"
            "::test_a_finished_form_reads_the_same_years_later_and_with_another_birth_date",
            "in review, on paper and in a correction, whatever the calendar says",
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
    "Behaviour": BEHAVIOUR,
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
        Line(
            "header, footer",
            P,
            "views/interview/layouts/test_running.py::test_header_and_footer_stand_on_every_page",
            "one that asks questions stays a page of its own: an answer has one place",
        ),
        Line(
            "rendering-styleSensitive",
            P,
            "forms/test_item_checks.py::test_each_fault_is_a_problem_of_its_item",
            "a problem at import: such words would lose their meaning",
        ),
        Line(
            "itemControl spinner",
            W,
            "views/editors/test_spinner.py::test_a_step_keeps_within_the_limits_of_the_question",
            "two buttons and the arrow keys; empty until the first step",
        ),
        Line(
            "itemControl list",
            W,
            "views/interview/layouts/test_folds_and_tabs.py"
            "::test_a_group_that_is_a_list_shows_its_questions_one_after_the_other",
        ),
        Line(
            "itemControl context-display",
            W,
            "views/interview/layouts/test_tab_marks.py"
            "::test_a_mark_stands_below_the_name_of_its_page_and_follows_the_answers",
            "its words, below the name of a page in the list of sections and beside that of a tab; "
            "a picture alone is left out",
        ),
        *(Line(element, W, test, remark) for element, test, remark in SHOWN),
    ),
    "Our own extensions": OUR_OWN,
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
