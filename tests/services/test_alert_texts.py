"""What a site tells its staff to do about an alert: whole in both languages, or our words."""

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.services.alert_texts import MOST_LETTERS, alert_texts, save_alert_text
from tests.services.bench import ADMIN, NADIA, ROSA, Bench

CODE = "suicide-concern"
BOTH = {"en": "Call psychiatry, 555-0148.", "es": "Llame a la guardia, 555-0148."}


def test_everybody_reads_what_the_administrator_set(bench: Bench) -> None:
    assert alert_texts(bench.work_as(ROSA), "en") == {}

    save_alert_text(bench.work_as(ADMIN), CODE, BOTH)

    assert alert_texts(bench.work_as(ROSA), "en") == {CODE: BOTH["en"]}
    assert alert_texts(bench.work_as(ROSA), "es") == {CODE: BOTH["es"]}
    assert bench.actions()[-2:] == [AuditAction.SETTING_CHANGED] * 2


def test_both_emptied_give_our_words_back(bench: Bench) -> None:
    work = bench.work_as(ADMIN)
    save_alert_text(work, CODE, BOTH)

    save_alert_text(work, CODE, {"en": " ", "es": ""})

    assert alert_texts(work, "en") == alert_texts(work, "es") == {}


@pytest.mark.parametrize("missing", ["en", "es"])
def test_one_language_alone_is_refused_and_changes_nothing(bench: Bench, missing: str) -> None:
    work = bench.work_as(ADMIN)
    save_alert_text(work, CODE, BOTH)

    with pytest.raises(KnownError, match=r"alert-text\.one-language"):
        save_alert_text(work, CODE, {**BOTH, missing: " "})

    assert alert_texts(work, missing) == {CODE: BOTH[missing]}


@pytest.mark.parametrize("letters", [MOST_LETTERS - 1, MOST_LETTERS, MOST_LETTERS + 1])
def test_what_cannot_be_read_beside_a_bed_is_refused(bench: Bench, letters: int) -> None:
    work, texts = bench.work_as(ADMIN), {**BOTH, "es": "a" * letters}

    if letters > MOST_LETTERS:
        with pytest.raises(KnownError, match=r"alert-text\.too-long"):
            save_alert_text(work, CODE, texts)
    else:
        save_alert_text(work, CODE, texts)

    assert bool(alert_texts(work, "es")) is (letters <= MOST_LETTERS)


@pytest.mark.parametrize("who", [ROSA, NADIA])
def test_nobody_else_sets_them(bench: Bench, who: str) -> None:
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        save_alert_text(bench.work_as(who), CODE, BOTH)
