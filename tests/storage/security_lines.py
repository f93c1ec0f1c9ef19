"""The lines of the table in docs/security.md: requirement, what the app does, what shows it."""

from typing import NamedTuple


class Line(NamedTuple):
    """``tests`` are files below tests/, each with a test in it."""

    requirement: str
    what: str
    tests: tuple[str, ...]


ACCESS = (
    Line(
        "Unique user ids, 164.312(a)(2)(i)",
        "one certified account per person; no default account in a real store",
        (
            "storage/test_gate.py::test_set_up_shows_three_codes_once_and_one_for_each_person",
            "storage/test_sign_in.py::test_everybody_chosen_at_set_up_has_their_own_password",
            "storage/test_staff_desk.py::test_a_sign_in_name_is_given_once",
        ),
    ),
    Line(
        "Emergency access, 164.312(a)(2)(ii)",
        "break-glass with reason, four hours, review by somebody else",
        (
            "storage/test_glass_desk.py::test_an_access_stands_for_four_hours_and_no_longer",
            "services/test_own_caseload.py"
            "::test_an_access_waits_for_somebody_elses_review_and_is_late_after_72_hours",
        ),
    ),
    Line(
        "Automatic logoff, 164.312(a)(2)(iii); ASVS 5.0 7.3",
        "cover after 5 minutes (site: 2 to 10), full lock after 15 (5 to 30), end after 12 hours, "
        "a minute's warning before each, all on a monotonic clock",
        (
            "views/lock/test_idle_watch.py::test_the_cover_is_due_at_five_minutes_and_not_before",
            "views/lock/test_idle_watch.py::test_a_jump_of_the_wall_clock_changes_nothing",
            "views/lock/test_idle_watch.py::test_a_session_in_steady_use_ends_after_twelve_hours",
            "views/shell/test_time_limits.py"
            "::test_without_the_password_twelve_hours_end_in_the_lock",
            "services/test_idle_rules.py::test_what_is_out_of_bounds_is_refused_and_changes_nothing",
        ),
    ),
    Line(
        "Encryption at rest, 164.312(a)(2)(iv); ASVS 5.0 11.3, 14.2",
        "AES-256-GCM, a key per person and compartment, context bound in, random nonces",
        (
            "storage/test_leaks.py::test_no_canary_is_in_any_file",
            "storage/test_leaks.py::test_the_search_itself_finds_a_leak_in_each_form",
            "journeys/test_no_trace.py::test_no_file_and_no_title_holds_what_was_typed",
            "crypto/test_aead.py::test_a_million_seals_use_a_million_nonces",
        ),
    ),
    Line(
        "Least privilege by keys, 164.502(b); ASVS 5.0 8.2",
        "for each role and compartment, what opens is exactly what the role may hold",
        (
            "storage/test_who_holds_which_key.py"
            "::test_each_account_opens_exactly_what_the_table_says",
            "storage/test_who_holds_which_key.py"
            "::test_the_table_covers_every_role_and_every_compartment",
            "storage/test_raw_file_access.py"
            "::test_of_all_sealed_values_only_the_packet_names_a_key_that_the_desk_holds",
        ),
    ),
    Line(
        "Ending access, 164.308(a)(3)(ii)(C)",
        "no sign-in and no grant from then on; keys renewed for all who stay",
        (
            "storage/test_staff_desk.py::test_a_revoked_person_cannot_sign_in_and_loses_every_grant",
            "storage/test_key_desk.py::test_after_someone_left_the_keys_are_renewed_for_all_who_stay",
        ),
    ),
)
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
        "keyring or a printed footer, and the keyring is asked only when an account is given",
        (
            "storage/test_audit_check.py"
            "::test_what_was_done_inside_the_trail_is_named_with_its_place",
            "storage/test_audit_check.py"
            "::test_a_tail_that_was_cut_off_is_found_by_the_newest_checkpoint",
            "storage/test_audit_check.py::test_a_trail_signed_again_with_another_key_is_found",
            "storage/test_rollback.py::test_an_older_copy_put_back_is_noticed_at_the_next_start",
        ),
    ),
    Line(
        "Accounting of disclosures, 164.528",
        "six years of letters that left, per person: date, recipient, what, purpose; what the law "
        "demanded and was told by other ways is not in it, and the paper says so",
        (
            "services/test_report_disclosures.py::test_the_pdf_says_when_to_whom_what_and_why",
            "rendering/test_accounting_pdf.py::test_every_word_is_read_back_from_the_paper",
        ),
    ),
)
INTEGRITY = (
    Line(
        "Integrity, 164.312(c)(1) and (2): every byte",
        "every byte of every stored value and of every table, index and trigger: changed, it is "
        "found and named; bytes that hold nothing change nothing that is read",
        (
            "storage/test_every_byte.py::test_a_changed_byte_of_every_column_is_found_and_named",
            "storage/test_every_byte.py::test_every_changed_byte_of_every_value_is_found_and_named",
            "storage/test_every_byte.py::test_every_changed_byte_of_the_schema_is_named",
            "storage/test_every_byte.py::test_exactly_what_is_said_to_be_unbound_goes_unseen",
            "storage/test_every_byte.py::test_a_changed_value_leaves_everything_else_readable",
            "storage/test_every_byte.py::test_no_byte_of_slack_changes_what_is_read",
        ),
    ),
    Line(
        "Integrity: exchanged, moved and older rows",
        "every sealed value binds its place and what was before it; one damaged record leaves the "
        "others readable",
        (
            "storage/test_tampering.py::test_exchanged_moved_and_missing_rows_are_noticed",
            "storage/test_splices.py::test_a_row_of_another_store_is_named",
            "storage/test_splices.py::test_a_value_of_another_person_is_named",
            "storage/test_splices.py::test_the_drafts_of_an_earlier_time_put_back_are_named",
            "storage/test_tampering.py::test_one_damaged_record_leaves_the_others_readable",
            "crypto/test_aead.py::test_a_record_moved_to_another_place_does_not_open",
        ),
    ),
    Line(
        "Signatures",
        "Ed25519 over exactly the stored bytes; what is signed takes only amendments",
        (
            "storage/test_sign_offs.py::test_a_changed_signature_is_detected",
            "storage/test_sign_offs.py::test_the_database_itself_refuses_rows_on_a_signed_record",
        ),
    ),
    Line(
        "Loss of power and kill -9",
        "nothing acknowledged is lost: every recorded write replayed with un-synced ones dropped, "
        "kept, shuffled and torn at 512 bytes",
        (
            "storage/test_power_loss.py"
            "::test_no_acknowledged_answer_is_lost_in_1200_losses_of_power",
            "storage/test_power_loss.py"
            "::test_the_replay_finds_what_a_store_without_full_sync_loses",
            "storage/test_kill.py::test_no_acknowledged_row_is_lost_in_60_kills",
            "storage/test_kill_keys.py::test_all_records_open_after_40_kills_while_keys_change",
        ),
    ),
    Line(
        "Full, failing, read-only and shared disks",
        "one clear sentence, nothing half-done, nothing tried again",
        (
            "storage/test_disk_faults.py"
            "::test_a_full_disk_is_named_and_what_was_saved_before_stays",
            "storage/test_disk_faults.py"
            "::test_after_a_failed_write_nothing_is_tried_again_and_the_file_reopens_whole",
            "storage/test_disk_faults.py"
            "::test_typing_on_a_full_disk_loses_nothing_and_goes_on_when_there_is_room",
            "storage/test_failing_disk.py"
            "::test_after_an_error_of_the_disk_nothing_is_tried_again_and_what_was_saved_is_there",
            "storage/test_disk_faults.py::test_a_read_only_folder_is_named",
            "storage/test_disk_faults.py::test_a_folder_on_a_network_drive_is_refused",
            "storage/test_gate.py::test_a_second_process_is_told_that_the_store_is_in_use",
            "storage/test_gate.py::test_a_store_of_a_newer_version_is_named_as_newer",
        ),
    ),
    Line(
        "Contingency plan, 164.308(a)(7)(ii)(A) and (B)",
        "backups of ciphertext, verified before an older one goes; restore that keeps what was "
        "there; a drill in the app",
        (
            "storage/test_backup.py::test_a_failed_backup_rotates_nothing",
            "storage/test_backup_faults.py::test_store_and_backups_survive_40_kills_in_a_backup",
            "storage/test_restore.py"
            "::test_a_restored_store_has_everything_and_the_one_before_is_kept",
            "storage/test_restore.py::test_a_drill_checks_everything_and_leaves_nothing",
        ),
    ),
    Line(
        "Forms are what the site loaded",
        "exact bytes, hash and licence signed by an administrator, append-only",
        (
            "storage/test_form_shelf.py"
            "::test_what_no_administrator_signed_counts_for_nothing_and_is_named",
        ),
    ),
)
PERSON = (
    Line(
        "Person authentication, 164.312(d); ASVS 5.0 6.2",
        "Argon2id, at least 15 characters, any Unicode, a list of common passwords; a PIN only "
        "behind a password session",
        (
            "crypto/test_passwords.py::test_the_password_policy",
            "crypto/test_passwords.py::test_the_argon2_floor",
            "storage/test_sign_in.py::test_wrong_name_and_wrong_password_are_the_same_sentence",
            "storage/test_sign_in.py::test_a_wrong_name_costs_as_much_time_as_a_wrong_password",
        ),
    ),
    Line(
        "Failed tries, ASVS 5.0 6.3",
        "4 free, then growing waits, 15 minutes from the tenth, a stop at 100; no clock and no "
        "restart shortens a wait",
        (
            "storage/test_throttle.py::test_each_failure_waits_as_the_rule_says",
            "storage/test_sign_in.py"
            "::test_a_hundred_failures_over_restarts_close_the_account_until_an_administrator_opens_it",
        ),
    ),
    Line(
        "Re-authentication, ASVS 5.0 7.5",
        "the password again for sign-off, files with patient content, keys, break-glass, Part 2 "
        "release, erasure; five minutes for acts of one kind, never across a cover or lock; a "
        "wrong one counts and is audited",
        (
            "services/test_confirm_identity.py"
            "::test_nothing_stays_confirmed_once_the_screen_was_covered",
            "views/shell/test_asking.py"
            "::test_a_visit_is_signed_only_after_the_password_by_keyboard_alone",
        ),
    ),
    Line(
        "Device key in the system's keyring",
        "absent, locked, empty, changed or wrong is named; no new key while sealed data exists, no "
        "fallback to a clear file",
        (
            "storage/test_gate.py::test_a_keyring_that_lost_the_key_is_named",
            "crypto/test_workstation.py"
            "::test_a_device_key_that_is_gone_or_broken_is_named_and_not_replaced",
            "crypto/test_workstation.py::test_a_null_keyring_gets_no_device_key",
            "crypto/test_system_keyring.py"
            "::test_a_keyring_opened_with_a_wrong_password_is_said_to_be_locked",
        ),
    ),
)
TRANSMISSION = (
    Line(
        "Transmission security, 164.312(e)(1)",
        "nothing is sent: no network use; a store on a network share is refused; what leaves does "
        "so as paper or as a file that somebody saves after the password",
        (
            "storage/test_disk_faults.py::test_a_folder_on_a_network_drive_is_refused",
            "services/test_confirm_identity.py::test_without_it_no_packet_becomes_a_file",
        ),
    ),
    Line(
        "Nothing left in memory at the full lock",
        "the process is replaced; an outside scan of it finds no answer, place, password or "
        "passphrase",
        (
            "journeys/test_full_lock_leaves_nothing.py"
            "::test_what_was_in_memory_before_the_lock_is_gone_after_it",
        ),
    ),
    Line(
        "Nothing left behind at the cover, ASVS 5.0 14.3",
        "clipboard and primary selection emptied of what came from the app",
        ("outside/test_clipboard.py::test_what_was_copied_and_marked_here_is_gone_with_the_cover",),
    ),
    Line(
        "Erasure",
        "no copy of a person's key stays in the file or its log; a signed tombstone does",
        (
            "storage/test_erasure.py"
            "::test_after_an_erasure_no_copy_of_a_wrapped_key_is_in_file_or_log",
            "storage/test_erasure.py::test_the_search_finds_what_a_plain_delete_leaves",
        ),
    ),
    Line(
        "Substance-use treatment notes, 42 CFR 2.13, 2.31, 2.32",
        "named users by keys; a release takes a consent that names them, the password and the "
        "notice",
        (
            "services/test_part2_notes.py::test_a_release_needs_a_consent_that_names_substance_use",
            "storage/test_part2.py::test_who_is_not_named_counts_but_neither_reads_nor_writes",
        ),
    ),
)
SECTIONS = {
    "Access, 45 CFR 164.312(a)": ACCESS,
    "Audit, (b)": AUDIT,
    "Integrity, (c), and availability": INTEGRITY,
    "Who it is, (d)": PERSON,
    "What leaves, (e), and what is left behind": TRANSMISSION,
}
