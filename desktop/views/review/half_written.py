"""What a reviewer has begun to write and not sent yet, kept while the page is built again."""

from collections.abc import Iterable, Iterator

from desktop.views.review.answer_card import AnswerCard
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.text_field import TextField


class HalfWritten:
    """Texts by the name of their field; those of another visit are forgotten."""

    def __init__(self) -> None:
        self._visit_id = ""
        self._texts: dict[str, str] = {}

    def keep(self, cards: Iterable[AnswerCard]) -> None:
        """Note what stands in the fields of these cards."""
        for card in cards:
            for field in fields_of(card):
                self._texts[field.objectName()] = field.value()

    def put_back(self, visit_id: str, cards: Iterable[AnswerCard]) -> None:
        """Fill the fields of the new cards; what is a comment by now was sent."""
        if visit_id != self._visit_id:
            self._visit_id = visit_id
            self._texts.clear()
        for card in cards:
            sent = {comment.text for comment in card.line.comments}
            for field in fields_of(card):
                text = self._texts.get(field.objectName(), "")
                field.set_value("" if text in sent else text)


def fields_of(card: AnswerCard) -> Iterator[LineField | TextField]:
    """Where a comment or a reply to this answer is written."""
    yield from card.findChildren(LineField)
    yield from card.findChildren(TextField)
