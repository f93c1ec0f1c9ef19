"""Paper reads at grade 6 or below."""

import json
from dataclasses import replace

import pytest

from desktop.packets.build import build_packet
from desktop.packets.plain_language import MOST_GRADE, ease_to_grade, grade, prose
from desktop.packets.readability import fernandez_huerta, flesch_kincaid_grade
from desktop.resource_files import resources_dir
from tests.support.packet_requests import packet_request


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_whole_packet_reads_at_grade_six_or_below(language: str) -> None:
    assert grade(build_packet(packet_request(language))) <= MOST_GRADE


@pytest.mark.parametrize("language", ["en", "es"])
def test_our_own_sentences_on_paper_read_at_grade_six_or_below(language: str) -> None:
    path = resources_dir() / "messages" / f"{language}.json"
    catalogue = json.loads(path.read_text(encoding="utf-8"))
    ids = [one for one in catalogue if one.startswith(("paper.letter.", "paper.plan."))]
    ids += [one for one in catalogue if one.endswith((".note", ".call-first"))]
    text = "\n\n".join(catalogue[one] for one in sorted(set(ids)))

    if language == "es":
        assert ease_to_grade(fernandez_huerta(text)) <= MOST_GRADE
    else:
        assert flesch_kincaid_grade(text) <= MOST_GRADE


def test_the_persons_own_words_are_not_graded() -> None:
    hard = (("Where?", "Antidisestablishmentarianism notwithstanding, irrespectively."),)

    assert grade(build_packet(replace(packet_request(), plan_lines=hard))) <= MOST_GRADE


def test_hard_words_of_ours_raise_the_grade() -> None:
    hard = ("Immediately coordinate multidisciplinary rehabilitation appointments.",) * 3

    plain, harder = packet_request(), replace(packet_request(), steps=hard)

    assert grade(build_packet(harder)) > grade(build_packet(plain))


def test_names_and_numbers_are_not_graded() -> None:
    pieces = prose(build_packet(packet_request()))

    assert not any("Lantern House" in piece or "860" in piece for piece in pieces)


@pytest.mark.parametrize(
    ("ease", "expected"),
    [(120.0, 3.0), (95.0, 4.0), (80.0, 5.5), (75.0, 6.0), (60.0, 9.0), (10.0, 10.5)],
)
def test_ease_becomes_a_grade(ease: float, expected: float) -> None:
    assert ease_to_grade(ease) == pytest.approx(expected)
