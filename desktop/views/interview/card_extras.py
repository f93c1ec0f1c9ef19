"""What a form puts beside a question: prompt, picture, help, links, legal words."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.editors.language_mode import one_text
from desktop.views.interview.asides import Aside, AsideKind
from desktop.views.interview.card_notes import CardNotes, Note
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.link_lines import LinkLines
from desktop.views.interview.media_view import MediaView
from desktop.views.interview.more_about import MoreAbout
from desktop.views.interview.rich_words import rich_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.wrap_label import WrapLabel

_HELP = (AsideKind.HELP, AsideKind.FLYOVER)


class CardExtras(QWidget):
    """Below the words of a card; its parts are made when a form first brings them."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self._name = name
        self.setObjectName(f"extras-{name}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._parts: dict[str, QWidget] = {}
        self.hide()

    def show_state(self, state: CardState) -> None:
        """Show what belongs to the item now; nothing while its card is closed."""
        item = state.item.item.presentation
        has_any = has_extras(state)
        self.setVisible(has_any and not state.is_closed)
        if not has_any:
            return
        self._show_required(state)
        self._show_notes(state)
        self._show_prompts(state)
        self._show_media(state)
        self._show_help(state)
        if item.links and "links" not in self._parts:
            self._add("links", LinkLines(item.links, self, name=f"links-{self._name}"))
        self._show_legal(state)

    def _show_required(self, state: CardState) -> None:
        part = self._parts.get("required")
        if part is None and state.required_words:
            label = WrapLabel("", self, tone=Tone.MUTED)
            label.setObjectName(f"required-{self._name}")
            label.setContentsMargins(Space.L, 0, Space.L, 0)
            part = self._add("required", label)
            self._column.insertWidget(0, label)
        if isinstance(part, WrapLabel):
            part.setText(state.required_words)
            part.setVisible(bool(state.required_words))

    def _show_prompts(self, state: CardState) -> None:
        texts = _words_of(state, (AsideKind.PROMPT,))
        part = self._parts.get("prompt")
        if part is None and texts:
            label = WrapLabel("", self, style=TextStyle.ROW)
            label.setObjectName(f"prompt-{self._name}")
            label.setContentsMargins(Space.L, 0, Space.L, 0)
            part = self._add("prompt", label)
        if isinstance(part, WrapLabel):
            part.setText("\n".join(words for words, _ in texts))
            part.set_rich(texts[0][1] if len(texts) == 1 else "")
            part.setVisible(bool(texts))

    def _show_media(self, state: CardState) -> None:
        media = state.item.item.presentation.media
        if media is None:
            return
        part = self._parts.get("media")
        if part is None:
            part = self._add("media", MediaView(self, name=f"media-{self._name}"))
        if isinstance(part, MediaView):
            part.show_media(media, state.mode)

    def _show_help(self, state: CardState) -> None:
        texts = _words_of(state, _HELP)
        part = self._parts.get("help")
        if part is None and texts:
            part = self._add("help", MoreAbout(self, name=f"help-{self._name}"))
        if isinstance(part, MoreAbout):
            part.show_texts(texts, one_text(state.item.text, state.mode))
            part.setVisible(bool(texts))

    def _show_notes(self, state: CardState) -> None:
        looks = {
            AsideKind.INSTRUCTIONS: (Icon.INFO, self.tr("Instructions: {words}")),
            AsideKind.SECURITY: (Icon.SHIELD_CHECK, self.tr("Security: {words}")),
            AsideKind.CONTEXT: (Icon.FILE_TEXT, self.tr("Known here: {words}")),
        }
        notes: list[Note] = []
        for kind, (icon, label) in looks.items():
            for words, _ in _words_of(state, (kind,)):
                notes.append((icon, Tone.PLAIN, label.format(words=words)))
        part = self._parts.get("notes")
        if part is None and notes:
            part = self._add("notes", CardNotes(self, name=f"words-{self._name}"))
        if isinstance(part, CardNotes):
            part.show_notes(tuple(notes))

    def _show_legal(self, state: CardState) -> None:
        texts = _words_of(state, (AsideKind.LEGAL,))
        part = self._parts.get("legal")
        if part is None and texts:
            part = self._add("legal", CardNotes(self, name=f"legal-{self._name}"))
        if isinstance(part, CardNotes):
            notes: tuple[Note, ...] = tuple(
                (Icon.FILE_TEXT, Tone.MUTED, self.tr("Legal note: {words}").format(words=words))
                for words, _ in texts
            )
            part.show_notes(notes)

    def _add(self, name: str, part: QWidget) -> QWidget:
        self._parts[name] = part
        self._column.addWidget(part)
        part.show()
        return part


def has_extras(state: CardState) -> bool:
    """Whether the form puts anything beside this item now."""
    shown = state.item.item.presentation
    return bool(state.asides or shown.media or shown.links or state.required_words)


def flyover_words(state: CardState) -> str:
    """The flyover, for the tooltip of the question."""
    found = (one for one in state.asides if one.kind is AsideKind.FLYOVER)
    return "\n".join(one_text(one.text, state.mode) for one in found)


def _words_of(state: CardState, kinds: tuple[AsideKind, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(_pair(one, state) for one in state.asides if one.kind in kinds)


def _pair(aside: Aside, state: CardState) -> tuple[str, str]:
    """Plain words in the languages shown, and the marks where one language is shown alone."""
    first, second, rich = rich_words(aside.text, aside.styling, state.mode)
    return (f"{first}\n{second}", "") if second else (first, rich)
