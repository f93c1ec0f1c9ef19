"""The bar of narrow windows: section, language and score, each one press away."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.views.editors.language_mode import LanguageMode
from desktop.views.interview.interview_state import HeadState, ScoreState
from desktop.views.interview.popup_column import PopupColumn
from desktop.views.interview.saying import say
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space
from desktop.views.widgets.button import Button
from desktop.views.widgets.surface import Ground, Rule, Surface


class CompactBar(Surface):
    """Signals: ``language_chosen(mode)``."""

    language_chosen = Signal(str)

    def __init__(
        self, sections: QWidget, side: QWidget, widths: tuple[int, int], parent: QWidget
    ) -> None:
        super().__init__(Ground.PLAIN, parent)
        self.setObjectName("interview-compact")
        self._mode = LanguageMode.ENGLISH
        self._is_stacked = False
        self._is_score = True
        self.sections = PopupColumn(sections, widths[0], self, name="interview-sections-button")
        self.languages = Button(
            "",
            self,
            name="interview-language-button",
            icon=Icon.LANGUAGES,
            icon_after=Icon.CHEVRON_DOWN,
        )
        self.side = PopupColumn(side, widths[1], self, name="interview-side-button")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, 0, Space.L, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.sections)
        row.addWidget(self.languages)
        row.addStretch(1)
        row.addWidget(self.side)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        column.addWidget(Rule(self))
        self.languages.clicked.connect(self._open_menu)
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def set_stacked(self, is_stacked: bool) -> None:
        """Use the short words."""
        self._is_stacked = is_stacked

    def set_side_words(self, words: str, icon: Icon | State) -> None:
        """Name the side column once and for all (a plan's paper)."""
        self._is_score = False
        say(self.side, words)
        self.side.set_icon(icon)

    def show_head(self, head: HeadState) -> None:
        """Show section and language."""
        self._mode = head.mode
        words = head.title
        if head.number and not self._is_stacked:
            words = self.tr("{section}, {number} of {total}").format(
                section=head.title, number=head.number, total=head.total
            )
        say(self.sections, words)
        self.languages.setVisible(head.speaks_both)
        say(self.languages, self._languages()[LanguageMode(head.mode.kept)])

    def show_score(self, score: ScoreState) -> None:
        """Show the score, or how much is missing."""
        if not self._is_score:
            return
        icon = State.DANGER if score.open_alerts else State.SAID_NO
        if score.open_alerts:
            words = self.tr("Alerts open: {count}").format(count=score.open_alerts)
        elif score.score is not None and score.score.value is None and not self._is_stacked:
            words = self.tr("Score withheld: {missing} of {total} missing").format(
                missing=score.score.missing, total=score.score.total
            )
        else:
            words = self.tr("{count} missing").format(count=score.missing_count)
            icon = State.IN_PROGRESS if score.missing_count else State.DONE
        say(self.side, words)
        self.side.set_icon(icon)

    def _languages(self) -> dict[LanguageMode, str]:
        return {
            LanguageMode.ENGLISH: "English",
            LanguageMode.BOTH: self.tr("Both"),
            LanguageMode.SPANISH: "Español",
        }

    @Slot()
    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mode, words in self._languages().items():
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(mode.kept == self._mode.kept)
            action.setData(mode.value)
            menu.addAction(action)
        menu.triggered.connect(self._picked)
        menu.popup(self.languages.mapToGlobal(QPoint(0, self.languages.height() + Space.XS)))

    @Slot(QAction)
    def _picked(self, action: QAction) -> None:
        self.language_chosen.emit(str(action.data()))

    @Slot()
    def _restyle(self) -> None:
        self.setMinimumHeight(current_theme().metrics.step)
