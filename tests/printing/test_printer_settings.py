"""What is known of printers without a print server."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.errors import KnownError
from desktop.printing.no_printers import NoPrinters
from desktop.printing.painted import PaintedPrinters
from desktop.printing.preserve import keeps_job_files
from desktop.printing.select import system_printers
from desktop.rendering.paper import ReportlabPaper
from tests.support.fake_printers import DESK_QUEUE, FakePrinters


@pytest.mark.parametrize(
    ("settings", "keeps"),
    [
        ("PreserveJobFiles No\n", False),
        ("  preservejobfiles off\n", False),
        ("PreserveJobFiles Yes\n", True),
        ("PreserveJobFiles 86400\n", True),
        ("# PreserveJobFiles No\n", True),
        ("LogLevel warn\n", True),
        ("PreserveJobFiles No\nPreserveJobFiles 3600\n", True),
    ],
)
def test_only_a_plain_no_means_that_files_are_not_kept(
    tmp_path: Path, settings: str, keeps: bool
) -> None:
    path = tmp_path / "cupsd.conf"
    path.write_text(settings)

    assert keeps_job_files(path) is keeps


def test_settings_that_cannot_be_read_count_as_keeping(tmp_path: Path) -> None:
    assert keeps_job_files(tmp_path / "absent.conf")


def test_a_computer_without_a_print_system_says_so() -> None:
    printers = NoPrinters()

    with pytest.raises(KnownError) as refused:
        printers.print_pdf("any", b"%PDF-1.4", "Firstlight packet")

    assert printers.queues() == ()
    assert refused.value.message_id == "print.no-printing-system"


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_each_kind_of_computer_gets_printers_and_asking_them_does_not_fail(
    qapp: QApplication, platform: str
) -> None:
    printers = system_printers(ReportlabPaper(), platform=platform)

    assert isinstance(list(printers.queues()), list)


def test_windows_has_its_printers_painted_for(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    assert isinstance(system_printers(ReportlabPaper(), platform="win32"), PaintedPrinters)
    assert isinstance(system_printers(ReportlabPaper(), platform="linux"), NoPrinters)


def test_fake_printers_keep_what_they_are_given() -> None:
    printers = FakePrinters()

    job = printers.print_pdf(DESK_QUEUE.name, b"%PDF-1.4", "Firstlight packet")

    assert job == "ED-PRN-2-1"
    assert [one.pdf for one in printers.jobs] == [b"%PDF-1.4"]


@pytest.mark.parametrize(
    ("printers", "message_id"),
    [(FakePrinters(), "print.refused"), (FakePrinters(()), "print.no-printing-system")],
)
def test_fake_printers_refuse_like_real_ones(printers: FakePrinters, message_id: str) -> None:
    with pytest.raises(KnownError) as refused:
        printers.print_pdf("nowhere", b"%PDF-1.4", "Firstlight packet")

    assert refused.value.message_id == message_id
