"""What is written down: 45 CFR 164.312(b)."""

from tests.storage.security_lines.line import Line

AUDIT = (
    Line(
        "Audit controls, 164.312(b); ASVS 5.0 16.2",
        "hash-chained entries sealed to the auditor; every use case that opens records or paper "
        "leaves one; the privacy officer asks them at a desk",
        (
            "services/test_everything_is_audited.py"
            "::test_a_use_case_that_opens_records_or_paper_leaves_an_entry",
            "storage/test_audit_trail.py"
            "::test_the_root_reads_every_act_in_order_and_nobody_else_can",
            "views/audit/test_audit_desk.py::test_who_looked_at_a_person_is_found_by_keyboard",
        ),
    ),
    Line(
        "Audit trail protected, 164.312(b) and (c)(2); ASVS 5.0 16.4",
        "edited, cut, reordered, spliced or signed again: each found without a key, at its number, "
        "by a sentence of its own; a tail cut off together with its checkpoints only by the "
        "keyring, which a check without an account asks too, or a printed footer; each entry is "
        "signed inside its seal by whom it names: the auditor tells what somebody else made; with "
        "a keyring a start writes down which entries were added while the app was closed",
        (
            "storage/test_audit_check.py"
            "::test_what_was_done_inside_the_trail_is_named_with_its_place",
            "storage/test_audit_check.py"
            "::test_a_tail_that_was_cut_off_is_found_by_the_newest_checkpoint",
            "storage/test_audit_check.py::test_a_trail_signed_again_with_another_key_is_found",
            "storage/test_signed_entries.py"
            "::test_an_entry_in_anothers_name_is_told_from_what_they_did",
            "storage/test_signed_entries.py::test_what_happens_with_nobody_signed_in_says_so",
            "storage/test_closed_watch.py"
            "::test_what_was_added_while_it_was_closed_is_written_down_at_the_start",
            "views/audit/test_audit_desk.py"
            "::test_a_forged_entry_is_shown_as_not_signed_and_said_in_one_line",
            "storage/test_rollback.py::test_an_older_copy_put_back_is_noticed_at_the_next_start",
            "storage/test_failed_tries_stay.py"
            "::test_failed_sign_ins_that_were_cut_off_raise_the_alarm",
            "storage/test_kept_outside.py"
            "::test_a_check_without_an_account_names_the_older_copy_that_the_keyring_knows",
        ),
    ),
    Line(
        "Accounting of disclosures, 164.528",
        "six years of letters that left and of partners who were asked, per person: date, "
        "recipient, what, purpose; what the law demanded and was told by other ways is not in it, "
        "and the paper says so",
        (
            "services/test_report_disclosures.py::test_the_pdf_says_when_to_whom_what_and_why",
            "rendering/test_accounting_pdf.py::test_every_word_is_read_back_from_the_paper",
            "services/test_referrals.py::test_sending_stands_in_the_accounting_of_disclosures",
        ),
    ),
)
