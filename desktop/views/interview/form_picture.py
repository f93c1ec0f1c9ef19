"""Draws a whole form into a picture file: every section below the other, offscreen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.clock import SystemClock
from desktop.errors import BugError, KnownError
from desktop.forms.questionnaire import ItemType, Questionnaire
from desktop.forms.session import FormSession, ItemKey
from desktop.views.editors.language_mode import SECOND, LanguageMode, two_texts
from desktop.views.interview.asides import asides_of
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.layouts.column import PartColumn
from desktop.views.interview.layouts.making import PartMaker
from desktop.views.interview.layouts.page_place import PagePlace
from desktop.views.interview.layouts.part_kinds import level_of
from desktop.views.interview.layouts.part_reader import PartReader
from desktop.views.interview.local_time import local_now
from desktop.views.interview.problem_words import problem_words, warning_words
from desktop.views.interview.required_words import required_words
from desktop.views.interview.rich_words import prefix_words
from desktop.views.interview.running import Running, running_of
from desktop.views.interview.sections import Section, question_keys, sections_of
from desktop.views.interview.two_column_text import TwoColumnText
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.holder import current_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import Space, TextStyle, Width
from desktop.views.widgets.surface import Ground, Surface

_ROUNDS = 4
"""Layout requests that a height for a width may ask for before it is at rest."""


def render_form_png(
    questionnaire: Questionnaire,
    response: Mapping[str, object] | None,
    language: str,
    path: Path,
    theme: Theme | None = None,
) -> None:
    """Write the form (with the answers of ``response``) as a PNG; needs a QApplication.

    ``language`` is "en", "es" (or a regional tag) or "both". Private questions are
    shown: nobody is asked here.
    KnownErrors ``cli.cannot-write`` (file), and those of a response that is none.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise BugError("a picture of a form needs an application")
    if theme is not None:
        apply_theme(application, theme)
    session = FormSession(questionnaire, response, now=partial(datetime.now, UTC))
    page = _page(session, _mode(language))
    try:
        if not page.grab().save(str(path), "PNG"):
            raise KnownError("cli.cannot-write", file=path.name)
    finally:
        page.deleteLater()


def _mode(language: str) -> LanguageMode:
    """What a language tag shows; the form's own language for any that it does not have."""
    if language == LanguageMode.BOTH.value:
        return LanguageMode.BOTH
    is_second = language.partition("-")[0] == SECOND
    return LanguageMode.SPANISH if is_second else LanguageMode.ENGLISH


def _page(session: FormSession, mode: LanguageMode) -> QWidget:
    page = Surface(Ground.CANVAS)
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
    column.setSpacing(Space.M)
    title = TwoColumnText(page, name="form-title", style=TextStyle.TITLE, is_indented=False)
    title.show_texts(*two_texts(session.questionnaire.title, mode))
    title.setVisible(bool(title.text()))
    column.addWidget(title)
    width = current_theme().metrics.scaled(Width.QUESTION_MOST)
    maker = PartMaker(partial(local_now, SystemClock()), page)
    sections = sections_of(session.questionnaire)
    runs = running_of(session.questionnaire)
    for section in sections:
        # One long page: its header stands once at the top, its footer once at the bottom.
        headers = runs.headers if section is sections[0] else ()
        footers = runs.footers if section is sections[-1] else ()
        running = Running(headers, footers, runs.everything)
        _add_section(column, _Pictured(session, section, mode, running), maker, page)
    page.setFixedWidth(width + 2 * Space.XL)
    # What is left over stays below: a short form is not pulled apart.
    column.addStretch(1)
    page.ensurePolished()
    for _round in range(_ROUNDS):
        column.activate()
        page.resize(page.width(), column.totalHeightForWidth(page.width()))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    return page


@dataclass(frozen=True, slots=True)
class _Pictured:
    """One page of the form; folds and tabs are as they start."""

    session: FormSession
    section: Section
    mode: LanguageMode
    running: Running
    place: PagePlace = field(default_factory=PagePlace)


def _add_section(column: QVBoxLayout, shown: _Pictured, maker: PartMaker, page: QWidget) -> None:
    session, section = shown.session, shown.section
    first, second = two_texts(section.title, shown.mode)
    if first and session.questionnaire.item(section.name).type is ItemType.GROUP:
        name = f"section-{section.name}"
        head = TwoColumnText(page, name=name, style=TextStyle.TITLE, is_indented=False)
        head.show_texts(first, second)
        column.addWidget(head)
    numbers = {key: str(at) for at, key in enumerate(question_keys(session, section), 1)}
    reader = PartReader(
        shown, lambda key: _card(session, key, numbers.get(key, ""), shown.mode), lambda _key: ""
    )
    width = current_theme().metrics.scaled(Width.QUESTION_MOST)
    parts = PartColumn(page, maker, (width - 2 * Space.L, False))
    column.addWidget(parts)
    parts.show_parts(reader.parts())
    parts.make_all()


def _card(session: FormSession, key: ItemKey, number: str, mode: LanguageMode) -> CardState:
    state = session.state(key)
    prefix, rich_prefix = prefix_words(state.item, mode)
    return CardState(
        state,
        prefix or number,
        mode,
        problem=problem_words(state, mode, mode.first),
        warning=warning_words(state, mode, mode.first),
        asides=asides_of(session, key),
        rich_number=rich_prefix,
        required_words=required_words(session.questionnaire, state, mode.first),
        level=level_of(session.tree.by_key[key]),
    )
