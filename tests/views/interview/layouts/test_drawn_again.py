"""After any act, what stands on the page equals a page that is read and built from scratch."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.forms.reading import read_questionnaire
from desktop.views.interview.interview_state import CardState, Gate
from desktop.views.interview.layouts.heads import FoldBar, RowBar
from desktop.views.interview.layouts.parts import Block, FoldHead, Part, RowHead, Table
from desktop.views.interview.page_reader import PageReader
from desktop.views.interview.score_reader import ScoreReader
from tests.forms.any_answers import any_edit
from tests.services.bench import memory_bench
from tests.support.qt_audit import settle
from tests.views.interview.form_desk import FormDesk, open_any_form
from tests.views.interview.layouts.test_corpus_pages import forms_in

PARTS = 2
LONG = pytest.mark.long
ACTS = 10
SMALL = 30_000
"""Bytes; larger forms take longer than they teach."""


@pytest.mark.parametrize("part", [0, *(pytest.param(one, marks=LONG) for one in range(1, PARTS))])
def test_what_is_kept_of_a_page_equals_a_page_read_anew(
    qtbot: QtBot, corpus: Path, part: int
) -> None:
    random, seen = Random(part), 0
    for name, data in forms_in(corpus, 4 * part):
        if len(data) > SMALL:
            continue
        try:
            form = read_questionnaire(data, name)
        except KnownError:
            continue
        if form.items:
            desk = open_any_form(qtbot, memory_bench(), form)
            act_and_compare(desk, random, name)
            desk.host.close()
            seen += 1
    assert seen > 0


def act_and_compare(desk: FormDesk, random: Random, name: str) -> None:
    """Acts on any page, seen from a page that changes now and then."""
    running = desk.running
    for _ in range(ACTS):
        sections = running.interview.shown_sections()
        if sections and random.random() < 0.3:
            desk.view.section_requested.emit(random.choice(sections).name)
        change = any_edit(desk.session, random)
        if change is None:
            continue
        running._apply(change)
        desk.follow()
        settle(desk.view)
        assert drawn(desk) == read_anew(desk), name


def drawn(desk: FormDesk) -> list[object]:
    """What the widgets show, from top to bottom, and what sums it up."""
    leaves: list[object] = []
    for one in desk.view.page.parts():
        state = getattr(one, "state", None)
        if isinstance(one, RowBar | FoldBar) or isinstance(state, CardState):
            leaves.append(state)
    return [*leaves, desk.view.score._shown]


def read_anew(desk: FormDesk) -> list[object]:
    """The same from the answers alone; as far as the page is made."""
    interview, owner = desk.running.interview, QObject()
    page = PageReader(interview, "en", owner).page()
    made = desk.view.page
    parts = page.parts if page.gate is Gate.OPEN else ()
    found = [
        state
        for state in states(parts)
        if not isinstance(state, CardState) or made.card(state.key) is not None
    ]
    return [*found, ScoreReader(interview, "en", owner).read()]


def states(parts: tuple[Part, ...]) -> Iterator[CardState | RowHead | FoldHead]:
    """Cards and heads one by one."""
    for part in parts:
        match part:
            case CardState():
                yield part
            case Block():
                if isinstance(part.head, RowHead | FoldHead):
                    yield part.head
                yield from states(part.parts)
            case Table():
                for line in part.lines:
                    if line.head is not None:
                        yield line.head
                    yield from (cell for cell in line.cells if cell is not None)
