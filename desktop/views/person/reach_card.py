"""The four times of reach: arrived, team told, first attempt, first contact, beside the target."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.cases import CaseCard
from desktop.views.person.when_words import moment_words, wait_words
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class ReachCard(Panel):
    """Each time on its own line."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(sentence("reach.title", language), parent, name="person-reach")
        self.words = WrapLabel("", self)
        self.words.setObjectName("person-reach-words")
        self.body.addWidget(self.words)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show the times."""
        self.words.setText("\n".join(lines))


def reach_lines(card: CaseCard, now: datetime, language: str) -> tuple[str, ...]:
    """The four times in words; each wait counts from arrival, as the target does."""

    def when(at: datetime) -> str:
        return moment_words(at, now, language)

    def since(at: datetime) -> str:
        return wait_words(at - card.arrived_at, language)

    lines = [sentence("reach.arrived", language, time=when(card.arrived_at))]
    told = card.notified_at
    if told < card.arrived_at:
        lines.append(sentence("reach.told-before", language, time=when(told)))
    else:
        lines.append(sentence("reach.told", language, time=when(told), wait=since(told)))
    tried = card.first_tried_at
    if tried is not None:
        lines.append(sentence("reach.tried", language, time=when(tried), wait=since(tried)))
    elif not card.is_closed:
        lines.append(sentence("reach.not-tried", language))
    return (*lines, *_contact(card, now, language))


def _contact(card: CaseCard, now: datetime, language: str) -> tuple[str, ...]:
    """The first contact, or the wait for it; then how that compares with the target."""
    if card.reached_at is None and card.is_closed:
        return (sentence("reach.never", language),)
    wait = max((card.reached_at or now) - card.arrived_at, timedelta(0))
    target = timedelta(minutes=card.first_contact_target_min)
    words = wait_words(wait, language)
    if card.reached_at is None:
        line = sentence("reach.waiting", language, wait=words)
    else:
        time = moment_words(card.reached_at, now, language)
        line = sentence("reach.contact", language, time=time, wait=words)
    judged = "reach.past" if wait > target else "reach.within"
    return line, sentence(judged, language, target=wait_words(target, language))
