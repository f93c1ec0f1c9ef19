"""Draws an interview into its view: everything, or only what a change touched."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.forms.session import ItemKey
from desktop.messages import sentence
from desktop.records.form_record import FormKind
from desktop.views.editors.language_mode import one_text
from desktop.views.forms.fact_words import version_label
from desktop.views.interview.alert_reader import AlertReader
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_state import Gate, RoomBarState
from desktop.views.interview.interview_view import InterviewView
from desktop.views.interview.opening import Opened
from desktop.views.interview.page_reader import PageReader
from desktop.views.interview.score_reader import ScoreReader
from desktop.views.person.interpreting_words import interpreting_words
from desktop.views.person.person_words import banner_state
from desktop.views.safety_plan.plan_preview import preview_state
from desktop.views.safety_plan.plan_side import PlanSide
from desktop.views.safety_plan.plan_state import plan_state
from desktop.views.theme.state_icons import State
from desktop.views.widgets.painted_first import paint_first

NOTICE_SHOWN = 300
"""Letters of a copyright notice beside the form; the whole stands where the form was loaded."""


class InterviewScreen(QObject):
    """Reads states and shows them; changes nothing in the interview.

    A pressed answer is painted first; the questions that come or go with it and what sums it up
    (head, panels, actions, Tab order) follow in the next turn of the event loop, once for all that
    the press changed. A new row, and an alert that comes or goes, are drawn at once with the rest.
    Signals: ``drawn()`` all of the screen shows the interview as it is now.
    """

    drawn = Signal()

    def __init__(
        self, view: InterviewView, interview: Interview, opened: Opened, language: str
    ) -> None:
        super().__init__(view)
        self._view = view
        self._interview = interview
        self._opened = opened
        self._language = language
        self._pages = PageReader(interview, language, self)
        self._scores = ScoreReader(interview, language, self)
        self._alerts = AlertReader(interview, language, opened, self)
        self._shown: tuple[ItemKey, ...] = ()
        self._changed: set[ItemKey] = set()
        self._around = QTimer(self)
        self._around.setSingleShot(True)
        self._around.timeout.connect(self._draw_later)
        view.page.catching_up.connect(self.catch_up)

    def draw_all(self, *, is_new: bool = False) -> None:
        """Everything; ``is_new`` announces the section."""
        self._pages.forget()
        self.draw_room_bars()
        self._view.show_head(self._pages.head())
        self._draw_page(is_new=is_new)
        self._draw_form()
        self._draw_around()

    def _draw_form(self) -> None:
        """Which form of others it is, in which version, and its copyright notice."""
        form = self._interview.form
        if form.kind is not FormKind.LOADED:
            return
        notice = form.questionnaire.copyright.strip()
        if notice == sentence("form.own-notice", "en"):
            notice = sentence("form.own-notice", self._language)
        if len(notice) > NOTICE_SHOWN:
            notice = f"{notice[:NOTICE_SHOWN].rstrip()}..."
        version = version_label(form.questionnaire.version, self._language)
        title = one_text(form.questionnaire.title, self._interview.mode)
        self._view.sections.show_words(title, version, notice)

    def draw_room_bars(self) -> None:
        """Banner and room."""
        room = self._interview.room
        self._view.show_banner(
            banner_state(
                self._opened.card,
                self._language,
                private=room.private_now if room is not None else None,
                consents_given=self._opened.consents_given,
                consents_total=self._opened.consents_total,
            )
        )
        present = room.present if room is not None else frozenset()
        heard = room.interpreting if room is not None else None
        words = interpreting_words(heard, self._language) if heard is not None else ""
        private = room.private_now if room is not None else None
        self._view.show_room(RoomBarState(present, private, words))

    def draw_change(self, affected: Iterable[ItemKey], *, rows: bool = False) -> None:
        """Only the cards that a change touched, and what sums them up; ``rows`` came or went."""
        interview = self._interview
        touched = self._with_groups(affected)
        self._pages.forget(touched, rows=rows)
        keys = interview.shown_keys()
        if rows:
            self._draw_page(is_new=False)
        elif interview.gate(interview.section) is Gate.OPEN:
            shown = [key for key in keys if key in touched]
            self._view.page.refresh(self._pages.refreshed(shown))
        self._changed |= touched
        if rows or self._alerts.has_news():
            self._draw_changed()
        else:
            self._around.start(0)

    @Slot()
    def catch_up(self) -> None:
        """Draw now what waits for the next turn: somebody is going on already."""
        if self._around.isActive():
            self._draw_changed()

    def _with_groups(self, keys: Iterable[ItemKey]) -> set[ItemKey]:
        """A group's meter, and how far it is, change with its questions."""
        by_key = self._interview.session.tree.by_key
        found: set[ItemKey] = set()
        for key in keys:
            above = by_key.get(key)
            while above is not None and above.key not in found:
                found.add(above.key)
                above = above.parent
        return found

    def draw_page(self) -> None:
        """The page alone: a fold opened, another tab was chosen."""
        self._draw_page(is_new=False)
        self._view.order_focus()

    def title(self, key: ItemKey) -> str:
        """What a group of the present page is called."""
        return self._pages.title(key)

    def draw_place(self) -> None:
        """Which question it is: head, panel at the right, actions."""
        self._around.start(0)

    def draw_words(self) -> None:
        """Head and panel anew, because there is more or less room for words."""
        self._view.show_head(self._pages.head())
        self._view.show_score(self._scores.read())

    def _draw_page(self, *, is_new: bool) -> None:
        interview = self._interview
        self._shown = interview.shown_keys()
        self._view.show_page(self._pages.page(), is_new=is_new)

    @Slot()
    def _draw_later(self) -> None:
        paint_first()
        self._draw_changed()

    def _draw_changed(self) -> None:
        if self._interview.shown_keys() != self._shown:
            self._draw_page(is_new=False)
        self._view.show_head(self._pages.head())
        self._draw_around(frozenset(self._changed))

    def _draw_around(self, changed: Iterable[ItemKey] | None = None) -> None:
        self._around.stop()
        self._changed.clear()
        self._view.show_sections(self._pages.sections(), self._interview.section.name)
        self._view.show_score(self._scores.read())
        self._view.show_actions(self._pages.actions())
        self._view.show_alerts(self._alerts.read())
        self._draw_plan()
        self.drawn.emit()
        self._view.order_focus(changed)

    def _draw_plan(self) -> None:
        side = self._view.side
        if self._opened.is_plan and not isinstance(side, PlanSide):
            self._view.score.plan.show_preview(preview_state(self._interview, self._language))
        if isinstance(side, PlanSide):
            side.show_plan(plan_state(self._interview.session, self._interview.mode))
            entries = self._pages.sections()
            done = sum(entry.state is State.DONE for entry in entries)
            title = one_text(self._interview.form.questionnaire.title, self._interview.mode)
            self._view.sections.show_words(
                title,
                self.tr("{done} of {total} parts are concrete").format(
                    done=done, total=len(entries)
                ),
                self.tr("Leave out what happened and anyone involved in it."),
            )
