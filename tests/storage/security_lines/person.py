"""Who it is: 45 CFR 164.312(d)."""

from tests.storage.security_lines.line import Line

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
            "storage/test_names_of_nobody.py"
            "::test_at_every_number_of_failures_both_are_told_the_same",
        ),
    ),
    Line(
        "Failed tries, ASVS 5.0 6.3",
        "4 free, then growing waits, 15 minutes from the tenth, a stop at 100; no clock and no "
        "restart shortens a wait, which on Linux goes on over starts of the app; the workstation's "
        "passphrase waits likewise and is never stopped; wrong PINs, passphrases and refused codes "
        "are audited; with a keyring, a count set back in the file is put right and written down",
        (
            "storage/test_throttle.py::test_each_failure_waits_as_the_rule_says",
            "storage/test_since_boot.py"
            "::test_what_remains_of_a_wait_goes_on_only_in_the_same_start_of_the_computer",
            "storage/test_since_boot.py"
            "::test_with_a_keyring_a_time_set_back_in_the_file_shortens_no_wait",
            "storage/test_refused_tries.py::test_a_wrong_passphrase_waits_as_a_wrong_password_does",
            "storage/test_refused_tries.py"
            "::test_wrong_pins_are_in_the_trail_and_the_right_one_is_not",
            "storage/test_refused_tries.py"
            "::test_refused_one_time_codes_are_in_the_trail_with_the_reason",
            "storage/test_tries_set_back.py::test_a_count_set_back_in_the_file_lets_nobody_in_sooner",
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
