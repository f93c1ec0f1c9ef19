"""How a form asks to be shown, element by element, each with the test that shows it."""

CONTROLS = "views/editors/test_controls.py::"
ASIDES = "views/interview/test_asides.py::"
FOLDS = "views/interview/layouts/test_folds_and_tabs.py::"
TABLES = "views/interview/layouts/test_tables.py::"
RICH = "views/editors/test_rich_text.py::"

SHOWN: tuple[tuple[str, str, str], ...] = (
    (
        "translation",
        "forms/test_reading.py::test_texts_come_in_the_language_asked_for_or_in_the_base",
        "",
    ),
    (
        "a language with holes",
        "forms/test_reading.py::test_a_language_with_a_missing_text_is_not_offered",
        "not offered",
    ),
    (
        "drop-down and long lists",
        "views/editors/test_editors.py::test_many_options_open_as_a_list",
        "",
    ),
    (
        "rows of a repeating group on the page",
        "views/interview/layouts/test_rows.py::test_each_row_is_a_named_block_with_its_number",
        "",
    ),
    (
        "every form of the corpus in the real window",
        "views/interview/layouts/test_corpus_pages.py"
        "::test_every_form_of_the_corpus_opens_or_is_refused_in_words",
        "every page, for a grown woman and a boy",
    ),
    (
        "radio-button, check-box, drop-down, autocomplete, lookup, slider",
        "views/editors/test_every_kind.py::test_the_keyboard_answers_it",
        "each also by a screen reader",
    ),
    (
        "attachment: kind by content, size first, read beside the screen",
        "views/editors/test_file_reading.py::test_what_takes_its_time_says_how_far_it_is",
        "",
    ),
    (
        "attachment: JPEG, PNG and WebP photos",
        "views/editors/test_photo_data.py"
        "::test_a_photo_loses_what_the_camera_wrote_and_no_bit_of_the_picture",
        "place, owner and device are left out, how it is turned is kept; HEIC and TIFF are refused"
        " with what to do; a file that is no picture keeps what it holds",
    ),
    (
        "attachment: sealed with the answer",
        "journeys/test_attachment_is_sealed.py"
        "::test_a_file_goes_through_a_kill_and_review_byte_for_byte_and_leaves_no_trace",
        "also after the process is killed",
    ),
    (
        "attachment: file, photo from a file",
        "views/editors/test_files.py::test_a_file_becomes_the_answer_with_its_name_kind_and_size",
        "",
    ),
    (
        "repeats on texts, numbers, dates",
        CONTROLS + "test_an_entry_moves_with_alt_and_the_arrows",
        "",
    ),
    (
        "choiceOrientation",
        CONTROLS + "test_options_across_stand_side_by_side_and_below_each_other_where_it_is_narrow",
        "",
    ),
    (
        "choiceColumn",
        "views/editors/test_choice_columns.py"
        "::test_a_drop_down_with_columns_lists_them_under_their_heads",
        "searched in all columns; at the right of rows; past 2,000 answers the check says so",
    ),
    ("columnCount", CONTROLS + "test_columns_are_filled_one_after_the_other", ""),
    (
        "sliderStepValue",
        CONTROLS + "test_a_scale_follows_limits_that_an_answer_computes",
        "past 1,000 steps the number is typed",
    ),
    ("optionPrefix", CONTROLS + "test_a_prefix_stands_before_its_option", ""),
    (
        "valueset-label, codesystem-label",
        "forms/test_value_sets.py::test_a_label_of_a_code_stands_before_it_like_a_prefix",
        "",
    ),
    (
        "keyboard",
        "views/editors/test_keyboards.py::test_a_form_says_which_keys_a_touch_keyboard_begins_with",
        "a hint; what may be typed stays free",
    ),
    (
        "shortText",
        "forms/test_reading.py::test_short_texts_controls_and_flags_are_read",
        "the name of a page in the list of sections, and of a column",
    ),
    ("openLabel", CONTROLS + "test_the_form_names_the_box_for_another_answer", ""),
    ("entryFormat", CONTROLS + "test_the_form_says_how_to_type_the_answer", ""),
    ("help, flyover", ASIDES + "test_help_opens_below_the_question_and_folds_again", ""),
    ("prompt, unit, legal", ASIDES + "test_prompt_unit_and_legal_words_stand_in_their_places", ""),
    ("lower, upper", ASIDES + "test_the_ends_of_a_scale_have_the_form_s_words", ""),
    ("displayCategory", ASIDES + "test_instructions_and_security_words_look_different", ""),
    (
        "itemMedia",
        ASIDES + "test_a_picture_of_the_form_is_shown_with_its_words",
        "sound and film are named, not played",
    ),
    ("itemAnswerMedia", CONTROLS + "test_an_option_shows_its_picture", ""),
    (
        "supportLink, supportHyperlink",
        ASIDES + "test_a_link_is_text_that_can_be_copied",
        "copied, never opened",
    ),
    (
        "rendering-xhtml, rendering-markdown",
        RICH + "test_marks_are_kept_and_nothing_else_of_a_tag",
        "",
    ),
    (
        "rendering-style",
        RICH + "test_xhtml_wins_over_markdown_and_both_over_style",
        "bold, italic, underline",
    ),
    (
        "table, htable, atable",
        TABLES + "test_questions_with_the_same_answers_are_lines_of_a_table",
        "choice questions with the same answers; cards where narrow or where answers are open",
    ),
    (
        "gtable",
        TABLES + "test_rows_of_a_group_are_lines_that_can_be_added_and_removed",
        "plain rows where the page is narrow",
    ),
    ("grid", TABLES + "test_groups_of_a_grid_are_lines_below_the_same_heads", ""),
    (
        "tab-container, page",
        FOLDS + "test_tabs_and_pages_of_the_form_are_sections",
        "tabs deeper in a page are a bar of tabs",
    ),
    ("collapsible", FOLDS + "test_a_fold_says_how_far_it_is_and_opens", ""),
    (
        "prefix",
        "views/interview/test_prefixes.py::test_headings_and_words_show_theirs_too",
        "",
    ),
    ("disabledDisplay", FOLDS + "test_what_is_protected_is_shown_and_takes_no_answer", ""),
    ("parked answers, counted", FOLDS + "test_answers_that_are_put_aside_are_counted", ""),
    (
        "entryMode",
        "views/interview/test_form_modes.py::test_a_page_opens_when_those_before_it_are_done",
        "page by page; alerts and Complete go where they have to",
    ),
    ("usageMode", "forms/test_usage.py::test_each_usage_is_asked_and_shown_as_fhir_says", ""),
    (
        "usageMode in review",
        "forms/test_usage.py::test_review_shows_what_belongs_to_the_finished_form",
        "",
    ),
    (
        "usageMode on paper",
        "forms/test_usage.py::test_paper_shows_what_belongs_to_the_finished_form",
        "",
    ),
    (
        "width of a table column",
        "views/interview/layouts/test_column_widths.py::test_percents_share_the_columns",
        "percent and pixels; the same for all where it does not fit",
    ),
)
