"""The accounting of disclosures: whole, private, on the record, and only after the password."""

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.audit_questions import release_detail
from desktop.records.erasure import person_reference
from desktop.rendering.paper import ReportlabPaper
from desktop.services.ports import EpisodeRef
from desktop.services.report_disclosures import (
    DisclosureReport,
    ReportForm,
    report_disclosures,
)
from tests.services.bench import NADIA, OFFICER, ROSA, Bench
from tests.support.file_modes import is_for_its_owner_only
from tests.support.losing_paper import LosingPaper
from tests.support.store_fixture import password_of

HOUSE = "Invented House of Exampleton"


def released(bench: Bench, recipient: str = HOUSE) -> EpisodeRef:
    """A case of which a letter went out."""
    ref = bench.new_case()
    detail = release_detail(recipient, "referral-letter", "peer-support")
    bench.work_as(ROSA).audit(AuditAction.RELEASED, ref.person_id, detail, ref.person_id)
    return ref


def reported(
    bench: Bench, ref: EpisodeRef, path: Path, form: ReportForm, language: str = "en"
) -> DisclosureReport:
    """The officer's report."""
    return report_disclosures(
        bench.work_as(OFFICER),
        ref.person_id,
        path,
        form=form,
        language=language,
        password=password_of(OFFICER),
    )


def lines_of(path: Path) -> list[list[str]]:
    """The cells of a CSV file."""
    return list(csv.reader(StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "support from people who were hurt too"), ("es", "apoyo de personas que también")],
)
def test_the_pdf_says_when_to_whom_what_and_why(
    sealed_work: Bench, tmp_path: Path, language: str, said: str
) -> None:
    ref, path = released(sealed_work), tmp_path / "report.pdf"

    report = reported(sealed_work, ref, path, ReportForm.PDF, language)

    pages = ReportlabPaper().page_texts(path.read_bytes())
    text = " ".join(pages)
    assert (report.disclosures, report.unreadable) == (1, 0)
    assert HOUSE in text
    assert said in text
    assert person_reference(ref.person_id) in text
    assert is_for_its_owner_only(path)


def test_the_csv_is_read_by_any_spreadsheet(sealed_work: Bench, tmp_path: Path) -> None:
    ref, path = released(sealed_work, 'House "of, hope"'), tmp_path / "report.csv"

    reported(sealed_work, ref, path, ReportForm.CSV)

    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 2
    assert lines_of(path)[1][1] == 'House "of, hope"'
    assert is_for_its_owner_only(path)


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\uff1d"])
def test_a_formula_in_the_name_of_a_recipient_stays_text(
    sealed_work: Bench, tmp_path: Path, mark: str
) -> None:
    ref, path = released(sealed_work, f"{mark}HYPERLINK(1)"), tmp_path / "report.csv"

    reported(sealed_work, ref, path, ReportForm.CSV)

    assert lines_of(path)[1][1] == f"'{mark}HYPERLINK(1)"


def test_what_another_person_released_is_not_in_it(sealed_work: Bench, tmp_path: Path) -> None:
    released(sealed_work)
    ref, path = sealed_work.new_case(), tmp_path / "report.pdf"

    report = reported(sealed_work, ref, path, ReportForm.PDF)

    text = " ".join(ReportlabPaper().page_texts(path.read_bytes()))
    assert report.disclosures == 0
    assert "no letter about you to anybody outside" in text
    assert HOUSE not in text


def test_the_report_is_on_the_record_with_its_hash(sealed_work: Bench, tmp_path: Path) -> None:
    ref = released(sealed_work)

    report = reported(sealed_work, ref, tmp_path / "report.csv", ReportForm.CSV)

    entry = sealed_work.heard[-1]
    assert entry.action is AuditAction.DISCLOSURES_REPORTED
    assert (entry.person, entry.detail) == (ref.person_id, f"csv:{report.sha256}")


def test_without_the_password_nothing_is_read_or_written(
    sealed_work: Bench, tmp_path: Path
) -> None:
    ref, path = released(sealed_work), tmp_path / "report.pdf"

    with pytest.raises(KnownError, match=r"sign-in\.wrong-password"):
        report_disclosures(
            sealed_work.work_as(OFFICER),
            ref.person_id,
            path,
            form=ReportForm.PDF,
            language="en",
            password="not my password",
        )

    assert not path.exists()
    assert AuditAction.AUDIT_READ not in sealed_work.actions()


def test_a_clinician_cannot_make_it(sealed_work: Bench, tmp_path: Path) -> None:
    ref, path = released(sealed_work), tmp_path / "report.pdf"

    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        report_disclosures(
            sealed_work.work_as(NADIA),
            ref.person_id,
            path,
            form=ReportForm.PDF,
            language="en",
            password=password_of(NADIA),
        )

    assert not path.exists()


def test_a_page_that_loses_a_word_is_never_written(sealed_work: Bench, tmp_path: Path) -> None:
    ref, path = released(sealed_work), tmp_path / "report.pdf"
    work = sealed_work.work_as(OFFICER)

    with pytest.raises(KnownError, match=r"accounting\.text-differs"):
        report_disclosures(
            replace(work, paper=LosingPaper(work.paper)),
            ref.person_id,
            path,
            form=ReportForm.PDF,
            language="en",
            password=password_of(OFFICER),
        )

    assert not path.exists()


def test_a_folder_that_is_not_there_is_said_and_the_entry_is_taken_back(
    sealed_work: Bench, tmp_path: Path
) -> None:
    ref = released(sealed_work)

    with pytest.raises(KnownError, match=r"packet\.file-not-written"):
        reported(sealed_work, ref, tmp_path / "gone" / "report.pdf", ReportForm.PDF)

    assert sealed_work.actions()[-1] is AuditAction.RELEASE_REFUSED
