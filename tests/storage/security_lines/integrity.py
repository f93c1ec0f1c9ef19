"""That nothing is changed or lost: 45 CFR 164.312(c) and availability."""

from tests.storage.security_lines.line import Line

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
        "every sealed value binds its place and what was before it, and each checkpoint the newest "
        "revisions and the ends of all logs; one damaged record leaves the others readable; what "
        "is written during a rollback alarm is marked",
        (
            "storage/test_branch_marks.py::test_drafts_and_records_of_an_alarm_are_marked_for_good",
            "storage/test_tampering.py::test_exchanged_moved_and_missing_rows_are_noticed",
            "storage/test_splices.py::test_a_row_of_another_store_is_named",
            "storage/test_splices.py::test_a_value_of_another_person_is_named",
            "storage/test_splices.py::test_the_drafts_of_an_earlier_time_put_back_are_named",
            "storage/test_census.py::test_the_newest_revision_taken_out_is_named",
            "storage/test_census.py::test_the_newest_record_taken_out_is_named",
            "storage/test_log_ends.py::test_the_newest_row_of_a_log_taken_out_is_named_and_alarms",
            "storage/test_log_ends.py::test_a_revoked_person_who_is_put_back_is_named_and_alarms",
            "storage/test_census.py::test_what_was_saved_after_the_last_checkpoint_is_in_none_yet",
            "storage/test_tampering.py::test_one_damaged_record_leaves_the_others_readable",
            "crypto/test_aead.py::test_a_record_moved_to_another_place_does_not_open",
        ),
    ),
    Line(
        "Signatures",
        "Ed25519 over exactly the stored bytes; what is signed takes only amendments; sign-off "
        "only by a nurse manager who did not write it, whoever holds a key",
        (
            "storage/test_who_signs_off.py"
            "::test_the_store_itself_refuses_a_signature_by_the_wrong_person",
            "storage/test_who_signs_off.py"
            "::test_a_signature_made_past_the_rules_counts_for_nothing_and_is_named",
            "storage/test_who_signs_off.py"
            "::test_a_manager_who_signed_her_own_record_is_named_where_a_key_opens_it",
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
        "one clear sentence, nothing half-done; what was typed is kept in the window until it is "
        "saved; after an error of the disk nothing is tried on that connection again: the file is "
        "opened anew, written through and looked at first",
        (
            "storage/test_disk_faults.py"
            "::test_a_full_disk_is_named_and_what_was_saved_before_stays",
            "storage/test_disk_faults.py"
            "::test_after_a_failed_write_nothing_is_tried_again_and_the_file_reopens_whole",
            "storage/test_ballast.py::test_a_full_disk_gives_the_room_back_and_the_draft_is_saved",
            "storage/test_disk_faults.py"
            "::test_typing_on_a_full_disk_loses_nothing_and_goes_on_when_there_is_room",
            "storage/test_failing_disk.py"
            "::test_after_an_error_of_the_disk_nothing_is_tried_again_and_what_was_saved_is_there",
            "storage/test_failing_disk.py"
            "::test_a_disk_that_failed_once_is_written_to_through_a_file_opened_anew",
            "storage/test_random_disk_errors.py"
            "::test_whatever_call_fails_of_200_nothing_acknowledged_is_lost",
            "journeys/test_disk_fails.py::test_the_draft_is_kept_in_the_window_and_said_so",
            "storage/test_disk_faults.py::test_a_read_only_folder_is_named",
            "storage/test_disk_faults.py::test_a_folder_on_a_network_drive_is_refused",
            "storage/test_gate.py::test_a_second_process_is_told_that_the_store_is_in_use",
            "storage/test_gate.py::test_a_store_of_a_newer_version_is_named_as_newer",
        ),
    ),
    Line(
        "Contingency plan, 164.308(a)(7)(ii)(A) and (B)",
        "backups of ciphertext, verified before an older one goes; restore that keeps what was "
        "there and brings back nobody who was revoked or erased since, in the window "
        "too; what it moved aside goes after 14 days; a drill in the app",
        (
            "storage/test_backup.py::test_a_failed_backup_rotates_nothing",
            "storage/test_backup_rotation.py::test_nothing_is_rotated_away_during_a_rollback_alarm",
            "storage/test_backup_rotation.py"
            "::test_the_newest_backup_that_was_opened_stays_however_old",
            "storage/test_backup_faults.py::test_store_and_backups_survive_40_kills_in_a_backup",
            "storage/test_restore.py"
            "::test_a_restored_store_has_everything_and_the_one_before_is_kept",
            "storage/test_restore_carries.py"
            "::test_who_was_revoked_after_the_backup_does_not_sign_in",
            "storage/test_restore_carries.py::test_who_was_erased_after_the_backup_stays_erased",
            "storage/test_restore.py::test_a_drill_checks_everything_and_leaves_nothing",
            "storage/test_restore_desk.py"
            "::test_a_restore_that_is_called_off_at_any_step_changes_nothing",
            "views/shell/test_restore.py::test_a_lost_store_is_put_back_and_a_record_in_it_is_read",
            "storage/test_kept_stores.py"
            "::test_after_14_days_it_goes_with_the_next_backup_and_the_trail_says_so",
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
