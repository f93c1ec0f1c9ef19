"""A workstation prints where it printed before."""

from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.printing.last_used import FILE, LastUsedFirst
from desktop.services.ports import PrintQueue
from tests.support.fake_printers import FakePrinters

QUEUES = tuple(
    PrintQueue(name, name, is_ready=is_ready)
    for name, is_ready in (("central", True), ("ward-4", True), ("ward-5", False))
)


def names(printers: LastUsedFirst) -> list[str]:
    return [queue.name for queue in printers.queues()]


def test_the_printer_used_last_stands_first_also_at_the_next_start(tmp_path: Path) -> None:
    printers = LastUsedFirst(FakePrinters(QUEUES), tmp_path / "settings")
    assert names(printers) == ["central", "ward-4", "ward-5"]

    printers.print_pdf("ward-4", b"%PDF-1.4", "Papers 12AB")

    again = LastUsedFirst(FakePrinters(QUEUES), tmp_path / "settings")
    assert names(printers) == names(again) == ["ward-4", "central", "ward-5"]


def test_a_printer_that_refused_is_not_kept(tmp_path: Path) -> None:
    printers = LastUsedFirst(FakePrinters(QUEUES), tmp_path)

    with pytest.raises(KnownError):
        printers.print_pdf("ward-5", b"%PDF-1.4", "Papers 12AB")

    assert names(printers) == ["central", "ward-4", "ward-5"]
    assert list(tmp_path.iterdir()) == []


def test_nothing_but_the_name_of_the_printer_is_kept(tmp_path: Path) -> None:
    LastUsedFirst(FakePrinters(QUEUES), tmp_path).print_pdf("ward-4", b"%PDF-1.4", "Papers 12AB")

    assert [file.name for file in tmp_path.iterdir()] == [FILE]
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "ward-4"


@pytest.mark.parametrize("kept", [b"\xff\xfe", b"", b"gone-printer", b"x" * 100_000])
def test_a_damaged_file_leaves_the_order_of_the_print_system(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / FILE).write_bytes(kept)

    assert names(LastUsedFirst(FakePrinters(QUEUES), tmp_path)) == ["central", "ward-4", "ward-5"]


def test_a_job_is_printed_also_where_its_printer_cannot_be_kept(tmp_path: Path) -> None:
    in_the_way = tmp_path / "settings"
    in_the_way.write_text("a file where the folder should be")
    behind = FakePrinters(QUEUES)

    LastUsedFirst(behind, in_the_way).print_pdf("ward-4", b"%PDF-1.4", "Papers 12AB")

    assert [job.queue for job in behind.jobs] == ["ward-4"]
