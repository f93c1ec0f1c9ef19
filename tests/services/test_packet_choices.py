"""Choices of a packet that was not sent: kept sealed with the case until it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.packet_record import PacketPart
from desktop.services.packet_choices import keep_choices, kept_choices
from desktop.services.plan_packet import plan_packet
from desktop.services.send_packet import send_packet
from desktop.views.packet.choice_changes import resumed
from tests.services.bench import DESK, ROSA, TOMAS, Bench, sealed_bench
from tests.services.filling import completed


def test_nothing_is_kept_before_anything_was_chosen(bench: Bench) -> None:
    assert kept_choices(bench.work_as(ROSA), bench.new_case()) is None


def test_choices_outlive_the_process_and_its_user(tmp_path: Path) -> None:
    bench, made = sealed_bench(tmp_path / "store")
    work, ref = bench.work_as(ROSA), bench.new_case()
    choices = replace(plan_packet(work, ref).choices, steps=("Call Fern at noon.",))
    keep_choices(work, ref, choices)
    keep_choices(work, ref, replace(choices, steps=("Call Fern at one.",)))
    for session in bench.sessions.values():
        session.close()
    bench.sessions.clear()
    made.reopen()

    kept = kept_choices(bench.work_as(TOMAS), ref)
    bench.sessions[TOMAS].close()
    made.gate.close()

    assert kept == replace(choices, steps=("Call Fern at one.",))


def test_what_was_sent_is_not_kept_any_longer(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    completed(work, ref)
    choices = plan_packet(work, ref).choices
    keep_choices(work, ref, choices)

    send_packet(work, ref, choices)

    assert kept_choices(work, ref) is None


def test_the_packet_desk_keeps_no_choices(bench: Bench) -> None:
    ref = bench.new_case()
    choices = plan_packet(bench.work_as(ROSA), ref).choices

    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        keep_choices(bench.work_as(DESK), ref, choices)


def test_what_the_person_allows_today_counts_not_what_was_kept(bench: Bench) -> None:
    draft = plan_packet(bench.work_as(ROSA), bench.new_case())
    kept = replace(
        draft.choices,
        parts=draft.choices.parts | {PacketPart.LETTER},
        letter_recipient="Nobody Consented",
        service_ids=("gone",),
        desk_may_print_plan=True,
    )

    choices = resumed(kept, draft)

    assert not choices.desk_may_print_plan
    assert choices.service_ids == ()
    assert PacketPart.LETTER not in choices.parts
