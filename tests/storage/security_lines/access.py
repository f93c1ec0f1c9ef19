"""Who may do what: 45 CFR 164.312(a)."""

from tests.storage.security_lines.line import Line

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
            "storage/test_store_time.py::test_an_access_with_a_reason_ends",
            "services/test_own_caseload.py"
            "::test_an_access_waits_for_somebody_elses_review_and_is_late_after_72_hours",
            "services/test_own_caseload.py::test_a_wall_clock_set_back_makes_no_late_review_timely",
        ),
    ),
    Line(
        "Automatic logoff, 164.312(a)(2)(iii); ASVS 5.0 7.3",
        "cover after 5 minutes (site: 2 to 10), full lock after 15 (5 to 30), in the patient's "
        "hands the cover after 10 (5 to 20), end after 12 hours, a minute's warning before each, "
        "all on a monotonic clock",
        (
            "views/lock/test_idle_watch.py::test_the_cover_is_due_at_five_minutes_and_not_before",
            "views/lock/test_idle_watch.py::test_a_jump_of_the_wall_clock_changes_nothing",
            "views/lock/test_idle_watch.py::test_a_session_in_steady_use_ends_after_twelve_hours",
            "views/shell/test_time_limits.py"
            "::test_without_the_password_twelve_hours_end_in_the_lock",
            "services/test_idle_rules.py::test_what_is_out_of_bounds_is_refused_and_changes_nothing",
            "services/test_idle_rules.py"
            "::test_the_time_of_the_patient_is_bounded_and_no_shorter_than_the_cover",
        ),
    ),
    Line(
        "Encryption at rest, 164.312(a)(2)(iv); ASVS 5.0 11.3, 14.2",
        "AES-256-GCM, a key per person and compartment, context bound in, random nonces, seals "
        "counted and a new key before 2^24",
        (
            "storage/test_leaks.py::test_no_canary_is_in_any_file",
            "storage/test_leaks.py::test_no_key_is_in_any_file_as_it_is",
            "storage/test_leaks.py::test_the_search_itself_finds_a_leak_in_each_form",
            "journeys/test_no_trace.py::test_no_file_and_no_title_holds_what_was_typed",
            "crypto/test_aead.py::test_a_million_seals_use_a_million_nonces",
            "storage/test_seal_counts.py"
            "::test_a_new_key_is_made_before_the_limit_and_everything_opens",
            "storage/test_seal_counts.py::test_beyond_the_hard_limit_nothing_is_sealed",
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
    Line(
        "Keys lost or seen by others: recovery",
        "two of three recovery codes enrol the workstation again, and nothing is forgotten before "
        "the new key is in the file; two old codes make three new ones, which count once two are "
        "typed again and end the old ones",
        (
            "journeys/test_journey_9_dead_disk.py"
            "::test_after_a_dead_disk_the_keys_are_handed_on_and_a_specialist_reads_an_old_record",
            "storage/test_re_enrolment_for_real.py"
            "::test_a_lost_key_gives_way_to_a_passphrase_and_then_to_the_keyring_again",
            "storage/test_re_enrolment.py::test_two_codes_bring_everybody_back_to_every_record",
            "storage/test_re_enrolment_cut_off.py"
            "::test_an_enrolment_that_fails_leaves_every_entry_and_the_old_key_works",
            "views/shell/test_enrol_again.py"
            "::test_two_recovery_codes_bring_the_key_and_an_administrator_back",
            "storage/test_recovery_kit.py"
            "::test_any_two_of_the_new_codes_open_the_root_and_no_old_one_does",
            "storage/test_recovery_kit.py::test_the_old_wraps_are_in_no_byte_of_the_file",
            "views/people/test_recovery_codes.py"
            "::test_the_new_codes_count_once_two_are_typed_again",
        ),
    ),
)
