"""What the trail answers to a question: a page of entries in words; pure, without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.messages import sentence
from desktop.records.audit_filter import AuditFilter, filtered, find_persons
from desktop.records.audit_questions import NumberedEvent, failed_sign_ins, looked_at, releases
from desktop.records.ids import PersonId
from desktop.services.read_audit import AuditBook
from desktop.services.read_oversight import Oversight
from desktop.views.audit.audit_view import AuditShown
from desktop.views.audit.audit_words import AuditWords
from desktop.views.audit.filter_panel import Question
from desktop.views.oversight.oversight_reader import OversightReader
from desktop.views.widgets.row_item import RowItem

AT_ONCE = 50
"""Entries on a page."""
_NAMED = 20
"""Numbers of doubtful entries that are named; more are counted."""


@dataclass(frozen=True, slots=True)
class AuditSeen:
    """What was read, with the accesses that wait for a review."""

    book: AuditBook
    oversight: Oversight
    language: str

    def persons(self, typed: str) -> tuple[PersonId, ...]:
        """Whom a reference or an alias names."""
        return find_persons(self.book.events, self.book.aliases, typed)

    def page(self, question: Question, typed: str, wanted: AuditFilter, at: int) -> AuditShown:
        """The page ``at`` (from 0) of the answer."""
        found = self._found(question, typed, wanted)
        reviews: tuple[RowItem, ...] = ()
        if question is Question.REVIEWS:
            reviews = OversightReader(self.oversight, self.language).rows().to_review
        words = AuditWords(self.book, self.language)
        first = at * AT_ONCE
        shown = found[first : first + AT_ONCE]
        return AuditShown(
            rows=tuple(words.row(each) for each in shown),
            count=len(found),
            reviews=reviews,
            place=self._words(
                "audit.place", first=first + 1, last=first + len(shown), count=len(found)
            ),
            has_newer=at > 0,
            has_older=first + len(shown) < len(found),
            empty=("", "") if shown or reviews else self._empty(question, typed),
            damaged=self._doubtful(),
            no_report=self._no_report(question, typed),
        )

    def entry(self, key: str) -> NumberedEvent | None:
        """The entry of a row."""
        return next((each for each in self.book.events if str(each.number) == key), None)

    def _found(
        self, question: Question, typed: str, wanted: AuditFilter
    ) -> tuple[NumberedEvent, ...]:
        match question:
            case Question.PERSON:
                persons = self.persons(typed)
                return looked_at(self.book.events, persons[0]) if len(persons) == 1 else ()
            case Question.RELEASES:
                return releases(self.book.events)
            case Question.FAILED:
                return failed_sign_ins(self.book.events)
            case Question.REVIEWS:
                return ()
            case Question.ALL:
                return filtered(self.book.events, wanted)

    def _empty(self, question: Question, typed: str) -> tuple[str, str]:
        name: str = question.value
        if question is Question.PERSON:
            count = len(self.persons(typed))
            name = "looks" if count == 1 else "many" if count else "none" if typed else "person"
        return self._words(f"audit.empty-{name}"), self._words(f"audit.empty-{name}-help")

    def _no_report(self, question: Question, typed: str) -> str:
        is_one = question is Question.PERSON and len(self.persons(typed)) == 1
        return "" if is_one else self._words("audit.find-first")

    def _doubtful(self) -> str:
        """Which entries cannot be read, and which are forged."""
        found = (
            self._counted("damaged", self.book.damaged),
            self._counted("forged", self.book.forged),
        )
        return "\n".join(filter(None, found))

    def _counted(self, kind: str, numbers: Sequence[int]) -> str:
        if not numbers:
            return ""
        named = ", ".join(str(number) for number in numbers[:_NAMED])
        more = len(numbers) - _NAMED
        if more > 0:
            named = self._words("audit.and-more", numbers=named, more=more)
        name = "one" if len(numbers) == 1 else "many"
        return self._words(f"audit.{kind}-{name}", count=len(numbers), numbers=named)

    def _words(self, message_id: str, **params: str | int) -> str:
        return sentence(message_id, self.language, **params)
