"""What leaves, 45 CFR 164.312(e), and what is left behind."""

from tests.storage.security_lines.line import Line

TRANSMISSION = (
    Line(
        "Transmission security, 164.312(e)(1)",
        "nothing is sent: no network use; a store on a network share is refused on Linux and "
        "Windows; what leaves does so as paper or as a file that somebody saves after the password",
        (
            "storage/test_disk_faults.py::test_a_folder_on_a_network_drive_is_refused",
            "services/test_confirm_identity.py::test_without_it_no_packet_becomes_a_file",
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
)
