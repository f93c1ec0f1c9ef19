"""A bar with more acts than room shows some by their icon alone, and none is cut."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.views.theme.icons import Icon
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from tests.support.qt_audit import settle

WORDS = ("Anotar intento", "Imprimir para el personal", "Traspasar caso")
LONG = "Pedir los consentimientos que todavía faltan hoy"


class Bar:
    """A bar in a window, the last two of its three plain acts fold."""

    def __init__(self, bot: QtBot) -> None:
        self.window = QWidget()
        bot.addWidget(self.window)
        bar = self.bar = ActionBar(self.window, name="bar")
        self.lefts = [
            Button(words, bar, name=f"b{at}", icon=Icon.PEN) for at, words in enumerate(WORDS)
        ]
        for button in self.lefts:
            bar.add_left(button)
        self.right = Button("Pedir ahora", bar, name="go", role=ButtonRole.PRIMARY)
        bar.add_right(self.right)
        bar.set_folding(self.lefts[1:])

    def words_px(self) -> int:
        """How wide all words and the room about them are."""
        shown = [one for one in (*self.lefts, self.right) if not one.isHidden()]
        return sum(max(one.worded_width(), one.sizeHint().width()) + 12 for one in shown) + 60

    def show(self, width: int) -> list[bool]:
        """Which plain acts show their icon alone at this width."""
        self.window.resize(width, 100)
        self.bar.resize(width, 64)
        self.window.show()
        return self.seen()

    def seen(self) -> list[bool]:
        settle(self.window)
        for one in (*self.lefts, self.right):
            assert one.isHidden() or one.width() >= one.sizeHint().width()
        return [one.is_icon_only for one in self.lefts]


def test_the_last_of_them_folds_first_and_unfolds_with_more_room(qtbot: QtBot) -> None:
    made = Bar(qtbot)
    wide = made.words_px()

    seen = [made.show(width) for width in (wide, wide - 60, wide - 240, wide)]

    assert seen == [
        [False, False, False],
        [False, False, True],
        [False, True, True],
        [False, False, False],
    ]
    assert made.lefts[2].accessibleName() == ""


def test_a_folded_button_keeps_its_words_as_name_and_tip(qtbot: QtBot) -> None:
    made = Bar(qtbot)

    made.show(made.words_px() - 60)

    folded = made.lefts[2]
    assert (folded.accessibleName(), folded.toolTip()) == (WORDS[2], WORDS[2])


def test_longer_words_and_another_button_fold_too(qtbot: QtBot) -> None:
    made = Bar(qtbot)
    made.lefts[0].hide()
    before = made.show(made.words_px())

    made.lefts[0].show()
    with_another = made.seen()
    made.lefts[0].hide()
    made.right.setText(LONG)
    with_longer = made.seen()

    assert before == [False, False, False]
    assert with_another[2]
    assert with_longer[2]


def test_all_fold_where_the_page_says_so(qtbot: QtBot) -> None:
    made = Bar(qtbot)
    made.show(made.words_px())

    made.bar.fold_all(is_folded=True)
    folded = made.seen()
    made.bar.fold_all(is_folded=False)

    assert folded == [False, True, True]
    assert made.seen() == [False, False, False]
