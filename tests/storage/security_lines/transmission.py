"""What leaves, 45 CFR 164.312(e), and what is left behind."""

from tests.storage.security_lines.line import Line

TRANSMISSION = (
    Line(
        "Transmission security, 164.312(e)(1)",
        "nothing is sent: no network use; a store on a network share is refused on Linux, "
        "Windows and macOS; what leaves does so as paper or as a file that somebody saves after "
        "the password",
        (
            "storage/test_disk_faults.py::test_a_folder_on_a_network_drive_is_refused",
            "storage/test_network_share.py::test_a_volume_of_macos_is_local_when_it_says_so",
            "services/test_confirm_identity.py::test_without_it_no_packet_becomes_a_file",
        ),
    ),
    Line(
        "A case that goes to another workstation, 164.312(e)(2)",
        "by a file sealed to that one workstation's key and signed inside the seal; a changed "
        "byte, rows of another person, rows left out, an older file, a second taking in and a "
        "power cut leave nothing written; the case is closed here before the file exists",
        (
            "crypto/test_hand_over_file.py::test_every_changed_byte_is_refused",
            "crypto/test_hand_over_file.py::test_it_opens_and_holds_for_one_passage_only",
            "storage/test_hand_over_tampered.py"
            "::test_a_changed_byte_anywhere_is_refused_and_nothing_is_written",
            "storage/test_hand_over_tampered.py"
            "::test_rows_of_another_person_spliced_in_are_refused",
            "storage/test_hand_over_tampered.py::test_a_power_cut_in_the_middle_leaves_nothing",
            "storage/test_hand_over.py::test_an_older_file_does_not_open_a_second_case",
            "storage/test_hand_over.py::test_nothing_is_written_about_a_case_that_went",
            "storage/test_hand_over_people.py::test_who_was_revoked_there_hands_nothing_over",
            "storage/test_hand_over_people.py"
            "::test_by_keys_alone_a_file_opens_to_who_holds_the_keys_of_cases",
        ),
    ),
    Line(
        "Nothing leaves unseen while it runs, ASVS 5.0 14.2",
        "under strace the window writes, sends and names nothing typed, and paper goes into "
        "the spooler's pipe alone; a whole visit in the long form",
        (
            "journeys/test_traced.py"
            "::test_nothing_typed_or_printed_leaves_the_process_but_by_the_spoolers_pipe",
            "journeys/test_traced.py::test_nothing_of_a_whole_visit_leaves_the_process",
            "journeys/test_traced.py::test_a_leak_that_leaves_no_file_is_found_in_the_trace",
        ),
    ),
    Line(
        "Nothing left in memory at the full lock",
        "the process is replaced; an outside scan of it finds no answer, place, password, "
        "passphrase or private key",
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
            "services/test_part2_notes.py::test_a_release_needs_a_consent_for_the_records_of_a_program",
            "storage/test_part2.py::test_who_is_not_named_counts_but_neither_reads_nor_writes",
        ),
    ),
    Line(
        "Opt out of the directory, 164.510(a)",
        'while "no information" holds, in every case of the person, lists, desks and the packet '
        "say that no caller is told; a paper with the legal name is made only once somebody "
        "confirmed it, whatever screen asks for it",
        (
            "services/test_name_on_paper.py::test_it_is_refused_until_it_is_confirmed",
            "services/test_confidential_status.py"
            "::test_a_status_that_was_not_lifted_holds_in_the_next_case_of_the_person",
        ),
    ),
)
